import Testing

@testable import Coding

/// The word lists of `Resources/statements`.
@Suite struct CueLexiconTests {
    @Test func listsLoadAndEachClassOfVerbsHasSome() throws {
        let lexicon = try CueLexicon()
        for cueClass in CueClass.allCases {
            #expect(lexicon.verbs.values.contains { $0.classes.values.contains(cueClass) }, "\(cueClass)")
        }
        #expect(lexicon.phrases["according"]?.contains { $0.words == ["according", "to", "X"] } == true)
        #expect(lexicon.media.contains("diary"))
    }

    @Test(arguments: [
        ("say", CueFrame.clause, CueClass.say), ("accuse", .objectPhrase("of"), .accuse),
        ("speak", .phrase("of"), .say), ("call", .objectName, .describe), ("call", .phrase("for"), .demand),
        ("want", .infinitive, .want), ("point out", .clause, .say), ("deny", .gerund, .deny),
        ("refuse", .infinitive, .refuse), ("seem", .infinitive, .seem),
    ])
    func verbsHaveTheirClassUnderEachComplement(_ verb: String, _ frame: CueFrame, _ cueClass: CueClass) throws {
        #expect(try CueLexicon().verbs[verb]?.classes[frame] == cueClass)
    }

    @Test(arguments: [
        (
            "# head\nthat\n",
            "statements/verbs/say.txt:2: \"that\" is not understood; write complements, a colon, verbs."
        ),
        ("np quot: say\n", "statements/verbs/say.txt:1: \"np quot: say\" is not understood; write only complements"),
    ])
    func aFaultyLineIsNamedWithItsPlace(_ text: String, _ message: String) {
        let error = #expect(throws: StatementError.self) {
            var verbs: [String: CueEntry] = [:]
            for row in try CueRow.rows(in: text, "verbs/say.txt", fields: 2, CueRow.ofVerbs) {
                try row.add(.say, to: &verbs)
            }
        }
        #expect(error?.code == .malformedLine)
        #expect(error?.description.hasPrefix(message) == true)
    }
}
