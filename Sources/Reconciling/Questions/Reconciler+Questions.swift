public import ChanceryCore

extension Reconciler {
    /// The questions on which a report may differ from reports of other blocks, sorted: what somebody is called, how two parties stand
    /// to each other.
    public static func questions(of report: Report) -> [String] { Questions.keys(of: report) }

    /// The disputes between reports of different entries, by the question they are on; in the order of questions and ids.
    ///
    /// All reports that raise a question must be given for it, as they were coded, and the entries they are in.
    ///
    /// - Parameter questions: Those looked into; nil for all.
    /// - Complexity: O(*n*) in the number of reports: of each question no more than a fixed number of different tellings is compared.
    public func disputes(
        across reports: [Report], in entries: [Entry], lineages: [String: DocumentLineage], rulings: Rulings,
        on questions: Set<String>? = nil
    ) -> [(question: String, dispute: Dispute)] {
        let rejected = rulings.rejected
        let settled = rulings.settled
        let entryOf = Dictionary(
            entries.flatMap { entry in entry.reports.map { ($0, entry.id) } }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        var raised: [String: [VoicedReport]] = [:]
        let counted = reports.filter {
            !rejected.contains($0.id) && (!$0.isDoubtful || settled.contains($0.id)) && entryOf[$0.id] != nil
        }.map(rulings.effective).sorted {
            ($0.documentHash, $0.span.start, $0.id) < ($1.documentHash, $1.span.start, $1.id)
        }
        for report in counted where seen.insert(report.id).inserted {
            let keys = Self.questions(of: report).filter { questions?.contains($0) ?? true }
            if keys.isEmpty { continue }
            let voiced = VoicedReport(
                report, entry: entryOf[report.id] ?? "",
                origin: lineages[report.documentHash]?.origin ?? report.documentHash,
                states: self.questions.words.states)
            for key in keys { raised[key, default: []].append(voiced) }
        }
        let originOfReport = Self.origins(of: counted, lineages)
        var found: [(question: String, dispute: Dispute)] = []
        var ids: Set<String> = []
        for question in raised.keys.sorted() {
            let told = raised[question] ?? []
            let disputes = self.questions.disputes(on: question, of: told).sorted { $0.id < $1.id }
            for var dispute in disputes where ids.insert(dispute.id).inserted {
                dispute.about = Questions.names(of: question, in: told, Set(dispute.reports))
                found.append((question, dispute.settingOrigins(originOfReport)))
            }
        }
        return found
    }

    /// The origins of reports, by their ids, where they are known.
    static func origins(of reports: [Report], _ lineages: [String: DocumentLineage]) -> [String: String] {
        Dictionary(
            reports.compactMap { report in lineages[report.documentHash].map { (report.id, $0.origin) } },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Dispute {
    /// The dispute with the origins of each side's reports.
    func settingOrigins(_ originOfReport: [String: String]) -> Dispute {
        var dispute = self
        for side in dispute.sides.indices {
            dispute.sides[side].origins = Set(dispute.sides[side].reports.compactMap { originOfReport[$0] }).sorted()
        }
        return dispute
    }
}

extension Reconciliation {
    /// Takes in disputes between entries; one that is there already stays as it is.
    public mutating func add(_ more: [Dispute]) {
        let known = Set(disputes.map(\.id))
        disputes = (disputes + more.filter { !known.contains($0.id) }).sorted { $0.id < $1.id }
    }
}
