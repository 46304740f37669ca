import ChanceryCore
import DossierStore
import Foundation
import Synchronization
import Testing

@testable import ReadingRoom
@testable import Record

/// What the room has others do: reading a sentence, adding files.
@Suite struct HelperTests {
    /// What was handed over to be added.
    private final class Handed: Sendable {
        let files = Mutex<[String: String]>([:])
    }

    private static func claiming(_ modality: Modality, _ year: String) throws -> House {
        try House(
            helpers: Helpers(
                code: { sentence in
                    let document = Document(name: "claim", text: sentence)
                    var report = House.recognition(in: document, sentence, year)
                    report.modality = modality
                    return [report]
                }, add: { _, _ in [] }))
    }

    private struct Found: Decodable {
        struct Entry: Decodable { var what: String }
        var claims: [String]
        var supporting: [Entry]
        var contradicting: [Entry]
        var otherTime: [Entry]
        var near: [Entry]
        var silent: [String]
    }

    private static func found(_ house: House, _ sentence: String) throws -> Found {
        let query = Fields([Fields.Field(name: "sentence", value: sentence)]).encoded
        #expect(house.get("/check?\(query)").status == 200)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Found.self, from: house.get("/api/v1/check?\(query)").body)
    }

    @Test func aSentenceIsSupported() throws {
        let found = try Self.found(try Self.claiming(.asserted, "1991"), "In 1991 Veldania recognised Osk.")
        #expect(found.claims.count == 1)
        #expect(found.supporting.count == 1)
        #expect(found.contradicting.isEmpty)
    }

    @Test func aDenialIsContradicted() throws {
        let found = try Self.found(try Self.claiming(.negated, "1991"), "In 1991 Veldania recognised Osk.")
        #expect(found.supporting.isEmpty)
        #expect(found.contradicting.count == 1)
    }

    @Test func anotherYearStandsApart() throws {
        let found = try Self.found(try Self.claiming(.asserted, "1950"), "In 1950 Veldania recognised Osk.")
        #expect(found.supporting.isEmpty && found.contradicting.isEmpty)
        #expect(!found.otherTime.isEmpty)
        #expect(found.near.isEmpty && found.silent.isEmpty)
    }

    /// Without a year in the claim nothing is another time; what the parties did besides is near, and says nothing of it.
    @Test func withoutAYearAllYearsAreTheSame() throws {
        let found = try Self.found(try Self.claiming(.asserted, ""), "Veldania recognised Osk.")
        #expect(!found.supporting.isEmpty)
        #expect(found.otherTime.isEmpty)
    }

    @Test func withoutHelpNothingIsRead() throws {
        let house = try House()
        #expect(house.get("/check?sentence=x").status == 503)
        #expect(house.get("/check").status == 200)
    }

    @Test func filesAreHandedOver() async throws {
        let handed = Handed()
        let house = try House(
            helpers: Helpers(
                code: { _ in [] },
                add: { files, known in
                    for file in files {
                        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
                        handed.files.withLock { $0[file.lastPathComponent] = "\(text)|\(known.publisher)" }
                    }
                    return [Helpers.Outcome(name: "a.txt", words: "read", isFault: false)]
                }))
        let boundary = "----xyz"
        func part(_ name: String, _ value: String, file: String? = nil) -> String {
            let of = file.map { "; filename=\"\($0)\"" } ?? ""
            return "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(of)\r\n\r\n\(value)\r\n"
        }
        let body =
            part("token", house.room.token) + part("publisher", "The Gazette")
            + part("files", "One.", file: "../../../etc/a.txt") + part("files", "Two.", file: "a.txt")
            + part("text", "Three.") + part("name", "pasted") + "--\(boundary)--\r\n"
        let headers = [
            "host": "127.0.0.1:1", "origin": "http://127.0.0.1:1",
            "content-type": "multipart/form-data; boundary=\(boundary)",
        ]
        let request = try #require(
            Request(method: "POST", target: "/add", headers: headers, body: Data(body.utf8)))
        #expect(house.room.answer(request).status == 303)
        for _ in 0..<200 where house.room.adding.state.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        let files = handed.files.withLock { $0 }
        #expect(
            files == ["a.txt": "One.|The Gazette", "2-a.txt": "Two.|The Gazette", "pasted.txt": "Three.|The Gazette"])
        #expect(house.get("/add").text.contains("read"))
    }

    @Test func aBrokenFormIsNone() throws {
        let type = "multipart/form-data; boundary=x"
        #expect(Multipart(Data("--x\r\nno end".utf8), type: type) == nil)
        #expect(Multipart(Data(), type: type) == nil)
        #expect(Multipart(Data("--x--".utf8), type: "text/plain") == nil)
        let whole = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n"
        #expect(Multipart(Data(whole.utf8), type: type)?.fields["a"] == "1")
    }

    @Test func whatAPersonSaidIsAPage() throws {
        let house = try House()
        #expect(house.get("/person?name=Osk").status == 200)
        #expect(house.get("/person").status == 400)
    }
}
