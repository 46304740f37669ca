import ChanceryCore
import DossierStore
import Record

/// Names of the record for what somebody begins to type: `{"items":[{"name","means","kind"}]}`.
enum Completion {
    private struct Item: Encodable {
        var name: String
        /// By what else it is known, where that is what was typed.
        var means: String
        var kind: String
    }

    /// How many are offered.
    private static let most = 12

    static let route = Route(json: { visit in
        let typed = NameFolding.typed(visit.request.query["q"])
        guard !typed.isEmpty else { return try JSONLine.encode(["items": [Item]()]) }
        let known = try visit.remembered("known") { try visit.dossier.parties() }
        var seen: Set<String> = []
        func items(_ fits: (String) -> Bool) -> [Item] {
            known.filter { fits(NameFolding.typed($0.name)) && seen.insert($0.name).inserted }
                .map { Item(name: $0.name, means: $0.code, kind: $0.kind.rawValue) }
        }
        var found = items { $0.hasPrefix(typed) }
        // The texts' own words and the lists' other names: MEK is the People's Mojahedin.
        let lookup = try visit.remembered("lookup") { try PartyNames.lookup(in: visit.dossier) }
        if case .party(let party, _) = try lookup.find(visit.request.query["q"]), seen.insert(party.name).inserted {
            let means = visit.request.query["q"]
            found.insert(Item(name: party.name, means: means, kind: party.kind.rawValue), at: 0)
        }
        found += items { (" " + $0).contains(" " + typed) }
        return try JSONLine.encode(["items": Array(found.prefix(most))])
    })
}
