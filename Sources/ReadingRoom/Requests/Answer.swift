import ChanceryCore
package import Foundation

/// What the room answers, whatever carries it back.
package struct Answer: Sendable {
    /// The status (RFC 9110, section 15).
    package var status: Int
    /// The headers, besides those that every answer has.
    package var headers: [String: String]
    /// What is sent.
    package var body: Data

    /// Makes an answer.
    package init(_ status: Int, _ headers: [String: String] = [:], _ body: Data = Data()) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A page.
    static func page(_ html: String, status: Int = 200) -> Answer {
        Answer(status, ["Content-Type": "text/html; charset=utf-8"], Data(html.utf8))
    }

    /// A JSON text.
    static func json(_ text: String, status: Int = 200) -> Answer {
        Answer(status, ["Content-Type": "application/json; charset=utf-8"], Data((text + "\n").utf8))
    }

    /// On to another page of the room, after something was done.
    static func seeOther(_ path: String) -> Answer { Answer(303, ["Location": path]) }

    /// What every answer says: nothing from elsewhere is loaded, nothing is framed, sniffed or told to other sites. To the room
    /// itself a browser does tell where a form comes from: without that it would send no origin that can be checked.
    static let everywhere = [
        "Content-Security-Policy":
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ]

    /// The answer as it is sent: with what every answer says, an entity tag of its content, and without the content where
    /// the asker has it (RFC 9110, section 13.1.2) or asked for the headers alone.
    func sent(for request: Request) -> Answer {
        var answer = self
        answer.headers.merge(Self.everywhere) { own, _ in own }
        if status == 200 {
            let tag = "\"\(Digest.sha256(body).prefix(32))\""
            answer.headers["ETag"] = tag
            answer.headers["Cache-Control", default: "no-cache"] = "private, no-cache"
            if request.headers["if-none-match"]?.contains(tag) == true {
                answer.status = 304
                answer.body = Data()
            }
        } else {
            answer.headers["Cache-Control"] = "no-store"
        }
        if request.method == "HEAD" { answer.body = Data() }
        return answer
    }
}
