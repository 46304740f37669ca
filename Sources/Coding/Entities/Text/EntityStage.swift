import ChanceryCore
import SpacyPipeline

/// A stage of who is who: a value made of the text and what earlier stages found, which is asked for what it finds.
protocol EntityStage {
    var text: EntityText { get }
}

extension EntityStage {
    var parsed: ParsedDocument { text.parsed }
    var tokens: [Token] { text.tokens }
    var lower: [String] { text.lower }
    var lexicon: EntityLexicon { text.lexicon }
    var roles: RoleTable { text.lexicon.roles }

    func word(_ token: Int, in list: WordSet) -> Bool { text.word(token, in: list) }

    func lemma(_ token: Int, in list: WordSet) -> Bool { text.lemma(token, in: list) }

    func role(at token: Int) -> (role: RoleTable.Role, tokens: Range<Int>)? { text.role(at: token) }
}
