import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import ReadingRoom

/// Documents and askers that mean harm.
@Suite struct HostilityTests {
    /// Every page in which words of the hostile document stand.
    private static let pages = [
        "/", "/timeline", "/documents", "/origins", "/search?q=alert", "/relation?a=Veldania&b=Osk", "/party?name=Osk",
        "/names?party=Osk", "/review", "/compare?first=essay.txt&second=brief", "/disputes", "/entities", "/network",
    ]

    @Test(arguments: pages) func nothingOfADocumentRuns(_ path: String) throws {
        let house = try House()
        try check(house.get(path), in: house)
    }

    @Test func norOnTheDocumentsOwnPages() throws {
        let house = try House()
        let page = house.get("/document/\(house.brief.hash)")
        try check(page, in: house)
        // Its words are there all the same, as words.
        #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        for id in house.get("/api/v1/timeline").text.matches(of: /"id":"(e[^"]+)"/).map({ String($0.1) }) {
            try check(house.get("/entry/\(id)"), in: house)
        }
    }

    private func check(_ answer: Answer, in house: House) throws {
        #expect(answer.status == 200)
        let text = answer.text
        #expect(!text.contains("<script>"))
        #expect(!text.contains("<img"))
        #expect(!text.contains("href=\"javascript:"))
        // The one script is the room's own.
        #expect(text.matches(of: /<script/).count == 1)
        #expect(
            text.matches(of: /\son[a-z]+=/).allSatisfy { match in
                // Inside quoted words, where brackets are written out, it is no attribute.
                text[..<match.range.lowerBound].suffix(40).contains("lt;img")
            })
        #expect(!text.contains(" style="))
        let policy = try #require(answer.headers["Content-Security-Policy"])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';"))
        #expect(!policy.contains("unsafe"))
    }

    @Test func anotherSitesPageChangesNothing() throws {
        let house = try House()
        let id = try house.entry()
        let form = [("token", house.room.token), ("id", id), ("ruling", "reject")]
        #expect(house.post("/rule", form, ["origin": "https://example.org"]).status == 403)
        #expect(house.post("/rule", form, ["sec-fetch-site": "cross-site"]).status == 403)
        #expect(house.post("/rule", [("id", id), ("ruling", "reject")]).status == 403)
        #expect(house.post("/rule", [("token", "0"), ("id", id), ("ruling", "reject")]).status == 403)
        #expect(house.post("/rule", form, ["content-type": "text/plain"]).status == 403)
        #expect(try Dossier.open(at: house.path, readOnly: true).decisions().isEmpty)
        #expect(house.post("/rule", form).status == 303)
    }

    @Test func anotherNameOfThisMachineIsNotAnswered() throws {
        let house = try House()
        #expect(house.get("/", ["host": "evil.example:8080"]).status == 421)
        #expect(house.get("/", ["host": ""]).status == 421)
        #expect(house.get("/", ["host": "localhost:8080"]).status == 200)
        #expect(house.get("/", ["host": "[::1]:8080"]).status == 200)
    }

    @Test func noFileIsReachedByItsPath() throws {
        let house = try House()
        for path in [
            "/static/../../../etc/passwd", "/static/..%2f..%2fetc%2fpasswd", "/static/%2e%2e/house.dossier",
            "/../etc/passwd",
            "/static//etc/passwd", "/document/..%2f..%2fetc%2fpasswd",
        ] {
            let answer = house.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(!answer.text.contains("root:"))
        }
        #expect(house.get("/static/room.css").status == 200)
    }

    @Test func withAPassNothingIsToldWithoutIt() throws {
        let house = try House(pass: "0123456789abcdef")
        #expect(house.get("/").status == 401)
        #expect(house.get("/api/v1/timeline").status == 401)
        #expect(house.get("/static/room.css").status == 401)
        let opened = house.get("/?pass=0123456789abcdef")
        #expect(opened.status == 303)
        #expect(opened.headers["Location"] == "/")
        let cookie = try #require(opened.headers["Set-Cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        #expect(house.get("/", ["cookie": "pass=0123456789abcdef"]).status == 200)
        #expect(house.get("/", ["cookie": "pass=0123456789abcdee"]).status == 401)
        #expect(house.get("/api/v1/timeline", ["authorization": "Bearer 0123456789abcdef"]).status == 200)
    }

    @Test func malformedTargetsAreNoRequests() {
        for target in ["http://x/", "timeline", "/%zz", "/a%00b", "/a%0d%0ab", ""] {
            #expect(Request(method: "GET", target: target, headers: [:]) == nil, "\(target)")
        }
        #expect(Request(method: "GET", target: "/relation?a=%C3%96sk+x&a=2", headers: [:])?.query["a"] == "Ösk x")
    }
}
