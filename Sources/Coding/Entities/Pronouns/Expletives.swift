import ChanceryCore
import Grammar
import SpacyPipeline

/// Tells where "it" is nobody and nothing: "it is clear that …", "it emerged that …", "it is important to …".
struct Expletives: EntityStage {
    let text: EntityText

    func isExpletive(_ token: Int) -> Bool {
        guard lower[token] == "it" else { return false }
        if tokens[token].dep == "expl" { return true }
        let verb = tokens[token].head
        // "makes it impossible to", "found it hard to": the subject of an adjective that a verb gives it.
        if tokens[verb].pos == "ADJ", tokens[token].dep == "nsubj" { return true }
        let below = parsed.children(of: verb)
        let hasClause = below.contains { [.ccomp, .csubj, .xcomp].contains(parsed.tree.labels[$0]) }
        let lists = text.lists.pronouns
        if hasClause && lists.impersonal.contains(tokens[verb].lemma) || lists.weather.contains(tokens[verb].lemma) {
            return true
        }
        guard lists.judging.contains(tokens[verb].lemma),
            let predicate = below.first(where: {
                [.acomp, .attr, .oprd].contains(parsed.tree.labels[$0]) && $0 > token
            })
        else { return false }
        if hasClause, tokens[predicate].pos != "PROPN" { return true }
        return tokens[predicate].pos == "ADJ"
            && parsed.children(of: predicate).contains {
                [.ccomp, .xcomp, .relcl, .advcl, .acl].contains(parsed.tree.labels[$0])
            }
    }
}
