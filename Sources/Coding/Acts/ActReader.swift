import ChanceryCore
import Grammar
import SpacyPipeline

/// Gathers for a word that may tell an act everybody who may take part in it.
struct ActReader {
    let scene: ActScene
    let counterparts: Counterparts
    private var parsed: ParsedDocument { scene.parsed }

    /// The candidate of a word.
    ///
    /// - Parameter earlier: the acts told before it, in text order.
    func candidate(
        of word: ActWord, _ names: ActNames, _ origin: ActSite.Origin, actors: [Mention], recipients: [Mention],
        after earlier: ArraySlice<EventFinding>
    ) -> ActCandidate {
        let trigger = word.trigger
        let number = parsed.sentence(of: trigger)
        let own = parsed.span(trigger)
        func isBeside(_ seat: Seat) -> Bool {
            seat.sort == Seat.modifier.symbol || seat.mention.from != nil || !seat.mention.span.contains(own)
        }
        // Seats are large, and nearly always all of them stand: then none is copied.
        let all = scene.seats[number]
        let seats = all.allSatisfy(isBeside) ? all : all.filter(isBeside)
        let site = ActSite(trigger, parsed, hasSeats: !seats.isEmpty)
        let block = parsed.sentences[number].block
        // By place: a finding is large.
        let last = earlier.indices.last.flatMap { place in
            parsed.sentences[parsed.sentence(of: earlier[place].trigger)].block == block
                ? (actors: earlier[place].actors, recipients: earlier[place].recipients) : nil
        }
        var candidate = ActCandidate(
            word: word, names: names, origin: origin, site: site, actors: actors, recipients: recipients, parties: [],
            sides: Self.sides[actors.isEmpty ? 0 : 1][recipients.isEmpty ? 0 : 1],
            agent: sort(of: site.agent, seats), patient: sort(of: site.patient, seats),
            distinct: Symbol.of(
                seats.indices.reduce(0) { count, place in
                    count + (seats[..<place].contains { $0.key == seats[place].key } ? 0 : 1)
                }, upTo: 4), last: last)
        candidate.parties = seats.map { seat in
            let distance = abs(seat.head - trigger)
            let between = seats.reduce(0) { count, other in
                let isBetween =
                    (other.head < trigger) == (seat.head < trigger) && abs(other.head - trigger) < distance
                    && other.key != seat.key
                return count + (isBetween ? 1 : 0)
            }
            return ActCandidate.Party(
                seat: seat, elsewhere: nil, place: site.place(of: seat.head),
                ruled: ruled(seat, actors, recipients), between: between)
        }
        addThoseToldElsewhere(&candidate, seats, number, earlier)
        return candidate
    }

    /// What stands at an argument.
    private func sort(of head: Int?, _ seats: [Seat]) -> Symbol {
        guard let head else { return .none }
        if seats.contains(where: { $0.head == head }) { return ActCandidate.party }
        if scene.entities.isFirstPerson(head) { return ActCandidate.speaker }
        let tree = parsed.tree
        if tree.classes[head] == .pron { return ActCandidate.pronoun }
        if tree.tags[head].isProperNoun { return ActCandidate.name }
        return tree.tags[head].isCommonNoun ? ActWord.noun : ActCandidate.other
    }

    private func ruled(_ seat: Seat, _ actors: [Mention], _ recipients: [Mention]) -> Symbol {
        func isSame(_ mention: Mention) -> Bool {
            mention.span == seat.mention.span && mention.name == seat.mention.name
        }
        if actors.contains(where: isSame) { return ActCandidate.actor }
        if recipients.contains(where: isSame) { return ActCandidate.recipient }
        if actors.contains(where: { $0.partyKey == seat.key }) { return ActCandidate.alsoActor }
        return recipients.contains { $0.partyKey == seat.key } ? ActCandidate.alsoRecipient : ActCandidate.neither
    }

    /// Those of the sentences before, of the act told last, the two the text is about, and those it names most.
    private func addThoseToldElsewhere(
        _ candidate: inout ActCandidate, _ seats: [Seat], _ number: Int, _ earlier: ArraySlice<EventFinding>
    ) {
        let (actors, recipients) = (candidate.actors, candidate.recipients)
        // By name: a minister told before may act where the sentence names the state, and for no other reason.
        var told = seats.map(\.mention.name)
        for mention in actors + recipients where !seats.contains(where: { $0.mention == mention }) {
            told.removeAll { $0 == mention.name }
        }
        func add(_ mention: Mention, _ sort: Symbol, _ seat: Seat? = nil) {
            guard !told.contains(mention.name) else { return }
            told.append(mention.name)
            let ruled =
                actors.contains { $0.partyKey == mention.partyKey }
                ? ActCandidate.actor
                : recipients.contains { $0.partyKey == mention.partyKey }
                    ? ActCandidate.recipient : ActCandidate.neither
            candidate.parties.append(
                ActCandidate.Party(
                    seat: seat
                        ?? Seat(
                            head: candidate.word.trigger, toldElsewhere: mention,
                            scene.ranks.prominence(of: mention.partyKey)),
                    elsewhere: sort, place: ActSite.Place(role: sort, inside: .none, marker: .none), ruled: ruled,
                    between: 0))
        }
        for mention in actors + recipients { add(mention, Self.byRule) }
        func add(sentencesBack distance: Int, _ sorts: Told) {
            guard number >= distance else { return }
            let isNear = parsed.sentences[number - distance].block == parsed.sentences[number].block
            for seat in scene.tellings[number - distance] {
                let isSubject = Self.subjects.contains(parsed.tree.labels[seat.head])
                guard isNear || distance == 1 || isSubject else { continue }
                add(seat.mention, sorts.sort(isSubject: isSubject, isNear: isNear), seat)
            }
        }
        add(sentencesBack: 1, Self.before)
        if let last = candidate.last { for mention in last.actors + last.recipients { add(mention, Self.running) } }
        for mention in counterparts.pair(at: candidate.word.trigger, after: earlier) { add(mention, Self.pair) }
        add(sentencesBack: 2, Self.earlier)
        for seat in scene.cast { add(seat.mention, Self.cast, seat) }
        for seat in scene.persons { add(seat.mention, Self.persons, seat) }
    }

    /// What those of a sentence before are called: subjects, others, and both where a paragraph lies between.
    private struct Told {
        let subject: Symbol
        let other: Symbol
        let subjectBeyond: Symbol
        let otherBeyond: Symbol

        init(_ when: String) {
            subject = Symbol("subject-" + when)
            other = Symbol(when)
            subjectBeyond = Symbol("paragraph-subject-" + when)
            otherBeyond = Symbol("paragraph-" + when)
        }

        func sort(isSubject: Bool, isNear: Bool) -> Symbol {
            isNear ? isSubject ? subject : other : isSubject ? subjectBeyond : otherBeyond
        }
    }

    private static let sides = [[Symbol("--"), Symbol("-R")], [Symbol("A-"), Symbol("AR")]]
    private static let subjects: Dependencies = [.nsubj, .nsubjpass]
    private static let byRule = Symbol("by-rule")
    private static let before = Told("before")
    private static let earlier = Told("earlier")
    private static let cast = Symbol("cast")
    private static let persons = Symbol("persons")
    private static let running = Symbol("running")
    private static let pair = Symbol("pair")
}
