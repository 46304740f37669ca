import ChanceryCore
import Grammar
import SpacyPipeline

/// Joins listed names, the model's names and runs of capitals into one list of names without overlap.
struct CandidateReader: EntityStage {
    let text: EntityText
    let listed: ListedNames

    func read(held: HeldOffices) -> NameCandidates {
        var taken = [Bool](repeating: false, count: tokens.count)
        let holders = held.all.flatMap(\.members).map { NameCandidate(tokens: $0.name, label: "PERSON") }
            .filter { $0.tokens.contains { listed.names.at[$0].isEmpty } }
        let candidates =
            holders + TimeNames(text: text, listed: listed).read()
            + ModelNames(text: text, listed: listed).read().compactMap(withoutOffice)
            + CapitalRuns(text: text, listed: listed).read().compactMap(withoutOffice)
        var unknown: [NameCandidate] = []
        for candidate in candidates
        where !candidate.tokens.contains(where: { taken[$0] }) && !isListed(candidate.tokens) && isParty(candidate) {
            for token in candidate.tokens { taken[token] = true }
            unknown.append(candidate)
        }
        return NameCandidates(
            listed: listed.names.names.filter { !$0.tokens.contains { taken[$0] } },
            unknown: unknown.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
    }

    /// A run without the words of an office that it cuts into; nil of one that is nothing else: "Oskan Chargé" of "Oskan Chargé
    /// d'Affaires" is no name, nor is "Extraordinary" of "Ambassador Extraordinary and Plenipotentiary".
    private func withoutOffice(_ candidate: NameCandidate) -> NameCandidate? {
        guard let office = officeCut(by: candidate.tokens) else { return behindOffice(candidate) }
        let range = candidate.tokens
        if office.upperBound < range.upperBound {
            return NameCandidate(tokens: office.upperBound..<range.upperBound, label: "PERSON")
        }
        return range.lowerBound < office.lowerBound
            ? NameCandidate(tokens: range.lowerBound..<office.lowerBound, label: candidate.label) : nil
    }

    /// The office of several words that a run cuts into, or stands inside.
    private func officeCut(by range: Range<Int>) -> Range<Int>? {
        let sentence = text.sentence(range.lowerBound)
        let low = max(sentence.lowerBound, range.lowerBound - Self.longestOffice)
        let last = min(sentence.upperBound, range.upperBound + Self.longestOffice)
        for end in range.lowerBound + 1..<last + 1 {
            guard let (role, start) = text.role(endingAt: end, from: low), role.noun == .office, role.words.count > 1,
                start < range.upperBound, start < range.lowerBound || end > range.upperBound
            else { continue }
            return start..<end
        }
        return nil
    }

    /// How many words of an office may stand outside of a run that cuts into it.
    private static let longestOffice = 5

    /// "Secretary of State Brandt": Brandt, though the capitals run on from the office.
    private func behindOffice(_ candidate: NameCandidate) -> NameCandidate {
        let range = candidate.tokens
        guard range.count > 1, range.lowerBound > 1, lower[range.lowerBound - 1] == "of",
            let (role, office) = role(at: range.lowerBound), role.noun == .office,
            office.lowerBound < range.lowerBound, office.upperBound < range.upperBound
        else { return candidate }
        return NameCandidate(tokens: office.upperBound..<range.upperBound, label: "PERSON")
    }

    /// Whether a run is read by the listed names in it, or as a phrase about them.
    private func isListed(_ range: Range<Int>) -> Bool {
        let inside = listedInside(range)
        return inside.contains { covers($0, range) } || !inside.isEmpty && endsInRole(range) || isRoleAlone(range)
            || inside.contains { overlapsPartly($0, range) }
    }

    private func listedInside(_ range: Range<Int>) -> [Range<Int>] {
        var found: [Int] = []
        for token in range {
            for index in listed.names.at[token] where !found.contains(index) { found.append(index) }
        }
        return found.map { listed.names[$0].tokens }
    }

    private func covers(_ name: Range<Int>, _ range: Range<Int>) -> Bool {
        name.lowerBound <= range.lowerBound && name.upperBound >= range.upperBound
    }

    private func overlapsPartly(_ name: Range<Int>, _ range: Range<Int>) -> Bool {
        name.overlaps(range) && !covers(name, range) && !covers(range, name)
    }

    /// Whether a run's head is a common noun for a party: "Albanian Parliament" is read as a phrase, not as a name.
    private func endsInRole(_ range: Range<Int>) -> Bool {
        // "The Oskan Legation at Strelsau": the place behind the noun is no part of a name.
        let head = range.first { parsed.tree.tags[$0] == .IN } ?? range.upperBound
        guard head > range.lowerBound, let (role, start) = text.role(endingAt: head, from: range.lowerBound) else {
            return false
        }
        switch role.noun {
        case .organisation, .side, .country: return false
        default:
            // Whatever stands before the role is a listed name: otherwise the whole is a name of its own.
            return (range.lowerBound..<start).allSatisfy { !listed.names.at[$0].isEmpty || !text.isCapital($0) }
        }
    }

    /// "Supreme Court", "Foreign Ministry": words that every state's body has are read as a phrase, with its owner.
    private func isRoleAlone(_ range: Range<Int>) -> Bool {
        guard let (role, start) = text.role(endingAt: range.upperBound, from: range.lowerBound) else { return false }
        return start == range.lowerBound && [.organ, .government, .mission, .office].contains(role.noun)
    }

    /// Whether a run can name a party at all.
    private func isParty(_ candidate: NameCandidate) -> Bool {
        let range = candidate.tokens
        guard range.contains(where: { text.isProper($0) || text.isCapital($0) }), !isLabelled(range) else {
            return false
        }
        let head = range.first { word($0, in: lists.fields) } ?? range.upperBound
        // "Anthony Lake": whatever a surname means.
        let isFullName =
            candidate.label == "PERSON" && range.count > 1 && text.isGivenName(tokens[range.lowerBound].text)
        if !isFullName, text.isTitle(tokens[max(range.lowerBound, head - 1)].text, .thing) { return false }
        let last = tokens[range.upperBound - 1]
        if text.isTitle(last.text, .thing), candidate.label != "PERSON" { return false }
        switch candidate.label {
        case "PERSON":
            return text.isProper(range.upperBound - 1) || range.count > 1 && PersonName.hasMark(text.words(range))
        case "ORG", "GPE", "FAC", "LOC":
            guard range.count == 1 else { return true }
            // "State", "Embassy": a common noun, read as a phrase.
            if role(at: range.lowerBound) != nil || !text.isProper(range.lowerBound) { return false }
            // A lone word at a sentence's start is a name only if it looks like one elsewhere too.
            return !isSentenceStart(range.lowerBound) || last.text.dropFirst().contains(where: \.isUppercase)
                || isProperElsewhere(range.lowerBound)
        case "NORP":
            return ["NNPS", "NNS"].contains(last.tag) && range.count == 1 && role(at: range.lowerBound) == nil
        case "":
            return range.count > 1 || isActor(range.lowerBound)
        default:
            return false
        }
    }

    /// "Background Osk", "Summary Veldania": a heading's word that the model drew into a listed name.
    private func isLabelled(_ range: Range<Int>) -> Bool {
        guard range.count > 1, text.isTitle(tokens[range.lowerBound].text, .thing) else { return false }
        return listed.names.at[range.lowerBound + 1].contains {
            let name = listed.names[$0]
            return name.tokens == (range.lowerBound + 1)..<range.upperBound && name.form == .name
        }
    }

    /// Whether a lone capitalised word in no list stands where a person does: "Velgard refused".
    private func isActor(_ token: Int) -> Bool {
        guard parsed.tree.tags[token] == .NNP, tokens[token].text.count > 2, role(at: token) == nil,
            parsed.tree.classes[tokens[token].head] == .verb, parsed.tree.hasLabel(token, [.nsubj, .nsubjpass, .dobj])
        else { return false }
        return tokens[token].text.dropFirst().allSatisfy(\.isLowercase)
            && parsed.tree.children(of: token, [.det, .amod]).isEmpty && !isCommonWord(token)
    }

    /// Whether a capitalised word is a plain noun elsewhere in the document: "articles", "the Doctrine".
    private func isCommonWord(_ token: Int) -> Bool {
        if isSentenceStart(token), lower[token].hasSuffix("ing") { return true }
        return tokens.indices.contains { other in
            guard other != token, lower[other] == lower[token] else { return false }
            return tokens[other].text == lower[token] || other > 0 && word(other - 1, in: lists.plainArticles)
        }
    }

    private func isSentenceStart(_ token: Int) -> Bool {
        let first = text.sentence(token).lowerBound
        return (first..<token).allSatisfy { [.punct, .space, .det].contains(parsed.tree.classes[$0]) }
    }

    private func isProperElsewhere(_ token: Int) -> Bool {
        let word = tokens[token].text
        return tokens.indices.contains {
            $0 != token && tokens[$0].text == word && text.isProper($0) && !isSentenceStart($0)
        }
    }

    private var lists: NameWords { text.lists.names }
}
