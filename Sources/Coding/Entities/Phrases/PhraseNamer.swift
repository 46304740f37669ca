import ChanceryCore
import Grammar
import SpacyPipeline

/// Names phrases by their own words: "Israeli officials", "members of the PLO".
struct PhraseNamer: EntityStage {
    let owners: OwnerReader

    private var named: NamedText { owners.named }
    var text: EntityText { owners.text }

    /// A phrase's words without articles, clauses and far modifiers.
    ///
    /// How many they are and when is told of them, and names nobody: "In 1992 fifty armed rebels" are "armed rebels".
    /// A possessive becomes the adjective: "Osk's army" is named "Oskan army".
    func name(_ head: Int, role: Range<Int>, owner: Owner?, isOneOfMany: Bool = false) -> String {
        let low = min(head, role.lowerBound)
        let end = max(head + 1, role.upperBound)
        var kept = words(kept: head, role: role)
        var prefix = ""
        if let owner {
            let (after, isPossessive) = (owner.tokens.upperBound, isPossessive(owner, of: head))
            if isOneOfMany {
                for other in owners.owners(of: head) { kept.subtract(other.tokens) }
                kept = kept.filter { lower[$0] != "and" && tokens[$0].text != "," }
                prefix = possessor(owner)
            } else if owner.isPronoun || isPossessive {
                kept.subtract(owner.tokens)
                kept = kept.filter { $0 > after || $0 < owner.tokens.lowerBound }
                prefix = text.isProper(head) && !isAdjectival(owner) ? "" : possessor(owner)
            }
        }
        // Only one run of words: what stands before a gap is left out.
        var first = low
        while first > 0, kept.contains(first - 1), !isDateline(first - 1) { first -= 1 }
        while first < low, [.punct, .cconj, .adp].contains(parsed.tree.classes[first]) { first += 1 }
        let name = (prefix.isEmpty ? "" : prefix + " ") + written(first..<end)
        return isOneOfMany ? name : name + ofPhrase(head, role: role)
    }

    /// The words from a phrase's first modifier to its noun, article aside.
    func span(_ head: Int, through last: Int, role: Range<Int>? = nil) -> ByteSpan {
        var low = min(head, role?.lowerBound ?? head)
        for child in parsed.children(of: head) where child < head {
            guard parsed.tree.hasLabel(child, [.amod, .compound, .nmod, .nummod, .poss, .quantmod, .det]) else {
                continue
            }
            // "In 2012 rebels attacked": the year is the sentence's, though the parse hangs it on the noun.
            if isTime(child) { continue }
            low = min(low, parsed.extent(of: child).lowerBound)
        }
        low = max(low, text.sentence(head).lowerBound)
        if low < head, let dash = (low..<head).last(where: { isDateline($0) }) { low = dash + 1 }
        while low < head, [.det, .adp, .punct, .cconj].contains(parsed.tree.classes[low]), lower[low] != "both" {
            low += 1
        }
        return parsed.span(low..<max(low + 1, last + 1, role?.upperBound ?? 0))
    }

    /// The tokens of a phrase that belong to its name: the noun, its role and the modifiers that describe it.
    private func words(kept head: Int, role: Range<Int>) -> Set<Int> {
        let end = max(head + 1, role.upperBound)
        var kept = Set(role)
        kept.insert(head)
        for child in parsed.children(of: head) where child < head {
            let label = parsed.tree.labels[child]
            guard [.amod, .compound, .nmod, .punct, .nummod, .quantmod].contains(label),
                !isCountOrTime(child, before: head), !word(child, in: text.lists.phrases.counting),
                label != .amod || !text.isTitle(lower[child], .former)
            else { continue }
            kept.formUnion(parsed.subtree(of: child).filter { $0 < head })
        }
        return kept.filter { parsed.tree.classes[$0] != .det && parsed.tree.tags[$0] != .PRPS && $0 < end }
    }

    /// Words as the text has them, without the capital of a sentence's start.
    private func written(_ range: Range<Int>) -> String {
        let (words, first) = (text.words(range), range.lowerBound)
        guard tokens[first].isSentenceStart, !text.isProper(first), words.first?.isUppercase == true,
            named.isUnnamed(first), named.listed.at[first].isEmpty
        else { return words }
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    /// Whether a modifier tells how many or when: "fifty", "a 1,500-strong force", "2012 rebels", "Friday worshippers".
    private func isCountOrTime(_ child: Int, before head: Int) -> Bool {
        if isTime(child) { return true }
        // "The Five Star Movement": a word of a name.
        if text.isProper(head), text.isCapital(child), !tokens[child].isSentenceStart { return false }
        let first = parsed.extent(of: child).lowerBound
        return parsed.tree.hasLabel(child, [.nummod, .quantmod])
            || parsed.tree.tags[first] == .CD && !text.isProper(child) && parsed.tree.labels[child] == .amod
            || parsed.tree.tags[first] == .CD && first < child && tokens[child - 1].tag == "HYPH"
    }

    /// Whether a token is a year, a day or a month that the model reads as a date.
    private func isTime(_ token: Int) -> Bool {
        ["DATE", "TIME"].contains { tokens[token].ent.hasSuffix($0) }
            && (parsed.tree.tags[token] == .CD || text.isProper(token))
    }

    /// Whether a dash with blanks around it stands at a place: what is before it is no part of a phrase.
    private func isDateline(_ token: Int) -> Bool {
        (text.isDash(token) || ["--", ":"].contains(tokens[token].text)) && token > 0
            && tokens[token - 1].end < tokens[token].start
    }

    private func isPossessive(_ owner: Owner, of head: Int) -> Bool {
        let ownerHead = text.head(of: owner.tokens)
        let after = owner.tokens.upperBound
        let hasEnding = after < head && word(after, in: text.lists.shared.possessives)
        return (parsed.tree.labels[ownerHead] == .poss || hasEnding) && tokens[ownerHead].head == head
            && ownerHead < head
    }

    private func adjective(of owner: Owner) -> String? { owner.entity.entry.flatMap { lexicon.adjectives[$0] } }

    private func isAdjectival(_ owner: Owner) -> Bool { adjective(of: owner) != nil }

    /// How an owner stands before a noun: its adjective, or its name with an ending.
    private func possessor(_ owner: Owner) -> String {
        if owner.form != .name { return text.words(owner.tokens) }
        return adjective(of: owner) ?? (owner.entity.kind == .person ? owner.entity.name + "'s" : owner.entity.name)
    }

    /// " of the PLO" after a noun, where a party or an office's field follows directly.
    private func ofPhrase(_ head: Int, role: Range<Int>) -> String {
        let preposition = parsed.tree.children(of: head, [.prep]).first { lower[$0] == "of" && $0 >= role.upperBound }
        guard let preposition, preposition <= max(head + 1, role.upperBound),
            let object = parsed.tree.child(of: preposition, [.pobj])
        else { return "" }
        if object - preposition <= 4 {
            let end = max(object + 1, named.name(at: object)?.tokens.upperBound ?? 0)
            return " " + text.words(preposition..<end)
        }
        return owners.rightOwners(of: head).first.map { " of " + $0.entity.name } ?? ""
    }
}
