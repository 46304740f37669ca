import Foundation
import Testing

/// What filters make of input that cannot be read, with `--bad-lines` and without.
@Suite struct BadLinesTests {
    private static let lines = """
        {"id":"a","text":"Osk recognised Veldania in 1988."}
        not json
        {"id":"b","text":"Veldania opened an embassy in Osk."}
        """

    private func kinds(_ output: String) throws -> [String] {
        try output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["kind"] as? String ?? "none"
        }
    }

    @Test(arguments: ["annotate", "code"]) func aBadLineBecomesARecordInItsPlace(filter: String) throws {
        let run = try ChanceryProcess([filter, "--bad-lines", "report"], input: Self.lines)
        #expect(run.status == 0 && run.errors.isEmpty)
        let places = try kinds(run.output).enumerated().filter { $1 == "fault" }.map(\.offset)
        #expect(places.count == 1 && places != [0])
        #expect(run.output.contains("\"input\":\"standard input\",\"kind\":\"fault\",\"line\":2}"))
        // What is left is as it is without the bad line.
        let good = Self.lines.replacing("not json\n", with: "")
        let rest = run.output.split(separator: "\n").filter { !$0.contains("\"fault\"") }
        #expect(try ChanceryProcess([filter], input: good).output.split(separator: "\n") == rest)
    }

    @Test func laterFiltersPassFaultsOn() throws {
        let coded = try ChanceryProcess(["code", "--bad-lines", "report"], input: Self.lines).output
        let fault = try #require(coded.split(separator: "\n").first { $0.contains("\"fault\"") }.map(String.init))
        for filter in ["annotate", "code", "reconcile"] {
            let run = try ChanceryProcess([filter], input: fault + "\n")
            #expect(run.status == 0 && run.errors.isEmpty && run.output == fault + "\n", "\(filter): \(run.errors)")
        }
        let reconciled = try ChanceryProcess(["reconcile", "--bad-lines", "report"], input: coded + "garbage\n")
        #expect(reconciled.status == 0)
        #expect(try kinds(reconciled.output).prefix(3) == ["fault", "fault", "origin"])
    }

    @Test func otherwiseItIsToldAndCountsAsAFailure() throws {
        for words in [["code"], ["code", "--bad-lines", "skip"], ["code", "--bad-lines", "report", "--strict"]] {
            let run = try ChanceryProcess(words, input: Self.lines)
            #expect(run.status == 1 && run.messages.count == 1 && run.errors.contains("standard input:2"))
        }
    }

    @Test(arguments: ["annotate", "code", "reconcile"]) func emptyInputIsNoFaultAndLoadsNothing(filter: String) throws {
        let model = filter == "reconcile" ? [] : ["--model", "/nowhere"]
        let run = try ChanceryProcess([filter] + model, input: "")
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    }

    @Test func aFileThatCannotBeReadIsARecordToo() throws {
        let run = try ChanceryProcess(["code", "/nowhere/at-all.txt", "--bad-lines", "report"])
        #expect(run.status == 0 && !run.output.contains("\"line\""))
        #expect(try kinds(run.output) == ["fault"])
    }
}
