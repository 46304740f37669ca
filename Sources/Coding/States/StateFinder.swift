import ChanceryCore
import SpacyPipeline

/// Finds relations that hold over time: missions, membership, offices, recognition, stance, class, location.
///
/// The rules are data (`Resources/states/rules.txt`); `Documentation/figures-and-states.md` tells their format.
/// What happened at a time ("recognised Osk in May") is an event, and left to the event coder.
public struct StateFinder: Sendable {
    let rules: StateRules

    /// Reads the rules.
    ///
    /// - Throws: ``StateRuleError`` with file and line, or an error of the file system.
    public init() throws {
        rules = try StateRules()
    }

    /// Every state of affairs of the coded blocks, in text order.
    ///
    /// The first that tells of a person in an office is given, not its repetitions.
    public func states(in parsed: ParsedDocument, entities: EntityIndex) -> [StateFinding] {
        let reading = StateReading(parsed: parsed, entities: entities, rules: rules)
        var found: [StateFinding] = []
        for sentence in parsed.sentences where parsed.document.blocks[sentence.block].isCoded {
            for index in sentence.tokens { found += reading.states(at: index) }
        }
        found += reading.offices(besides: found)
        return Self.once(found.sorted { ($0.clause.start, $0.trigger) < ($1.clause.start, $1.trigger) })
    }

    /// Drops what says the same again: two rules on one trigger, a class told twice, an office told before.
    private static func once(_ findings: [StateFinding]) -> [StateFinding] {
        var seen: Set<[String]> = []
        return findings.filter { finding in
            let repeats = ["holds-office", "class-of", "capital-of", "leads"].contains(finding.concept)
            let place = repeats ? "" : String(finding.triggerSpan.start)
            // A person in an office is told once, whatever later words call the body.
            let object = finding.concept == "holds-office" && finding.rule != "OFFICE-TITLE" ? [] : finding.object
            let key = [
                finding.concept, place, finding.subject.map(\.name).joined(separator: "|"),
                object.map(\.name).joined(separator: "|"), object.isEmpty ? String(finding.relation.suffix(12)) : "",
            ]
            return seen.insert(key).inserted
        }
    }
}

extension StateReading {
    /// The states that a token tells: of the first rule that fits.
    func states(at index: Int) -> [StateFinding] {
        guard ["NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP"].contains(parsed.tokens[index].pos) else {
            return []
        }
        var candidates = rules.rules(for: parsed.lowerLemmas[index], key: parsed.lemmaKeys[index])
        if parsed.lowerTexts[index] != parsed.lowerLemmas[index] {
            candidates += rules.rules(for: parsed.lowerTexts[index], key: parsed.textKeys[index])
        }
        for rule in candidates {
            let found = apply(rule, at: index)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func apply(_ rule: StateRule, at index: Int) -> [StateFinding] {
        switch rule.pattern {
        case .verb: verb(rule, at: index)
        case .light: light(rule, at: index)
        case .noun: noun(rule, at: index)
        case .adjective: adjective(rule, at: index)
        case .phrase: phrase(rule, at: index)
        case .kind: kind(rule, at: index)
        case .view: view(rule, at: index)
        case .nominal: nominal(rule, at: index)
        case .aim: aim(rule, at: index)
        case .between: between(rule, at: index)
        }
    }
}
