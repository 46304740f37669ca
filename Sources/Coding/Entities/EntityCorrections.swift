import ChanceryCore
public import Foundation

/// A user's corrections of who is who (`--entities FILE`).
///
/// The file is tab-separated, UTF-8, one entity a line: `name`, `kind`, `code`, `sector`, `aliases` (separated by
/// `;`). Trailing fields may be left out. Kind is `state`, `organisation`, `person`, `group` or `place`, or `none` for
/// words that name no entity. Lines that begin with `#` and empty lines are skipped.
///
///     Osk Liberation Front	organisation	OSK	REB	OLF; Osk Front
///     Operation Lantern	none
public struct EntityCorrections: Sendable, Hashable {
    /// One line of the file.
    struct Entry: Sendable, Hashable {
        let name: String
        /// Nil for words that name no entity.
        let kind: EntityKind?
        let code: String
        let sector: String
        let aliases: [String]

        /// How an alias names a state: "Veldanian" is Veldania's adjective, "Veldanians" are its people.
        func form(of alias: String, adjectiveEndings: [String]) -> NameForm {
            guard kind == .state, alias != name, !alias.contains(" ") else { return .name }
            let stem = name.prefix(max(3, name.count - 3))
            guard alias.hasPrefix(stem) else { return .name }
            if alias.hasSuffix("s"), aliases.contains(String(alias.dropLast())) { return .plural }
            return adjectiveEndings.contains { alias.hasSuffix($0) } ? .adjective : .name
        }

        /// The entry as the lists hold it; a code that is left out is the one the lists give the name.
        func entry(in lexicon: EntityLexicon) -> LexiconEntry {
            guard let kind else { return LexiconEntry(.nothing, name, code: "", kind: .group) }
            let known = lexicon.names.readings(of: name).first.map { lexicon.entries[$0.entry] }
            let sort: LexiconEntry.Sort =
                switch kind {
                case .state: .state
                case .organisation: .organisation
                case .person: .person
                case .group: .group
                case .place: .city
                }
            return LexiconEntry(
                sort, name, code: code.isEmpty ? known?.code ?? "" : code,
                sector: sector.isEmpty ? known?.sector ?? "" : sector, kind: kind)
        }
    }

    /// No corrections.
    public static let none = EntityCorrections(entries: [])

    /// The corrections in the order of the file.
    let entries: [Entry]

    private init(entries: [Entry]) { self.entries = entries }

    /// Reads a file of corrections.
    ///
    /// - Throws: ``EntityDataError`` with the file and line at fault.
    public init(contentsOf url: URL) throws {
        guard let data = try? Data(contentsOf: url) else { throw EntityDataError.unreadable(url.path) }
        try self.init(data, file: url.path)
    }

    /// Reads corrections from text as a file has it.
    ///
    /// - Throws: ``EntityDataError`` with the line at fault.
    public init(parsing text: String, named file: String = "corrections") throws(EntityDataError) {
        try self.init(Data(text.utf8), file: file)
    }

    init(_ data: Data, file: String) throws(EntityDataError) {
        let table = try EntityTable(data, file: file, fields: 2...5)
        var entries: [Entry] = []
        var lines: [String: Int] = [:]
        for row in table.rows {
            let kinds = EntityKind.allCases.map(\.rawValue) + ["none"]
            guard kinds.contains(row[1]) else {
                throw .value(file, row.line, row[1], of: "kind of entity", allowed: kinds)
            }
            let aliases = row.list(4)
            for name in [row[0]] + aliases {
                if let first = lines[name] { throw .conflict(file, row.line, name, first: first) }
                lines[name] = row.line
            }
            entries.append(
                Entry(
                    name: row[0], kind: EntityKind(rawValue: row[1]), code: row[2].uppercased(),
                    sector: row[3].uppercased(), aliases: aliases))
        }
        self.entries = entries
    }
}
