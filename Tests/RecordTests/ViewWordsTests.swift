import Testing

@testable import Record

/// The words that are compiled into the views: without them no view is printed.
@Suite struct ViewWordsTests {
    @Test func everyListIsRead() throws {
        let words = try ViewWords.read.get()
        #expect(words.months.count == 12)
        #expect(words.partsOfYear["36"] == "fourth quarter of")
        #expect(words.pronouns.contains("they"))
    }

    /// "liaison office" would else be taken for "office".
    @Test func aSortOfMissionStandsBeforeThoseThatItHolds() throws {
        let sorts = try ViewWords.read.get().missions
        for (place, sort) in sorts.enumerated() {
            #expect(!sorts[..<place].contains { " \(sort) ".contains(" \($0) ") }, "\(sort)")
        }
    }
}
