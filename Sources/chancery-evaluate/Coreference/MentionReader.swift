import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// A mention of an event as read.
struct EventMention {
    /// Where it stands, in code points.
    var span: CodePointSpan
    /// The base forms of its words.
    var lemma: String
    /// What the text tells with it; nil where no word stands there.
    var report: Report?
}

/// Makes reports of given mentions of events: whatever word tells them, with the parties, date and words that coding
/// reads there.
struct MentionReader {
    private let reading: TextReading
    private let map: ReadingMap
    private let words: EvaluationWords
    private var parsed: ParsedDocument { reading.parsed }
    private var roles: ArgumentStructure { reading.roles }

    init(_ reading: TextReading, words: EvaluationWords) {
        self.reading = reading
        self.words = words
        map = reading.parsed.map
    }

    /// Reads one mention.
    func mention(_ span: CodePointSpan) -> EventMention {
        guard let bytes = map.bytes(span), let head = head(of: bytes) else {
            return EventMention(span: span, lemma: "", report: nil)
        }
        let lemma = parsed.tokens(in: bytes).map { parsed.tokens[$0].lemma.lowercased() }.joined(separator: " ")
        let told = antecedent(of: head) ?? head
        return EventMention(span: span, lemma: lemma, report: report(at: told, span: told == head ? bytes : nil))
    }

    /// The verb or noun among the words of a mention: "step" of "step down", "case" of "court case".
    private func head(of span: ByteSpan) -> Int? {
        let tokens = parsed.tokens(in: span)
        // "Pre-orders": the noun behind the hyphen.
        if let last = tokens.last, tokens.contains(where: { parsed.tokens[$0].text == "-" }) { return last }
        return parsed.head(of: span) ?? tokens.first
    }

    /// What "which" in "the agreement, which barred" stands for.
    private func antecedent(of token: Int) -> Int? {
        guard ["WDT", "WP"].contains(parsed.tokens[token].tag), let verb = parsed.head(of: token),
            parsed.tokens[verb].dep == "relcl"
        else { return nil }
        // The parser may hang the clause on a year that stands between.
        return parsed.ancestors(of: token).dropFirst().first { ["NOUN", "PROPN"].contains(parsed.tokens[$0].pos) }
    }

    private func report(at head: Int, span: ByteSpan?) -> Report {
        let (actors, recipients) = roles.isVerb(head) ? verbParties(head) : nounParties(head)
        let date = reading.date(at: head, carriesOver: false) ?? headlineMonth(head)
        let clause = parsed.extent(of: head)
        var report = Report(
            document: parsed.document.name, documentHash: parsed.document.hash,
            span: map.codePoints(parsed.span(clause)),
            content: .event(
                Event(
                    type: "", concept: "", actors: unique(actors), recipients: unique(recipients),
                    isReciprocal: !roles.isVerb(head), word: word(at: head), isDefinite: reading.isDefinite(head),
                    isHeadline: reading.isHeadline(head))),
            trigger: map.codePoints(parsed.span(head)),
            date: date.map { ReportDate(edtf: $0.description, basis: .resolved, evidence: nil) },
            modality: reading.modality(at: head), rule: "mention", key: "event")
        report.terms = reading.terms(in: parsed.span(clause))
        if let name = name(at: head) {
            report.terms = Set(report.terms).union(ContentWords.words(name)).subtracting(
                ContentWords.words(parsed.tokens[head].text)
            ).union(ContentWords.words(word(at: head))).sorted()
        }
        return report
    }

    /// What a headline tells in the present tense is of the month of publication.
    private func headlineMonth(_ head: Int) -> EDTF? {
        guard reading.isHeadline(head), let published = parsed.document.metadata.publishedOn else {
            return nil
        }
        return EDTF(String(published.prefix(7)))
    }

    /// The base form; of a verb with a particle both, of "filed a lawsuit" the noun's.
    private func word(at head: Int) -> String {
        // "The UTC", of "the Universal Trade Conference (UTC)": a conference.
        if let last = name(at: head)?.split(separator: " ").last { return last.lowercased() }
        if head >= 2, parsed.tokens[head - 1].text == "-" {
            return parsed.tokens[head - 2].text.lowercased() + "-" + parsed.tokens[head].lemma.lowercased()
        }
        let particle = parsed.children(of: head, "prt").first
        return ([head] + (particle.map { [$0] } ?? [])).map { parsed.tokens[$0].lemma.lowercased() }.joined(
            separator: "_")
    }

    /// The long name of an event that has a name of its own.
    private func name(at head: Int) -> String? {
        guard parsed.tokens[head].pos == "PROPN", let name = reading.entities.participant(at: head)?.name,
            name.contains(" ")
        else { return nil }
        return name
    }

    private func verbParties(_ verb: Int) -> ([Mention], [Mention]) {
        let agents = roles.agents(verb).flatMap(parties)
        let objects = (roles.patients(verb) + roles.indirectObjects(verb)).flatMap(parties)
        return (agents, objects)
    }

    private func nounParties(_ noun: Int) -> ([Mention], [Mention]) {
        // Who acts where a noun only tells the place or time of it ("at the meeting", "hit by the crisis") need not be in it.
        let preposition =
            parsed.tokens[noun].dep == "pobj" ? parsed.head(of: noun).map { parsed.tokens[$0].lemma } : nil
        let isAside = preposition.map { $0 != "on" } ?? false
        let holder = isAside ? parsed.child(of: noun, "poss") : roles.holder(ofNoun: noun)
        var owners = (holder.map { [$0] } ?? []).flatMap(parties)
        owners += roles.objects(ofPreposition: "by", at: noun).flatMap(parties)
        let described = parsed.children(of: noun, "compound").filter { parsed.tokens[$0].pos == "PROPN" }
        let objects =
            described + roles.objects(ofPreposition: "of", at: noun) + roles.objects(ofPreposition: "against", at: noun)
        return (owners, objects.flatMap(parties))
    }

    /// Those a head names, with those joined to it; a thing under the words of its phrase.
    private func parties(at head: Int) -> [Mention] {
        let named = reading.entities.participants(at: head)
        // "A former manager" names nobody.
        if !named.isEmpty { return named.filter { $0.kind != .person || $0.name.first?.isUppercase == true } }
        guard ["NOUN", "PROPN"].contains(parsed.tokens[head].pos), !parsed.tokens[head].ent.hasSuffix("DATE"),
            !isBareReference(head)
        else { return [] }
        if let namesake = namesake(of: head) { return [namesake] }
        // "A version of the engine": the engine.
        if words.transparent.contains(parsed.tokens[head].lemma),
            let of = roles.objects(ofPreposition: "of", at: head).first
        {
            return parties(at: of)
        }
        let words = parsed.children(of: head, "compound", "nummod").filter { $0 != head } + [head]
        let name = words.sorted().map {
            parsed.tokens[$0].pos == "PROPN" ? parsed.tokens[$0].text : parsed.tokens[$0].lemma.lowercased()
        }
        return [
            Mention(
                name: name.joined(separator: " "), kind: parsed.tokens[head].pos == "PROPN" ? .organisation : .group,
                span: parsed.span(head))
        ]
    }

    /// Whether a thing is only pointed at, so that nothing tells which it is: "the device", "its product".
    private func isBareReference(_ head: Int) -> Bool {
        parsed.tokens[head].pos == "NOUN" && reading.isDefinite(head)
            && parsed.grammar.tree.child(of: head, [.amod, .compound, .nummod, .prep, .relcl, .acl]) == nil
    }

    /// Who a capitalised word the reader took for a common noun is short for: "Jobs" after "Steve Jobs".
    private func namesake(of head: Int) -> Mention? {
        let word = parsed.tokens[head].text
        guard word.first?.isUppercase == true else { return nil }
        let named = reading.entities.mentions.first { mention in
            !mention.isPronoun && [.person, .organisation].contains(mention.mention.kind)
                && (mention.mention.name.hasSuffix(" " + word) || mention.mention.name.hasPrefix(word + " ")
                    || mention.mention.name == word)
        }
        return named.map { found in
            Mention(
                name: found.mention.name, code: found.mention.code, sector: found.mention.sector,
                kind: found.mention.kind, span: parsed.span(head))
        }
    }

    private func unique(_ mentions: [Mention]) -> [Participant] {
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name).inserted }.map { $0.participant(map) }
    }
}
