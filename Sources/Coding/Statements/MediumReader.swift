import ChanceryCore
import SpacyPipeline

/// Through what something is said: a diary, a report, an interview, a newspaper.
struct MediumReader: StatementStage {
    let context: StatementContext

    /// The media named beside a saying: "in his diary, X wrote", "in an interview with Y", "told Y".
    func names(beside verb: Int) -> [String] {
        var found: [String] = []
        for child in parsed.children(of: verb, "prep") {
            guard ["in", "on", "during", "at", "to", "through", "via"].contains(forms[child]),
                let object = parsed.child(of: child, "pobj")
            else { continue }
            if lexicon.media.contains(lemma(object)) {
                found.append(name(of: object))
                for inner in parsed.children(of: object, "prep") {
                    guard ["with", "for", "to", "in"].contains(forms[inner]),
                        let partner = parsed.child(of: inner, "pobj"), tokens[partner].pos == "PROPN", !isTime(partner)
                    else { continue }
                    found.append(name(of: partner))
                }
            }
        }
        if lemma(verb) == "tell", let told = parsed.child(of: verb, "dobj", "dative"),
            let mention = parties.participant(told), mention.kind == .organisation,
            mention.sector == "JRN"
                || mention.sector.isEmpty && tokens[told].pos == "PROPN"
                    && !lexicon.speakers.contains(lemma(told))
        {
            found.append(name(of: told))
        }
        return found
    }

    /// A medium as a passive verb's source: "in the report, X is described as …".
    func source(beside verb: Int) -> StatementSource? {
        for child in parsed.children(of: verb, "prep") {
            guard ["in", "on"].contains(forms[child]),
                let object = parsed.child(of: child, "pobj"), lexicon.media.contains(lemma(object))
            else { continue }
            for inner in parsed.children(of: object, "prep") {
                guard ["for", "in", "with", "of", "by", "from"].contains(forms[inner]),
                    let partner = parsed.child(of: inner, "pobj"),
                    parties.participant(partner)?.kind == .organisation || tokens[partner].ent.hasSuffix("-ORG")
                else { continue }
                return sources.source(partner, beside: verb)
            }
            return sources.source(object, beside: verb)
        }
        return nil
    }

    /// The medium's words without article and clauses: "1995 report", "Osk's diary".
    func name(of head: Int) -> String {
        var low = head
        for child in parsed.children(of: head)
        where child < head && ["compound", "amod", "nmod", "nummod", "poss"].contains(tokens[child].dep) {
            let extent = parsed.extent(of: child)
            guard extent.upperBound <= head, tokens[child].tag != "PRP$" else { continue }
            low = min(low, extent.lowerBound)
        }
        return words(low..<(head + 1))
    }
}
