import Testing

@testable import Grammar

/// The clause of a predicate: its form, whether it holds, what it hangs on.
@Suite struct ClauseTests {
    private func clause(_ word: String, _ text: String) throws -> Clause {
        let sentence = try ParsedSentence(text)
        let index = try #require(sentence.token(word))
        return try #require(sentence.grammar.clause(at: index))
    }

    @Test(arguments: [
        ("recognised", "Osk recognised Veldania.", Clause.Finiteness.finite, Clause.Tense?.some(.past)),
        ("recognises", "Osk recognises Veldania.", .finite, .present),
        ("recognise", "Osk will recognise Veldania.", .finite, .future),
        ("recognised", "Osk had recognised Veldania.", .finite, .past),
        ("recognise", "Osk agreed to recognise Veldania.", .infinitive, nil),
        ("recognising", "Osk was criticised for recognising Veldania.", .gerund, nil),
        ("recognised", "Veldania, recognised by Osk, joined the league.", .participle, nil),
        ("recognised", "Osk has visited and recognised Veldania.", .finite, .present),
    ])
    func theFormAndTheTimeAreRead(
        _ word: String, _ text: String, _ finiteness: Clause.Finiteness, _ tense: Clause.Tense?
    ) throws {
        let clause = try clause(word, text)
        #expect(clause.finiteness == finiteness)
        #expect(clause.tense == tense)
    }

    @Test(arguments: [
        ("recognised", "Osk has recognised Veldania.", Clause.Aspect.perfect, Clause.Voice.active),
        ("negotiating", "Osk is negotiating with Veldania.", .progressive, .active),
        ("negotiating", "Osk has been negotiating with Veldania.", Clause.Aspect([.perfect, .progressive]), .active),
        ("recognised", "Veldania was recognised by Osk.", Clause.Aspect(), .passive),
        ("recognised", "Veldania has been recognised by Osk.", .perfect, .passive),
    ])
    func aspectAndVoiceAreRead(_ word: String, _ text: String, _ aspect: Clause.Aspect, _ voice: Clause.Voice) throws {
        let clause = try clause(word, text)
        #expect(clause.aspect == aspect)
        #expect(clause.voice == voice)
    }

    @Test(arguments: [
        ("recognised", "Osk has not recognised Veldania."), ("recognise", "Osk didn't recognise Veldania."),
        ("recognised", "Osk never recognised Veldania."), ("recognised", "No state recognised Veldania."),
        ("recognised", "Osk has not visited or recognised Veldania."),
        ("recognised", "Osk neither visited nor recognised Veldania."),
        ("signing", "Osk left without signing the treaty."),
        ("recognises", "Osk no longer recognises Veldania."), ("has", "Tarn recognised Veldania. Osk has not."),
    ])
    func whatIsDeniedIsNegative(_ word: String, _ text: String) throws {
        #expect(try clause(word, text).polarity == .negative)
    }

    @Test(arguments: [
        ("recognised", "Osk has recognised Veldania."), ("recognise", "Osk failed to recognise Veldania."),
        ("recognised", "Osk not only recognised Veldania but opened an embassy."),
        ("left", "Osk did not sign the treaty and left the league."),
        ("recognised", "The state that did not sign the treaty recognised Veldania."),
        ("signing", "Osk left after signing the treaty."),
    ])
    func whatIsNotDeniedIsPositive(_ word: String, _ text: String) throws {
        #expect(try clause(word, text).polarity == .positive)
    }

    @Test(arguments: [
        ("recognise", "Osk would recognise Veldania.", Clause.Mood.conditional),
        ("recognise", "Osk may recognise Veldania.", .modal("may")),
        ("recognise", "Osk must recognise Veldania.", .modal("must")),
        ("recognise", "Did Osk recognise Veldania?", .interrogative),
        ("recognise", "Recognise the republic now.", .imperative),
        ("recognise", "Tarn demanded that Osk recognise Veldania.", .subjunctive),
        ("recognise", "Osk will recognise Veldania.", .indicative),
        ("recognised", "Osk recognised Veldania.", .indicative),
    ])
    func theMoodIsRead(_ word: String, _ text: String, _ mood: Clause.Mood) throws {
        #expect(try clause(word, text).mood == mood)
    }

    @Test(arguments: [
        ("recognised", "Osk recognised Veldania.", "main"),
        ("recognised", "Tarn said that Osk recognised Veldania.", "complement"),
        ("recognise", "Osk agreed to recognise Veldania.", "complement"),
        ("recognise", "The decision to recognise Veldania came late.", "complement"),
        ("recognised", "The state that recognised Veldania left.", "relative"),
        ("recognised", "Veldania, recognised by Osk, joined the league.", "participle"),
        ("recognises", "If Osk recognises Veldania, the talks will end.", "if"),
        ("recognised", "When Osk recognised Veldania, the talks ended.", "when"),
        ("recognise", "Osk convened the council in order to recognise Veldania.", "purpose"),
        ("recognising", "Tarn accused Osk of recognising Veldania.", "of"),
        ("recognised", "Osk left the league and recognised Veldania.", "coordination"),
    ])
    func theLinkIsRead(_ word: String, _ text: String, _ link: String) throws {
        #expect(try clause(word, text).link.word == link)
    }

    @Test func theChainLeadsToTheMainClause() throws {
        let sentence = try ParsedSentence("Tarn said that Osk had agreed to recognise Veldania.")
        let index = try #require(sentence.token("recognise"))
        let chain = sentence.grammar.chain(at: index)
        #expect(chain.map { sentence.tree.words[$0.head] } == ["recognise", "agreed", "said"])
        #expect(chain.map(\.link.word) == ["complement", "complement", "main"])
        #expect(sentence.grammar.chain(at: try #require(sentence.token("veldania"))) == chain)
    }

    @Test func aHeadingWithoutAVerbIsVerbless() throws {
        #expect(try clause("recognition", "Oskan recognition of Veldania").finiteness == .verbless)
    }
}

extension Clause.Link {
    /// The link in a word, or its conjunction or preposition.
    fileprivate var word: String {
        switch self {
        case .main: "main"
        case .complement: "complement"
        case .subject: "subject"
        case .relative: "relative"
        case .participle: "participle"
        case .adverbial(let conjunction, _): conjunction ?? "adverbial"
        case .purpose: "purpose"
        case .gerund(let preposition, _): preposition
        case .coordination: "coordination"
        case .aside: "aside"
        }
    }
}
