import ChanceryCore
import Coding
import SpacyPipeline
import Testing

@testable import chancery_evaluate

@Suite struct PairFeaturesTests {
    private let chooser: RelationChooser

    init() throws { chooser = try RelationChooser(coder: Coder.standard(), labels: LabelTable.standard()) }

    private func features(target: ByteSpan?) -> [String: Double] {
        let reading = chooser.read(
            id: "1", text: "Osk did not rebuff the offer of Veldania", source: ByteSpan(0, 3), target: target,
            annotate: { _ in [rebuff] })
        return PairFeatures(reading).values
    }

    @Test(arguments: [
        "verb=rebuff", "verb=rebuff+offer", "object=offer", "path=offer", "path=rebuff", "meet=rebuff", "not",
        "aux=did", "over-target=offer+of", "over-source=rebuff", "source-dep=nsubj", "target-dep=pobj",
    ])
    func theWordsBetweenAndAboveThePartiesAreFeatures(_ name: String) {
        #expect(features(target: ByteSpan(32, 40))[name] == 1)
    }

    @Test func namesAndRulesAreNoFeatures() {
        let found = features(target: ByteSpan(32, 40)).keys
        #expect(!found.contains { $0.lowercased().contains("osk") || $0.contains("veldania") })
        #expect(!found.contains { $0.hasPrefix("rule") })
    }

    @Test func aMissingPartySaysSo() {
        let found = features(target: nil)
        #expect(found["target=none"] == 1)
        #expect(found["verb=rebuff"] == 1)
    }
}
