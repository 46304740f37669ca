import ChanceryCore

/// A telling of an event with what comparing it to the others of its block needs, worked out once.
struct EventTelling {
    let telling: Telling
    let event: Event
    let actors: [PartyProfile]
    let recipients: [PartyProfile]
    var all: [PartyProfile] { actors + recipients }
    /// Whether those who take part do it together.
    let isJoint: Bool
    /// The words that tell what happened, without those that name who took part.
    let words: [BlockWords.Word]
    /// Those of its text shortly before and behind too.
    let surrounding: [BlockWords.Word]
    /// Those of the whole text.
    let text: BlockWords.Text
    /// Those of them that can tell an act.
    let actWords: [BlockWords.Word]
    /// Where in its text it stands among the others (0 to 1).
    let place: Double
    /// The type and those who take part.
    let matter: Matter
    /// Whether the block tells the same matter with dates apart, so that a date that is missing may be either's.
    let isRepeated: Bool

    /// What sort of thing is told of whom.
    struct Matter: Hashable {
        let type: String
        let parties: Set<String>
    }

    /// How many tellings before and behind one in its text stand round it.
    private static let near = 3
    /// How many dates of one matter are compared with one another.
    private static let compared = 16

    /// The tellings of a block, in their order.
    ///
    /// - Parameter tellings: of each group of equal tellings one; all of events.
    static func all(_ tellings: [Telling], _ words: LikenessWords) -> [EventTelling] {
        let events = tellings.map { telling -> Event in
            guard case .event(let event) = telling.report.content else {
                return Event(type: "", concept: "", actors: [], recipients: [])
            }
            return event
        }
        var profiles: [Participant: PartyProfile] = [:]
        func profile(_ party: Participant) -> PartyProfile {
            var bare = party
            (bare.span, bare.from, bare.sector) = (.init(0, 0), nil, "")
            if let known = profiles[bare] { return known }
            let made = PartyProfile(bare, words)
            profiles[bare] = made
            return made
        }
        let sides = events.map { ($0.actors.map(profile), $0.recipients.map(profile)) }
        let states = Set(
            profiles.values.filter(\.isState).flatMap { ContentWords.words($0.participant.name) }.filter {
                $0.count > 3
            })
        var isOfState: [String: Bool] = [:]
        let stems = tellings.map { telling -> Set<String> in
            let names = telling.names
            return telling.terms.filter { stem in
                guard !words.untelling.contains(stem), telling.date == nil || !stem.allSatisfy(\.isNumber),
                    !names.contains(where: { BlockWords.isForm(stem, $0) })
                else { return false }
                if let known = isOfState[stem] { return !known }
                let isState = states.contains { BlockWords.isForm(stem, $0) }
                isOfState[stem] = isState
                return !isState
            }
        }
        let block = BlockWords(stems, words)
        let matters = zip(tellings, sides).map { telling, sides in
            Matter(type: telling.act?.type ?? "", parties: Set((sides.0 + sides.1).map(\.key)))
        }
        let repeated = Self.repeated(zip(matters, tellings.map { $0.date }))
        let (places, surroundings) = Self.places(tellings, stems)
        let texts = Dictionary(grouping: tellings.indices) { tellings[$0].report.documentHash }.mapValues { numbers in
            BlockWords.Text(block.of(numbers.reduce(into: Set<String>()) { $0.formUnion(stems[$1]) }))
        }
        return tellings.indices.map { number in
            let own = block.of(stems[number])
            return EventTelling(
                telling: tellings[number], event: events[number], actors: sides[number].0, recipients: sides[number].1,
                isJoint: events[number].isReciprocal
                    || events[number].recipients.isEmpty && events[number].actors.count > 1,
                words: own, surrounding: block.of(surroundings[number]),
                text: texts[tellings[number].report.documentHash] ?? .init([]),
                actWords: own.filter { !$0.families.isEmpty },
                place: places[number], matter: matters[number], isRepeated: repeated.contains(matters[number]))
        }
    }

    /// The matters that are told with dates that cannot both hold.
    private static func repeated(_ told: some Sequence<(Matter, EDTF?)>) -> Set<Matter> {
        var dates: [Matter: Set<EDTF>] = [:]
        for (matter, date) in told { if let date { dates[matter, default: []].insert(date) } }
        return Set(
            dates.filter { _, dates in
                let some = dates.sorted().prefix(compared)
                return some.contains { one in some.contains { !$0.agrees(with: one) } }
            }.keys)
    }

    /// Where in its text each telling stands, and the stems told round it.
    private static func places(_ tellings: [Telling], _ stems: [Set<String>]) -> ([Double], [Set<String>]) {
        var places = [Double](repeating: 0, count: tellings.count)
        var round = stems
        for (_, text) in Dictionary(grouping: tellings.indices, by: { tellings[$0].report.documentHash }) {
            let text = text.sorted { tellings[$0] < tellings[$1] }
            for (place, number) in text.enumerated() {
                places[number] = Double(place) / Double(max(1, text.count - 1))
                for other in text[max(0, place - near)..<min(text.count, place + near + 1)] {
                    round[number].formUnion(stems[other])
                }
            }
        }
        return (places, round)
    }
}
