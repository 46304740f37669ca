import ChanceryCore
import Chronology
import SpacyPipeline

extension DateReader {
    func told(
        ofNoun noun: Int, as use: Use, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard depth < 6 else { return nil }
        if let own = best(at: noun, where: isFit) { return own }
        // "the onset of the uprising": the date of what it hangs on, or of the happening it is part of.
        for child in parsed.children(of: noun, "conj") where !isVerb(child) {
            if let shared = best(at: child, where: isFit), !shared.isBeforeNoun { return shared }
        }
        guard let above = parsed.head(of: noun) else { return nil }
        switch parsed.tokens[noun].dep {
        case "compound", "nmod", "amod":
            guard !isVerb(above) else { return nil }
            return isHappening(above) || use == .figure
                ? told(ofNoun: above, as: use, depth: depth + 1, where: isFit) : nil
        case "conj":
            guard !isVerb(above) else { return told(ofVerb: above, as: use, depth: depth + 1, where: isFit) }
            if let shared = best(at: above, where: isFit), shared.isBeforeNoun { return shared }
            return told(ofNoun: above, as: use, depth: depth + 1, where: { isFit($0) && !self.isOwn($0, of: above) })
        case "pobj":
            return told(ofObject: noun, preposition: above, as: use, depth: depth, where: isFit)
        case "dobj", "attr", "oprd", "dative", "pcomp", "csubj", "xcomp", "npadvmod":
            guard isVerb(above) else { return nil }
            let isHosted = words.has(parsed.lowerLemmas[above], in: .hosts)
            return isHosted || use == .figure ? told(ofVerb: above, as: use, depth: depth + 1, where: isFit) : nil
        case "nsubj", "nsubjpass":
            guard isVerb(above) else { return nil }
            let isPassive = parsed.tokens[noun].dep == "nsubjpass"
            let isHosted = words.has(parsed.lowerLemmas[above], in: isPassive ? .hosts : .befalls)
            return isHosted || use == .figure ? told(ofVerb: above, as: use, depth: depth + 1, where: isFit) : nil
        case "ROOT": return nil
        default: return nil
        }
    }

    private func isOwn(_ anchor: DateAnchor, of noun: Int) -> Bool {
        anchors[noun]?.contains { $0.index == anchor.index && $0.way == .own } == true
    }

    func told(
        ofObject noun: Int, preposition: Int, as use: Use, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard let above = parsed.head(of: preposition) else { return nil }
        let word = parsed.lowerTexts[preposition]
        if isVerb(above) {
            let isSame =
                ["in", "at", "during", "amid", "throughout", "with", "against"].contains(word)
                || (word == "on" && ["visit", "trip", "tour", "mission"].contains(parsed.lowerLemmas[noun]))
                || (word == "by" && !["PROPN", "PRON"].contains(parsed.tokens[noun].pos))
                || words.has(parsed.lowerLemmas[above], in: .hosts)
                    && ["to", "for", "on", "into", "out"].contains(word)
            guard isSame || use == .figure else { return nil }
            return told(ofVerb: above, as: use, depth: depth + 1, where: isFit)
        }
        if word == "of" || use == .figure,
            words.has(parsed.lowerLemmas[above], in: .carriers) || use == .figure
        {
            return told(ofNoun: above, as: use, depth: depth + 1, where: isFit)
        }
        // "a visit to Osk for a meeting"
        if ["for", "during", "in", "at"].contains(word), isHappening(above) {
            return told(ofNoun: above, as: use, depth: depth + 1, where: isFit)
        }
        return nil
    }
}
