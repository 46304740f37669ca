import ChanceryCore
import Yams

/// Reads a codebook from its YAML files, and finds every fault in them in one run.
///
/// A codebook is `types.yaml` (what PLOVER's types say of who takes part), `slots.yaml` (where parties are looked for),
/// `concepts.yaml`, `words.yaml` (named word lists), `parties.yaml` (classes of participants), and rule files, each a list of
/// rules and of exceptions to them. See `Documentation/codebook.md`.
public struct CodebookReader {
    private var faults: [CodebookError.Fault] = []
    /// Whether the examples are read of the files at hand.
    private(set) var hasExamples = true
    var concepts: [String: Codebook.Concept] = [:]
    /// The PLOVER types that have each trait of `types.yaml`.
    var typesByTrait: [String: Set<String>] = [:]
    /// The lists of `slots.yaml`.
    var slotTable = Codebook.SlotTable()
    private var words: [String: Set<String>] = [:]
    var parties: [String: Set<Codebook.PartyTraits>] = [:]
    private(set) var rules: [Codebook.Rule] = []
    private var writtenSlots = WrittenSlots()
    /// Where each rule stands among them, by its id.
    private var numbers: [String: Int] = [:]
    var exceptions: [Codebook.Exception] = []
    /// The rules that exceptions are for, with where these stand.
    var namedRules: [(rule: String, exception: String, file: String, line: Int)] = []
    /// Where each rule and exception of the files that are being read stands.
    var places: [String: (file: String, line: Int)] = [:]

    /// The sixteen PLOVER types.
    static let types = Set(Event.types)
    private static let ruleKeys: Set<String> = [
        "id", "concept", "verbs", "nouns", "adjectives", "when", "unless", "actor", "recipient", "needs-recipient",
        "needs-actor",
        "examples", "counterexamples", "note",
    ]

    private static let exampleKeys: Set<String> = ["text", "actors", "recipients", "modality"]

    private init() {}

    /// The codebook that comes with the program, extended by a user's files: a rule or concept with a known id or name
    /// replaces ours.
    ///
    /// - Parameter hasExamplesOfBase: whether the examples of the files that are extended are read as well.
    /// - Throws: ``CodebookError`` with every fault found.
    public static func read(
        _ sources: [Source], extending base: [Source] = [], hasExamplesOfBase: Bool = true
    ) throws(CodebookError) -> Codebook {
        var reader = CodebookReader()
        for (group, hasExamples) in [(base, hasExamplesOfBase), (sources, true)] {
            reader.hasExamples = hasExamples
            // Concepts and words first: rules refer to them.
            let ordered = group.sorted {
                Self.rank($0.name) == Self.rank($1.name) ? $0.name < $1.name : Self.rank($0.name) < Self.rank($1.name)
            }
            reader.places = [:]
            let trees = YAMLTrees.read(
                ordered.map { hasExamples || Self.rank($0.name) < Self.rankOfRules ? $0.text : $0.textWithoutExamples })
            for (source, tree) in zip(ordered, trees) { reader.read(source, tree) }
        }
        reader.faults += reader.faultsOfNamedRules()
        // Only the files given last can be at fault: a user's rule may well take the place of one of ours.
        if reader.faults.isEmpty {
            reader.faults = RuleOverlap(reader.rules, concepts: reader.concepts).faults(
                ofRules: Set(reader.places.keys))
        }
        guard reader.faults.isEmpty else {
            throw CodebookError(faults: reader.faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
        }
        let all = (base + sources).sorted { $0.name < $1.name }.map { $0.name + "\u{0}" + $0.text }
        let version = String(Digest.sha256(all.joined(separator: "\u{0}")).prefix(12))
        return Codebook(
            concepts: reader.concepts, rules: reader.rules, exceptions: reader.exceptions, words: reader.words,
            slots: reader.slotTable, version: version)
    }

    private static func rank(_ name: String) -> Int {
        switch name {
        case "types.yaml", "slots.yaml": 0
        case "concepts.yaml": 1
        case "words.yaml": 2
        case "parties.yaml": 3
        default: rankOfRules
        }
    }

    private static let rankOfRules = 4

    mutating func fault(_ file: String, _ node: Node?, _ message: String) {
        faults.append(.init(file: file, line: node?.mark?.line ?? 1, message: message))
    }

    private mutating func read(_ source: Source, _ tree: Result<Node?, any Error>) {
        let root: Node?
        switch tree {
        case .success(let node): root = node
        case .failure(let error as YamlError):
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                faults.append(.init(file: source.name, line: mark.line, message: "not YAML: \(problem)"))
            default:
                faults.append(.init(file: source.name, line: 1, message: "not YAML: \(error)"))
            }
            return
        case .failure(let error):
            faults.append(.init(file: source.name, line: 1, message: "not YAML: \(error)"))
            return
        }
        guard let root else { return }
        switch source.name {
        case "types.yaml": readTypes(root, source.name)
        case "slots.yaml": readSlots(root, source.name)
        case "concepts.yaml": readConcepts(root, source.name)
        case "words.yaml": readWords(root, source.name)
        case "parties.yaml": readParties(root, source.name)
        case "light-verbs.yaml":
            fault(source.name, root, "light verbs are words of grammar and no part of a codebook: take the file out")
        default: readRules(root, source.name)
        }
    }

    private mutating func readConcepts(_ root: Node, _ file: String) {
        guard let mapping = root.mapping else { return fault(file, root, "expected a list of `concept: {type: …}`") }
        for (key, value) in mapping {
            guard let name = key.string, let mapping = value.mapping else {
                fault(file, key, "expected `concept: {type: …}`")
                continue
            }
            let fields = mapping.fields
            let type = fields["type"]?.string ?? ""
            if !Self.types.contains(type) {
                fault(
                    file, value,
                    "concept '\(name)' has the type '\(type)'; it must be one of \(Self.types.sorted().joined(separator: ", "))"
                )
            }
            for (field, _) in mapping
            where ![
                "type", "modes", "contexts", "reciprocal", "governs", "implies-other", "foreign", "joint", "official",
                "beside", "bilateral", "declared", "by-violence", "clause-beside", "envoy",
            ].contains(
                field.string ?? "")
            {
                fault(file, field, "unknown key '\(field.string ?? "")' in concept '\(name)'")
            }
            concepts[name] = Codebook.Concept(
                name: name, type: type, modes: fields["modes"].map { strings($0, file) } ?? [],
                contexts: fields["contexts"].map { strings($0, file) } ?? [],
                isReciprocal: fields["reciprocal"]?.bool ?? false, governsComplement: fields["governs"]?.bool ?? false,
                impliesOther: fields["implies-other"]?.bool ?? false,
                isBilateral: fields["bilateral"]?.bool ?? false, isOfEnvoy: fields["envoy"]?.bool ?? false,
                isDeclared: fields["declared"]?.bool ?? false,
                isForeign: fields["foreign"]?.bool ?? false, isJoint: fields["joint"]?.bool ?? false,
                isOfficial: fields["official"]?.bool ?? false, leavesObject: fields["beside"]?.bool ?? false,
                isDoneByViolence: fields["by-violence"]?.bool ?? false,
                keepsClause: fields["clause-beside"]?.bool ?? false, traits: traits(ofType: type))
        }
    }

    private mutating func readWords(_ root: Node, _ file: String) {
        guard let mapping = root.mapping else { return fault(file, root, "expected `name: [word, …]`") }
        for (key, value) in mapping {
            guard let name = key.string else { continue }
            words[name] = Set(strings(value, file).flatMap { expand($0, value, file) })
        }
    }

    private mutating func readRules(_ root: Node, _ file: String) {
        guard let list = root.sequence else {
            return fault(file, root, "expected a list of rules, each beginning with `- id:`")
        }
        for node in list {
            let fields = node.mapping?.fields ?? [:]
            // A rule has an `unless` of its own, an exception is one.
            if let mapping = node.mapping, fields["id"] == nil, fields["unless"] != nil {
                readException(node, mapping, file)
            } else {
                readRule(node, fields, file)
            }
        }
    }

    private mutating func readRule(_ node: Node, _ fields: [String: Node], _ file: String) {
        guard let mapping = node.mapping, let id = fields["id"]?.string else {
            return fault(file, node, "a rule begins with `- id: TYPE-concept-01`")
        }
        // Going through a mapping copies it: only a fault is worth that.
        if !fields.keys.allSatisfy({ Self.ruleKeys.contains($0) }) {
            for (key, _) in mapping where !Self.ruleKeys.contains(key.string ?? "") {
                let known = Self.ruleKeys.sorted().joined(separator: ", ")
                fault(file, key, "unknown key '\(key.string ?? "")' in rule \(id); known: \(known)")
            }
        }
        let concept = fields["concept"]?.string ?? ""
        // Where concepts.yaml itself is broken, its own fault says so; every rule after it would only repeat it.
        if concepts[concept] == nil, !concepts.isEmpty {
            fault(file, node, "rule \(id) yields the concept '\(concept)', which concepts.yaml does not define")
        }
        if let place = places[id] {
            fault(file, node, "rule \(id) stands at \(place.file):\(place.line) already; ids are unique")
        }
        places[id] = (file, node.mark?.line ?? 1)
        var triggers: [Codebook.Trigger] = []
        for (key, part) in [("verbs", Codebook.Trigger.Part.verb), ("nouns", .noun), ("adjectives", .adjective)] {
            guard let list = fields[key] else { continue }
            for text in strings(list, file).flatMap({ expand($0, list, file).sorted() }) {
                let parts = text.split(separator: " ").map(String.init)
                guard let first = parts.first, let last = parts.last else { continue }
                triggers.append(
                    part == .noun
                        ? .init(part: part, lemma: last, extraWords: Array(parts.dropLast()))
                        : .init(part: part, lemma: first, extraWords: Array(parts.dropFirst())))
            }
        }
        if triggers.isEmpty { fault(file, node, "rule \(id) has no trigger: give verbs, nouns or adjectives") }
        let examples = examples(fields["examples"], id, file)
        if examples.isEmpty, hasExamples {
            fault(file, node, "rule \(id) has no example; every rule carries at least one")
        }
        let conditions =
            conditions(fields["when"], forbids: false, id, file) + conditions(fields["unless"], forbids: true, id, file)
        let rule = Codebook.Rule(
            id: id, concept: concept, triggers: triggers, conditions: conditions,
            actor: slots(fields["actor"], file) ?? standardSlots(triggers).actor,
            recipient: slots(fields["recipient"], file) ?? standardSlots(triggers).recipient,
            needsRecipient: fields["needs-recipient"]?.bool ?? false,
            needsActor: fields["needs-actor"]?.bool ?? needsActor(triggers, concepts[concept]?.traits ?? []),
            examples: examples,
            counterexamples: fields["counterexamples"].map { strings($0, file) } ?? [], file: file,
            line: node.mark?.line ?? 1)
        if let known = numbers[id] {
            rules[known] = rule
        } else {
            numbers[id] = rules.count
            rules.append(rule)
        }
    }

    /// Where the actors and recipients of a rule are looked for that does not say.
    private func standardSlots(_ triggers: [Codebook.Trigger]) -> (actor: [Codebook.Slot], recipient: [Codebook.Slot]) {
        triggers.contains { $0.part == .noun }
            ? (slotTable.nounActor, slotTable.nounRecipient) : (slotTable.verbActor, slotTable.verbRecipient)
    }

    /// An event noun of cooperation or of words says little without an actor ("support for Osk"); violence and coercion
    /// are often told from the victim's side.
    private func needsActor(_ triggers: [Codebook.Trigger], _ traits: Codebook.TypeTraits) -> Bool {
        triggers.contains { $0.part == .noun } && !traits.contains(.actorless)
    }

    private mutating func slots(_ node: Node?, _ file: String) -> [Codebook.Slot]? {
        guard let node else { return nil }
        return strings(node, file).map { writtenSlots.slot($0) }
    }

    private mutating func conditions(_ node: Node?, forbids: Bool, _ id: String, _ file: String) -> [Codebook.Condition]
    {
        guard let node else { return [] }
        guard let mapping = node.mapping else {
            fault(file, node, "`when` and `unless` of rule \(id) are written `{object: [word, …]}`")
            return []
        }
        return mapping.compactMap { key, value in
            guard let written = key.string else { return nil }
            let all = strings(value, file)
            let kinds =
                all.contains { $0.hasPrefix("kind:") }
                ? EntityKind.allCases.filter { all.contains("kind:\($0.rawValue)") } : []
            let words = all.filter { $0 != "party" && $0 != "any" && !$0.hasPrefix("kind:") }
            return Codebook.Condition(
                slot: writtenSlots.slot(written), words: Set(words.flatMap { expand($0, value, file) }),
                acceptsParty: all.contains("party"), kinds: Set(kinds), isForbidden: forbids)
        }
    }

    mutating func examples(_ node: Node?, _ id: String, _ file: String) -> [Codebook.Example] {
        (node?.sequence).map { $0.compactMap { example($0, id, file) } } ?? []
    }

    private mutating func example(_ node: Node, _ id: String, _ file: String) -> Codebook.Example? {
        guard let mapping = node.mapping, case let fields = mapping.fields, let text = fields["text"]?.string
        else {
            fault(file, node, "an example of \(id) is written `- {text: …, actors: […], recipients: […]}`")
            return nil
        }
        if !fields.keys.allSatisfy({ Self.exampleKeys.contains($0) }) {
            for (key, _) in mapping where !Self.exampleKeys.contains(key.string ?? "") {
                fault(file, key, "unknown key '\(key.string ?? "")' in an example of \(id)")
            }
        }
        let modality = fields["modality"]?.string ?? "asserted"
        if Modality(rawValue: modality) == nil {
            fault(
                file, node,
                "unknown modality '\(modality)'; known: \(Modality.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return Codebook.Example(
            text: text, actors: fields["actors"].map { strings($0, file) } ?? [],
            recipients: fields["recipients"].map { strings($0, file) } ?? [], modality: modality,
            line: node.mark?.line ?? 1)
    }

    /// A list of words, or one word, as it stands in the file.
    mutating func strings(_ node: Node, _ file: String) -> [String] {
        if let list = node.sequence {
            return list.compactMap { item in
                guard let text = item.string else {
                    fault(file, item, "expected a word")
                    return nil
                }
                return text
            }
        }
        if let text = node.string { return [text] }
        fault(file, node, "expected a word or a list of words")
        return []
    }

    /// The words behind `@name`, or the word itself.
    mutating func expand(_ word: String, _ node: Node, _ file: String) -> [String] {
        guard word.hasPrefix("@") else { return [word] }
        guard let list = words[String(word.dropFirst())] else {
            fault(file, node, "the word list '\(word)' is not in words.yaml")
            return []
        }
        return list.sorted()
    }
}
