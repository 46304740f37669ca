import ChanceryCore

extension Rulings {
    /// What differs between two states of the decisions: what has to be looked at again.
    public struct Change: Hashable, Sendable {
        /// The ids of reports of which another correction is in force.
        public var corrected: Set<String> = []
        /// Names, as they are compared, that stand for something else now, with what they stood and stand for: reports
        /// that name any of them read differently, perhaps.
        public var names: Set<String> = []
        /// The ids of reports that are accepted, rejected, merged or split otherwise than before.
        public var regrouped: Set<String> = []
        /// Whether other documents are of one origin.
        public var changesOrigins = false

        /// Whether nothing differs.
        public var isEmpty: Bool { corrected.isEmpty && names.isEmpty && regrouped.isEmpty && !changesOrigins }
    }

    /// What differs from an earlier state.
    public func change(since earlier: Rulings) -> Change {
        var change = Change()
        for report in corrected.union(earlier.corrected) {
            let differs = Decision.Field.allCases.contains { field in
                correction(of: field, report: report)?.id != earlier.correction(of: field, report: report)?.id
            }
            if differs { change.corrected.insert(report) }
        }
        for name in aliasNames.union(earlier.aliasNames) {
            let (now, before) = (alias(of: name), earlier.alias(of: name))
            if now?.name == before?.name && now?.code == before?.code { continue }
            change.names.insert(name)
            for known in [now, before] {
                if let known { change.names.insert(NameFolding.fold(known.name)) }
            }
        }
        change.regrouped = ruledOn.union(earlier.ruledOn).filter { status(of: $0) != earlier.status(of: $0) }
        for group in Set(merges).symmetricDifference(earlier.merges) { change.regrouped.formUnion(group) }
        if splits != earlier.splits {
            for split in Set(splits).symmetricDifference(earlier.splits) {
                change.regrouped.formUnion(split.reports.union(split.apart))
            }
        }
        change.changesOrigins = Set(sameOrigin) != Set(earlier.sameOrigin)
        return change
    }
}
