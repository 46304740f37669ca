import ChanceryCore
import Testing

@testable import Coding

/// The files of weights, and that what is trained on is what is asked.
@Suite struct ActModelTests {
    private static func model(_ text: String) throws -> LinearModel { try LinearModel(text: text, file: "weights.tsv") }

    @Test func aFeatureHasTheWeightsOfItsName() throws {
        let model = try Self.model("# a comment\n! margin\t0.6\nplace+form=agent||active\t0.5\t-1.25\nnobody=\t2\n")
        var sum = FeatureSum(model)
        sum.add(FeatureTemplate("place+form"), Symbol("agent"), .none, Symbol("active"))
        sum.add(FeatureTemplate("nobody"), .none)
        sum.add(FeatureTemplate("place+form"), Symbol("agent"), .none, Symbol("passive"))
        #expect(sum.sum == SIMD2(2.5, -1.25))
        #expect(model.settings["margin"] == 0.6)
    }

    @Test func aTableHasAsManyColumnsAsItsWeights() throws {
        let table = try LinearTable<SIMD4<Float>>(text: "one=\t1\t2\t-3\t0.25\ntwo=\t4\n", file: "weights.tsv")
        var sum = WeightSum(table)
        sum.add(FeatureTemplate("one"), .none)
        sum.add(FeatureTemplate("two"), .none)
        #expect(sum.sum == SIMD4(5, 2, -3, 0.25))
    }

    /// Features are looked up some dozens at a time.
    @Test(arguments: [0, 1, 63, 64, 65, 200])
    func aSumOfAnyLengthCountsEachFeatureOnce(count: Int) throws {
        let model = try Self.model((0..<count).map { "number=\($0)\t0.5\t1\n" }.joined())
        var sum = FeatureSum(model, from: SIMD2(1, 0))
        for number in 0..<count {
            sum.add(FeatureTemplate("number"), Symbol(String(number)))
            sum.add(FeatureTemplate("number"), Symbol("none of these"))
        }
        #expect(sum.sum == SIMD2(1 + Float(count) / 2, Float(count)))
    }

    @Test(arguments: ["place=agent", "place\t0.5", "place=agent\tmuch", "place=agent\t1\t2\t3"])
    func aBrokenLineIsNamed(line: String) throws {
        let fault = #expect(throws: WordLists.Fault.self) { try Self.model("# weights\n\(line)\n") }
        #expect(fault?.line == 2)
        #expect(fault?.file == "weights.tsv")
    }

    /// Both sinks take the same calls: a file with every name that is written gives each of them when it is asked.
    @Test func everyNameThatIsWrittenIsFoundWhenItIsAsked() {
        func describe(_ sink: inout some FeatureSink) {
            sink.add(FeatureTemplate("one"), Symbol("a"))
            sink.add(FeatureTemplate("two"), Symbol("a"), Symbol("b"))
            sink.add(FeatureTemplate("three"), Symbol("a"), .none, Symbol("b"))
            sink.add(FeatureTemplate("four"), Symbol("a"), Symbol("b"), Symbol("c"), .none)
            sink.add(FeatureTemplate("five"), [Symbol("a"), Symbol("b"), Symbol("c"), Symbol("d")])
        }
        var names = FeatureNames()
        describe(&names)
        #expect(Set(names.names).count == 5)
        let text = names.names.map { "\($0)\t1\n" }.joined()
        do {
            var sum = FeatureSum(try Self.model(text))
            describe(&sum)
            #expect(sum.sum[0] == 5)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test(arguments: [[], ["has"], ["has", "not", "been"], ["", "n’t"]])
    func joinedNamesAreTheNameOfTheirText(parts: [String]) {
        let whole = Symbol(parts.joined(separator: "-"))
        let written = Symbol.joined(parts, wantsText: true) { $0 }
        #expect(written == whole)
        #expect(written.text == whole.text)
        #expect(Symbol.joined(parts, wantsText: false) { $0 } == whole)
    }

    @Test func theProgramsOwnModelsAreRead() throws {
        let models = try ActModels.standard()
        #expect(models.confidence.settings["least"] != nil)
        #expect(models.parties.settings["margin"] != nil)
        #expect(models.modality.settings["margin-to-fact"] != nil)
        #expect(models.voices.settings["least"] != nil)
    }
}
