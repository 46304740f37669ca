import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// Finds the events a named entity takes part in, and their dates, in one document.
///
/// Any verb or event noun counts, not the codebook's acts alone: the benchmark asks for everything that happens to or
/// through the entity (SemEval-2015 Task 4).
struct EntityTimeline {
    /// One mention of an event.
    struct Mention {
        var token: Int
        var span: ByteSpan
        var date: EDTF?
    }

    let reading: TextReading
    /// Base forms of nouns that tell of events.
    let nouns: Set<String>
    let words: EvaluationWords
    /// The day the document tells of: the first day it names in its opening, shortly before it was written; else that of
    /// writing.
    let storyDay: EDTF?

    /// Reads a document for timelines.
    init(reading: TextReading, nouns: Set<String>, words: EvaluationWords, published: EDTF?) {
        self.reading = reading
        self.words = words
        self.nouns = nouns
        storyDay = Self.storyDay(reading, published: published)
    }

    private static func storyDay(_ reading: TextReading, published: EDTF?) -> EDTF? {
        guard let last = published?.bounds.last else { return nil }
        for day in reading.days(inFirst: 5) {
            guard let own = day.bounds.last else { continue }
            if own <= last, last.dayNumber - own.dayNumber <= 10 { return day }
        }
        return published
    }

    /// The mentions of events the entity takes part in, in text order.
    func mentions(of name: String) -> [Mention] {
        let named = tokens(naming: name)
        guard !named.isEmpty else { return [] }
        let parsed = reading.parsed
        return parsed.tokens.indices.compactMap { token -> Mention? in
            guard isEvent(token), takesPart(named, in: token) else { return nil }
            return Mention(token: token, span: parsed.span(token), date: date(of: token))
        }
    }
}

extension EntityTimeline {
    /// The tokens that name the entity, by its own name or what refers back to it.
    private func tokens(naming name: String) -> Set<Int> {
        let parsed = reading.parsed
        let words = name.lowercased().split(separator: " ").map(String.init)
        var found: Set<Int> = []
        var spans: [ByteSpan] = []
        for range in occurrences(of: words) {
            found.formUnion(range)
            spans.append(parsed.span(range))
        }
        // Other mentions of whoever the name stands for: surname, pronoun, description.
        let all = reading.entities.mentions
        let names = Set(
            all.filter { mention in
                spans.contains { mention.mention.span.overlaps($0) } && mention.mention.kind != .group
            }
            .map(\.mention.name).filter { isSame($0, as: words) })
        for mention in all where names.contains(mention.mention.name) { found.formUnion(mention.tokens) }
        return found
    }

    /// Where the words of a name stand together: in any order, with at most one other word between ("3G iPhone", "iTunes
    /// Music Store"). A name that never occurs is looked for without its first word ("Beatles Apple Corps").
    private func occurrences(of words: [String]) -> [Range<Int>] {
        let lower = reading.parsed.tokens.map { $0.text.lowercased() }
        let asked = Set(words)
        var found: [Range<Int>] = []
        var start = 0
        while start < lower.count {
            defer { start += 1 }
            guard asked.contains(lower[start]) else { continue }
            let longest = min(lower.count, start + words.count + (words.count > 1 ? 1 : 0))
            for end in (start + words.count)..<max(longest + 1, start + words.count + 1) where end <= lower.count {
                guard asked.isSubset(of: lower[start..<end]), asked.contains(lower[end - 1]) else { continue }
                found.append(start..<end)
                start = end - 1
                break
            }
        }
        if found.isEmpty, words.count > 2 { return occurrences(of: Array(words.dropFirst())) }
        return found
    }

    /// Whether a canonical name is the entity's: all of the asked words are in it, or all of it in them.
    private func isSame(_ name: String, as words: [String]) -> Bool {
        let own = name.lowercased().split(separator: " ").map(String.init)
        return Set(words).isSubset(of: own) || Set(own).isSubset(of: words)
    }

    /// Verbs and event nouns of running text.
    private func isEvent(_ token: Int) -> Bool {
        let parsed = reading.parsed
        let word = parsed.tokens[token]
        let block = parsed.sentences[parsed.sentence(of: token)].block
        guard !isHeading(parsed.document.blocks[block].kind) else { return false }
        if [.aux, .auxpass, .amod].contains(parsed.grammar.tree.labels[token]) { return false }
        if word.pos == "VERB", word.tag.hasPrefix("VB") {
            if ["be", "have"].contains(word.lemma) || lendsItself(token) { return false }
            return isFactual(token)
        }
        return word.tag.hasPrefix("NN") && word.pos == "NOUN" && nouns.contains(word.lemma.lowercased())
            && word.dep != "compound" && isFactual(token)
    }

    private func isHeading(_ kind: Block.Kind) -> Bool { kind == .title || kind == .heading }

    /// Whether a verb only carries an event noun: "made" in "made an appearance".
    private func lendsItself(_ verb: Int) -> Bool {
        let parsed = reading.parsed
        return words.carrying.contains(parsed.tokens[verb].lemma)
            && parsed.children(of: verb, "dobj").contains { nouns.contains(parsed.tokens[$0].lemma.lowercased()) }
    }

    private func isFactual(_ token: Int) -> Bool {
        switch reading.modality(at: token) {
        case .negated, .hypothetical, .denied: false
        default: true
        }
    }

    private func takesPart(_ named: Set<Int>, in token: Int) -> Bool {
        let roles = reading.roles
        let parsed = reading.parsed
        var heads: [Int] = []
        if roles.isVerb(token) {
            heads = roles.agents(token) + roles.patients(token) + roles.indirectObjects(token)
        } else {
            heads =
                [roles.holder(ofNoun: token)].compactMap { $0 } + parsed.children(of: token, "poss", "compound", "nmod")
        }
        for preposition in parsed.children(of: token, "prep", "agent", "dative") {
            heads += parsed.children(of: preposition, "pobj")
        }
        return heads.contains { head in
            named.contains(head) || joined(to: head).contains { named.contains($0) }
        }
    }

    private func joined(to head: Int) -> [Int] {
        var found: [Int] = []
        var open = reading.parsed.children(of: head, "conj", "appos")
        while let next = open.popLast() {
            found.append(next)
            open += reading.parsed.children(of: next, "conj", "appos")
        }
        return found
    }

    /// The sentence's own date, else the day of the story: a report tells of the day it speaks of first.
    private func date(of token: Int) -> EDTF? { reading.date(at: token, carriesOver: false) ?? storyDay }
}
