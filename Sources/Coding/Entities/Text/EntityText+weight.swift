import ChanceryCore
import Grammar
import SpacyPipeline

extension EntityText {
    /// What weight a mention has for those that refer back to it: subjects most.
    func weight(of head: Int) -> Double {
        let above = tokens[head].head
        switch parsed.tree.labels[head] {
        case .nsubj, .nsubjpass: return 3
        case .dobj, .dative, .root, .agent: return 2
        case .conj: return above == head ? 2 : weight(of: above) - 0.5
        case .pobj:
            if lower[above] == "by" { return 2 }
            if lower[above] == "as" { return lower[max(0, above - 1)] == "such" ? 1 : 0.3 }
            return word(above, in: lists.shared.likening) ? 0.3 : 1
        case .attr, .acomp, .oprd: return 0.3
        case .poss: return 1.5
        default: return 1
        }
    }
}
