import ChanceryCore
import Grammar
import SpacyPipeline

/// Through what something is said: a diary, a report, an interview, a newspaper.
struct MediumReader: StatementStage {
    let context: StatementContext

    /// The media named beside a saying: "in his diary, X wrote", "in an interview with Y", "told Y".
    func names(beside verb: Int) -> [String] {
        var found: [String] = []
        for child in tree.children(of: verb, [.prep]) {
            guard lists.mediumPrepositions.contains(forms[child]),
                let object = tree.child(of: child, [.pobj])
            else { continue }
            if lexicon.media.contains(lemma(object)) {
                found.append(name(of: object))
                for inner in tree.children(of: object, [.prep]) {
                    guard lists.mediumPartners.contains(forms[inner]),
                        let partner = tree.child(of: inner, [.pobj]), classes[partner] == .propn, !isTime(partner)
                    else { continue }
                    found.append(name(of: partner))
                }
            }
        }
        if lemma(verb) == "tell", let told = tree.child(of: verb, [.dobj, .dative]),
            let mention = parties.participant(told), mention.kind == .organisation,
            mention.sector == "JRN"
                || mention.sector.isEmpty && classes[told] == .propn
                    && !lexicon.speakers.contains(lemma(told))
        {
            found.append(name(of: told))
        }
        return found
    }

    /// A medium as a passive verb's source: "in the report, X is described as …".
    func source(beside verb: Int) -> StatementSource? {
        for child in tree.children(of: verb, [.prep]) {
            guard lists.placePrepositions.contains(forms[child]),
                let object = tree.child(of: child, [.pobj]), lexicon.media.contains(lemma(object))
            else { continue }
            for inner in tree.children(of: object, [.prep]) {
                guard lists.mediumMakers.contains(forms[inner]),
                    let partner = tree.child(of: inner, [.pobj]),
                    parties.participant(partner)?.kind == .organisation || entity(partner) == "ORG"
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
        for child in tree.children(of: head)
        where child < head && [.compound, .amod, .nmod, .nummod, .poss].contains(labels[child]) {
            let extent = tree.extent(of: child)
            guard extent.upperBound <= head, tags[child] != .PRPS else { continue }
            low = min(low, extent.lowerBound)
        }
        return words(low..<(head + 1))
    }
}
