import ArgumentParser
import Foundation

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why; it is kept with the decision.", valueName: "words"))
    var reason: String

    @Option(
        help: ArgumentHelp(
            "Who decides; otherwise $CHANCERY_AUTHOR, or the name the system knows you by.", valueName: "name"))
    var author: String?

    func validate() throws {
        if Self.isBlank(reason) { throw ValidationError("'--reason' is empty. Say why you decide so.") }
        if let author, Self.isBlank(author) { throw ValidationError("'--author' is empty. Give a name.") }
    }

    /// Who decides, and where the name is from.
    func named(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> (author: String, from: String) {
        if let author { return (author, "--author") }
        if let named = environment["CHANCERY_AUTHOR"], !Self.isBlank(named) { return (named, "CHANCERY_AUTHOR") }
        if let full = Self.systemName { return (full, "the system's list of users") }
        for key in ["LOGNAME", "USER"] {
            if let login = environment[key], !Self.isBlank(login) { return (login, key) }
        }
        throw Refusal("Nobody knows who you are. Give '--author', or set CHANCERY_AUTHOR.")
    }

    /// The full name of the user, or the login.
    private static var systemName: String? {
        guard let user = getpwuid(getuid()) else { return nil }
        func text(_ start: UnsafeMutablePointer<CChar>?) -> String { start.map { String(cString: $0) } ?? "" }
        let full = text(user.pointee.pw_gecos).split(separator: ",", omittingEmptySubsequences: false).first
        return [full.map(String.init) ?? "", text(user.pointee.pw_name)].first { !isBlank($0) }
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
