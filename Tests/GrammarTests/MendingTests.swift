import SpacyPipeline
import Testing

@testable import Grammar

/// What the parser gets wrong is mended, and what it gets right stays as it is.
@Suite struct MendingTests {
    @Test(arguments: [
        ("attack", "The attack by Veldania on Ruritania surprised the council.", ["Veldania"], ["Ruritania"]),
        ("discussions", "The discussions with Elsavia by Oskania surprised the council.", ["Oskania"], []),
        (
            "demonstration", "Ruritania and Karvia's demonstration against Veldania surprised the council.",
            ["Karvia", "Ruritania"], ["Veldania"]
        ),
        ("leave", "Tarnia decided to leave the league and rescue Oskania.", ["Tarnia"], ["league"]),
        ("attacks", "Elsavia attacks Ruritania", ["Elsavia"], ["Ruritania"]),
        (
            "asked", "The envoy realised that the note would cause trouble and asked Ruritania to wait.", ["envoy"],
            ["Ruritania"]
        ),
        (
            "challenged", "While visiting Ruritania, the president of Oskania challenged Elsavia.", ["president"],
            ["Elsavia"]
        ),
        ("petitioned", "Ruritania in 1994 petitioned Veldania.", ["Ruritania"], ["Veldania"]),
        (
            "declared", "Ruritania declared Oskania a rogue state.", ["Ruritania"], ["Oskania"]
        ),
        (
            "opened",
            "After the war, Ruritania officially recognized Oskania in 1988 and in 1990 the Embassy of Oskania, with full staff, was opened.",
            [], ["Embassy"]
        ),
        (
            "hosting", "Ruritania began hosting—at the request of Veldania—members of the sect.", ["Ruritania"],
            ["members"]
        ),
        (
            "hosting", "Ruritania began hosting, at the request of Veldania, members of the sect on its soil.",
            ["Ruritania"], ["members"]
        ),
        ("hosted", "Ruritania hosted, at the request of Veldania, members of the sect.", ["Ruritania"], ["members"]),
        ("visited", "Ruritania visited, at the request of Veldania, two days later.", ["Ruritania"], []),
        (
            "collaborated", "Its neighbours, Oskania and Ruritania, collaborated with Elsavia.",
            ["neighbours", "Oskania", "Ruritania"], []
        ),
    ])
    func theReadingIsThatOfTheWords(
        _ word: String, _ text: String, _ agents: [String], _ patients: [String]
    ) throws {
        let sentence = try ParsedSentence(text)
        #expect(sentence.words(.agent, of: word).sorted() == agents.sorted())
        #expect(sentence.words(.patient, of: word) == patients)
    }

    /// Who serves at what is opened is not with whom it is done; whoever is dealt with is.
    @Test(arguments: [
        ("The embassy was opened on 3 May 1961, with Anna Rell as consul.", "with", true),
        ("Relations were established in 1961 with Anna Rell as Chargé d'Affaires.", "with", true),
        ("Relations were established with Oskania in 1961.", "with", false),
        ("The minister met with Anna Rell as planned.", "with", false),
        ("The council has met with Anna Rell as minister.", "with", false),
    ])
    func whoServesIsNoPartner(_ text: String, _ word: String, _ isMended: Bool) throws {
        let tree = try ParsedSentence(text).tree
        let with = try #require(tree.words.firstIndex(of: word))
        #expect(tree.isMended(with) == isMended)
    }

    @Test(arguments: [
        "The army completed its withdrawal by September 1.", "By September of 1980, the talks had lost their momentum.",
        "Osk refused the offer, which it regarded as unfair.",
        "With the council unwilling to act, Osk left the league.",
        "They held that doing so was a necessity.", "The talks were held in the capital of Osk and in Tarn.",
        "Osk signed the treaty and Tarn ratified it.", "The treaty signed by Osk and Tarn was published.",
        "Osk sent aid to Tarn.", "The ports of Osk and Tarn were closed.",
        "After a visit to Osk, his neighbour, the king left.", "While visiting Osk, Tarn's neighbour, he left.",
        "Years of war and months of talks followed.", "Osk called the envoy, a friend of Tarn.",
        "Osk joined the league in 1970 and left it in 1971.", "Osk met the ministers and left the city.",
        "Osk began talking, at the request of Tarn, in May.",
    ])
    func whatIsRightIsLeftAlone(_ text: String) throws {
        let sentence = try ParsedSentence(text)
        let mended = sentence.tree.tokens.indices.filter { sentence.tree.isMended($0) }
        #expect(mended.isEmpty, "\(mended.map { sentence.tree.words[$0] })")
    }

    @Test(arguments: [
        ("hoped", "Osk hoped to leave.", "hope"), ("hopped", "The frog hopped away.", "hop"),
        ("staged", "Osk staged a protest.", "stage"), ("stopped", "Osk stopped the talks.", "stop"),
        ("visited", "Osk visited Tarn.", "visit"),
    ])
    func aShortVerbDoublesItsConsonantOrHadAnE(_ word: String, _ text: String, _ base: String) throws {
        let sentence = try ParsedSentence(text)
        let verb = try #require(sentence.token(word))
        #expect(sentence.tree.lemmas[verb] == base)
    }

    /// "With Anna Rell, Ivo Tor, and the head of the bank, Vera Lind": the last member too.
    @Test func theLastOfAListIsJoinedToIt() throws {
        let sentence = try ParsedSentence(
            "He met with Oskan Prime Minister Anna Rell, President Ivo Tor, Finance Minister Ora Holm, and the head of Osk’s National Bank, Vera Lind."
        )
        let head = try #require(sentence.token("head"))
        let first = try #require(sentence.token("Rell"))
        #expect(Grammar(sentence.tree, words: try GrammarWords()).members(of: first).contains(head))
    }

    /// The "and" stays with the list where the parser joins the last member to a noun before it.
    @Test(arguments: [("visit", true), ("Rell", false)])
    func theLastOfAListIsJoinedToWhereItsAndStands(_ wrong: String, _ isMended: Bool) throws {
        let sentence = try ParsedSentence(
            "He paid a visit to Osk, where he met with Anna Rell, Ivo Tor, Ora Holm, and the head of Osk’s National Bank."
        )
        let (head, last) = (try #require(sentence.token("head")), try #require(sentence.token("Holm")))
        var tokens = sentence.parse.tokens
        #expect(tokens[head].head == last)
        tokens[head].head = try #require(sentence.token(wrong))
        if !isMended {
            // Where the "and" is the other's as well, the two are joined.
            tokens[try #require(sentence.tree.children(of: last, [.cc]).first)].head = tokens[head].head
        }
        let tree = SyntaxTree(tokens: tokens, sentences: sentence.parse.sentences)
        #expect((Grammar(tree, words: try GrammarWords()).tree.head(of: head) == last) == isMended)
    }

    @Test func theTimeGoesWithTheVerbBehindIt() throws {
        let sentence = try ParsedSentence(
            "After the war, Ruritania officially recognized Oskania in 1988 and in 1990 the Embassy of Oskania, with full staff, was opened."
        )
        let year = try #require(sentence.token("1990"))
        let opened = try #require(sentence.token("opened"))
        let preposition = try #require(sentence.tree.head(of: year))
        #expect(sentence.tree.head(of: preposition) == opened)
    }

    @Test func aPrepositionOfTimeMakesNoOtherVerb() throws {
        let words = try GrammarWords()
        let taken = try ParsedSentence("Two sailors were taken in May 2014.")
        #expect(!Grammar(taken.tree, words: words).hasParticle("in", at: try #require(taken.token("taken"))))
        let called = try ParsedSentence("Osk called in its envoy.")
        #expect(Grammar(called.tree, words: words).hasParticle("in", at: try #require(called.token("called"))))
    }

    @Test func whatWasMendedIsSaid() throws {
        let sentence = try ParsedSentence("The attack by Elsavia on Ruritania surprised the council.")
        let noun = try #require(sentence.token("on"))
        #expect(sentence.tree.isMended(noun))
        #expect(sentence.tree.head(of: noun) == sentence.token("attack"))
        #expect(sentence.parse.head(of: noun) == sentence.token("Elsavia"))
    }

    @Test func aRingIsNeverClosed() throws {
        let tree = try ParsedSentence("Osk recognised Veldania.").tree
        let changed = tree.changed(by: [.init(index: 1, head: 0), .init(index: 0, head: 2)])
        #expect(changed.head(of: 1) == nil)
        #expect(changed.head(of: 0) == 2)
    }

    @Test func whatStandsForAnotherVerbHasItsArguments() throws {
        let sentence = try ParsedSentence("Osk has recognised Veldania, but Tarn has not done so.")
        let done = try #require(sentence.token("done"))
        let predicate = try #require(sentence.grammar.predicate(at: done))
        #expect(predicate.lemma == "recognise")
        #expect(predicate.antecedent == sentence.token("recognised"))
        #expect(sentence.words(.agent, of: "done") == ["Tarn"])
        #expect(sentence.words(.patient, of: "done") == ["Veldania"])
        #expect(predicate.arguments.allSatisfy { $0.path.contains(.ellipsis) })
    }

    @Test(arguments: [
        ("had", "Osk had an embassy, but Tarn had no envoy."), ("did", "Osk did well."),
        ("was", "Osk left the league. The war was not over."), ("did", "Osk would sanction Tarn if it did not."),
    ])
    func aVerbOfItsOwnStandsForNone(_ word: String, _ text: String) throws {
        let sentence = try ParsedSentence(text)
        let index = try #require(sentence.tree.words.lastIndex(of: word))
        #expect(sentence.grammar.antecedent(ofEllipsis: index) == nil)
    }
}
