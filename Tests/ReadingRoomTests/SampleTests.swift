import ChanceryCore
import DossierStore
import Foundation
import Testing

@testable import ReadingRoom
@testable import Record

/// Samples that people judge.
@Suite struct SampleTests {
    private static func judged(_ report: String, _ judge: String, _ wrong: Set<Judgement.Part> = []) -> Judgement {
        Judgement(report: report, judge: judge, wrong: wrong)
    }

    @Test func theIntervalIsWilsons() {
        // 8 of 10, as tables of the score interval have it: 0.490 to 0.943.
        let judgements = (0..<10).map { Self.judged("r\($0)", "Ana", $0 < 8 ? [] : [.type]) }
        let all = SampleResult(judgements, types: [:]).rows[0]
        #expect(all.right == 8 && all.judged == 10)
        #expect(abs(all.low - 0.490) < 0.001 && abs(all.high - 0.943) < 0.001)
        #expect(SampleResult([], types: [:]).rows[0].high == 1)
    }

    @Test func agreementIsAboveChance() {
        // Both right 20, both wrong 15, apart 5 and 10: 0.7 agree, kappa 0.4 (Cohen's own kind of table).
        var judgements: [Judgement] = []
        for (number, pair)
            in (Array(repeating: (true, true), count: 20) + Array(repeating: (false, false), count: 15)
            + Array(repeating: (true, false), count: 5) + Array(repeating: (false, true), count: 10)).enumerated()
        {
            judgements.append(Self.judged("r\(number)", "Ana", pair.0 ? [] : [.all]))
            judgements.append(Self.judged("r\(number)", "Ben", pair.1 ? [] : [.all]))
        }
        let result = SampleResult(judgements, types: [:])
        #expect(result.judgedTwice == 50)
        #expect(abs((result.agreement ?? 0) - 0.7) < 1e-9)
        #expect(abs((result.kappa ?? 0) - 0.4) < 1e-9)
        #expect(SampleResult([Self.judged("r", "Ana")], types: [:]).agreement == nil)
    }

    @Test func partsAreCountedApart() {
        let rows = SampleResult(
            [Self.judged("a", "Ana", [.date]), Self.judged("b", "Ana", [.all])], types: ["a": "AID", "b": "AID"]
        ).rows
        func right(_ label: String) -> Int? { rows.first { $0.label == label }?.right }
        #expect(right("date") == 0 && right("type") == 1 && right("AID") == 0)
    }

    @Test func aSampleIsTheSameWhateverWasAddedFirst() {
        let ids = (0..<50).map { "id\($0)" }
        let sample = Sample(size: 10, seed: "x")
        #expect(sample.drawn(from: ids) == sample.drawn(from: ids.reversed()))
        #expect(sample.drawn(from: ids) != Sample(size: 10, seed: "y").drawn(from: ids))
        #expect(Sample(name: sample.name) == sample)
        #expect(Sample(name: "another note") == nil)
    }

    @Test func aSampleIsDrawnJudgedAndCounted() throws {
        let house = try House()
        let drawn = house.post("/sample", [("token", house.room.token), ("size", "2"), ("by", "Ana")])
        var address = try #require(drawn.headers["Location"])
        let name = try #require(address.firstMatch(of: /sample=([^&]+)/).map { String($0.1) })
        for judgement in ["right", "wrong"] {
            let page = house.get(address).text
            #expect(page.contains("Is this what the words say?"))
            let id = try #require(page.firstMatch(of: /name="id" value="([0-9a-f]{16})"/).map { String($0.1) })
            let judged = house.post(
                "/sample",
                [
                    ("token", house.room.token), ("id", id), ("sample", name.removingPercentEncoding ?? ""),
                    ("by", "Ana"), ("judgement", judgement),
                ])
            address = try #require(judged.headers["Location"])
        }
        let done = house.get(address).text
        #expect(done.contains("1 of 2 judgements"))
        // Somebody else begins anew, and the record is as it was.
        #expect(house.get("/sample?sample=\(name)&by=Ben").text.contains("0 of 2 judged"))
        #expect(house.get("/api/v1/timeline").text.contains("\"total\":2"))
        #expect(house.get("/api/v1/sample?sample=\(name)").text.contains("\"judged\":2"))
        #expect(house.post("/sample", [("token", house.room.token), ("size", "0")]).status == 400)
    }
}
