package import ChanceryCore
package import DossierStore

/// What the standing of two parties is told by topic, in the order of a page.
package enum StandingTopic: String, Hashable, Sendable, Encodable, CaseIterable {
    case recognition, missions, relations, agreements, memberships, envoys, other

    /// The words above it.
    package var heading: String {
        switch self {
        case .recognition: "Recognition"
        case .missions: "Missions"
        case .relations: "Relations"
        case .agreements: "Agreements"
        case .memberships: "Memberships in common"
        case .envoys: "Envoys"
        case .other: "Other states of affairs"
        }
    }
}

/// One report as far as it tells how two parties stand.
package struct StandingTelling: Hashable, Sendable {
    /// The topic.
    package var topic: StandingTopic
    /// What it tells of, the same for all tellings of one state of affairs.
    package var key: String
    /// The state of affairs in words.
    package var what: String
    /// Whether it is the first party's towards the second (0), the second's (1) or both's (2).
    package var side: Int
    /// When it begins, where that is stated.
    package var begin: EDTF?
    /// When it ends, where that is stated.
    package var end: EDTF?
    /// The date of the event that begins or ends it, where the text gives it elsewhere than beside the event.
    package var contextDate = ""
    /// Whether it tells that the state of affairs ended.
    package var isEnd = false
    /// Whether it names no sort of mission.
    package var isVague = false
    /// A place within the other party's country.
    package var place = ""
    /// The report, with its words.
    package var item: ReportItem
    /// The entry it belongs to.
    package var entry: String
    /// Whether it is doubtful: it stands beside what is not, and decides nothing of it.
    package var isDoubtful = false

    /// The telling as one of former times, which says nothing of today.
    package func past(_ isPast: Bool) -> StandingTelling {
        guard isPast else { return self }
        var telling = self
        telling.key += "|past"
        telling.what += ", formerly"
        return telling
    }

    /// Whether two tellings can be of one and the same: neither date nor place speaks against it.
    package func agrees(with other: StandingTelling) -> Bool {
        Self.agree(begin, other.begin) && Self.agree(end, other.end)
            && !Self.isAfter(begin ?? other.begin, end ?? other.end)
            && (place == other.place || place.isEmpty || other.place.isEmpty)
    }

    private static func agree(_ a: EDTF?, _ b: EDTF?) -> Bool {
        guard let a, let b else { return true }
        return a.contains(b) || b.contains(a)
    }

    private static func isAfter(_ begin: EDTF?, _ end: EDTF?) -> Bool {
        guard let first = begin?.bounds.first, let last = end?.bounds.last else { return false }
        return first > last
    }

    /// How much it tells: of date and place.
    package var detail: Int { (begin == nil ? 0 : 1) + (end == nil ? 0 : 1) + (place.isEmpty ? 0 : 1) }

    /// Whether it tells more than another: a beginning, an end, a place.
    package func tellsMore(than other: StandingTelling) -> Bool {
        begin != nil && other.begin == nil || end != nil && other.end == nil || !place.isEmpty && other.place.isEmpty
            || isEnd && !other.isEnd
    }

    /// Whether it says that it is so, or something else of it.
    package var polarity: Polarity {
        switch item.report.modality {
        case .asserted, .claimed: .so
        case .negated, .denied: .notSo
        case .planned: .planned
        case .hypothetical: .supposed
        }
    }

    /// What is told of a state of affairs.
    package enum Polarity: Int, Hashable, Sendable { case so, notSo, planned, supposed }
}

/// The sorts of mission, as texts name them.
package enum MissionWords {
    /// The sort of mission named nearest to a place in a text, given as a number of code points, and where its name
    /// begins; nil where none is.
    package static func sort(in text: String, near place: Int = 0) -> (sort: String, start: Int)? {
        let words = Array(text.lowercased().unicodeScalars)
        var taken = asides(in: words)
        var best: (sort: String, start: Int)?
        for sort in ViewWords.standard.missions {
            for form in [sort, sort + "s", sort.hasSuffix("y") ? sort.dropLast() + "ies" : sort] {
                for range in places(of: form, in: words) where !taken.contains(where: { $0.overlaps(range) }) {
                    taken.append(range)
                    let distance = abs(range.lowerBound - place)
                    if best.map({ distance < abs($0.start - place) }) ?? true { best = (sort, range.lowerBound) }
                }
            }
        }
        return best
    }

    /// Whether "its", or of several "their", stands before the name of a mission: "closed its embassy".
    package static func isOwn(_ start: Int, in text: String, ofSeveral: Bool) -> Bool {
        let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(start)))
        return before.lowercased().split(whereSeparator: { !$0.isLetter }).suffix(2).contains {
            $0 == "its" || (ofSeveral && $0 == "their")
        }
    }

    /// The asides between two commas that are no part of what is told, as ``ViewWords/beforeMissionAside`` opens them.
    private static func asides(in words: [Unicode.Scalar]) -> [Range<Int>] {
        let commas = words.indices.filter { words[$0] == "," }
        return zip(commas, commas.dropFirst()).filter { start, end in
            let first = words[(start + 1)..<end].split { !$0.properties.isAlphabetic }.first
            return first.map { ViewWords.standard.beforeMissionAside.contains(String(String.UnicodeScalarView($0))) }
                ?? false
        }.map { $0..<$1 }
    }

    /// Where a phrase stands in a text, as whole words.
    private static func places(of phrase: String, in words: [Unicode.Scalar]) -> [Range<Int>] {
        let wanted = Array(phrase.unicodeScalars)
        guard words.count >= wanted.count else { return [] }
        return (0...(words.count - wanted.count)).compactMap { start in
            let range = start..<(start + wanted.count)
            guard words[start] == wanted[0], words[range].elementsEqual(wanted),
                start == 0 || !words[start - 1].properties.isAlphabetic,
                range.upperBound == words.count || !words[range.upperBound].properties.isAlphabetic
            else { return nil }
            return range
        }
    }
}
