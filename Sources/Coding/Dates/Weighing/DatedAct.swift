import ChanceryCore

/// An act whose date is asked, with what the rules say of it.
struct DatedAct: Sendable {
    let trigger: Int
    let type: Symbol
    let concept: Symbol
    let modality: Symbol
    /// Whether the text tells it in its own voice.
    let isOwnVoice: Bool
    /// The date by the rules.
    let ruled: DateFinding?
    /// How the rules came to it: ``told``, ``story`` or ``declared``; none where they give no date.
    let way: Symbol

    init(_ event: EventFinding, isOwnVoice: Bool, ruled: DateFinding?, way: Symbol) {
        trigger = event.trigger
        type = Symbol(event.concept.type)
        concept = Symbol(event.concept.name)
        modality = event.modality.map { Symbol($0.rawValue) } ?? .none
        self.isOwnVoice = isOwnVoice
        self.ruled = ruled
        self.way = ruled == nil ? .none : way
    }

    /// By the words round it, or those before.
    static let told = Symbol("told")
    /// By the day the text is about.
    static let story = Symbol("story")
    /// By the day on which it was declared.
    static let declared = Symbol("declared")
}
