public import ChanceryCore
public import SpacyPipeline

import Chronology

/// An act that is told, with the dates it may have as their features' names: what the model of dates is trained on.
public struct ActDateReading: Sendable {
    /// A date it may have.
    public struct Option: Sendable {
        /// Its EDTF value.
        public var edtf: String
        /// What speaks for and against it.
        public var features: [String]
    }
    /// The act's word.
    public var trigger: CodePointSpan
    /// Its PLOVER type.
    public var type: String
    /// How far the act is to be trusted.
    public var confidence: Double?
    /// The date by the rules.
    public var ruled: String?
    /// The date as it is told.
    public var told: String?
    /// The dates it may have.
    public var options: [Option]
    /// The features of having none.
    public var none: [String]
}

extension Coder {
    /// The acts that a document tells, with the dates they may have, in text order.
    ///
    /// - Parameter annotations: one for every block, of its body's text; see ``texts(of:)``. Empty by rules alone.
    public func actDateReadings(_ document: Document, annotations: [AnnotatedText]) -> [ActDateReading] {
        guard let acts else { return [] }
        let reading = CodedText(document, annotations: annotations, coder: self)
        guard !reading.parsed.tokens.isEmpty else { return [] }
        let chooser = DateChooser(dates: reading.dates, model: acts.dates)
        let dated = reading.actDates.dated(reading.events)
        return zip(zip(dated, chooser.sites(of: dated)), reading.events).map { pair, event in
            let (act, site) = pair
            let candidates = chooser.candidates(for: act)
            var none = FeatureNames()
            chooser.features.addNone(of: act, site, to: &none)
            let told = chooser.date(of: act, site, candidates)
            return ActDateReading(
                trigger: reading.parsed.map.codePoints(reading.parsed.span(event.trigger)), type: event.concept.type,
                confidence: event.confidence, ruled: act.ruled?.edtf.description,
                told: (told.finding?.edtf ?? told.published)?.description,
                options: candidates.map { candidate in
                    var names = FeatureNames()
                    chooser.features.add(candidate, of: act, site, to: &names)
                    return ActDateReading.Option(edtf: candidate.date.edtf.description, features: names.names)
                }, none: none.names)
        }
    }
}
