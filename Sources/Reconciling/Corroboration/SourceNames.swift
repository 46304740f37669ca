import ChanceryCore

/// Makes names of publishers, agencies and sources comparable: "The Osk Herald" and "oskherald.example" differ, "JTA" and
/// "Jewish Telegraphic Agency" do not.
struct SourceNames: Sendable {
    /// Words that name no author.
    private let anonymous: Set<String>
    /// Endings of a publication's address that are not part of its name.
    private let endings: [String]
    /// What each news agency is called by everything else that it is called.
    private let agencies: [String: String]

    /// The names of `Resources/source-names.txt`, read once.
    static let standard: Result<SourceNames, any Error> = Result { try SourceNames() }

    /// Reads the module's lists.
    ///
    /// - Throws: `ResourceFolder.Missing` where the file is not there, `WordLists.Fault` with the line at fault.
    init() throws {
        let lists = try ModuleResources.words("source-names.txt")
        anonymous = try lists.set("anonymous")
        endings = try lists.list("address-ending")
        var agencies: [String: String] = [:]
        for group in try lists.list("agency") {
            let names = group.split(separator: " = ").map(String.init)
            for name in names { agencies[name] = names[0] }
        }
        self.agencies = agencies
    }

    /// The name by which sources are held against each other; empty where it names nobody.
    func key(_ name: String) -> String {
        var folded = NameFolding.fold(name)
        if folded.hasPrefix("www.") { folded.removeFirst(4) }
        for ending in endings where folded.hasSuffix(ending) && !folded.contains(" ") {
            folded.removeLast(ending.count)
            break
        }
        var words = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        let plain = words.joined(separator: " ")
        return agencies[plain] ?? plain
    }

    /// Whether a name is that of a news agency.
    func isAgency(_ name: String) -> Bool { agencies[key(name)] != nil }

    /// Whether a byline names a person; "Staff" and "News Desk" name nobody.
    func isByline(_ name: String) -> Bool {
        let key = key(name)
        return !key.isEmpty && !isAgency(name)
            && !key.split(separator: " ").allSatisfy { anonymous.contains(String($0)) }
    }
}
