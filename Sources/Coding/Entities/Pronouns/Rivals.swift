import ChanceryCore
import Grammar
import SpacyPipeline

/// The subject of the same verb, which an object pronoun does not mean: Osk in "Osk attacked it".
struct Rivals {
    /// The subject's token; nil where a pronoun is no object.
    let subject: Int?
    private let mentions: [Mention]

    init(of token: Int, named: NamedText, phrases: [[Mention]]) {
        subject = Self.subject(besides: token, in: named.text)
        mentions = subject.map { phrases[$0] } ?? []
    }

    /// Whether what was told before is told by that subject, or is the same party.
    func hold(_ item: Salience.Item) -> Bool {
        guard let subject else { return false }
        return item.token == subject
            || mentions.contains { told in item.mentions.contains { $0.name == told.name } }
    }

    private static func subject(besides token: Int, in text: EntityText) -> Int? {
        let (parsed, tokens) = (text.parsed, text.tokens)
        guard parsed.tree.hasLabel(token, [.dobj, .pobj, .dative]),
            var verb = parsed.ancestors(of: token).first(where: { parsed.tree.classes[$0] == .verb })
        else { return nil }
        while true {
            if let subject = parsed.tree.child(of: verb, [.nsubj, .nsubjpass]) { return subject }
            guard parsed.tree.hasLabel(verb, [.conj, .xcomp]), tokens[verb].head != verb else { return nil }
            verb = tokens[verb].head
        }
    }
}
