package import ChanceryCore
import DossierStore

/// The groups of a state that stand apart from it, with how much is told of each: what `relation` and `--entity` leave out
/// and say that they leave out.
package struct GroupsBeside: Hashable, Sendable, Encodable {
    /// One group, company or person.
    package struct Group: Hashable, Sendable, Encodable {
        /// The canonical name, by which to ask for it.
        package var name: String
        /// How many entries (of a list of reports: reports) tell of it.
        package var count: Int
    }

    /// Always `groups`, which tells the object from the items beside it.
    package let kind = "groups"
    /// The state they are of.
    package var of: String
    /// The party that they are told with; absent where none was asked for.
    package var with: String?
    /// The groups, those most told of first.
    package var groups: [Group]
    /// The command that shows what is told of one of them, for the first.
    package var ask: String

    /// How many a page names.
    private static let shown = 8

    /// Counts the groups of a party in what a filter for them let through.
    ///
    /// - Parameters:
    ///   - tellings: the reports of each entry, or one report each.
    ///   - other: the party that they must stand in a relation with; nil where any telling counts.
    ///   - ask: the command, with a place for the group's name.
    package init?(of party: Party, in tellings: [[Report]], with other: Party? = nil, ask: (String) -> String) {
        var counts: [String: Int] = [:]
        for reports in tellings {
            var names: Set<String> = []
            for report in reports {
                for participant in report.participants where party.hasBeside(participant) {
                    let isTold = other.map { other in
                        EntriesView.joins(report, { $0 == participant }, { other.fits($0) })
                    }
                    if isTold != false { names.insert(SafeText.oneLine(participant.name)) }
                }
            }
            for name in names { counts[name, default: 0] += 1 }
        }
        groups = counts.map { Group(name: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.name) < ($0.count, $1.name)
        }
        guard let first = groups.first else { return nil }
        of = party.name
        with = other?.name
        self.ask = ask(first.name)
    }

    /// `also: with groups of Iran: Mojahedin (12), …; ask for one: timeline DOSSIER --entity "…"`.
    package var words: String {
        let named = groups.prefix(Self.shown).map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
        let more = groups.count > Self.shown ? " and \(groups.count - Self.shown) more" : ""
        let told = with.map { "\($0) with groups and people of \(of)" } ?? "groups and people of \(of)"
        return "also told, and not counted here: \(told) who do not act for it: \(named)\(more). To see one: \(ask)"
    }
}

/// An item of a view or, behind the items, what it leaves out.
package enum ViewObject<Item: Encodable & Sendable>: Encodable, Sendable {
    case item(Item)
    case groups(GroupsBeside)

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .item(let item): try item.encode(to: encoder)
        case .groups(let groups): try groups.encode(to: encoder)
        }
    }
}
