import Foundation

/// Who may ask what: the checks before anything is read.
struct Gate {
    private let room: Room

    init(_ room: Room) { self.room = room }

    /// Why a request is not answered; nil where it is.
    func refusal(of request: Request) -> Answer? {
        // Programs read: what changes the record are forms of people.
        let methods = Room.isForPrograms(request) ? ["GET", "HEAD"] : ["GET", "HEAD", "POST"]
        guard methods.contains(request.method) else {
            return Self.plain(
                405, "This address answers \(methods.joined(separator: ", ")).",
                ["Allow": methods.joined(separator: ", ")])
        }
        guard isKnownHost(request.headers["host"] ?? "") else {
            return Self.plain(421, "This server is not asked for by that name.")
        }
        if let pass = room.settings.pass, let refusal = refusal(of: request, without: pass) { return refusal }
        if request.method == "POST" {
            guard isOwnOrigin(request) else {
                return Self.plain(403, "A page of another site may not change this record.")
            }
            let type = request.headers["content-type"] ?? ""
            let isForm = ["application/x-www-form-urlencoded", "multipart/form-data"].contains(where: type.hasPrefix)
            guard isForm, Self.isSame(request.form["token"], room.token) else {
                return Self.plain(
                    403, "This form is of an earlier run of the program. Go back, load the page anew and send it again."
                )
            }
        }
        return nil
    }

    private func isKnownHost(_ host: String) -> Bool {
        let name =
            host.hasPrefix("[")
            ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        return room.settings.hosts.contains(name.lowercased())
    }

    /// A browser says from which origin a form is sent (Fetch, "Origin header"); a program that sends none is no browser.
    private func isOwnOrigin(_ request: Request) -> Bool {
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers["origin"] else { return true }
        return origin == "http://\(request.headers["host"] ?? "")"
    }

    /// The pass stands in the address once, and in a cookie from then on; programs send it as `Authorization: Bearer`.
    private func refusal(of request: Request, without pass: String) -> Answer? {
        if let shown = request.query.given("pass"), Self.isSame(shown, pass) {
            let path = Link.to(Link.path(request.path), request.query.without(["pass"]))
            return Answer(
                303, ["Location": path, "Set-Cookie": "pass=\(pass); HttpOnly; SameSite=Strict; Path=/"])
        }
        let cookies = (request.headers["cookie"] ?? "").split(separator: ";").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let bearer = request.headers["authorization"] ?? ""
        let isShown =
            cookies.contains { $0.hasPrefix("pass=") && Self.isSame(String($0.dropFirst(5)), pass) }
            || bearer.hasPrefix("Bearer ") && Self.isSame(String(bearer.dropFirst(7)), pass)
        return isShown ? nil : Self.plain(401, "Open the address that 'chancery serve' printed: it has the pass in it.")
    }

    /// Whether two secrets are the same, in a time that does not tell how much of them is.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func plain(_ status: Int, _ text: String, _ headers: [String: String] = [:]) -> Answer {
        Answer(
            status, headers.merging(["Content-Type": "text/plain; charset=utf-8"]) { own, _ in own },
            Data((text + "\n").utf8))
    }
}
