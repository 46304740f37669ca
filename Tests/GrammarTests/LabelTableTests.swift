import Testing

@testable import Grammar

@Suite struct LabelTableTests {
    @Test(arguments: [0, 1, 2, 3, 40, 1000])
    func aTableHasItsNamesAndNoOthers(count: Int) {
        let table = LabelTable((0..<count).map { ("name\($0)", $0) })
        for number in 0..<count { #expect(table["name\(number)"] == number) }
        #expect(table["name\(count)"] == nil)
        #expect(table[""] == nil)
    }

    @Test func everyTagAndClassIsReadAsItIsWritten() {
        #expect(PennTag(tag: "PRP$") == .PRPS)
        #expect(PennTag(tag: "WP$") == .WPS)
        for tag in PennTag.allCases where tag != .PRPS && tag != .WPS && tag != .other {
            #expect(PennTag(tag: String(describing: tag)) == tag)
        }
        #expect(PennTag(tag: "PRPS") == .other)
        for kind in WordClass.allCases { #expect(WordClass(pos: String(describing: kind).uppercased()) == kind) }
        #expect(WordClass(pos: "noun") == .x)
    }
}
