import ChanceryCore
import Foundation

/// Addresses of the room's own pages.
enum Link {
    /// Characters that stand for themselves in an address (RFC 3986, unreserved).
    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// A part of an address, with everything else percent-encoded.
    static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }

    /// A path with what must not stand in one encoded.
    static func path(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { encoded(String($0)) }.joined(separator: "/")
    }

    /// A page with its query, without fields that are empty.
    static func to(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) -> String {
        to(path, Fields(fields.map { Fields.Field(name: $0.key, value: $0.value) }))
    }

    /// The same with fields as a request has them.
    static func to(_ path: String, _ fields: Fields) -> String {
        let query = fields.encoded
        return query.isEmpty ? path : "\(path)?\(query)"
    }

    /// An entry, a report, a dispute, an origin or a decision.
    static func thing(_ id: String) -> String { "/entry/\(encoded(id))" }

    /// A document, opened at some words of it.
    static func document(_ hash: String, _ span: CodePointSpan? = nil) -> String {
        guard let span else { return "/document/\(encoded(hash))" }
        return "/document/\(encoded(hash))?at=\(span.start)-\(span.end)#lit"
    }

    /// A party, by a name of the record.
    static func party(_ name: String) -> String { to("/party", ["name": name]) }

    /// The address, if it is one of the web that a reader may follow; otherwise empty.
    static func web(_ address: String) -> String {
        ["http://", "https://"].contains(where: address.lowercased().hasPrefix) ? address : ""
    }
}
