import ChanceryCore
import GRDB

/// A document that was found by what somebody typed.
struct LocatedDocument: Hashable {
    /// Its row.
    var row: Int64
    /// Its hash.
    var hash: String
    /// The names of the copies that were meant; empty where the document as a whole was, by hash or title.
    var names: Set<String>
}

extension LocatedDocument {
    init(_ document: StoredRow, names: Set<String>) throws(DamagedValue) {
        self.init(row: try document.value("row"), hash: try document.value("hash"), names: names)
    }
}

extension Dossier {
    /// Finds the one document that is meant: by the name of a copy, by its hash or four digits of it, by its title or
    /// URL, or by a part of name, title or URL that fits no other document.
    ///
    /// - Throws: ``DossierError`` with `noSuchItem` and the nearest names, or `ambiguous` with the names that fit.
    func locate(_ db: Database, document name: String) throws -> LocatedDocument {
        let named = try StoredRow.fetchAll(
            db, of: "documents",
            sql: """
                SELECT DISTINCT documents.row, documents.hash FROM copies
                JOIN documents ON documents.row = copies.document_row WHERE copies.name = ? ORDER BY documents.hash
                """, arguments: [name])
        if named.count > 1 {
            let hashes = try named.map { String((try $0.value("hash") as String).prefix(12)) }
            throw DossierError.ambiguous(path, what: "document", name: name, candidates: hashes)
        }
        if let row = named.first { return try LocatedDocument(row, names: [name]) }
        let prefix = name.lowercased()
        if prefix.utf8.count >= Self.shortestID, prefix.utf8.allSatisfy(Self.isHexDigit) {
            let hashed = try StoredRow.fetchAll(
                db, of: "documents",
                sql: "SELECT row, hash FROM documents WHERE hash >= ? AND hash < ? ORDER BY hash",
                arguments: [prefix, prefix + "g"])
            if hashed.count > 1 {
                let hashes: [String] = try hashed.map { try $0.value("hash") }
                throw DossierError.ambiguous(path, what: "document", name: name, candidates: hashes)
            }
            if let row = hashed.first { return try LocatedDocument(row, names: []) }
        }
        return try locate(name, among: try DocumentLabel.fetchAll(db))
    }

    /// The document that a title, a URL or a part of either or of a name stands for.
    private func locate(_ typed: String, among labels: [DocumentLabel]) throws -> LocatedDocument {
        for fits in [DocumentLabel.isTitled, DocumentLabel.isAt, DocumentLabel.isNamedLike, DocumentLabel.isLike] {
            let found = labels.filter { fits($0)(typed) }
            guard let first = found.first else { continue }
            guard found.allSatisfy({ $0.row == first.row }) else {
                var seen: Set<String> = []
                let names = found.map(\.name).filter { seen.insert($0).inserted }
                throw DossierError.ambiguous(path, what: "document", name: typed, candidates: names)
            }
            // A title is the whole document's, what the copies are called is theirs.
            let isOfAll = found.allSatisfy { !$0.isNamedLike(typed) && !$0.isAt(typed) }
            return LocatedDocument(row: first.row, hash: first.hash, names: isOfAll ? [] : Set(found.map(\.name)))
        }
        let forms = labels.flatMap { label in
            [label.name, label.title].filter { !$0.isEmpty }.map { (NameFolding.typed($0), label.name) }
        }
        throw DossierError.noSuchItem(
            path, what: "document", name: typed,
            nearest: Nearest.of(NameFolding.typed(typed), among: forms.map { (form: $0.0, result: $0.1) }))
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}

/// What a copy of a document is called.
struct DocumentLabel {
    let row: Int64
    let hash: String
    let title: String
    let name: String
    let url: String

    static func fetchAll(_ db: Database) throws -> [DocumentLabel] {
        try StoredRow.fetchAll(
            db, of: "documents",
            sql: """
                SELECT documents.row, documents.hash, documents.title, copies.name, copies.url FROM copies
                JOIN documents ON documents.row = copies.document_row ORDER BY copies.name, documents.hash
                """
        ).map {
            DocumentLabel(
                row: try $0.value("row"), hash: try $0.value("hash"), title: try $0.value("title"),
                name: try $0.value("name", of: "copies"), url: try $0.value("url", of: "copies"))
        }
    }

    func isTitled(_ typed: String) -> Bool {
        let wanted = NameFolding.typed(typed)
        return !wanted.isEmpty && NameFolding.typed(title) == wanted
    }

    func isAt(_ typed: String) -> Bool { !url.isEmpty && Self.address(url) == Self.address(typed) }

    func isNamedLike(_ typed: String) -> Bool { Self.holds(name, typed) }

    func isLike(_ typed: String) -> Bool {
        let wanted = NameFolding.typed(typed)
        if wanted.count > 1, (" " + NameFolding.typed(title)).contains(wanted) { return true }
        return typed.count > 3 && !url.isEmpty && Self.address(url).contains(Self.address(typed))
    }

    private static func holds(_ name: String, _ part: String) -> Bool {
        let part = NameFolding.fold(part)
        return part.count > 1 && NameFolding.fold(name).contains(part)
    }

    /// A URL without its scheme, `www.` and a closing slash: what people copy differs in these.
    private static func address(_ url: String) -> String {
        var text = url.lowercased()
        for opening in ["https://", "http://", "www."] where text.hasPrefix(opening) {
            text.removeFirst(opening.count)
        }
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
