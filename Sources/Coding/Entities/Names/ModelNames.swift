import ChanceryCore
import Grammar
import SpacyPipeline

/// The names the language model shows, without articles, possessive endings and brackets.
struct ModelNames: EntityStage {
    let text: EntityText
    let listed: ListedNames

    func read() -> [NameCandidate] {
        var found: [NameCandidate] = []
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
                let isPerson = label == "PERSON" || label == "ORG" && isTitled(range)
                if isPerson {
                    found.append(NameCandidate(tokens: ofPerson(range), label: "PERSON"))
                } else if let holder = holder(in: range) {
                    found.append(NameCandidate(tokens: holder, label: "PERSON"))
                } else {
                    found.append(NameCandidate(tokens: range, label: label))
                }
            }
            index = end
        }
        return found
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high,
            [.det, .punct, .space].contains(parsed.tree.classes[low])
                || parsed.tree.classes[low] == .adp && !text.isCapital(low)
        {
            low += 1
        }
        // "In 1971 Osk Institute": a year before a name is a date.
        while low + 1 < high, parsed.tree.tags[low] == .CD, text.isYear(low), text.isCapital(low + 1) { low += 1 }
        while high > low,
            parsed.tree.tags[high - 1] == .POS || word(high - 1, in: text.lists.shared.possessives)
                || [.punct, .space, .adp].contains(parsed.tree.classes[high - 1])
        {
            high -= 1
        }
        // "the Osk Institute - half of it": a dash with blanks about it ends a name.
        if let dash = (low..<max(low, high)).first(where: {
            $0 > low && (text.isDash($0) || tokens[$0].text == "--") && tokens[$0 - 1].hasTrailingBlank
        }) {
            high = dash
        }
        guard low < high else { return nil }
        // "At St. Tarn", of which the model shows the last word alone.
        if low > text.sentence(low).lowerBound, text.lists.names.beginnings.contains(tokens[low - 1].text) { low -= 1 }
        return low..<high
    }

    /// "Special Envoy for the Bay of Tarn Anna Velk", which the model takes for a place: a full name at the end that the parse
    /// sets beside an office before it.
    private func holder(in range: Range<Int>) -> Range<Int>? {
        let last = range.upperBound - 1
        let beside = parsed.children(of: last, "nmod") + (tokens[last].dep == "appos" ? [tokens[last].head] : [])
        guard range.count > 3,
            beside.contains(where: { $0 < range.lowerBound && role(at: $0)?.role.noun == .office })
        else { return nil }
        let name = (last - 1)..<range.upperBound
        guard text.isGivenName(tokens[last - 1].text), tokens[last - 1].head == last,
            name.allSatisfy({ text.isProper($0) && text.isCapital($0) && listed.names.at[$0].isEmpty })
        else { return nil }
        return name
    }

    /// "National Security Adviser Anna Velk", "Oskan Special Envoy Anna Velk", which the model takes for a body: an office of several
    /// words, or one before a first name, and then nothing but a name of two words or more.
    private func isTitled(_ range: Range<Int>) -> Bool {
        for end in range.dropFirst().reversed() {
            guard let (role, start) = text.role(endingAt: end, from: range.lowerBound) else { continue }
            let name = end..<range.upperBound
            return (range.lowerBound..<start).allSatisfy({ !listed.names.at[$0].isEmpty }) && role.noun == .office
                && !role.isPlural && name.count > 1
                && (role.words.count > 1 || text.isGivenName(tokens[end].text))
                && name.allSatisfy { text.isProper($0) && text.isCapital($0) && listed.names.at[$0].isEmpty }
        }
        return false
    }

    /// A person's run as it should be: without a title and without what follows the name in a headline ("Mira Tovan Says Her"),
    /// with the first name that the model left out.
    private func ofPerson(_ range: Range<Int>) -> Range<Int> {
        var range = withoutTitle(range)
        if let end = range.dropFirst().first(where: { [.verb, .aux, .pron].contains(parsed.tree.classes[$0]) }) {
            range = range.lowerBound..<end
        }
        let low = text.sentence(range.lowerBound).lowerBound
        while range.lowerBound > low, range.count < 3 {
            let before = range.lowerBound - 1
            let isGiven = text.isGivenName(tokens[before].text)
            // "Per" and "Will" are read as other words than names.
            if isGiven, range.count == 1, text.isCapital(before), parsed.tree.tags[before] == .IN,
                tokens[before].hasTrailingBlank
            {
                return before..<range.upperBound
            }
            guard range.count == 1 || isGiven, isFirstName(before, of: range) else { break }
            range = before..<range.upperBound
        }
        return range
    }

    /// Whether the word before a person's name is read as one noun with it, and is no title and in no list.
    private func isFirstName(_ before: Int, of range: Range<Int>) -> Bool {
        let token = tokens[before]
        return text.isProper(before) && text.isCapital(before) && token.dep == "compound" && range.contains(token.head)
            && token.ent == "O" && listed.names.at[before].isEmpty && role(at: before) == nil
            && !roles.isHonorific(token.text) && token.hasTrailingBlank
            && token.text.dropFirst().contains(where: \.isLowercase) && !token.text.hasPrefix("-")
    }

    /// A person's run without a title the model took into it ("Premier Anton Veld").
    private func withoutTitle(_ range: Range<Int>) -> Range<Int> {
        for end in range.dropFirst().reversed() where text.role(endingAt: end, from: range.lowerBound) != nil {
            return end..<range.upperBound
        }
        var low = range.lowerBound
        while low + 1 < range.upperBound, roles.isHonorific(tokens[low].text) { low += 1 }
        return low..<range.upperBound
    }
}
