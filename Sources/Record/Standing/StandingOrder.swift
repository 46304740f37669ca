import ChanceryCore

/// The order in which states usually take up with one another: recognition, then relations, then missions that stand for them.
///
/// Nothing follows from it: a line that is told to begin before what usually comes first says so, and a reader sees both dates.
package enum StandingOrder {
    /// The lines, those marked that begin before what usually comes first began for the first time.
    package static func marked(_ lines: [StandingLine]) -> [StandingLine] {
        let first = Dictionary(grouping: lines.filter { stage(of: $0) != nil && begin(of: $0)?.bounds.first != nil }) {
            stage(of: $0) ?? 0
        }.compactMap { stage, lines in
            lines.min { (begin(of: $0)?.sortKey ?? "", $0.what) < (begin(of: $1)?.sortKey ?? "", $1.what) }
                .map { (stage: stage, line: $0) }
        }.sorted { $0.stage < $1.stage }
        return lines.map { line in
            guard let own = stage(of: line), let last = begin(of: line)?.bounds.last else { return line }
            var line = line
            line.earlierThan = first.filter { other in
                other.stage < own && (begin(of: other.line)?.bounds.first).map { last < $0 } == true
            }.map { "\($0.line.what), \($0.line.when)" }
            return line
        }
    }

    /// Where in that order a line stands; nil of what has no place in it, and of what nobody tells to be so.
    private static func stage(of line: StandingLine) -> Int? {
        guard line.doubtful != true,
            line.modality.contains(where: [Modality.asserted, .claimed].map(\.rawValue).contains)
        else { return nil }
        return switch line.topic {
        case .recognition: 0
        case .relations: 1
        case .missions: ViewWords.standard.residentMissions.contains { line.what.hasPrefix($0) } ? 2 : nil
        case .agreements, .memberships, .envoys, .other: nil
        }
    }

    private static func begin(of line: StandingLine) -> EDTF? { line.from.isEmpty ? nil : EDTF(line.from) }
}
