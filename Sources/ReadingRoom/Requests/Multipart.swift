import Foundation

/// The parts of a form that sends files (RFC 7578).
struct Multipart {
    /// One part.
    struct Part {
        /// The field's name.
        var name: String
        /// The file's name; nil of a plain field.
        var file: String?
        /// What is sent.
        var content: Data
    }

    /// The parts, in order.
    let parts: [Part]

    /// The most parts that are read.
    private static let most = 1000

    /// Reads a body; nil where the type names no boundary, or the body does not end as it says.
    init?(_ body: Data, type: String) {
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let match = type.firstMatch(of: /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/)
        else { return nil }
        let boundary = Data("--\(match.1 ?? match.2 ?? "")".utf8)
        let (lineEnd, blank) = (Data("\r\n".utf8), Data("\r\n\r\n".utf8))
        var parts: [Part] = []
        guard var at = body.range(of: boundary)?.upperBound else { return nil }
        while parts.count < Self.most {
            if body[at...].starts(with: Data("--".utf8)) {
                self.parts = parts
                return
            }
            guard body[at...].starts(with: lineEnd),
                let head = body.range(of: blank, in: at..<body.endIndex),
                let end = body.range(of: lineEnd + boundary, in: head.upperBound..<body.endIndex)
            else { return nil }
            let headers = String(decoding: body[at..<head.lowerBound], as: UTF8.self)
            if let name = headers.firstMatch(of: /[; ]name="([^"]*)"/) {
                let file = headers.firstMatch(of: /filename="([^"]*)"/).map { String($0.1) }
                parts.append(
                    Part(name: String(name.1), file: file, content: Data(body[head.upperBound..<end.lowerBound])))
            }
            at = end.upperBound
        }
        return nil
    }

    /// The plain fields.
    var fields: Fields {
        Fields(
            parts.filter { $0.file == nil }.map {
                Fields.Field(name: $0.name, value: String(decoding: $0.content, as: UTF8.self))
            })
    }

    /// The files that were chosen.
    var files: [Part] { parts.filter { !($0.file ?? "").isEmpty && !$0.content.isEmpty } }
}
