import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells where "it" is nobody and nothing: "it is clear that …", "it emerged that …", "it is important to …".
struct Expletives: EntityStage {
    let text: EntityText

    func isExpletive(_ token: Int) -> Bool {
        guard lower[token] == "it" else { return false }
        if parsed.tree.labels[token] == .expl { return true }
        let verb = tokens[token].head
        // "makes it impossible to", "found it hard to": the subject of an adjective that a verb gives it.
        if parsed.tree.classes[verb] == .adj, parsed.tree.labels[token] == .nsubj { return true }
        let below = parsed.children(of: verb)
        let hasClause = below.contains { parsed.tree.hasLabel($0, [.ccomp, .csubj, .xcomp]) }
        let lists = text.lists.pronouns
        if hasClause && lists.impersonal.contains(tokens[verb].lemma) || lists.weather.contains(tokens[verb].lemma) {
            return true
        }
        guard lists.judging.contains(tokens[verb].lemma),
            let predicate = below.first(where: {
                parsed.tree.hasLabel($0, [.acomp, .attr, .oprd]) && $0 > token
            })
        else { return false }
        if hasClause, parsed.tree.classes[predicate] != .propn { return true }
        return parsed.tree.classes[predicate] == .adj
            && parsed.children(of: predicate).contains {
                parsed.tree.hasLabel($0, [.ccomp, .xcomp, .relcl, .advcl, .acl])
            }
    }
}
