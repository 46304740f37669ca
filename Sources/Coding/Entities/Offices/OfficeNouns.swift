import ChanceryCore
import Grammar
import SpacyPipeline

/// Offices that are told of a name elsewhere than right before it: "X, head of Y", "X is the mayor of Y", "the ambassador to
/// Osk, X".
struct OfficeNouns: EntityStage {
    let named: NamedText

    var text: EntityText { named.text }

    /// The nouns that may tell an office of a name, the surest first.
    func nouns(of name: NameSpan) -> [Int] {
        var nouns = parsed.tree.children(of: name.head, [.appos])
        if parsed.tree.labels[name.head] == .appos { nouns.append(tokens[name.head].head) }
        if let before = beforeComma(name) { nouns.append(before) }
        if let predicate = predicate(of: name.head) { nouns.append(predicate) }
        return nouns
    }

    /// "X is the foreign minister of Osk": the noun a subject is told to be.
    func predicate(of head: Int) -> Int? {
        let verb = tokens[head].head
        guard parsed.tree.labels[head] == .nsubj, text.lists.offices.copulas.contains(tokens[verb].lemma),
            !parsed.children(of: verb).contains(where: { parsed.tree.labels[$0] == .neg })
        else { return nil }
        return parsed.tree.child(of: verb, [.attr])
    }

    /// "the head of Osk's harbour board, Anton Veld": the office before the comma, though the parse hangs the name
    /// on another word.
    func beforeComma(_ name: NameSpan) -> Int? {
        let comma = name.tokens.lowerBound - 1
        let low = text.sentence(name.head).lowerBound
        guard comma > low, tokens[comma].text == ",", parsed.tree.labels[name.head] == .appos else { return nil }
        var at = comma - 1
        while at >= low, comma - at < 14 {
            if parsed.tree.classes[at] == .verb || parsed.tree.classes[at] == .aux || tokens[at].text == "," {
                return nil
            }
            if let (role, _) = text.role(endingAt: at + 1), role.noun == .office, !role.isPlural,
                at + 1 == comma || parsed.tree.classes[at + 1] == .adp
            {
                return at
            }
            at -= 1
        }
        return nil
    }
}
