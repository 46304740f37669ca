import ChanceryCore

/// What the lists know of one entity.
struct LexiconEntry: Hashable, Sendable {
    /// The list an entry comes from, which decides how a text may use its names.
    enum Sort: Hashable, Sendable {
        /// A state of today or of former times, by its name.
        case state
        /// A territory: a place first.
        case territory
        /// A seat of government's city, which may stand for the state.
        case capital
        case city
        /// A building or street that stands for those who work there.
        case seat
        /// A region that is nobody's.
        case region
        case organisation
        case movement
        case media
        /// A religious or ethnic group, or a people without a state.
        case group
        case person
        /// A name that the user says is none.
        case nothing
    }

    let sort: Sort
    let name: String
    let code: String
    let sector: String
    let kind: EntityKind
    /// The years in which a former state stood.
    let years: ClosedRange<Int>?

    init(
        _ sort: Sort, _ name: String, code: String, sector: String = "", kind: EntityKind,
        years: ClosedRange<Int>? = nil
    ) {
        self.sort = sort
        self.name = name
        self.code = code
        self.sector = sector
        self.kind = kind
        self.years = years
    }
}

/// How a written name names its entity.
enum NameForm: Hashable, Sendable {
    /// The name itself: "Albania", "PLO".
    case name
    /// An adjective, which is also a word for one member: "Albanian".
    case adjective
    /// A word for several members: "Albanians".
    case plural
    /// A word for one member that is no adjective: "Spaniard".
    case singular
}

/// One reading of a written name.
struct NameReading: Hashable, Sendable {
    /// An index into the lexicon's entries.
    let entry: Int
    let form: NameForm
}
