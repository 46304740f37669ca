import ChanceryCore
import Grammar

/// Reads how far a noun phrase names a thing: with what stands before its head and the phrases that belong to its name.
struct NamingPhraseReader: StateStage {
    let context: StateFindingContext

    /// Arcs to what only describes a thing, is joined to it, or tells something of its own.
    private static let dropped: Dependencies = [
        .relcl, .appos, .conj, .cc, .punct, .parataxis, .advcl, .dep, .nsubj, .nsubjpass, .mark,
    ]

    /// The noun phrase of a head with its "of", "for" and participle phrases, without relative clauses and appositions.
    func phrase(_ head: Int) -> Range<Int> {
        var first = head
        var last = head
        var open = [head]
        while let at = open.popLast() {
            first = min(first, at)
            last = max(last, at)
            for child in tree.children(of: at) {
                let label = labels[child]
                if label == .punct, lower(child) == "-" || lower(child) == "–", child < at { open.append(child) }
                guard !Self.dropped.contains(label) else { continue }
                if label == .prep, child > at, at == head, isCircumstance(child) { continue }
                if label == .acl, tags[child] == .VBN { continue }
                if label == .advmod, child > at { continue }
                open.append(child)
            }
        }
        // What is joined by "and" is told by itself.
        if let joint = tree.children(of: head, [.cc]).first(where: { $0 > head }) { last = min(last, joint - 1) }
        return first..<(last + 1)
    }

    /// "in 1999", "by train", "such as Osk": a prepositional phrase that does not belong to the name of a thing.
    private func isCircumstance(_ preposition: Int) -> Bool {
        guard lists.circumstances.contains(lower(preposition)) else { return false }
        guard lists.placing.contains(lower(preposition)), let object = tree.child(of: preposition, [.pobj]) else {
            return true
        }
        return sides.parties(object).isEmpty
    }

    /// The tokens before a noun in its phrase, and the noun.
    func group(_ noun: Int) -> [Int] {
        let left = tree.children(of: noun, [.det, .amod, .compound, .nmod, .nummod, .advmod, .punct, .neg]).filter {
            $0 < noun
        }
        let all = (left.flatMap { tree.subtree(of: $0) } + [noun]).sorted()
        // A quotation mark is no part of the relation's name.
        return all.filter { classes[$0] != .punct || lower($0) == "-" }
    }

    /// Whether the noun has one of the adjectives that the rule asks for.
    func carriesModifier(_ noun: Int, _ rule: StateRule) -> Bool {
        guard !rule.modifiers.isEmpty else { return true }
        let own = tree.children(of: noun, [.amod, .compound, .nmod]).filter { $0 < noun }
        return own.flatMap { tree.subtree(of: $0) }.contains { rule.modifiers.contains(lower($0)) }
    }
}
