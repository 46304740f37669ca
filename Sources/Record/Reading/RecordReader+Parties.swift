import ChanceryCore
import DossierStore

extension RecordReader {
    /// How two parties stand, what they did, and what they say of each other.
    ///
    /// - Throws: ``UnknownName`` where a word names nobody, ``WrongUsage`` where both name one party.
    package func relation(
        _ first: String, _ second: String, _ filters: Filters = Filters(), undated: Undated = .yes,
        sort: EntrySort? = nil
    ) throws -> RelationView {
        let names = try names()
        let parties = try [first, second].map { try names.name($0) }
        guard parties[0] != parties[1] else {
            throw WrongUsage("'\(first)' and '\(second)' are both \(parties[0]). Name two parties.")
        }
        let shared = try filter(filters, [.event, .state, .statement], parties: parties)
        // What both have in common is told of each alone.
        let own = try parties.flatMap { party in
            try dossier.entries(matching: filter(filters, [.state], parties: [party]))
        }
        let items = try dossier.entries(matching: shared)
        let figures = try parties.flatMap { party in
            try dossier.entries(matching: filter(filters, [.figure], parties: [party]))
        }
        let anchors = try dossier.anchors(of: items)
        var view = RelationView(
            between: parties[0], and: parties[1], shared: items, own: own, figures: figures, placedBy: anchors,
            members: (try dossier.members(of: parties[0]), try dossier.members(of: parties[1])),
            try shelf(of: items + own + figures + anchors))
        view.history = view.history.showing(undated).sorted(by: sort)
        return view
    }

    /// The groups of either of two parties that stand apart from it, with how much is told of each and the other party.
    ///
    /// - Parameter ask: how to ask for a party and a group of the other.
    package func groupsBeside(
        _ first: String, _ second: String, _ filters: Filters = Filters(), ask: (String, String) -> String
    ) throws -> [GroupsBeside] {
        let names = try quiet.names()
        let (a, b) = (try names.name(first), try names.name(second))
        let members = (try dossier.members(of: a), try dossier.members(of: b))
        return try [(a, members.0, b, members.1), (b, members.1, a, members.0)].compactMap {
            name, members, other, otherMembers -> GroupsBeside? in
            guard !members.codes.isEmpty else { return nil }
            var filter = try quiet.filter(filters, [.event, .state, .statement], parties: [other])
            filter.groupsOf = [name]
            let found = try dossier.entries(matching: filter).map { $0.reports.map(\.report) }
            let all = found.flatMap { $0 }
            return GroupsBeside(
                of: Party(name, among: all, members: members), in: found,
                with: Party(other, among: all, members: otherMembers)
            ) { ask(other, $0) }
        }
    }
}
