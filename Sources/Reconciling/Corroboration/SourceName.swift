import ChanceryCore

/// Makes names of publishers, agencies and sources comparable: "The Osk Herald" and "oskherald.example" differ, "JTA" and
/// "Jewish Telegraphic Agency" do not.
enum SourceName {
    /// The name by which sources are held against each other; empty where it names nobody.
    static func key(_ name: String) -> String {
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
    static func isAgency(_ name: String) -> Bool { agencyNames.contains(key(name)) }

    /// Whether a byline names a person; "Staff" and "News Desk" name nobody.
    static func isByline(_ name: String) -> Bool {
        let key = key(name)
        return !key.isEmpty && !isAgency(name)
            && !key.split(separator: " ").allSatisfy { anonymous.contains(String($0)) }
    }

    /// Words that name no author.
    private static let anonymous: Set<String> = [
        "admin", "administrator", "agencies", "agency", "and", "board", "bureau", "contributor", "correspondent",
        "desk",
        "editor", "editorial", "editors", "foreign", "from", "guest", "international", "national", "news", "newsroom",
        "online", "our", "own", "report", "reporter", "reporters", "reports", "s", "service", "services", "special",
        "staff", "team", "web", "wire", "wires", "with", "world", "writer", "writers",
    ]

    /// Endings of a publication's address that are not part of its name.
    private static let endings = [".co.uk", ".com", ".org", ".net", ".info", ".news"]

    /// News agencies: what they are called, and what else. A table to be reviewed; one that stands nowhere here is
    /// known only by the dateline that names it.
    private static let names: [[String]] = [
        ["associated press", "ap"], ["reuters", "thomson reuters"], ["agence france presse", "afp"],
        ["deutsche presse agentur", "dpa"], ["united press international", "upi"], ["press association", "pa media"],
        ["efe", "agencia efe"], ["ansa", "agenzia ansa"], ["austria presse agentur"], ["anadolu", "anadolu agency"],
        ["tass", "itar tass"], ["interfax"], ["ria novosti"], ["xinhua", "xinhua news agency"],
        ["kyodo", "kyodo news"],
        ["jiji press"], ["yonhap", "yonhap news agency"], ["kcna", "korean central news agency"],
        ["press trust of india", "pti"], ["asian news international", "ani"], ["bernama"], ["antara"],
        ["jewish telegraphic agency", "jta"], ["jewish news syndicate", "jns"], ["wafa"], ["petra"],
        ["islamic republic news agency", "irna"], ["fars", "fars news agency"], ["tasnim", "tasnim news agency"],
        ["saudi press agency"], ["middle east news agency", "mena"], ["emirates news agency"], ["tanjug"],
        ["albanian telegraphic agency", "ata"], ["hina"], ["agerpres"], ["mti"], ["pap", "polish press agency"],
        ["ukrinform"], ["unian"], ["belta"], ["canadian press"], ["australian associated press", "aap"],
    ]

    private static let agencies: [String: String] = {
        var map: [String: String] = [:]
        for group in names {
            for name in group { map[name] = group[0] }
        }
        return map
    }()

    private static let agencyNames = Set(names.map { $0[0] })
}
