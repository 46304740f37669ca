import ChanceryCore
import Grammar

/// Where everybody in its sentence stands to a word that may tell an act.
struct ActSite {
    /// How a word came to be looked at.
    enum Origin: String, Sendable, CaseIterable {
        /// A rule tells it.
        case told
        /// A rule found it and it was let go.
        case lost
        /// Another act stands for it.
        case taken
        /// The conditions of a rule hold, but it finds nobody.
        case fired
        /// It is a rule's word, but no rule's conditions hold.
        case known

        var symbol: Symbol { Self.symbols[self] }

        private static let symbols = CaseSymbols<Origin>()
    }

    /// Where a party stands to the act.
    struct Place {
        /// Its role, or what it is to a verb above.
        var role: Symbol
        /// How it lies inside that argument; empty for the argument itself.
        var inside: Symbol
        /// The preposition that marks the argument.
        var marker: Symbol

        /// The role of where an act is done.
        static let whereabouts = Symbol(Role.place.rawValue)
        static let nowhere = Place(role: Symbol("none"), inside: .none, marker: .none)
    }

    /// The act's word and all above it, nearest first.
    let above: [Int]
    /// The heads of the noun phrases that stand for who does it and whom it is done to, as the words have them; nil where
    /// nobody's place will be asked.
    let agent: Int?
    let patient: Int?
    /// The base form of what the act's word hangs on.
    let governor: Symbol?
    /// The article of the act's word.
    let determiner: Symbol
    private let parsed: ParsedDocument
    /// The heads that have a place of their own: a few, sooner compared than hashed.
    private let places: [(head: Int, place: Place)]

    /// - Parameter hasSeats: whether anybody stands in the sentence whose place will be asked.
    init(_ trigger: Int, _ parsed: ParsedDocument, hasSeats: Bool) {
        self.parsed = parsed
        let tree = parsed.tree
        above = [trigger] + tree.ancestors(of: trigger)
        governor = above.count > 1 ? parsed.lemmaSymbol(above[1]) : nil
        determiner = tree.child(of: trigger, [.det]).map { parsed.textSymbol($0) } ?? .none
        guard hasSeats else {
            (agent, patient, places) = (nil, nil, [])
            return
        }
        var places: [(head: Int, place: Place)] = []
        func add(_ head: Int, _ place: @autoclosure () -> Place) {
            if !places.contains(where: { $0.head == head }) { places.append((head, place())) }
        }
        let arguments = parsed.grammar.predicate(at: trigger)?.arguments ?? []
        agent = arguments.first { $0.role == .agent }?.head
        patient = arguments.first { $0.role == .patient }?.head
        for argument in arguments where argument.role != .content {
            add(
                argument.head,
                Place(
                    role: Self.roles[argument.role], inside: .none,
                    marker: argument.marker.isEmpty ? .none : Symbol(argument.marker)))
        }
        for (depth, pair) in zip(above, above.dropFirst()).enumerated() where depth < 5 {
            let (below, verb) = pair
            guard parsed.grammar.isVerb(verb) else { continue }
            for child in tree.children(of: verb) where child != below {
                let label = tree.labels[child]
                if Self.cores.contains(label) {
                    add(child, Place(role: Self.aboveRoles[Int(label.rawValue)], inside: .none, marker: .none))
                } else if label == .prep || label == .agent, let object = tree.child(of: child, [.pobj]) {
                    add(
                        object,
                        Place(role: Self.abovePreposition, inside: .none, marker: parsed.textSymbol(child)))
                }
            }
        }
        self.places = places
    }

    /// Where a head stands to the act.
    func place(of head: Int) -> Place {
        let tree = parsed.tree
        var at = head
        var inside = Symbol.none
        for _ in 0..<6 {
            if var place = places.first(where: { $0.head == at })?.place {
                place.inside = inside
                return place
            }
            guard let next = tree.head(of: at) else { return .nowhere }
            switch tree.labels[at] {
            case .conj, .prep, .agent: break
            case .poss: inside = Self.owner
            case .amod, .compound, .nmod: inside = Self.modifier
            case .appos: inside = Self.apposition
            case .pobj: if inside == .none { inside = parsed.textSymbol(next) }
            default: return .nowhere
            }
            at = next
        }
        return .nowhere
    }

    private static let roles = CaseSymbols<Role>()
    private static let owner = Symbol("owner")
    private static let modifier = Symbol("modifier")
    private static let apposition = Symbol("apposition")
    private static let cores: Dependencies = [.nsubj, .nsubjpass, .dobj, .dative]
    private static let aboveRoles = Dependency.allCases.map { Symbol("above-" + $0.label) }
    private static let abovePreposition = Symbol("above-prep")
}
