import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// A phrase's words without articles, clauses and far modifiers: "Israeli officials", "members of the PLO".
    ///
    /// How many they are and when is told of them, and names nobody: "In 1992 fifty armed rebels" are "armed rebels".
    /// A possessive becomes the adjective: "Osk's army" is named "Oskan army".
    func phraseName(_ head: Int, role: Range<Int>, owner: Owner?, isOneOfMany: Bool) -> String {
        let low = min(head, role.lowerBound)
        let end = max(head + 1, role.upperBound)
        var kept = Set(role)
        kept.insert(head)
        for child in parsed.children(of: head) where child < head {
            let dep = tokens[child].dep
            guard ["amod", "compound", "nmod", "punct", "nummod", "quantmod"].contains(dep) else { continue }
            if isCountOrTime(child, before: head) { continue }
            if Self.empty.contains(lower[child]) { continue }
            let below = parsed.subtree(of: child).filter { $0 < head }
            if below.contains(where: { lexicon.roles.isTitle(lower[$0], .former) && $0 == child }), dep == "amod" {
                continue
            }
            kept.formUnion(below)
        }
        kept = kept.filter { tokens[$0].pos != "DET" && tokens[$0].tag != "PRP$" && $0 < end }
        var prefix = ""
        if let owner {
            let ownerHead = self.head(of: owner.tokens)
            let after = owner.tokens.upperBound
            let hasEnding = after < head && ["'s", "’s"].contains(lower[after])
            let isPossessive =
                (tokens[ownerHead].dep == "poss" || hasEnding) && tokens[ownerHead].head == head && ownerHead < head
            if isOneOfMany {
                for other in self.owners(of: head) { kept.subtract(other.tokens) }
                kept = kept.filter { lower[$0] != "and" && tokens[$0].text != "," }
                prefix = possessor(owner, isPossessive: true)
            } else if owner.isPronoun || isPossessive {
                kept.subtract(owner.tokens)
                kept = kept.filter { $0 > after || $0 < owner.tokens.lowerBound }
                prefix = isProper(head) && !isAdjectival(owner) ? "" : possessor(owner, isPossessive: true)
            }
        }
        // Only one run of words: what stands before a gap is left out.
        var first = low
        while first > 0, kept.contains(first - 1), !isDateline(first - 1) { first -= 1 }
        while first < low, tokens[first].pos == "PUNCT" || tokens[first].pos == "CCONJ" || tokens[first].pos == "ADP" {
            first += 1
        }
        var text = words(first..<end)
        if tokens[first].isSentenceStart, !isProper(first), text.first?.isUppercase == true, namesAt[first].isEmpty,
            listedAt[first].isEmpty
        {
            text = text.prefix(1).lowercased() + text.dropFirst()
        }
        return (prefix.isEmpty ? "" : prefix + " ") + text + (isOneOfMany ? "" : ofPhrase(head, role: role))
    }

    /// Whether a modifier tells how many or when: "fifty", "a 1,500-strong force", "2012 rebels", "Friday worshippers".
    private func isCountOrTime(_ child: Int, before head: Int) -> Bool {
        if isTime(child) { return true }
        // "The Five Star Movement": a word of a name.
        if isProper(head), isCapital(child), !tokens[child].isSentenceStart { return false }
        let first = parsed.extent(of: child).lowerBound
        return ["nummod", "quantmod"].contains(tokens[child].dep)
            || tokens[first].tag == "CD" && !isProper(child) && tokens[child].dep == "amod"
            || tokens[first].tag == "CD" && first < child && tokens[child - 1].tag == "HYPH"
    }

    /// Whether a token is a year, a day or a month that the model reads as a date.
    private func isTime(_ token: Int) -> Bool {
        ["DATE", "TIME"].contains { tokens[token].ent.hasSuffix($0) } && (tokens[token].tag == "CD" || isProper(token))
    }

    /// Modifiers that tell how many or which, and are no part of a name.
    private static let empty: Set<String> = [
        "several", "many", "few", "numerous", "various", "other", "certain", "such", "own", "same", "more", "most",
        "only",
        "some", "further", "additional", "first", "last", "next", "latest", "recent",
    ]

    /// Whether a dash with blanks around it stands at a place: what is before it is no part of a phrase.
    private func isDateline(_ token: Int) -> Bool {
        ["-", "–", "—", "--", ":"].contains(tokens[token].text) && token > 0
            && tokens[token - 1].end < tokens[token].start
    }

    private func isAdjectival(_ owner: Owner) -> Bool { owner.entity.entry.flatMap { lexicon.adjectives[$0] } != nil }

    /// How an owner stands before a noun: its adjective, or its name with an ending.
    private func possessor(_ owner: Owner, isPossessive: Bool) -> String {
        if owner.form != .name { return words(owner.tokens) }
        if let adjective = owner.entity.entry.flatMap({ lexicon.adjectives[$0] }) { return adjective }
        return owner.entity.kind == .person ? owner.entity.name + "'s" : owner.entity.name
    }

    /// " of the PLO" after a noun, where a party or an office's field follows directly.
    private func ofPhrase(_ head: Int, role: Range<Int>) -> String {
        guard
            let preposition = parsed.children(of: head, "prep").first(where: {
                lower[$0] == "of" && $0 >= role.upperBound
            }),
            preposition <= max(head + 1, role.upperBound), let object = parsed.child(of: preposition, "pobj")
        else { return "" }
        if object - preposition <= 4 {
            var end = object + 1
            if let name = nameAt(object) { end = max(end, name.tokens.upperBound) }
            return " " + words(preposition..<end)
        }
        return rightOwners(of: head).first.map { " of " + $0.entity.name } ?? ""
    }

    /// The words from a phrase's first modifier to its noun, article aside.
    func phraseSpan(_ head: Int, through last: Int, role: Range<Int>? = nil) -> ByteSpan {
        var low = min(head, role?.lowerBound ?? head)
        for child in parsed.children(of: head) where child < head {
            guard ["amod", "compound", "nmod", "nummod", "poss", "quantmod", "det"].contains(tokens[child].dep) else {
                continue
            }
            // "In 2012 rebels attacked": the year is the sentence's, though the parse hangs it on the noun.
            if isTime(child) { continue }
            low = min(low, parsed.extent(of: child).lowerBound)
        }
        low = max(low, sentence(head).lowerBound)
        if low < head, let dash = (low..<head).last(where: { isDateline($0) }) { low = dash + 1 }
        while low < head, ["DET", "ADP", "PUNCT", "CCONJ"].contains(tokens[low].pos), lower[low] != "both" { low += 1 }
        return parsed.span(low..<max(low + 1, last + 1, role?.upperBound ?? 0))
    }
}
