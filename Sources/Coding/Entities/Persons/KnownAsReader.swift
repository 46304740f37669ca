import ChanceryCore
import Grammar
import SpacyPipeline

/// Reads "X, known as Y": Y is X from there on.
struct KnownAsReader: EntityStage {
    let text: EntityText

    func read(_ settled: SettledNames) -> SettledNames {
        var settled = settled
        // A name that a cue gives away keeps what it meant for the cue behind itself.
        for (index, name) in settled.names.names.enumerated() {
            let entity = settled.register.entities[name.entity]
            guard entity.kind != .place, let next = named(after: index, in: settled.names), next.entity != name.entity
            else { continue }
            let other = settled.register.entities[next.entity]
            guard other.entry == nil, other.count <= 2 || other.kind == entity.kind else { continue }
            for at in settled.names.names.indices where settled.names[at].entity == next.entity {
                settled.names[at].entity = name.entity
            }
        }
        return settled
    }

    /// The name that a cue right behind another gives it.
    private func named(after index: Int, in names: NameLayer) -> NameSpan? {
        let after = names[index].tokens.upperBound
        let limit = min(after + 8, text.sentence(names[index].head).upperBound)
        guard let cue = (after..<max(after, limit)).first(where: { isCue($0) }),
            !(after..<max(after, cue - 1)).contains(where: { !names.at[$0].isEmpty || parsed.tree.classes[$0] == .verb }
            ),
            index + 1 < names.names.count
        else { return nil }
        let next = names[index + 1]
        return next.tokens.lowerBound <= cue + 3 && next.tokens.lowerBound > cue ? next : nil
    }

    private func isCue(_ token: Int) -> Bool {
        if word(token, in: text.lists.persons.aliasCues) { return true }
        return token > 0 && word(token, in: text.lists.persons.namingLinks)
            && word(token - 1, in: text.lists.persons.naming)
    }
}
