import ChanceryCore

extension Credibility {
    /// What origins and disputes carry; the first line that fits.
    ///
    /// | grade | where |
    /// |---|---|
    /// | 5 improbable | more origins deny it than tell it; two or more independent origins deny it and none tells it |
    /// | 4 doubtful | whether it happened is disputed; several origins deny it and none tells it |
    /// | 4 | of a figure, the number is disputed, and not two independent origins give it |
    /// | 6 cannot be judged | all tellings are of one origin |
    /// | 3 possibly true | several origins, not two of them established; or no telling has it as fact |
    /// | 2 probably true | two or more independent origins, and date, number or agency are disputed |
    /// | 2 | two or more independent origins, of which one alone tells it as fact |
    /// | 1 confirmed | two or more independent origins tell it as fact, undisputed |
    ///
    /// - Parameters:
    ///   - reports: those of the entry that carry it.
    ///   - disputed: the dimensions of the disputes that concern it.
    init(of entry: Entry, reports: [Report], disputed: Set<Dispute.Dimension>) {
        var stances: [String: Telling.Stance] = [:]
        var asserted: Set<String> = []
        for report in reports {
            stances[report.id] = Telling.Stance(report.modality)
            if report.modality == .asserted { asserted.insert(report.id) }
        }
        var reasons: Set<Reason> = []
        let all = entry.origins.filter { $0.standing != .doubtful }
        let established = all.filter(\.standing.isEstablished)
        if all.count < 2 {
            reasons.insert(.oneOrigin)
        } else {
            reasons.insert(established.count > 1 ? .independentOrigins : .independenceNotEstablished)
        }
        for (dimension, reason) in [
            (Dispute.Dimension.date, Reason.dateDisputed), (.number, .numberDisputed), (.agency, .agencyDisputed),
            (.factuality, .factualityDisputed),
        ] where disputed.contains(dimension) { reasons.insert(reason) }
        let told = Set(stances.values)
        if told == [.refuted] {
            let grades: [Grade] = [.cannotBeJudged, .doubtful, .improbable]
            let weight = established.count > 1 ? 2 : all.count > 1 ? 1 : 0
            self.init(grades[weight], reasons.union([.onlyDenied]))
            return
        }
        if disputed.contains(.factuality) {
            func origins(_ stance: Telling.Stance) -> Int {
                all.count { group in group.reports.contains { stances[$0] == stance } }
            }
            let outweigh = origins(.refuted) > origins(.held)
            self.init(outweigh ? .improbable : .doubtful, outweigh ? reasons.union([.denialsOutweigh]) : reasons)
            return
        }
        if asserted.isEmpty { reasons.insert(told == [.open] ? .notYet : .nobodyAsserts) }
        let asserting = established.count { group in group.reports.contains { asserted.contains($0) } }
        if established.count > 1, asserting == 1 { reasons.insert(.oneAsserts) }
        let details: Set<Dispute.Dimension> = [.date, .number, .agency]
        if entry.kind == .figure, disputed.contains(.number), established.count < 2 {
            self.init(.doubtful, reasons)
        } else if all.count < 2 {
            self.init(.cannotBeJudged, reasons)
        } else if established.count < 2 || asserting == 0 {
            self.init(.possiblyTrue, reasons)
        } else if asserting == 1 || !details.isDisjoint(with: disputed) {
            self.init(.probablyTrue, reasons)
        } else {
            self.init(.confirmed, reasons)
        }
    }
}
