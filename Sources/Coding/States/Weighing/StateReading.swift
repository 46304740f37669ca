public import ChanceryCore
import Grammar
public import SpacyPipeline

/// A word that may tell what holds, as its features' names: what the model of states is trained on.
public struct StateReading: Sendable {
    /// The word.
    public var trigger: CodePointSpan
    /// The clause that tells it.
    public var clause: CodePointSpan
    /// Those it is said of.
    public var subject: [Participant]
    /// The relation in the text's words.
    public var relation: String
    /// To whom or what; empty where the words name none and need none.
    public var object: [Participant]
    /// The features' names.
    public var features: [String]
}

extension Coder {
    /// Every word of a document that may tell what holds and of which no rule tells it, in text order.
    ///
    /// - Parameter annotations: one for every block, of its body's text; see ``texts(of:)``. Empty by rules alone.
    public func stateReadings(_ document: Document, annotations: [AnnotatedText]) -> [StateReading] {
        guard let model = states.model else { return [] }
        let text = CodedText(document, annotations: annotations, coder: self)
        let context = states.context(in: text.parsed, entities: text.entities, author: text.author)
        let weigher = StateWeigher(context: context, model: model, acts: text.tellingWords)
        let features = weigher.features
        return weigher.candidates(besides: StateComposer(context: context).findings()).compactMap { candidate in
            guard let finding = weigher.finding(candidate) else { return nil }
            var names = FeatureNames()
            features.add(candidate, to: &names)
            let map = text.parsed.map
            return StateReading(
                trigger: map.codePoints(finding.triggerSpan), clause: map.codePoints(finding.clause),
                subject: finding.subject.map { $0.participant(map) }, relation: finding.relation,
                object: finding.object.map { $0.participant(map) }, features: names.names)
        }
    }
}
