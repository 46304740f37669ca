import ChanceryCore

/// The order in which states usually take up with one another: recognition, then relations, then missions that stand for them.
///
/// Nothing follows from it: a line that is told to begin before what usually comes first says so, and a reader sees both dates.
enum StandingOrder {
    /// The lines, those marked that begin before what usually comes first.
    static func marked(_ lines: [StandingLine]) -> [StandingLine] {
        lines.map { line in
            guard let own = stage(of: line), let begin = begin(of: line) else { return line }
            var line = line
            line.earlierThan = lines.filter { other in
                guard let stage = stage(of: other), stage < own, let first = Self.begin(of: other),
                    let day = begin.bounds.last, let otherDay = first.bounds.first
                else { return false }
                return day < otherDay
            }.map { "\($0.what), \($0.when)" }
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
