import ChanceryCore
import SpacyPipeline

/// Repairs of where a content begins and ends, where the parser lost its way.
extension StatementBuilder {
    /// "In both promised ships and gold": a participle after a preposition or an article, whatever the parser makes of it.
    func isModifierByForm(_ verb: Int) -> Bool {
        guard verb > 0, ["VBD", "VBN"].contains(tokens[verb].tag), verb + 1 < tokens.count,
            ["NOUN", "PROPN"].contains(tokens[verb + 1].pos), parsed.child(of: verb, "aux", "auxpass", "nsubj") == nil
        else { return false }
        let before = tokens[verb - 1]
        return before.pos == "ADP" || before.pos == "DET" && !before.dep.hasPrefix("nsubj")
    }

    /// A quotation that goes on with what a content says in its own clause: "said it was time to sell “in the old way”".
    func quotationRight(after end: Int, below depth: Int, cue: Int) -> Quotation? {
        let quotation = quotations(ofBlock: block(of: cue)).first {
            $0.depth == depth && $0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 1
        }
        guard let quotation, cue < end, let first = quotation.tokens.first,
            parsed.sentence(of: first) == parsed.sentence(of: cue),
            tokens[first].text.first?.isLowercase ?? false, end < tokens.count,
            !isVerb(first) || tokens[first].tag == "VBN" || tokens[first].tag == "VB",
            (end..<first).allSatisfy(isQuotationMark)
        else { return nil }
        return quotation
    }
}
