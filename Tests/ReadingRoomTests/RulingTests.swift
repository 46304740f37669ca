import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import ReadingRoom

/// Rulings and descriptions that forms send.
@Suite struct RulingTests {
    @Test func aRulingIsKeptShownAndTakenBack() throws {
        let house = try House()
        let id = try house.entry("?from=1993")
        let kept = house.post(
            "/rule", [("token", house.room.token), ("id", id), ("ruling", "reject"), ("back", "/timeline")])
        #expect(kept.status == 303)
        let location = try #require(kept.headers["Location"])
        #expect(location.hasPrefix("/timeline?done="))
        let after = house.get(location)
        #expect(after.text.contains("class=\"undo\""))
        #expect(house.get("/api/v1/timeline").text.contains("\"total\":1"))
        let decision = try #require(location.split(separator: "=").last.map(String.init))
        let undone = house.post("/undo", [("token", house.room.token), ("id", decision), ("back", "/timeline")])
        #expect(undone.status == 303)
        #expect(house.get("/api/v1/timeline").text.contains("\"total\":2"))
        let decisions = try Dossier.open(at: house.path, readOnly: true).decisions()
        #expect(decisions.map(\.ruling) == [.reject, .undo])
        #expect(decisions.allSatisfy { $0.author == "Ana Dol" })
    }

    @Test func severalAreRuledOnAtOnce() throws {
        let house = try House()
        let ids = house.get("/api/v1/timeline").text.matches(of: /"id":"(e[^"]+)"/).map { String($0.1) }
        let visible = Set(ids).sorted().joined(separator: ",")
        #expect(house.get("/review").text.contains("Accept all on this page"))
        #expect(
            house.post("/rule", [("token", house.room.token), ("id", visible), ("ruling", "accept")]).status == 303)
        #expect(house.get("/review").text.contains("Nothing is left to rule on here."))
    }

    @Test func aCorrectionIsKept() throws {
        let house = try House()
        let id = try house.entry("?from=1993")
        let kept = house.post(
            "/rule",
            [
                ("token", house.room.token), ("id", id), ("ruling", "correct"), ("date", "1994"), ("by", "Ben Rao"),
                ("reason", "the protocol has the year"),
            ])
        #expect(kept.status == 303)
        #expect(house.get("/api/v1/timeline?from=1994").text.contains("\"total\":1"))
        let nothing = house.post("/rule", [("token", house.room.token), ("id", id), ("ruling", "correct")])
        #expect(nothing.status == 409)
    }

    @Test func whatIsKnownOfADocumentIsKept() throws {
        let house = try House()
        #expect(house.get("/").text.contains("/describe/\(house.essay.hash)"))
        let kept = house.post(
            "/describe/\(house.essay.hash)",
            [("token", house.room.token), ("publisher", "The Gazette"), ("published", "1996-02"), ("back", "/")])
        #expect(kept.status == 303)
        #expect(!house.get("/").text.contains("/describe/\(house.essay.hash)"))
        let wrong = house.post(
            "/describe/\(house.essay.hash)", [("token", house.room.token), ("published", "some day")])
        #expect(wrong.status == 400)
    }

    @Test func aChangeOfAnotherProcessIsSeen() throws {
        let house = try House()
        #expect(house.get("/api/v1/timeline").text.contains("\"total\":2"))
        let other = try Dossier.open(at: house.path)
        try other.remove(named: "essay.txt")
        try other.reconcile()
        #expect(house.get("/api/v1/timeline").text.contains("\"total\":1"))
    }

    @Test func aFormGoesBackToThisServerAlone() {
        #expect(Back("https://example.org/").path == "/")
        #expect(Back("//example.org/").path == "/")
        #expect(Back("/\\example.org").path == "/")
        #expect(Back("/timeline?from=1990").path == "/timeline?from=1990")
        #expect(Back("/timeline?from=1990#e1").saying("7") == "/timeline?from=1990&told=7#e1")
    }
}

/// Items that somebody makes by hand.
@Suite struct MakingTests {
    private func span(_ words: String, in text: String) throws -> (points: Range<Int>, units: Range<Int>) {
        let range = try #require(text.range(of: words))
        let scalars = text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        let unit = text.utf16.distance(from: text.startIndex, to: range.lowerBound)
        return (start..<(start + words.unicodeScalars.count), unit..<(unit + words.utf16.count))
    }

    @Test func anItemIsMadeProvedShownAndKeptByRecoding() throws {
        let house = try House()
        let place = try span("In 1993 Osk thanked Veldania", in: house.essay.text)
        // A script counts the picture before it as two.
        #expect(place.units.lowerBound == place.points.lowerBound + 1)
        let made = house.post(
            "/make/\(house.essay.hash)",
            [
                ("token", house.room.token), ("unit", "utf16"), ("start", String(place.units.lowerBound)),
                ("end", String(place.units.upperBound)), ("kind", "event"), ("type", "CONSULT"), ("actor", "Osk"),
                ("recipient", "Veldania"), ("date", "1993"), ("reason", "read it myself"), ("by", "Ben Rao"),
            ])
        #expect(made.status == 303)
        let page = house.get("/api/v1/timeline?type=CONSULT").text
        #expect(page.contains("\"total\":1"))
        let dossier = try Dossier.open(at: house.path)
        let report = try #require(try dossier.reports().first { $0.isByHand })
        #expect(report.span == CodePointSpan(place.points.lowerBound, place.points.upperBound))
        #expect(try dossier.verify().isEmpty)
        let decision = try #require(try dossier.decisions().first)
        #expect(decision.author == "Ben Rao" && decision.reason == "read it myself")
        // Coding the document again leaves it.
        try dossier.replaceCoding(
            of: house.essay, reports: [], stamp: CodingStamp(program: "1", model: "m", codebook: "c"))
        try dossier.reconcile()
        #expect(try dossier.reports().filter { $0.documentHash == house.essay.hash }.map(\.id) == [report.id])
        #expect(try dossier.verify().isEmpty)
        #expect(house.get("/api/v1/timeline?type=CONSULT").text.contains("\"total\":1"))
    }

    @Test func whatCannotBeProvedIsNotMade() throws {
        let house = try House()
        func made(_ changes: [String: String]) -> Int {
            let given = [
                "token": house.room.token, "start": "0", "end": "31", "kind": "event", "type": "CONSULT",
                "actor": "Osk",
            ].merging(changes) { $1 }
            return house.post("/make/\(house.essay.hash)", given.map { ($0.key, $0.value) }).status
        }
        #expect(made(["type": "DANCE"]) == 409)
        #expect(made(["actor": ""]) == 409)
        #expect(made(["end": "999999"]) == 409)
        #expect(made(["date": "someday"]) == 409)
        #expect(made(["kind": "figure", "number": "77 ships"]) == 400)
        #expect(made([:]) == 303)
        #expect(made([:]) == 400)
    }
}
