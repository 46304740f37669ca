import ChanceryCore
import Coding
import Testing
import TestSupport

/// Parties that another sentence, the text's opening or its title names; with the language model.
@Suite struct DiscoursePartiesTests {
    private static func events(_ text: String, title: String? = nil) throws -> [String] {
        let coder = try TestModel.ruleCoder()
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(title: title),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model())).compactMap {
            guard case .event(let event) = $0.content else { return nil }
            return "\(event.concept) \(event.sides)"
        }
    }

    @Test func twoLeadersAreThoseWhoMet() throws {
        let met = "President Lars Holm of Norway met President Anna Borg of Malta."
        #expect(
            try Self.events("\(met) The two leaders condemned Denmark.").contains(
                "condemn Lars Holm, Anna Borg > Denmark"))
        // Two of one state are no two leaders.
        let home = "Minister Lars Holm of Norway met Minister Anna Borg of Norway."
        #expect(
            !(try Self.events("\(home) The two leaders condemned Denmark.").contains { $0.hasPrefix("condemn Lars") }))
    }

    /// "Such a group" is the one told of, whatever describes it; "a group" is another.
    @Test func suchAGroupIsTheOneToldOf() throws {
        let told = "The Tamil Tigers fled to Norway."
        func hosted(_ words: String) throws -> Bool {
            try Self.events("\(told) Norway agreed to host \(words).").contains {
                $0.hasSuffix("Norway > Liberation Tigers of Tamil Eelam")
            }
        }
        #expect(try hosted("such a controversial group"))
        #expect(try !hosted("a controversial group"))
    }

    @Test func theLeadersAreThoseWhoWereTold() throws {
        let met = "President Lars Holm of Norway spoke with Prime Minister Anna Borg of Malta."
        #expect(
            try Self.events("\(met) The leaders condemned Denmark.").contains(
                "condemn Lars Holm, Anna Borg > Denmark"))
        #expect(
            try Self.events("\(met) The leaders condemned Denmark. They thanked Iceland.").contains {
                $0.hasSuffix("Lars Holm, Anna Borg > Iceland")
            })
        // The leaders of somebody else, and those of one state, are not.
        #expect(
            !(try Self.events("\(met) The leaders of Iceland condemned Denmark.").contains {
                $0.hasPrefix("condemn Lars")
            }))
        let home = "President Lars Holm of Norway spoke with Prime Minister Anna Borg of Norway."
        #expect(!(try Self.events("\(home) The leaders condemned Denmark.").contains { $0.hasPrefix("condemn Lars") }))
    }

    @Test func twoStatesOfTheSameSentenceComeBeforeThoseOfAnother() throws {
        let text = """
            The two states of Norway and Malta traded. Norway had recognised Denmark in 1949, but the two states established \
            diplomatic relations only in 1991.
            """
        #expect(try Self.events(text).contains("establish-relations Norway > Denmark"))
    }

    @Test func weAreWhoeverTheTextIsBy() throws {
        #expect(
            try Self.events("We, the ministers of Norway, condemn Denmark. We urge Malta to withdraw.").contains(
                "urge ministers of Norway > Malta"))
        #expect(
            try Self.events("Statement by President Lars Holm of Norway on Malta. We condemn Denmark.").contains(
                "condemn Norway > Denmark"))
        // Nobody says whose it is: "we" is nobody whom a record names.
        #expect(try Self.events("We condemn Denmark.").isEmpty)
    }

    @Test func theTitleGivenNamesTheTwoATextIsAbout() throws {
        let text = "Relations were severed in 1940."
        #expect(try Self.events(text).isEmpty)
        #expect(
            try Self.events("Norway and Malta traded. \(text)", title: "Norway and Malta: a history").contains {
                $0.hasPrefix("break-relations") && $0.contains("Norway") && $0.contains("Malta")
            })
    }

    @Test func joinedObjectsAreActsOfTheirOwn() throws {
        let found = try Self.events("Norway closed its embassy in Malta and severed relations with Denmark.")
        #expect(found.sorted() == ["break-relations Norway > Denmark", "close-mission Norway > Malta"])
        let joined = try Self.events(
            "Diplomatic relations and the Norwegian embassy in Malta were established in 1970.")
        #expect(joined.sorted() == ["establish-relations Norway > Malta", "open-mission Norway > Malta"])
    }

    @Test func whatOpensIsOpenedByItsOwners() throws {
        #expect(try Self.events("The Norwegian legation in Malta opened in 1849.") == ["open-mission Norway > Malta"])
        #expect(try Self.events("The Norwegian legation in Malta danced in 1849.").isEmpty)
    }

    @Test func namesBesideAPluralAreAllMeant() throws {
        #expect(
            try Self.events("Norway signed a treaty with its neighbours Denmark and Malta.")
                == ["sign-treaty Norway > Denmark, Malta"])
        #expect(
            try Self.events("Norway signed a treaty with its neighbour Denmark.") == ["sign-treaty Norway > Denmark"])
    }
}
