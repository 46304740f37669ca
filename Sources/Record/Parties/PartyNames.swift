import ChanceryCore
import Coding
package import DossierStore
import Reconciling
import Synchronization

/// The parties of a dossier, by whatever name somebody types.
package struct PartyNames {
    private let lookup: PartyLookup
    private let say: (String) -> Void

    /// Asks one who knows who is named.
    ///
    /// - Parameter say: what is done with a remark on how a word was read.
    package init(_ lookup: PartyLookup, say: @escaping (String) -> Void = { _ in }) {
        self.lookup = lookup
        self.say = say
    }

    /// Reads who is named in a dossier; lists and texts are read only where a word needs them.
    package init(_ dossier: Dossier) throws { self.init(try Self.lookup(in: dossier)) }

    /// Reads who is named in a dossier; lists and texts are read only where a word needs them.
    package static func lookup(in dossier: Dossier) throws -> PartyLookup {
        let rulings = try dossier.rulings()
        return PartyLookup(
            known: try dossier.parties().map {
                PartyLookup.Known(name: $0.name, code: $0.code, kind: $0.kind, sector: $0.sector)
            },
            rulings: rulings.decisions.filter { $0.ruling == .alias && rulings.isInForce($0.id) }
                .map { PartyLookup.Call(words: $0.name, name: $0.value) },
            listed: { try ListedParty.all() }, calls: Gathered { try calls(in: dossier) }.once)
    }

    /// The record's name, or the code, of the party that a word means: what filters go by. Says how a word was read that is no
    /// name of the record.
    ///
    /// - Throws: ``UnknownName`` where nobody is meant, or more than one.
    package func name(_ word: String) throws -> String {
        switch try lookup.find(word) {
        case .party(let party, .name), .party(let party, .code): return party.name
        case .party(let party, _):
            say("'\(word)' is read as \(party.name).")
            return party.name
        case .absent(let party):
            say("\(party.name) takes no part in this record.")
            return party.name
        case .several(let names): throw UnknownName.several(word, names)
        case .unknown(let nearest): throw UnknownName.party(word, nearest: nearest)
        }
    }

    /// The party that a word names, for what is to be written into the record; nil where the record and the lists know
    /// none.
    ///
    /// - Throws: ``UnknownName`` where more than one is meant.
    package func party(_ word: String) throws -> PartyLookup.Known? {
        switch try lookup.named(word) {
        case .party(let party, _), .absent(let party): return party
        case .several(let names): throw UnknownName.several(word, names)
        case .unknown: return nil
        }
    }

    /// What a word that nobody bears may have been meant for.
    package func nearest(_ word: String) throws -> [String] {
        guard case .unknown(let nearest) = try lookup.named(word) else { return [] }
        return nearest
    }

    /// The words by which the documents call the parties of their reports.
    private static func calls(in dossier: Dossier) throws -> [PartyLookup.Call] {
        var texts: [String: OffsetMap] = [:]
        var calls: Set<PartyLookup.Call> = []
        for report in try dossier.reports() {
            for party in report.participants where party.decidedBy == nil {
                let text = try texts[report.documentHash] ?? OffsetMap(dossier.text(ofDocument: report.documentHash))
                texts[report.documentHash] = text
                guard let words = text.text(party.span), words.count < 60 else { continue }
                calls.insert(PartyLookup.Call(words: words, name: party.name))
            }
        }
        return Array(calls)
    }
}

/// A name, a type or an id that is not known here, with what may have been meant.
package struct UnknownName: Error, Hashable, CustomStringConvertible {
    /// What is told to the user, on one line.
    package var description: String { "\(fact) \(advice)" }
    /// What is not known.
    package let fact: String
    /// What may have been meant, or which command lists what there is.
    package let advice: String
    /// Whether nothing like it is known among the parties, so that only their list helps.
    package var wantsList = false

    /// Nobody of that name.
    package static func party(_ word: String, nearest: [String]) -> UnknownName {
        var error = unknown(
            "Nobody in this record is called '\(word)'", nearest, otherwise: "'chancery entities' lists who is.")
        error.wantsList = nearest.isEmpty
        return error
    }

    /// Nothing of that name.
    package static func unknown(_ what: String, _ nearest: [String], otherwise: String) -> UnknownName {
        UnknownName(fact: what + ".", advice: nearest.isEmpty ? otherwise : Nearest.question(nearest))
    }

    /// More than one of that name.
    package static func several(_ word: String, _ names: [String]) -> UnknownName {
        let shown = names.count > 8 ? names.prefix(8).joined(separator: ", ") + ", …" : listed(names)
        return UnknownName(fact: "'\(word)' may be \(shown).", advice: "Say which, or give more of the name.")
    }
}

/// What is costly to gather, and gathered once, when it is first wanted.
private final class Gathered: Sendable {
    private let gather: @Sendable () throws -> [PartyLookup.Call]
    private let known = Mutex<[PartyLookup.Call]?>(nil)

    init(_ gather: @escaping @Sendable () throws -> [PartyLookup.Call]) { self.gather = gather }

    @Sendable func once() throws -> [PartyLookup.Call] {
        try known.withLock { held in
            if let held { return held }
            let gathered = try gather()
            held = gathered
            return gathered
        }
    }
}
