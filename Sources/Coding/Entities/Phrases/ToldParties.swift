import ChanceryCore

/// The parties that phrases and pronouns have told, up to a place of a document.
///
/// Stages that look back hold a copy while they answer one question, and are let go of then: what lives longer makes the
/// next mention copy everything.
struct ToldParties: Sendable {
    /// What each token's phrase names.
    var phrases: [[Mention]]
    var offices: [OfficeMention] = []
    /// Pronouns that may as well mean somebody else.
    var unsure: Set<Int> = []
    /// The parties in the order in which they are told, for pronouns and definite descriptions.
    var history = Salience()

    init(tokens count: Int) { phrases = Array(repeating: [], count: count) }
}

/// A stage that looks back at what a document has told.
protocol ToldStage: EntityStage {
    var named: NamedText { get }
    var told: ToldParties { get }
    init(named: NamedText, told: ToldParties)
}

extension ToldStage {
    var text: EntityText { named.text }
    var phrases: [[Mention]] { told.phrases }
    var history: Salience { told.history }

    /// The sentence of a token, and its block.
    func place(_ token: Int) -> (sentence: Int, block: Int) {
        let sentence = parsed.sentence(of: token)
        return (sentence, parsed.sentences[sentence].block)
    }

    /// Another stage that looks back from the same place.
    func asking<Stage: ToldStage>(_ stage: Stage.Type) -> Stage { Stage(named: named, told: told) }

    var owners: OwnerReader { OwnerReader(named: named, phrases: told.phrases) }
}
