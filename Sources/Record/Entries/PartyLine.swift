package import ChanceryCore

/// One participant as the JSON of views gives it: the part it plays, who it is, and the words that name it.
package struct PartyLine: Hashable, Sendable, Encodable {
    /// `actor`, `recipient`, `speaker`, `addressee`, `about`, `subject` or `object`.
    package var role: String
    /// The canonical name.
    package var name: String
    /// The alpha-3 code of the state it belongs to, or empty.
    package var code: String
    /// PLOVER's sector, or empty.
    package var sector: String
    /// What sort of thing it is.
    package var kind: EntityKind
    /// The words in the evidence that name it, in code points of the document; absent where several tellings name it.
    package var start: Int?
    package var end: Int?
    /// The words elsewhere that tell who is meant.
    package var from: CodePointSpan?
    /// The id of the decision that names it; absent where words do.
    package var decidedBy: String?

    private enum CodingKeys: String, CodingKey {
        case role, name, code, sector, kind, start, end, from, decidedBy = "decided_by"
    }

    /// Everybody a report names, in their roles, with the words that name them.
    package static func lines(of report: Report) -> [PartyLine] {
        roles(of: report).map { role, party in
            PartyLine(
                role: role, name: party.name, code: party.code, sector: party.sector, kind: party.kind,
                start: party.span.start, end: party.span.end, from: party.from, decidedBy: party.decidedBy)
        }
    }

    /// Everybody that reports name, each once in a role, without words.
    package static func lines(of reports: [Report]) -> [PartyLine] {
        var seen: Set<PartyLine> = []
        return reports.flatMap { roles(of: $0) }.map { role, party in
            PartyLine(role: role, name: party.name, code: party.code, sector: party.sector, kind: party.kind)
        }.filter { seen.insert($0).inserted }
    }

    private static func roles(of report: Report) -> [(String, Participant)] {
        func all(_ role: String, _ parties: [Participant]) -> [(String, Participant)] { parties.map { (role, $0) } }
        switch report.content {
        case .event(let event): return all("actor", event.actors) + all("recipient", event.recipients)
        case .statement(let statement):
            return all("speaker", [statement.speaker].compactMap { $0 })
                + all("addressee", [statement.addressee].compactMap { $0 }) + all("about", statement.about)
        case .state(let state): return all("subject", state.subject) + all("object", state.object)
        case .figure: return []
        }
    }
}
