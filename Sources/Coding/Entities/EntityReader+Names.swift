import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// A run of tokens that may be a name, with what speaks for it.
    struct Candidate {
        var tokens: Range<Int>
        /// The model's label, or empty.
        var label: String
    }

    /// Joins listed names, the model's names and runs of capitals into one list of names without overlap.
    mutating func readNames() {
        var taken = [Bool](repeating: false, count: tokens.count)
        var kept: [NameSpan] = []
        let held = officeholders.flatMap(\.members).map { Candidate(tokens: $0.name, label: "PERSON") }
            .filter { $0.tokens.contains { listedAt[$0].isEmpty } }
        let candidates = held + timeNames() + modelNames() + capitalRuns()
        var unknown: [Candidate] = []
        for candidate in candidates where !candidate.tokens.contains(where: { taken[$0] }) {
            let inside = listedInside(candidate.tokens)
            if inside.contains(where: { covers($0, candidate.tokens) }) { continue }
            if !inside.isEmpty, endsInRole(candidate.tokens) { continue }
            if isRoleAlone(candidate.tokens) { continue }
            if inside.contains(where: { overlapsPartly(listed[$0].tokens, candidate.tokens) }) { continue }
            guard isParty(candidate) else { continue }
            for token in candidate.tokens { taken[token] = true }
            unknown.append(candidate)
        }
        for name in listed where !name.tokens.contains(where: { taken[$0] }) { kept.append(name) }
        self.unknown = unknown.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for name in kept { append(name) }
        readAcronyms()
    }

    /// Adds a name to the document's list.
    mutating func append(_ name: NameSpan) {
        for token in name.tokens { namesAt[token].append(names.count) }
        names.append(name)
        entities[name.entity].count += 1
        if entities[name.entity].first.isEmpty || name.span.start < entities[name.entity].first.start {
            entities[name.entity].first = name.span
        }
    }

    private func covers(_ index: Int, _ range: Range<Int>) -> Bool {
        listed[index].tokens.lowerBound <= range.lowerBound && listed[index].tokens.upperBound >= range.upperBound
    }

    private func overlapsPartly(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.overlaps(b) && !(a.lowerBound >= b.lowerBound && a.upperBound <= b.upperBound)
            && !(b.lowerBound >= a.lowerBound && b.upperBound <= a.upperBound)
    }

    private func listedInside(_ range: Range<Int>) -> [Int] {
        var found: [Int] = []
        for token in range {
            for index in listedAt[token] where !found.contains(index) { found.append(index) }
        }
        return found
    }

    /// Whether a run's head is a common noun for a party: "Albanian Parliament" is read as a phrase, not as a name.
    private func endsInRole(_ range: Range<Int>) -> Bool {
        // "The Oskan Legation at Strelsau": the place behind the noun is no part of a name.
        let head = range.first { tokens[$0].tag == "IN" } ?? range.upperBound
        guard head > range.lowerBound else { return false }
        guard let (role, start) = lexicon.roles.role(endingAt: head, from: range.lowerBound, words: { lower[$0] })
        else { return false }
        switch role.noun {
        case .organisation, .side, .country: return false
        default:
            // Whatever stands before the role is a listed name: otherwise the whole is a name of its own.
            return (range.lowerBound..<start).allSatisfy { !listedAt[$0].isEmpty || !isCapital($0) }
        }
    }

    /// "Supreme Court", "Foreign Ministry": words that every state's body has are read as a phrase, with its owner.
    private func isRoleAlone(_ range: Range<Int>) -> Bool {
        guard
            let (role, start) = lexicon.roles.role(
                endingAt: range.upperBound, from: range.lowerBound, words: { lower[$0] })
        else { return false }
        return start == range.lowerBound && [.organ, .government, .mission, .office].contains(role.noun)
    }

    /// Whether a run can name a party at all.
    private func isParty(_ candidate: Candidate) -> Bool {
        let range = candidate.tokens
        guard range.contains(where: { isProper($0) || isCapital($0) }), !isLabelled(range) else { return false }
        let head = range.first { lower[$0] == "of" || lower[$0] == "for" || lower[$0] == "on" } ?? range.upperBound
        if lexicon.roles.isTitle(tokens[max(range.lowerBound, head - 1)].text, .thing) { return false }
        let last = tokens[range.upperBound - 1]
        if lexicon.roles.isTitle(last.text, .thing), candidate.label != "PERSON" { return false }
        switch candidate.label {
        case "PERSON":
            let last = range.upperBound - 1
            return isProper(last) || range.count > 1 && PersonName.hasMark(words(range))
        case "ORG", "GPE", "FAC", "LOC":
            guard range.count == 1 else { return true }
            // "State", "Embassy": a common noun, read as a phrase.
            if role(at: range.lowerBound) != nil { return false }
            // A lone word at a sentence's start is a name only if it looks like one elsewhere too.
            if !isProper(range.lowerBound) { return false }
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
        guard range.count > 1, lexicon.roles.isTitle(tokens[range.lowerBound].text, .thing) else { return false }
        return listedAt[range.lowerBound + 1].contains {
            listed[$0].tokens == (range.lowerBound + 1)..<range.upperBound && listed[$0].form == .name
        }
    }

    /// Whether a lone capitalised word in no list stands where a person does: "Velgard refused".
    private func isActor(_ token: Int) -> Bool {
        guard tokens[token].tag == "NNP", tokens[token].text.count > 2, role(at: token) == nil,
            tokens[tokens[token].head].pos == "VERB", ["nsubj", "nsubjpass", "dobj"].contains(tokens[token].dep)
        else { return false }
        return tokens[token].text.dropFirst().allSatisfy(\.isLowercase)
            && parsed.children(of: token, "det", "amod").isEmpty && !isCommonWord(token)
    }

    /// Whether a capitalised word is a plain noun elsewhere in the document: "articles", "the Doctrine".
    private func isCommonWord(_ token: Int) -> Bool {
        if isSentenceStart(token), lower[token].hasSuffix("ing") { return true }
        return tokens.indices.contains { other in
            guard other != token, lower[other] == lower[token] else { return false }
            return tokens[other].text == lower[token]
                || other > 0 && ["the", "these", "those", "this", "an", "a"].contains(lower[other - 1])
        }
    }

    private func isSentenceStart(_ token: Int) -> Bool {
        var first = sentence(token).lowerBound
        while first < token, tokens[first].pos == "PUNCT" || tokens[first].pos == "SPACE" || tokens[first].pos == "DET"
        {
            first += 1
        }
        return first == token
    }

    private func isProperElsewhere(_ token: Int) -> Bool {
        let text = tokens[token].text
        return tokens.indices.contains {
            $0 != token && tokens[$0].text == text && isProper($0) && !isSentenceStart($0)
        }
    }

    /// The model's names, without articles, possessive endings and brackets.
    private func modelNames() -> [Candidate] {
        var found: [Candidate] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].ent.hasPrefix("B-") else {
                index += 1
                continue
            }
            var end = index + 1
            while end < tokens.count, tokens[end].ent.hasPrefix("I-") { end += 1 }
            let label = String(tokens[index].ent.dropFirst(2))
            if let range = trimmed(index..<end) {
                found.append(Candidate(tokens: label == "PERSON" ? ofPerson(range) : range, label: label))
            }
            index = end
        }
        return found
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, tokens[low].pos == "DET" || tokens[low].pos == "PUNCT" || tokens[low].pos == "SPACE" {
            low += 1
        }
        // "In 1971 Osk Institute": a year before a name is a date.
        while low + 1 < high, tokens[low].tag == "CD", isYear(low), isCapital(low + 1) { low += 1 }
        while high > low,
            tokens[high - 1].tag == "POS" || lower[high - 1] == "'s" || lower[high - 1] == "’s"
                || tokens[high - 1].pos == "PUNCT" || tokens[high - 1].pos == "SPACE"
                || tokens[high - 1].pos == "ADP"
        {
            high -= 1
        }
        // "the Osk Institute - half of it": a dash with blanks about it ends a name.
        if let dash = (low..<max(low, high)).first(where: {
            $0 > low && ["-", "–", "—", "--"].contains(tokens[$0].text) && tokens[$0 - 1].hasTrailingBlank
        }) {
            high = dash
        }
        return low < high ? low..<high : nil
    }

    /// A person's run as it should be: without a title and without what follows the name in a headline ("Mira Tovan Says Her"),
    /// with the first name that the model left out.
    private func ofPerson(_ range: Range<Int>) -> Range<Int> {
        var range = withoutTitle(range)
        if let end = range.dropFirst().first(where: { ["VERB", "AUX", "PRON"].contains(tokens[$0].pos) }) {
            range = range.lowerBound..<end
        }
        let low = sentence(range.lowerBound).lowerBound
        while range.lowerBound > low, range.count < 3 {
            let before = range.lowerBound - 1
            let isGiven =
                lexicon.roles.isTitle(tokens[before].text, .givenMale)
                || lexicon.roles.isTitle(tokens[before].text, .givenFemale)
            // "Per" and "Will" are read as other words than names.
            if isGiven, range.count == 1, isCapital(before), tokens[before].tag == "IN", tokens[before].hasTrailingBlank
            {
                return before..<range.upperBound
            }
            guard range.count == 1 || isGiven else { break }
            guard isProper(before), isCapital(before), tokens[before].dep == "compound",
                range.contains(tokens[before].head),
                tokens[before].ent == "O", listedAt[before].isEmpty, role(at: before) == nil,
                !lexicon.roles.isHonorific(tokens[before].text), tokens[before].hasTrailingBlank,
                tokens[before].text.dropFirst().contains(where: \.isLowercase), !tokens[before].text.hasPrefix("-")
            else { break }
            range = before..<range.upperBound
        }
        return range
    }

    /// A person's run without a title the model took into it ("Premier Anton Veld").
    private func withoutTitle(_ range: Range<Int>) -> Range<Int> {
        for end in range.dropFirst().reversed() {
            if lexicon.roles.role(endingAt: end, from: range.lowerBound, words: { lower[$0] }) != nil {
                return end..<range.upperBound
            }
        }
        var low = range.lowerBound
        while low + 1 < range.upperBound, lexicon.roles.isHonorific(tokens[low].text) { low += 1 }
        return low..<range.upperBound
    }

    /// Runs of proper nouns the model left out, particles and hyphens inside them included.
    private func capitalRuns() -> [Candidate] {
        var found: [Candidate] = []
        var index = 0
        while index < tokens.count {
            guard isProper(index), tokens[index].ent == "O", isCapital(index), listedAt[index].isEmpty else {
                index += 1
                continue
            }
            let limit = sentence(index).upperBound
            var end = index + 1
            while end < limit {
                // The parse tells where a name begins after "Minister of Heritage".
                if tokens[end - 1].dep == "pobj" || tokens[end - 1].dep == "appos" { break }
                if isProper(end), isCapital(end), tokens[end].ent == "O", listedAt[end].isEmpty {
                    end += 1
                } else if end + 1 < limit, isProper(end + 1), isCapital(end + 1), tokens[end].ent == "O",
                    tokens[end].text == "-" || lexicon.roles.isTitle(lower[end], .particle)
                {
                    end += 2
                } else {
                    break
                }
            }
            var start = index
            // A title's words are no part of the name.
            for cut in ((index + 1)...end).reversed() {
                if lexicon.roles.role(endingAt: cut, from: index, words: { lower[$0] }) != nil {
                    start = cut
                    break
                }
            }
            while start < end, lexicon.roles.isHonorific(tokens[start].text) { start += 1 }
            if start < end { found.append(Candidate(tokens: start..<end, label: "")) }
            index = end
        }
        return found
    }
}
