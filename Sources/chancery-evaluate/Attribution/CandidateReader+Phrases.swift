import ChanceryCore
import Coding
import SpacyPipeline

extension CandidateReader {
    /// A phrase set beside its clause, whose noun is the source: "In a new poll, …", "For farmers, …".
    func phraseCandidate(at index: Int) -> AttributionCandidate? {
        let sentence = parsed.sentences[parsed.sentence(of: index)].tokens
        guard lists.asidePrepositions.contains(forms[index]),
            let object = parsed.child(of: index, "pobj"), object > index,
            let above = parsed.head(of: index), tokens[above].pos == "VERB" || tokens[above].pos == "AUX"
        else { return nil }
        let extent = parsed.extent(of: index)
        let opens = (sentence.lowerBound..<index).allSatisfy { isPunctuation($0) }
        let closes = (extent.upperBound..<max(extent.upperBound, sentence.upperBound)).allSatisfy { isPunctuation($0) }
        let comma = opens ? extent.upperBound : index - 1
        guard opens || closes, tokens.indices.contains(comma), tokens[comma].text == ",",
            tokens[object].pos != "NUM", !tokens[object].ent.hasSuffix("-DATE"),
            let rest = trimmed(
                opens ? extent.upperBound..<sentence.upperBound : sentence.lowerBound..<max(index, sentence.lowerBound)),
            let named = trimmed(index + 1..<extent.upperBound)
        else { return nil }
        let noun = tokens[object].pos == "PROPN" ? kind(object) : lemma(object)
        return AttributionCandidate(
            head: index,
            features: [
                "phrase", "phrase=\(forms[index])", "phrase=\(forms[index])/\(kind(object))", "phrase/\(noun)",
                "phrase=\(forms[index])/\(noun)", opens ? "phrase-opens" : "phrase-closes",
                "phrase-above=\(lemma(above))",
            ], cue: [index], cueGroups: [], contents: [RoleOption(value: [rest], features: ["phrase"])],
            sources: [RoleOption(value: named, features: ["phrase"])])
    }

    /// Words before a colon as who speaks behind it: in headlines, transcripts and lists of quotations.
    func labelCandidate(at colon: Int) -> AttributionCandidate? {
        let number = parsed.sentence(of: colon)
        let block = parsed.sentences[number].block
        let sentences = parsed.blockSentences[block]
        let start = parsed.sentences[number].tokens.lowerBound
        let end = parsed.sentences[sentences.upperBound - 1].tokens.upperBound
        guard let label = trimmed(start..<colon), colon + 1 < end, label.count <= 8,
            let first = trimmed(colon + 1..<max(colon + 1, parsed.sentences[number].tokens.upperBound)),
            let whole = trimmed(colon + 1..<end)
        else { return nil }
        let head = label.first { !label.contains(tokens[$0].head) } ?? label.lowerBound
        let verbs = label.contains { tokens[$0].pos == "VERB" || tokens[$0].pos == "AUX" }
        let capitals = label.allSatisfy { tokens[$0].text.allSatisfy { !$0.isLetter || $0.isUppercase } }
        let opens = number == sentences.lowerBound
        let quoted = isMark(colon + 1)
        let names = [
            "label", "label/opens=\(opens)", "label/verbs=\(verbs)", "label/capitals=\(capitals)/\(opens)",
            "label/\(kind(head))", "label/\(kind(head))/\(opens)/\(verbs)", "label/words=\(Self.bucket(label.count))",
            "label/quoted=\(quoted)/\(opens)", "label/first=\(tokens[first.lowerBound].pos)",
            "label/only=\(sentences.count == 1)", "label/\(tokens[head].pos == "PROPN" ? "name" : lemma(head))",
        ]
        return AttributionCandidate(
            head: colon, features: names, cue: [colon], cueGroups: [],
            contents: [
                RoleOption(value: [first], features: ["label-sentence"] + names.map { "label-sentence|\($0)" }),
                RoleOption(value: [whole], features: ["label-block"] + names.map { "label-block|\($0)" }),
            ], sources: [RoleOption(value: label, features: ["label"])])
    }

    /// A name behind a dash as who said the quotation before it: “…” — Name.
    func bylineCandidate(at dash: Int) -> AttributionCandidate? {
        guard ["―", "—", "–", "--", "-"].contains(tokens[dash].text) else { return nil }
        let number = parsed.sentence(of: dash)
        var block = parsed.sentences[number].block
        let (start, end) = bounds(block)
        guard let name = trimmed(dash + 1..<max(dash + 1, end)), name.count <= 8,
            name.contains(where: { tokens[$0].pos == "PROPN" }),
            !name.contains(where: { tokens[$0].pos == "VERB" || isMark($0) })
        else { return nil }
        var quoted = start..<dash
        if trimmed(quoted) == nil {
            guard block > 0, !parsed.blockSentences[block - 1].isEmpty else { return nil }
            block -= 1
            let before = bounds(block)
            quoted = before.start..<before.end
        }
        guard let content = trimmed(quoted) else { return nil }
        let closes = (content.upperBound..<quoted.upperBound).contains { isMark($0) }
        let opens = (quoted.lowerBound..<content.lowerBound).contains { isMark($0) }
        guard closes || opens else { return nil }
        return AttributionCandidate(
            head: dash,
            features: [
                "byline", "byline/\(opens)/\(closes)", "byline/words=\(Self.bucket(content.count))",
                "byline/\(kind(name.lowerBound))", "byline/apart=\(start == dash)",
            ], cue: [dash], cueGroups: [], contents: [RoleOption(value: [content], features: ["byline"])],
            sources: [RoleOption(value: name, features: ["byline"])])
    }

    private func bounds(_ block: Int) -> (start: Int, end: Int) {
        let sentences = parsed.blockSentences[block]
        guard !sentences.isEmpty else { return (0, 0) }
        return (
            parsed.sentences[sentences.lowerBound].tokens.lowerBound,
            parsed.sentences[sentences.upperBound - 1].tokens.upperBound
        )
    }
}
