import ChanceryCore

/// Common nouns that stand for parties, and the words around names; from `roles.tsv`, `titles.tsv`
/// and `relations.tsv`.
struct RoleTable: Sendable {
    /// What a phrase with such a noun at its head stands for.
    enum Class: String, Sendable, CaseIterable {
        case government, mission, organ, office, person, group, people, country, organisation, side
    }

    /// One noun or group of words.
    struct Role: Hashable, Sendable {
        let noun: Class
        let sector: String
        let words: [String]
        /// Whether the words stand in the plural.
        let isPlural: Bool
        /// The words in the singular: "foreign minister" of "foreign ministers".
        let singular: String
        /// The code of the one state that has such an office, or empty.
        var code = ""
    }

    /// Words before a name.
    enum Title: String, Sendable, CaseIterable {
        case male = "honorific-m"
        case female = "honorific-f"
        case honorific, particle, former, deputy, thing, suffix
        case givenMale = "given-m"
        case givenFemale = "given-f"
        case givenTime = "given-time"
    }

    /// Words that place one party beside another; from `relations.tsv`.
    enum Relation: String, Sendable, CaseIterable { case relational, peer, companion }

    /// Roles by their last word, longest first.
    private var byLastWord: [String: [Role]] = [:]
    private var lastWords = WordSieve([])
    private var titles: [Title: Set<String>] = [:]
    /// The words of `titles`: most names begin with none of them.
    private var titleWords = WordSieve([])
    private var relations: [Relation: Set<String>] = [:]

    /// - Parameter hissing: endings of nouns whose plural ends in "es".
    init(
        roles: EntityTable, titles table: EntityTable, relations related: EntityTable, hissing: [String]
    ) throws(EntityDataError) {
        for row in related.rows {
            guard let relation = Relation(rawValue: row[0]) else {
                throw .value(
                    related.file, row.line, row[0], of: "class of relation", allowed: Relation.allCases.map(\.rawValue))
            }
            relations[relation, default: []].formUnion(row.list(1))
        }
        for row in roles.rows {
            guard let noun = Class(rawValue: row[0]) else {
                throw .value(
                    roles.file, row.line, row[0], of: "class of role", allowed: Class.allCases.map(\.rawValue))
            }
            for entry in row.list(2) {
                let parts = entry.split(separator: "/").map(String.init)
                guard let singular = parts.first else { continue }
                let one = Role(
                    noun: noun, sector: row[1], words: Self.words(singular), isPlural: false, singular: singular,
                    code: row[3])
                add(one)
                let plural = parts.count > 1 ? parts[1] : Self.plural(singular, hissing: hissing)
                if plural != singular {
                    add(
                        Role(
                            noun: noun, sector: row[1], words: Self.words(plural), isPlural: true, singular: singular,
                            code: row[3]))
                }
            }
        }
        lastWords = WordSieve(byLastWord.keys)
        for row in table.rows {
            guard let title = Title(rawValue: row[0]) else {
                throw .value(
                    table.file, row.line, row[0], of: "class of title", allowed: Title.allCases.map(\.rawValue))
            }
            titles[title, default: []].formUnion(row.list(1))
        }
        titleWords = WordSieve(titles.values.joined())
    }

    private mutating func add(_ role: Role) {
        guard let last = role.words.last else { return }
        var roles = byLastWord[last] ?? []
        if roles.contains(where: { $0.words == role.words }) { return }
        let place = roles.firstIndex { $0.words.count < role.words.count } ?? roles.count
        roles.insert(role, at: place)
        byLastWord[last] = roles
    }

    /// Whether a role may end with a word of this key.
    func mayEnd(with key: UInt32) -> Bool { lastWords.mayHold(key) }

    /// The longest role that ends with the token at `end - 1`, and the token it begins with.
    func role(endingAt end: Int, from low: Int, words lower: (Int) -> String) -> (role: Role, start: Int)? {
        guard end > low, let candidates = byLastWord[lower(end - 1)] else { return nil }
        for role in candidates where role.words.count <= end - low {
            let start = end - role.words.count
            var fits = true
            for (place, word) in role.words.enumerated() where lower(start + place) != word {
                fits = false
                break
            }
            if fits { return (role, start) }
        }
        return nil
    }

    /// Whether a word is listed in a class of `titles.tsv`.
    func isTitle(_ word: String, _ title: Title) -> Bool {
        titleWords.mayHold(WordSieve.key(word)) && titles[title]?.contains(word) ?? false
    }

    /// Whether a word, in the singular, is listed in a class of `relations.tsv`.
    func isRelation(_ word: String, _ relation: Relation) -> Bool { relations[relation]?.contains(word) ?? false }

    /// Whether a role names somebody as another sees them: "ally", "counterpart".
    func isRelational(_ role: Role) -> Bool { isRelation(role.singular, .relational) }

    /// Whether a word is an honorific of any sort.
    func isHonorific(_ word: String) -> Bool {
        isTitle(word, .male) || isTitle(word, .female) || isTitle(word, .honorific)
    }

    /// A role's words as the tokenizer cuts them: hyphens stand alone.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        for part in text.pieces(partedBy: " ") {
            var rest = part
            if rest.hasSuffix("'s") { rest = rest.dropLast(2) }
            for (place, piece) in rest.pieces(partedBy: "-").enumerated() {
                if place > 0 { words.append("-") }
                words.append(String(piece))
            }
            if rest.endIndex != part.endIndex { words.append("'s") }
        }
        return words
    }

    /// The plural of a noun, by its ending.
    static func plural(_ noun: String, hissing: [String]) -> String {
        let lower = noun
        for ending in hissing where lower.hasSuffix(ending) {
            return ending == "s" && !lower.hasSuffix("ss") ? noun : noun + "es"
        }
        if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) {
            return noun.dropLast() + "ies"
        }
        return noun + "s"
    }
}
