/// How far an entry can be believed, suggested from origins and disputes on the scale of the NATO Admiralty code
/// (AJP-2.1; STANAG 2511), never above what they carry.
///
/// The reliability of a source, A to F, is the scale's other half: that only a person decides.
public struct Credibility: Hashable, Sendable, Codable {
    /// The scale.
    public enum Grade: Int, Hashable, Sendable, Codable, CaseIterable {
        case confirmed = 1
        case probablyTrue, possiblyTrue, doubtful, improbable
        case cannotBeJudged
    }

    /// What a grade rests on.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// Two or more origins are established as different.
        case independentOrigins = "independent-origins"
        /// There are several origins, not two of them established.
        case independenceNotEstablished = "independence-not-established"
        /// All tellings come from one place.
        case oneOrigin = "one-origin"
        /// In one of the independent origins only it is told as fact.
        case oneAsserts = "one-asserts"
        /// No telling tells it as fact: it is claimed.
        case nobodyAsserts = "nobody-asserts"
        /// Every telling has it as planned or supposed.
        case notYet = "planned-or-supposed"
        /// Every telling says that it is not so.
        case onlyDenied = "only-denied"
        /// More origins deny it than tell it.
        case denialsOutweigh = "denials-outweigh"
        /// Whether it happened is disputed.
        case factualityDisputed = "factuality-disputed"
        case dateDisputed = "date-disputed"
        case numberDisputed = "number-disputed"
        case agencyDisputed = "agency-disputed"
    }

    /// The grade.
    public var grade: Grade
    /// What it rests on, in the order of ``Reason``.
    public var reasons: [Reason]

    /// Makes a suggestion from its parts.
    public init(_ grade: Grade, _ reasons: Set<Reason>) {
        self.grade = grade
        self.reasons = Reason.allCases.filter(reasons.contains)
    }

    /// Where nothing is known of origins.
    public static let unknown = Credibility(.cannotBeJudged, [])
}
