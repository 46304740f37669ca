/// A stage that reads the rules of one pattern: how the words of a rule stand to each other.
protocol StatePattern: StateStage {
    /// The state that a rule tells where one of its words stands; nil where it keeps still.
    func state(_ rule: StateRule, at index: Int) -> StateFinding?
}
