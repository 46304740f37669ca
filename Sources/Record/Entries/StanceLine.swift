package import ChanceryCore
import DossierStore

/// One party's stance to an entry, as views show it: who claims it, backs it, confirms it or rejects it.
package struct StanceLine: Hashable, Sendable, Encodable {
    /// The stance.
    package var stance: Stance.Kind
    /// Whose it is.
    package var party: String
    /// The words that take it.
    package var cue: String
    /// The document's given name.
    package var document: String
    /// The first code point of the stance's words.
    package var start: Int
    /// The code point after their last.
    package var end: Int

    /// The stances of the tellings of one entry, each party's once a document and stance, claims first.
    ///
    /// A source without a stance of its own claims what it tells. One party alone is no side of anything: nothing is listed,
    /// as the caveat and the source of its telling say it all.
    package static func lines(of reports: [Report]) -> [StanceLine] {
        var found: [StanceLine] = []
        for report in reports {
            found += report.stances.map {
                StanceLine(
                    stance: $0.kind, party: $0.party, cue: $0.cue, document: report.document, start: $0.words.start,
                    end: $0.words.end)
            }
            guard let source = report.attribution.last, !source.source.isEmpty,
                !report.stances.contains(where: { $0.party == source.source })
            else { continue }
            found.append(
                StanceLine(
                    stance: report.modality == .denied ? .rejects : .claims, party: source.source, cue: source.cue,
                    document: report.document, start: report.span.start, end: report.span.end))
        }
        var seen: Set<[String]> = []
        found = found.filter { seen.insert([$0.stance.rawValue, $0.party, $0.document]).inserted }
        guard Set(found.map(\.party)).count > 1 else { return [] }
        let order = Stance.Kind.allCases
        return found.enumerated().sorted {
            (order.firstIndex(of: $0.element.stance) ?? 0, $0.offset)
                < (order.firstIndex(of: $1.element.stance) ?? 0, $1.offset)
        }.map(\.element)
    }

    /// The stances of all but one party to a single telling.
    package static func ofOthers(_ report: Report, than party: String) -> [StanceLine] {
        report.stances.filter { $0.party != party }.map {
            StanceLine(
                stance: $0.kind, party: $0.party, cue: $0.cue, document: report.document, start: $0.words.start,
                end: $0.words.end)
        }
    }

    /// The stances in words: `claimed by Veldania, Tarn; backed by France; rejected by Germany`.
    package static func words(_ lines: [StanceLine]) -> String {
        Stance.Kind.allCases.compactMap { kind in
            var seen: Set<String> = []
            let parties = lines.filter { $0.stance == kind }.map(\.party).filter { seen.insert($0).inserted }
            return parties.isEmpty ? nil : "\(participle(kind)) by \(parties.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    private static func participle(_ kind: Stance.Kind) -> String {
        switch kind {
        case .claims: "claimed"
        case .confirms: "confirmed"
        case .backs: "backed"
        case .doubts: "doubted"
        case .rejects: "rejected"
        }
    }
}
