import ChanceryCore
import Yams

/// Reads what keeps rules from being told: exceptions, and the classes of participants they speak of.
extension CodebookReader {
    private static let exceptionKeys = [
        "unless", "concepts", "types", "rules", "when", "except", "examples", "counterexamples", "note",
    ]
    private static let traitKeys = ["kind", "sector", "not-sector", "state", "name-end", "said", "taken-over"]

    /// `parties.yaml`: classes of participants, each a list of alternatives.
    mutating func readParties(_ root: Node, _ file: String) {
        guard let mapping = root.mapping else {
            return fault(file, root, "expected `name: [{kind: …, sector: …}, …]`")
        }
        for (key, value) in mapping {
            guard let name = key.string else { continue }
            guard let list = value.sequence else {
                fault(file, key, "the class '\(name)' is written `\(name): [{kind: …, sector: …}, …]`")
                continue
            }
            parties[name] = Set(list.compactMap { traits($0, name, file) })
        }
    }

    private mutating func traits(_ node: Node, _ name: String, _ file: String) -> Codebook.PartyTraits? {
        guard let mapping = node.mapping else {
            fault(file, node, "who belongs to the class '\(name)' is written `{kind: …, sector: …}`")
            return nil
        }
        var traits = Codebook.PartyTraits()
        for (key, value) in mapping {
            let all = strings(value, file).flatMap { expand($0, value, file) }
            switch key.string ?? "" {
            case "kind": traits.kinds = Set(all.compactMap { kind($0, value, file) })
            case "sector": traits.sectors = Set(all.map { $0 == "none" ? "" : $0 })
            case "not-sector": traits.otherSectors = Set(all)
            case "state": traits.hasState = flag(all, of: "state", ["any", "none"], value, file)
            case "name-end": traits.nameEnds = Set(all)
            case "said": traits.said = Set(all)
            case "taken-over": traits.isTakenOver = flag(all, of: "taken-over", ["true", "false"], value, file)
            case let other:
                fault(
                    file, key,
                    "unknown key '\(other)' in the class '\(name)'; known: \(Self.traitKeys.joined(separator: ", "))")
            }
        }
        return traits
    }

    /// Whether the first of two words stands there.
    private mutating func flag(
        _ found: [String], of key: String, _ words: [String], _ node: Node, _ file: String
    ) -> Bool? {
        guard found.count == 1, let place = words.firstIndex(of: found[0]) else {
            fault(file, node, "'\(key)' is \(words.joined(separator: " or "))")
            return nil
        }
        return place == 0
    }

    private mutating func kind(_ word: String, _ node: Node, _ file: String) -> EntityKind? {
        if let kind = EntityKind(rawValue: word) { return kind }
        fault(file, node, "unknown kind '\(word)'; known: \(Self.list(EntityKind.self))")
        return nil
    }

    static func list<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// An exception among the rules of a file: `- unless: TYPE-what-01`.
    mutating func readException(_ node: Node, _ mapping: Node.Mapping, _ file: String) {
        let fields = mapping.fields
        guard let id = fields["unless"]?.string else {
            return fault(file, node, "an exception begins with `- unless: TYPE-what-01`")
        }
        if !fields.keys.allSatisfy({ Self.exceptionKeys.contains($0) }) {
            for (key, _) in mapping where !Self.exceptionKeys.contains(key.string ?? "") {
                let known = Self.exceptionKeys.joined(separator: ", ")
                fault(file, key, "unknown key '\(key.string ?? "")' in exception \(id); known: \(known)")
            }
        }
        if let place = places[id] {
            fault(file, node, "exception \(id) stands at \(place.file):\(place.line) already; ids are unique")
        }
        places[id] = (file, node.mark?.line ?? 1)
        let circumstances =
            circumstances(fields["when"], forbids: false, id, file)
            + circumstances(fields["except"], forbids: true, id, file)
        if circumstances.isEmpty {
            fault(file, node, "exception \(id) has no `when`: say where the words tell no such act")
        }
        let examples = examples(fields["examples"], id, file)
        let counterexamples = fields["counterexamples"].map { strings($0, file) } ?? []
        if counterexamples.isEmpty, hasExamples {
            fault(file, node, "exception \(id) has no counterexample; every exception carries at least one")
        }
        if examples.isEmpty, hasExamples {
            fault(file, node, "exception \(id) has no example: give a sentence that tells such an act all the same")
        }
        let exception = Codebook.Exception(
            id: id, scope: scope(fields, id, file), circumstances: circumstances, examples: examples,
            counterexamples: counterexamples, file: file, line: node.mark?.line ?? 1)
        if let known = exceptions.firstIndex(where: { $0.id == id }) {
            exceptions[known] = exception
        } else {
            exceptions.append(exception)
        }
    }

    private mutating func scope(_ fields: [String: Node], _ id: String, _ file: String) -> Codebook.Scope {
        var scope = Codebook.Scope()
        if let node = fields["concepts"] {
            scope.concepts = Set(strings(node, file).flatMap { expand($0, node, file) })
            for name in scope.concepts.sorted() where concepts[name] == nil && !concepts.isEmpty {
                fault(
                    file, node, "exception \(id) is for the concept '\(name)', which concepts.yaml does not define")
            }
        }
        if let node = fields["types"] {
            scope.types = Set(strings(node, file))
            for name in scope.types.sorted() where !Self.types.contains(name) {
                let known = Self.types.sorted().joined(separator: ", ")
                fault(file, node, "exception \(id) is for the type '\(name)'; it must be one of \(known)")
            }
        }
        if let node = fields["rules"] {
            scope.rules = Set(strings(node, file))
            // The rules may stand in a file that is yet to be read.
            for name in scope.rules.sorted() { namedRules.append((name, id, file, node.mark?.line ?? 1)) }
        }
        return scope
    }

    /// The faults of exceptions for rules that there are not.
    func faultsOfNamedRules() -> [CodebookError.Fault] {
        let known = Set(rules.map(\.id))
        return namedRules.filter { !known.contains($0.rule) }.map {
            .init(
                file: $0.file, line: $0.line,
                message: "exception \($0.exception) is for the rule '\($0.rule)', which does not exist")
        }
    }

    private mutating func circumstances(
        _ node: Node?, forbids: Bool, _ id: String, _ file: String
    ) -> [Codebook.Circumstance] {
        guard let node else { return [] }
        guard let mapping = node.mapping else {
            fault(file, node, "`when` and `except` of exception \(id) are written `{object: [word, …], actor: [none]}`")
            return []
        }
        return mapping.compactMap { key, value in
            guard var name = key.string else { return nil }
            let isOfEvery = name.hasPrefix("every ")
            if isOfEvery { name.removeFirst("every ".count) }
            return Codebook.Circumstance(
                place: place(name, value, isOfEvery: isOfEvery, file), isOfEvery: isOfEvery, isForbidden: forbids)
        }
    }

    private mutating func place(
        _ name: String, _ value: Node, isOfEvery: Bool, _ file: String
    ) -> Codebook.Circumstance.Place {
        let all = strings(value, file)
        if isOfEvery, all.contains(where: { ["any", "none", "several", "several-states"].contains($0) }) {
            fault(file, value, "`every \(name)` fits where there is nothing; say `any` and `none` of `\(name)` alone")
        }
        if let side = Codebook.Circumstance.Side(rawValue: name) { return .parties(side, partyTest(all, value, file)) }
        switch name {
        case "word": return .word(wordTest(all, value, file))
        case "form": return .word(wordTest(all.map { "form:\($0)" }, value, file))
        default: return .slot(Codebook.Slot(name), wordTest(all, value, file))
        }
    }

    private mutating func wordTest(_ all: [String], _ node: Node, _ file: String) -> Codebook.WordTest {
        var test = Codebook.WordTest()
        for word in all {
            switch word {
            case "any": test.acceptsAny = true
            case "none": test.acceptsNone = true
            case _ where word.hasPrefix("form:"):
                if let form = Codebook.WordForm(rawValue: String(word.dropFirst("form:".count))) {
                    test.forms.insert(form)
                } else {
                    fault(file, node, "unknown form '\(word)'; known: \(Self.list(Codebook.WordForm.self))")
                }
            default: test.words.formUnion(expand(word, node, file))
            }
        }
        return test
    }

    private mutating func partyTest(_ all: [String], _ node: Node, _ file: String) -> Codebook.PartyTest {
        var test = Codebook.PartyTest()
        for word in all {
            let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first ?? "", parts.count > 1 ? parts[1] : nil) {
            case ("any", nil): test.acceptsAny = true
            case ("none", nil): test.acceptsNone = true
            case ("several", nil): test.acceptsSeveral = true
            case ("several-states", nil): test.acceptsSeveralStates = true
            case ("same-state", nil): test.acceptsCompatriots = true
            case ("kind", let name?):
                if let kind = kind(name, node, file) { test.traits.insert(.init(kinds: [kind])) }
            case ("sector", let name?): test.traits.insert(.init(sectors: [name]))
            case ("at", let slot?): test.slots.insert(Codebook.Slot(slot))
            case (let name, nil) where name.hasPrefix("@"):
                guard let known = parties[String(name.dropFirst())] else {
                    fault(file, node, "the class of participants '\(name)' is not in parties.yaml")
                    continue
                }
                test.traits.formUnion(known)
            default:
                fault(
                    file, node,
                    "unknown participant '\(word)'; known: any, none, several, several-states, same-state, kind:…, "
                        + "sector:…, at:SLOT, and the classes of parties.yaml as @name")
            }
        }
        return test
    }
}
