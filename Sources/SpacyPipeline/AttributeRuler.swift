/// Patterns over tokens that set parts of speech, morphology and lemmas, as spaCy's `AttributeRuler`.
///
/// All patterns are matched against the tokens as tagger and parser left them; then they are applied in order, so
/// that later ones win.
struct AttributeRuler: Sendable {
    /// What a pattern asks of a token.
    struct Subject {
        let form: Form
        let tag: String
        let dep: String
    }

    /// What patterns have set on a token.
    struct Settings: Sendable {
        var tag: String?
        var pos: String?
        var morph: String?
        var lemma: String?
        var dep: String?

        /// Takes over what a later pattern sets.
        mutating func override(_ later: Settings) {
            tag = later.tag ?? tag
            pos = later.pos ?? pos
            morph = later.morph ?? morph
            lemma = later.lemma ?? lemma
            dep = later.dep ?? dep
        }
    }

    /// A test of one attribute of a token.
    struct Test: Sendable {
        enum Attribute: String, Sendable {
            case tag = "TAG"
            case dep = "DEP"
            case lower = "LOWER"
            case orth = "ORTH"
            case text = "TEXT"
            case isSpace = "IS_SPACE"
        }

        enum Condition: Sendable {
            case equals(ExactText)
            case isIn(Set<ExactText>)
            case isNotIn(Set<ExactText>)
            case matches(Pattern)
            case isSpace(Bool)
        }

        let attribute: Attribute
        let condition: Condition

        /// The values of the attribute that pass this test, where it is a short list.
        func values(of wanted: Attribute) -> [ExactText]? {
            if attribute != wanted { return nil }
            switch condition {
            case .equals(let value): return [value]
            case .isIn(let values): return Array(values)
            default: return nil
            }
        }

        func holds(_ subject: Subject) -> Bool {
            if case .isSpace(let wanted) = condition { return subject.form.isSpace == wanted }
            let value: String
            switch attribute {
            case .tag: value = subject.tag
            case .dep: value = subject.dep
            case .lower: value = subject.form.lower
            case .orth, .text: value = subject.form.text
            case .isSpace: return false
            }
            switch condition {
            case .equals(let wanted): return ExactText(value) == wanted
            case .isIn(let wanted): return wanted.contains(ExactText(value))
            case .isNotIn(let excluded): return !excluded.contains(ExactText(value))
            case .matches(let pattern): return pattern.matches(value)
            case .isSpace: return false
            }
        }
    }

    /// A sequence of tokens, and what to set on one of them.
    struct Rule: Sendable {
        let tokens: [[Test]]
        let target: Int
        let settings: Settings

        func matches(_ place: Int, _ subject: Subject) -> Bool {
            tokens[place].allSatisfy { $0.holds(subject) }
        }
    }

    /// The rules in order of application.
    let rules: [Rule]
    /// The places of the rules that look at several tokens.
    let sequences: [Int]
    /// The places of the rules that look at one token alone: by the tag or the lower-case form they ask for, and those
    /// that ask for neither. A word meets few rules this way.
    private var byTag: [ExactText: [Int]] = [:]
    private var byLower: [ExactText: [Int]] = [:]
    private var others: [Int] = []

    /// Makes a ruler of rules in order.
    init(rules: [Rule]) {
        self.rules = rules
        sequences = rules.indices.filter { rules[$0].tokens.count > 1 }
        for (place, rule) in rules.enumerated() where rule.tokens.count == 1 {
            if let tags = rule.tokens[0].lazy.compactMap({ $0.values(of: .tag) }).first {
                for tag in tags { byTag[tag, default: []].append(place) }
            } else if let forms = rule.tokens[0].lazy.compactMap({ $0.values(of: .lower) }).first {
                for form in forms { byLower[form, default: []].append(place) }
            } else {
                others.append(place)
            }
        }
    }

    /// What the rules set on a token, given the sequence rules that were found to match it.
    func settings(_ subject: Subject, sequences found: [Int]) -> Settings {
        var matching = found
        let candidates = [
            byTag[ExactText(subject.tag)] ?? [], byLower[ExactText(subject.form.lower)] ?? [], others,
        ]
        for places in candidates {
            for place in places where rules[place].matches(0, subject) { matching.append(place) }
        }
        matching.sort()
        var result = Settings()
        for place in matching { result.override(rules[place].settings) }
        return result
    }

    /// Reads the patterns of a model's attribute ruler.
    init(folder: ModelFolder) throws(ModelError) {
        let file = "attribute_ruler/patterns"
        let path = folder.path(file)
        guard let items = try folder.messagePack(file).items else { throw ModelError.damaged(path, "no patterns") }
        var rules: [Rule] = []
        for item in items {
            guard let patterns = item["patterns"]?.items, let attributes = item["attrs"]?.pairs,
                let index = item["index"]?.integer
            else { throw ModelError.damaged(path, "a malformed pattern") }
            var settings = Settings()
            for (name, value) in attributes {
                guard let name = name.text, let value = value.text else {
                    throw ModelError.damaged(path, "a malformed pattern")
                }
                switch name {
                case "TAG": settings.tag = value
                case "POS": settings.pos = value
                case "MORPH": settings.morph = value == "_" ? "" : value
                case "LEMMA": settings.lemma = value
                case "DEP": settings.dep = value
                default: throw ModelError.unsupported(path, "a pattern that sets \(name)")
                }
            }
            for pattern in patterns {
                var tokens: [[Test]] = []
                for token in pattern.items ?? [] { tokens.append(try AttributeRuler.tests(token, path)) }
                let target = index < 0 ? index + tokens.count : index
                guard tokens.indices.contains(target) else { throw ModelError.damaged(path, "a pattern out of range") }
                rules.append(Rule(tokens: tokens, target: target, settings: settings))
            }
        }
        self.init(rules: rules)
    }

    private static func tests(_ token: MessagePack, _ path: String) throws(ModelError) -> [Test] {
        var tests: [Test] = []
        for (name, value) in token.pairs ?? [] {
            guard let attribute = name.text.flatMap(Test.Attribute.init(rawValue:)) else {
                throw ModelError.unsupported(path, "a pattern over \(name.text ?? "an unknown attribute")")
            }
            tests.append(Test(attribute: attribute, condition: try condition(value, path)))
        }
        return tests
    }

    private static func condition(_ value: MessagePack, _ path: String) throws(ModelError) -> Test.Condition {
        if let text = value.text { return .equals(ExactText(text)) }
        if case .bool(let flag) = value { return .isSpace(flag) }
        guard let pairs = value.pairs, pairs.count == 1, let predicate = pairs[0].key.text else {
            throw ModelError.unsupported(path, "a pattern with several predicates")
        }
        let names = (pairs[0].value.items ?? []).compactMap(\.text).map(ExactText.init)
        switch predicate {
        case "IN": return .isIn(Set(names))
        case "NOT_IN": return .isNotIn(Set(names))
        case "REGEX":
            guard let source = pairs[0].value.text, let pattern = try? Pattern(source) else {
                throw ModelError.unsupported(path, "a pattern with an expression it cannot read")
            }
            return .matches(pattern)
        default: throw ModelError.unsupported(path, "the predicate \(predicate)")
        }
    }
}
