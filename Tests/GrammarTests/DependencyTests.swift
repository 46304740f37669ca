import Testing

@testable import Grammar

@Suite struct DependencyTests {
    @Test func everyLabelIsReadAndWritten() {
        for label in Dependency.allCases where label != .other { #expect(Dependency(label: label.label) == label) }
        #expect(Dependency(label: "ROOT") == .root)
        #expect(Dependency(label: "case") == .caseMarker)
        #expect(Dependency(label: "iobj") == .other)
    }

    @Test func unknownLabelsAreNamed() {
        #expect(Dependency.unknown(among: ["nsubj", "iobj", "", "ROOT"]) == ["iobj"])
        #expect(Dependency.unknown(among: ["nsubj", "ROOT"]).isEmpty)
    }

    @Test func setsHoldWhatTheyWereGiven() {
        let both: Dependencies = [.nsubj, .xcomp]
        #expect(both.contains(.nsubj) && both.contains(.xcomp) && !both.contains(.dobj))
    }

    @Test func tagsAreRead() {
        #expect(PennTag(tag: "PRP$") == .PRPS && PennTag(tag: "WP$") == .WPS && PennTag(tag: "NNS") == .NNS)
        #expect(PennTag(tag: "``") == .other)
        #expect(PennTag.allCases.filter(\.isVerb).count == 6)
        #expect(WordClass(pos: "PROPN") == .propn && WordClass(pos: "") == .x)
    }
}
