import ChanceryCore

/// Whether it happened: one tells it as fact, another that it is not so, or only that somebody alleges it.
enum FactualityDisputes {
    static func dispute(_ made: MadeEntry, _ acts: Acts) -> Dispute? {
        let reports = made.cluster.reports
        let stances = Set(reports.map { Telling.Stance($0.modality) })
        if stances.contains(.held), stances.contains(.refuted) { return dispute(made, reports) }
        // "He met them" beside "they said that he met them" is no dispute; "is alleged to have met them" is one.
        guard made.entry.kind == .event, reports.contains(where: { $0.modality == .asserted && $0.attribution.isEmpty })
        else { return nil }
        let alleged = reports.filter { $0.modality == .claimed && isAlleged($0, acts) }
        guard !alleged.isEmpty else { return nil }
        return dispute(made, reports.filter { $0.modality == .asserted } + alleged)
    }

    private static func dispute(_ made: MadeEntry, _ reports: [Report]) -> Dispute {
        Dispute(
            dimension: .factuality, entries: [made.entry.id],
            sides: DisputeFinder.sides(reports) { $0.modality.rawValue })
    }

    private static func isAlleged(_ report: Report, _ acts: Acts) -> Bool {
        let cues = report.attribution.flatMap { ContentWords.words($0.cue) }
        return cues.contains { acts.isAlleging($0) }
            || report.attribution.allSatisfy(\.cue.isEmpty) && report.terms.contains { $0.hasPrefix("alleg") }
    }
}
