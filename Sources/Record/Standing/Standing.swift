import ChanceryCore
import DossierStore

/// One line of the standing of two parties: a state of affairs with every telling of it that agrees.
package struct StandingLine: Hashable, Sendable, Encodable {
    /// Always `standing`, which tells these lines from the entries beside them.
    package let kind = "standing"
    /// The topic.
    package var topic: StandingTopic
    /// The state of affairs in words.
    package var what: String
    /// When it begins, EDTF, or empty where none states it.
    package var from: String
    /// When it ends, EDTF, or empty.
    package var to: String
    /// The dates in words.
    package var when: String
    /// A place within the other party's country, or empty.
    package var place: String
    /// The modalities of its tellings.
    package var modality: [String]
    /// The highest confidence among its tellings, from 0 to 1; absent where none has any.
    package var confidence: Double?
    /// True where all of its tellings are doubtful; absent otherwise.
    package var doubtful: Bool?
    /// Dates, EDTF, that no telling states beside it and that were taken from the context, where there is no other.
    package var contextDates: [String]
    /// Whether other accounts tell another date or that it is not so; their lines stand beside this one.
    package var differs: Bool
    /// What is told to have begun later although it usually comes first, with its dates in words.
    package var earlierThan: [String] = []
    /// The documents that tell it.
    package var documents: [String]
    /// The entries it is taken from.
    package var entries: [String]
    /// The tellings.
    package var tellings: [Telling]
    /// What is said before it unless somebody tells it as fact.
    package var caveat: String

    private enum CodingKeys: String, CodingKey {
        case kind, topic, what, caveat, from, to, when, place, modality, contextDates = "context_dates", differs,
            earlierThan = "earlier_than", documents,
            entries, tellings, confidence, doubtful
    }
}

/// How two parties stand, as an encyclopedia's box on two countries has it, each line with who tells it.
///
/// Nothing is settled: where accounts differ in a date or tell the contrary, each stands on a line of its own beside
/// the other. What is doubtful adds nothing to what is not: where it tells more, it has a line of its own, which says so.
package struct Standing: Hashable, Sendable {
    /// The lines, by topic, then the first party's before the second's.
    package var lines: [StandingLine]

    /// Makes the lines of what is told.
    package init(_ tellings: [StandingTelling], _ shelf: Shelf = Shelf()) {
        let states = Dictionary(grouping: Self.withoutVagueMissions(tellings), by: \.key).values
            .sorted { Self.order($0) < Self.order($1) }
        lines = StandingOrder.marked(states.flatMap { Self.lines(of: $0, shelf) })
    }

    /// What is dated first, in the order of time.
    private static func order(_ tellings: [StandingTelling]) -> (Int, Int, String, String) {
        let first = tellings[0]
        let date = tellings.compactMap { ($0.begin ?? $0.end)?.sortKey }.min() ?? "~~"
        return (StandingTopic.allCases.firstIndex(of: first.topic) ?? 0, first.side, date, first.key)
    }

    /// All but those of "the mission" without date or place, where the same party's missions are told more exactly:
    /// they point back to one of these, and the record does not tell to which.
    private static func withoutVagueMissions(_ tellings: [StandingTelling]) -> [StandingTelling] {
        tellings.filter { telling in
            guard telling.topic == .missions, telling.isVague, telling.detail == 0 else { return true }
            return !tellings.contains { other in
                other.topic == .missions && other.side == telling.side && other.polarity == telling.polarity
                    && (telling.isDoubtful || !other.isDoubtful)
                    && !(other.isVague && other.detail == 0)
            }
        }
    }

    /// The lines of one state of affairs.
    private static func lines(of tellings: [StandingTelling], _ shelf: Shelf) -> [StandingLine] {
        let groups = groups(of: tellings).sorted { sortKey($0) < sortKey($1) }
        return groups.map { group in
            // A doubtful line speaks against none, and nothing that it tells parts two others.
            let sure = tellings.filter { !$0.isDoubtful }
            let differs = groups.contains {
                $0 != group && isDoubtful($0) == isDoubtful(group)
                    && contradict($0, group, among: isDoubtful(group) ? tellings : sure)
            }
            return line(group, differs: differs, shelf)
        }
    }

    /// The tellings that agree with one another, those with most detail first.
    private static func groups(of tellings: [StandingTelling]) -> [[StandingTelling]] {
        var groups: [[StandingTelling]] = []
        for telling in tellings.sorted(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) {
            let fitting = groups.indices.filter { number in
                let group = groups[number]
                return group[0].polarity == telling.polarity && group.allSatisfy { $0.agrees(with: telling) }
                    // Those that are not doubtful come first: they alone have said so far what the group tells.
                    && (!telling.isDoubtful || isDoubtful(group) || !group.allSatisfy { telling.tellsMore(than: $0) })
            }
            // A telling without a date fits several dates: it backs none of them.
            let chosen =
                fitting.count < 2 ? fitting.first : fitting.first { groups[$0][0].detail == telling.detail }
            if let chosen { groups[chosen].append(telling) } else { groups.append([telling]) }
        }
        return groups
    }

    private static func isDoubtful(_ group: [StandingTelling]) -> Bool { group.allSatisfy(\.isDoubtful) }

    /// What is not doubtful first, then most detail, then told as fact before claimed, the author's own voice before others'.
    private static func rank(_ telling: StandingTelling) -> [Int] {
        let report = telling.item.report
        return [telling.isDoubtful ? 1 : 0, -telling.detail, -report.modality.precedence, report.attribution.count]
    }

    private static func sortKey(_ group: [StandingTelling]) -> (Int, Int, String, String) {
        let date = group.lazy.compactMap { $0.begin ?? $0.end }.first
        return (isDoubtful(group) ? 1 : 0, group[0].polarity.rawValue, date?.sortKey ?? "~~", group[0].item.id)
    }

    /// Whether one says what the other denies, or both give a beginning or an end and not the same.
    private static func contradict(
        _ a: [StandingTelling], _ b: [StandingTelling], among all: [StandingTelling]
    ) -> Bool {
        let (first, second) = (a[0].polarity, b[0].polarity)
        if [first, second] == [.so, .notSo] || [first, second] == [.notSo, .so] { return true }
        guard first == second, a[0].topic != .agreements else { return false }
        return a.contains { one in
            b.contains { other in
                differ(one.begin, other.begin, unlessParted: all.compactMap(\.end))
                    || differ(one.end, other.end, unlessParted: all.compactMap(\.begin))
            }
        }
    }

    /// Whether two beginnings (or ends) are told of which only one can be; what ended between them began twice.
    private static func differ(_ a: EDTF?, _ b: EDTF?, unlessParted others: [EDTF]) -> Bool {
        guard let a, let b, !a.contains(b), !b.contains(a) else { return false }
        let (first, last) = (min(a.sortKey, b.sortKey), max(a.sortKey, b.sortKey))
        return !others.contains { first < $0.sortKey && $0.sortKey < last }
    }

    private static func line(_ group: [StandingTelling], differs: Bool, _ shelf: Shelf) -> StandingLine {
        // The telling that is told as fact and gives the date speaks first.
        let reports = group.map(\.item.report)
        let begin = group.lazy.compactMap(\.begin).first
        let end = group.lazy.compactMap(\.end).first
        let place = group.lazy.map(\.place).first { !$0.isEmpty } ?? ""
        let isDoubtful = isDoubtful(group)
        let isAsserted = group.contains { $0.item.report.modality == .asserted && $0.isDoubtful == isDoubtful }
        let modality = Modality.allCases.filter { kind in reports.contains { $0.modality == kind } }
        return StandingLine(
            topic: group[0].topic,
            what: group[0].what + (place.isEmpty ? "" : " · in \(place)")
                + (group.contains(where: \.isEnd) ? (group[0].topic == .missions ? ", closed" : ", broken off") : ""),
            from: begin?.description ?? "", to: end?.description ?? "",
            when: words(begin, end, of: group[0].topic), place: place, modality: modality.map(\.rawValue),
            confidence: reports.compactMap(\.confidence).max(), doubtful: isDoubtful ? true : nil,
            contextDates: begin == nil && end == nil ? Set(group.map(\.contextDate)).subtracting([""]).sorted() : [],
            differs: differs, documents: Set(reports.map(\.document)).sorted(),
            entries: Set(group.map(\.entry)).sorted(), tellings: group.map { Telling($0.item, shelf) },
            caveat: ModalityWords.caveat(isAsserted ? "" : caveat(group), isDoubtful: isDoubtful))
    }

    /// What stands before a line that nobody tells as fact. Most lines name a state of affairs in the program's words, the others
    /// in those of the first telling, which may negate it already.
    private static func caveat(_ group: [StandingTelling]) -> String {
        let reports = group.map(\.item.report)
        let isInOwnWords = group[0].what.hasPrefix(Wording.headline(reports[0]))
        return isInOwnWords
            ? ModalityWords.caveat(reports, headline: reports[0])
            : ModalityWords.caveat(Set(reports.map(\.modality)), .state)
    }

    /// `since 1988`, `until 1991`, `1970–1991`; an agreement has the day it was signed.
    private static func words(_ begin: EDTF?, _ end: EDTF?, of topic: StandingTopic) -> String {
        if topic == .agreements, let begin { return DateWords.of(begin.description) }
        switch (begin, end) {
        case (nil, nil): return ""
        case (let begin?, nil): return "since " + DateWords.of(begin.description)
        case (nil, let end?): return "until " + DateWords.of(end.description)
        case (let begin?, let end?): return DateWords.of("\(begin)/\(end)")
        }
    }
}

extension StandingLine {
    /// The item as a page sets it.
    package var item: Page.Item {
        var remarks = [Wording.count(tellings.count, "report", "reports")]
        var seen: Set<String> = []
        let labels = tellings.map(\.source).filter { seen.insert($0).inserted }
        if labels.count > 1 {
            let names = SafeText.oneLine(labels.joined(separator: "; "))
            remarks[0] += " in \(Wording.count(documents.count, "document", "documents")): \(names)"
        }
        if !contextDates.isEmpty {
            let dates = contextDates.map { DateWords.of($0) }.joined(separator: ", ")
            remarks.append("\(dates): date taken from the context")
        }
        if differs { remarks.append("the accounts differ") }
        remarks += earlierThan.map { "told as earlier than: \($0)" }
        return Page.Item(
            margin: when, caveat: caveat, headline: what,
            notes: tellings.map { doubtful == true ? $0.note : $0.markedNote },
            remarks: remarks, ids: entries)
    }
}
