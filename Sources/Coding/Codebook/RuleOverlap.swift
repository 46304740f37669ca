/// Finds rules that can never speak: copies of another, and rules that another with the same or wider words and
/// conditions always precedes.
///
/// Of the rules that fit at a word the narrowest speaks, then the first in the files (see ``EventFinder``). So a rule is
/// dead where for each of its trigger words some rule comes before it, fits wherever it fits, and finds its parties
/// wherever it finds them. What is reported is certain; a rule may be dead for reasons that only its examples show,
/// which ``CodebookChecker`` runs.
struct RuleOverlap {
    private let rules: [Codebook.Rule]
    private let concepts: [String: Codebook.Concept]
    /// The rules by the word and part of their triggers.
    private var byTrigger: [String: [Int]] = [:]

    init(_ rules: [Codebook.Rule], concepts: [String: Codebook.Concept]) {
        self.rules = rules
        self.concepts = concepts
        for (number, rule) in rules.enumerated() {
            for key in Set(rule.triggers.map(Self.key)) { byTrigger[key, default: []].append(number) }
        }
    }

    /// The faults of the rules with the given ids.
    func faults(ofRules ids: Set<String>) -> [CodebookError.Fault] {
        rules.indices.filter { ids.contains(rules[$0].id) }.compactMap { number in
            copied(number).map { fault(copy: number, of: $0) } ?? preceding(number).map { fault(dead: number, by: $0) }
        }
    }

    private static func key(_ trigger: Codebook.Trigger) -> String { "\(trigger.part.rawValue) \(trigger.lemma)" }

    /// An earlier rule with the same words, conditions and needs.
    private func copied(_ number: Int) -> Int? {
        let rule = rules[number]
        guard let first = rule.triggers.first else { return nil }
        return byTrigger[Self.key(first)]?.first { other in
            other < number && Set(rules[other].triggers) == Set(rule.triggers)
                && Set(rules[other].conditions) == Set(rule.conditions)
                && rules[other].needsRecipient == rule.needsRecipient && rules[other].needsActor == rule.needsActor
        }
    }

    /// For each trigger of a rule one that always speaks in its stead; nil where the rule has a trigger of its own.
    private func preceding(_ number: Int) -> [Int]? {
        var found: [Int] = []
        for trigger in rules[number].triggers {
            guard
                let other = byTrigger[Self.key(trigger)]?.first(where: { other in
                    other != number && precedes(other, number) && fits(rules[other], wherever: trigger)
                        && isWider(rules[other], than: rules[number])
                })
            else { return nil }
            if !found.contains(other) { found.append(other) }
        }
        return found.isEmpty ? nil : found
    }

    private func precedes(_ other: Int, _ number: Int) -> Bool {
        let (theirs, own) = (rules[other].specificity, rules[number].specificity)
        return theirs > own || (theirs == own && other < number)
    }

    /// Whether one of a rule's triggers fits wherever the given one does.
    private func fits(_ rule: Codebook.Rule, wherever trigger: Codebook.Trigger) -> Bool {
        rule.triggers.contains { other in
            other.part == trigger.part && other.lemma == trigger.lemma
                // A particle that a trigger does not name can make another verb of it.
                && (other.part == .verb
                    ? Set(other.extraWords) == Set(trigger.extraWords)
                    : Set(other.extraWords).isSubset(of: trigger.extraWords))
        }
    }

    /// Whether a rule's conditions are met wherever the other's are, and its parties found wherever the other's are.
    private func isWider(_ rule: Codebook.Rule, than narrow: Codebook.Rule) -> Bool {
        let isForeign = concepts[rule.concept]?.isForeign ?? false
        let hasSameSlots = rule.actor == narrow.actor && rule.recipient == narrow.recipient
        guard !isForeign || concepts[narrow.concept]?.isForeign == true,
            // A wider search for actors could take the very party that is asked for as recipient.
            !rule.needsRecipient || (narrow.needsRecipient && hasSameSlots), !rule.needsActor || narrow.needsActor,
            // A verb whose subject names nobody is passed over.
            rule.actor.first == narrow.actor.first || rule.actor.first?.steps != ["subject"],
            Set(narrow.actor).isSubset(of: rule.actor), Set(narrow.recipient).isSubset(of: rule.recipient)
        else { return false }
        return rule.conditions.allSatisfy { condition in
            narrow.conditions.contains { other in
                other.slot == condition.slot && other.isForbidden == condition.isForbidden
                    && (condition.isForbidden
                        ? condition.accepts(nothingBeyond: other) : other.accepts(nothingBeyond: condition))
            }
        }
    }

    private func fault(copy number: Int, of other: Int) -> CodebookError.Fault {
        fault(
            number,
            "has the same words and conditions as \(place(other)); join the two, or give one a condition of its own"
        )
    }

    private func fault(dead number: Int, by others: [Int]) -> CodebookError.Fault {
        let names = others.map(place).joined(separator: ", ")
        return fault(
            number,
            "never speaks: \(names) always comes before it, with the same or wider conditions; narrow its conditions, "
                + "put it before the other, or give it the other's id to replace that one")
    }

    private func fault(_ number: Int, _ message: String) -> CodebookError.Fault {
        .init(file: rules[number].file, line: rules[number].line, message: "rule \(rules[number].id) \(message)")
    }

    private func place(_ number: Int) -> String {
        "\(rules[number].id) (\(rules[number].file):\(rules[number].line))"
    }
}

extension Codebook.Condition {
    /// Whether whatever fits here fits the other, too.
    fileprivate func accepts(nothingBeyond other: Self) -> Bool {
        if other.acceptsAny { return true }
        if acceptsAny { return false }
        // "diplomatic relation" fits wherever "relation" does.
        let fits = words.allSatisfy { word in
            other.words.contains(word)
                || word.split(separator: " ").last.map { other.words.contains(String($0)) } == true
        }
        return fits && (!acceptsParty || other.acceptsParty)
            && (other.acceptsParty || kinds.isSubset(of: other.kinds))
    }
}
