import ChanceryCore
package import DossierStore

/// A number that the words of an event give with it: the votes of an abstention, the tons of a delivery.
package struct NumberTold: Hashable, Sendable, Encodable {
    /// The figure's entry.
    package var id: String
    /// The number with what it counts, in words; what is not told as fact says so.
    package var words: String
}

/// Which numbers stand with which events.
///
/// A figure belongs to the event of its sentence whose word stands nearest, one that is not doubtful before one that is: a sentence
/// that tells of a vote and of a visit counts the votes of the one.
package enum NumbersTold {
    /// The numbers of events, by the ids of their entries.
    package static func byEvent(_ figures: [EntryItem], in told: [EntryItem]) -> [String: [NumberTold]] {
        var events: [String: [(entry: EntryItem, report: Report)]] = [:]
        for item in told where item.entry.kind == .event {
            for report in item.reports.map(\.report) { events[report.documentHash, default: []].append((item, report)) }
        }
        var numbers: [String: [NumberTold]] = [:]
        var seen: Set<String> = []
        for figure in figures where seen.insert(figure.id).inserted {
            for report in figure.reports.map(\.report) {
                let near = (events[report.documentHash] ?? []).filter { $0.report.span.contains(report.trigger) }
                func rank(_ event: (entry: EntryItem, report: Report)) -> (Int, Int, String) {
                    (
                        event.entry.isDoubtful ? 1 : 0, abs(event.report.trigger.start - report.trigger.start),
                        event.entry.id
                    )
                }
                guard let event = near.min(by: { rank($0) < rank($1) }) else { continue }
                let caveat = ModalityWords.caveat([report.modality], .figure)
                let words = [caveat, Wording.headline(report)].filter { !$0.isEmpty }.joined(separator: ": ")
                let number = NumberTold(id: figure.id, words: words)
                if numbers[event.entry.id]?.contains(number) != true {
                    numbers[event.entry.id, default: []].append(number)
                }
            }
        }
        return numbers
    }
}
