import ChanceryCore
import Grammar
import SpacyPipeline

/// Gives "I", "we" and their possessives to whoever speaks there, and reads the phrases they own again.
struct FirstPersonReader: EntityStage {
    private let named: NamedText
    private var told: ToldParties

    var text: EntityText { named.text }

    /// - Parameter speaker: who speaks at a token, or nil.
    static func read(_ named: NamedText, _ told: ToldParties, speaker: (Int) -> Mention?) -> ToldParties {
        var reader = FirstPersonReader(named: named, told: told)
        for head in reader.readPronouns(speaker) { reader.readOwned(head) }
        return reader.told
    }

    /// Resolves every pronoun, and gives the nouns that possessives own.
    private mutating func readPronouns(_ speaker: (Int) -> Mention?) -> [Int] {
        var owned: [Int] = []
        for token in tokens.indices where word(token, in: lists.first) {
            // "US" is a state, "us" is not.
            guard tokens[token].text != "US", named.isUnnamed(token), let who = speaker(token) else { continue }
            var mention = who
            if who.kind == .person, isForState(who), word(token, in: lists.firstPlural),
                let state = named.state(who.code, span: who.span, from: who.from)
            {
                mention = state
            }
            told.phrases[token] = [mention.carried(to: parsed.span(token))]
            if parsed.tree.tags[token] == .PRPS || parsed.tree.labels[token] == .poss {
                owned.append(tokens[token].head)
            }
        }
        return owned
    }

    /// Reads a phrase again whose owner is known now.
    private mutating func readOwned(_ head: Int) {
        guard named.isUnnamed(head), let (role, range) = role(at: head) else { return }
        let found = RoleMentions(named: named, told: told).mentions(of: role, range: range, head: head)
        guard !found.isEmpty else { return }
        for token in range { told.phrases[token] = found }
    }

    /// Whether a person speaks for a state: one who holds or held an office of it.
    private func isForState(_ person: Mention) -> Bool {
        !person.code.isEmpty && lists.speakingSectors.contains(person.sector)
    }

    private var lists: PronounWords { text.lists.pronouns }
}
