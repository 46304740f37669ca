import ArgumentParser
import Foundation
import Record

/// Who decides, and why.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why; it is kept with the decision.", valueName: "words"))
    var reason: String

    @Option(
        help: ArgumentHelp(
            "Who decides; otherwise $CHANCERY_AUTHOR, or the name the system knows you by.", valueName: "name"))
    var author: String?

    func validate() throws {
        if Author.isBlank(reason) { throw ValidationError("'--reason' is empty. Say why you decide so.") }
        if let author, Author.isBlank(author) { throw ValidationError("'--author' is empty. Give a name.") }
    }

    /// Who decides, and where the name is from.
    func named() throws -> (name: String, from: String) { try Author.named(author) }
}

/// Who sits before this machine.
enum Author {
    /// The name that was given, or the one by which the system knows the user; and where it is from.
    ///
    /// - Throws: ``Refusal`` where nobody knows.
    static func named(
        _ given: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> (name: String, from: String) {
        if let given { return (given, "--author") }
        if let named = environment["CHANCERY_AUTHOR"], !isBlank(named) { return (named, "CHANCERY_AUTHOR") }
        if let full = systemName { return (full, "the system's list of users") }
        for key in ["LOGNAME", "USER"] {
            if let login = environment[key], !isBlank(login) { return (login, key) }
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

    /// Whether there is nothing to be read in a text.
    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
