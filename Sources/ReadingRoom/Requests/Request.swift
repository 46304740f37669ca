package import Foundation

/// What somebody asks of the room, whatever carried it here.
package struct Request: Sendable {
    /// `GET`, `POST`, …
    package var method: String
    /// The path, decoded, beginning with `/`.
    package var path: String
    /// What stands behind the path.
    package var query: Fields
    /// The headers, by name in lower case.
    package var headers: [String: String]
    /// What was sent along.
    package var body: Data

    /// Makes a request.
    package init(
        method: String = "GET", path: String, query: Fields = Fields(), headers: [String: String] = [:],
        body: Data = Data()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// Reads the target of a request line: `/relation?a=Osk&b=Tarn`; nil where it is no path of this server.
    package init?(method: String, target: String, headers: [String: String], body: Data = Data()) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard target.hasPrefix("/"), let path = parts.first.flatMap({ String($0).removingPercentEncoding }),
            !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        self.init(
            method: method, path: path, query: Fields(encoded: parts.dropFirst().first ?? ""), headers: headers,
            body: body)
    }

    /// The fields of a form that was sent; without its files.
    var form: Fields { multipart?.fields ?? Fields(encoded: String(decoding: body, as: UTF8.self)) }

    /// The form that was sent with files; nil of another.
    var multipart: Multipart? { Multipart(body, type: headers["content-type"] ?? "") }
}
