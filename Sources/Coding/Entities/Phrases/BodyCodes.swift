import ChanceryCore
import Grammar
import SpacyPipeline

/// The state of a body or group that no owner tells, by whoever made it or leads it.
struct BodyCodes: ToldStage {
    let named: NamedText
    let told: ToldParties

    func code(of head: Int) -> String {
        let maker = makerCode(of: head)
        return maker.isEmpty ? leaderCode(of: head) : maker
    }

    /// The code of whoever made a body that a phrase tells for the first time: Osk's for "a parliamentary group" in
    /// "Osk launched a parliamentary group".
    private func makerCode(of head: Int) -> String {
        guard parsed.tree.hasLabel(head, [.dobj, .nsubjpass]), text.isIndefinite(head) else { return "" }
        var verb = tokens[head].head
        guard lemma(verb, in: text.lists.phrases.making) else { return "" }
        if parsed.tree.labels[head] == .nsubjpass {
            return parsed.tree.child(of: verb, [.agent]).flatMap { parsed.tree.child(of: $0, [.pobj]) }
                .flatMap { phrases[$0].first?.code ?? named.name(at: $0).map { named.entity(of: $0).code } } ?? ""
        }
        for _ in 0..<6 {
            if let subject = parsed.tree.child(of: verb, [.nsubj]) {
                let codes = Set(phrases[subject].map(\.code))
                return codes.count == 1 && phrases[subject].first?.kind != .person ? codes.first ?? "" : ""
            }
            guard parsed.tree.hasLabel(verb, [.advcl, .xcomp, .conj]), let above = parsed.head(of: verb) else {
                break
            }
            verb = above
        }
        return ""
    }

    /// The code of whoever leads a group that has no owner: "a delegation led by Osk's foreign minister".
    private func leaderCode(of head: Int) -> String {
        for clause in parsed.tree.children(of: head, [.acl])
        where text.lists.phrases.groupLeading.contains(tokens[clause].lemma) {
            guard let agent = parsed.tree.child(of: clause, [.agent]),
                let leader = parsed.tree.child(of: agent, [.pobj])
            else {
                continue
            }
            return named.name(at: leader).map { named.entity(of: $0).code } ?? owners.code(of: leader)
        }
        return ""
    }
}
