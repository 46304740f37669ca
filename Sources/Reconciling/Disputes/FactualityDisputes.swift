import ChanceryCore

/// Whether it happened: one tells it as fact, another that it is not so, or only that somebody alleges it.
enum FactualityDisputes {
    static func dispute(_ made: MadeEntry, _ acts: Acts) -> Dispute? {
        let reports = made.cluster.reports
        let sure = made.sureReports
        let stances = Set(sure.map { Telling.Stance($0.modality) })
        if stances.contains(.held), stances.contains(.refuted) { return dispute(made, reports) }
        // "He met them" beside "they said that he met them" is no dispute; "is alleged to have met them" is one.
        guard made.entry.kind == .event, sure.contains(where: { $0.modality == .asserted && $0.attribution.isEmpty })
        else { return nil }
        // Who is alleged to have done it must be told as having done it: that it happened is another question.
        guard !alleged(of: sure, acts).isEmpty else { return nil }
        return dispute(made, reports.filter { $0.modality == .asserted } + alleged(of: reports, acts))
    }

    /// The reports by which somebody whom another names as having done it is alleged to have.
    private static func alleged(of reports: [Report], _ acts: Acts) -> [Report] {
        let asserted = reports.filter { $0.modality == .asserted }
        return reports.filter { report in
            report.modality == .claimed && isAlleged(report, acts) && asserted.contains { namesThoseOf(report, $0) }
        }
    }

    private static func dispute(_ made: MadeEntry, _ reports: [Report]) -> Dispute {
        Dispute(
            dimension: .factuality, entries: [made.entry.id],
            sides: DisputeFinder.sides(reports, without: made.doubtful) { $0.modality.rawValue })
    }

    /// Whether an asserted telling names somebody who is alleged to have done it; in another document also where nobody
    /// is named.
    private static func namesThoseOf(_ alleged: Report, _ asserted: Report) -> Bool {
        guard case .event(let a) = alleged.content, case .event(let b) = asserted.content else { return false }
        if a.actors.isEmpty { return alleged.documentHash != asserted.documentHash }
        return Parties.likeness(a.actors, b.actors) >= .overlapping
    }

    private static func isAlleged(_ report: Report, _ acts: Acts) -> Bool {
        let cues = report.attribution.flatMap { ContentWords.words($0.cue) }
        return cues.contains { acts.isAlleging($0) }
            || report.attribution.allSatisfy(\.cue.isEmpty) && report.terms.contains { $0.hasPrefix("alleg") }
    }
}
