/// The facts of a document's dates with what the expressions say of each word and which stands over which sentence: what
/// the stages read that answer for a word.
///
/// It is one reference, as the facts are.
struct DateContext: Sendable {
    private let content: Content

    private final class Content: Sendable {
        let facts: DateFacts
        let anchors: DateAnchors
        let headings: [Int: Int]

        init(_ facts: DateFacts) {
            self.facts = facts
            anchors = AnchorReader(facts: facts).anchors()
            headings = HeadingReader(facts: facts).headings()
        }
    }

    /// Gives each expression to the words it dates.
    init(_ facts: DateFacts) { content = Content(facts) }

    var facts: DateFacts { content.facts }
    /// What the expressions say of each token.
    var anchors: DateAnchors { content.anchors }
    /// For each sentence the expression that stands over it.
    var headings: [Int: Int] { content.headings }
}
