import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import ReadingRoom

/// Every page of the room, and the same as JSON.
@Suite struct RoomTests {
    private static let pages = [
        "/", "/timeline", "/statements", "/states", "/figures", "/entities", "/documents", "/origins", "/decisions",
        "/search?q=Osk", "/relation?a=Veldania&b=Osk", "/party?name=Osk", "/disputes", "/names?party=Osk", "/network",
        "/review", "/compare?first=essay.txt&second=brief",
    ]

    @Test(arguments: pages) func aPageAndItsTwinAnswer(_ path: String) throws {
        let house = try House()
        let page = house.get(path)
        #expect(page.status == 200)
        #expect(page.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.text.hasPrefix("<!DOCTYPE html>"))
        #expect(page.text.contains("</html>"))
        let twin = house.get("/api/v1" + (path == "/" ? "/home" : path))
        #expect(twin.status == 200)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: twin.body) }
        let link = try #require(page.headers["Link"])
        #expect(link.hasPrefix("</api/v1") && link.contains("rel=\"alternate\""))
    }

    @Test func anEntryAndADocumentAnswer() throws {
        let house = try House()
        let id = try house.entry()
        let entry = house.get("/entry/\(id)")
        #expect(entry.status == 200)
        #expect(entry.text.contains("role-actor"))
        #expect(entry.text.contains("Cite"))
        let document = house.get("/document/\(house.essay.hash)?at=0-31")
        #expect(document.status == 200)
        #expect(document.text.contains("mark mark-event lit"))
        // A short id and a name lead to the whole address.
        #expect(house.get("/entry/\(id.prefix(6))").status == 303)
        #expect(house.get("/document/essay.txt").headers["Location"] == "/document/\(house.essay.hash)")
    }

    @Test func offsetsOfAPageCountUTF16() throws {
        let house = try House()
        let text = house.get("/document/\(house.essay.hash)").text
        // The picture before the third clause is one code point and two units.
        let points = house.essay.text.unicodeScalars.count { _ in true }
        #expect(points + 1 == house.essay.text.utf16.count)
        let start = try #require(house.essay.text.range(of: "In 1993"))
        let units = house.essay.text.utf16.distance(from: house.essay.text.startIndex, to: start.lowerBound)
        #expect(text.contains("data-at=\"\(units)\""))
    }

    @Test func whatIsNotThereIsSaidSo() throws {
        let house = try House()
        #expect(house.get("/nothing").status == 404)
        #expect(house.get("/entry/ffffffff").status == 404)
        #expect(house.get("/party?name=Atlantis").status == 404)
        #expect(house.get("/relation?a=Osk&b=Osk").status == 400)
        #expect(house.get("/timeline?from=yesterday").status == 400)
        let problem = house.get("/api/v1/timeline?from=yesterday")
        #expect(problem.headers["Content-Type"]?.hasPrefix("application/problem+json") == true)
        // Twins that are there.
        #expect(house.get("/party?name=Osk").status == 200)
        #expect(house.get("/timeline?from=1992").status == 200)
    }

    @Test func filtersNarrowAList() throws {
        let house = try House()
        #expect(house.get("/api/v1/timeline").text.contains("\"total\":2"))
        #expect(house.get("/api/v1/timeline?show=sure").text.contains("\"total\":1"))
        #expect(house.get("/api/v1/timeline?from=1993").text.contains("\"total\":1"))
        let first = house.get("/api/v1/timeline?limit=1").text
        #expect(first.contains("\"next\":\"/api/v1/timeline?limit=1&offset=1\"") || first.contains("\\/api"))
    }

    @Test func whatIsKnownIsNotSentAgain() throws {
        let house = try House()
        let tag = try #require(house.get("/timeline").headers["ETag"])
        let again = house.get("/timeline", ["if-none-match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(house.get("/timeline", ["if-none-match": "\"other\""]).status == 200)
    }

    @Test func namesAreCompleted() throws {
        let house = try House()
        #expect(house.get("/api/v1/parties?q=vel").text.contains("\"Veldania\""))
        #expect(!house.get("/api/v1/parties?q=xyz").text.contains("Veldania"))
    }
}
