import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

extension ParsedDocument {
    /// The modality by which an act's label is chosen: refusal goes before what lies ahead ("will not free"), and what is
    /// done for a purpose is done ("sent doctors to help").
    ///
    /// - Parameters:
    ///   - trigger: the token that fires the rule.
    ///   - told: the modality the record gives the act.
    func labelModality(of trigger: Int, told: Modality) -> Modality {
        guard told == .planned || told == .hypothetical else { return told }
        for place in [trigger] + ancestors(of: trigger).prefix(2) {
            if child(of: place, "neg") != nil { return .negated }
            if ![.xcomp, .dobj, .conj].contains(grammar.tree.labels[place]) { break }
        }
        return tokens[trigger].dep == "advcl" ? .asserted : told
    }
}
