import SpacyPipeline
import Testing

@testable import Grammar

/// One predicate in many constructions: the arguments are the same.
@Suite struct PredicateTests {
    @Test(arguments: [
        "Osk recognised Veldania.", "Veldania was recognised by Osk.",
        "Veldania, recognised by Osk, joined the league.",
        "Osk decided to recognise Veldania.", "Osk, which recognised Veldania, left.",
        "Veldania, which Osk recognised, joined the league.",
    ])
    func theVerbGivesWhoAndWhom(_ text: String) throws {
        let sentence = try ParsedSentence(text)
        let verb = text.contains("recognised") ? "recognised" : "recognise"
        #expect(sentence.words(.agent, of: verb) == ["Osk"])
        #expect(sentence.words(.patient, of: verb) == ["Veldania"])
    }

    @Test func theEventNounGivesThemToo() throws {
        #expect(
            try ParsedSentence("Osk's recognition of Veldania came late.").words(.agent, of: "recognition") == ["Osk"])
        #expect(
            try ParsedSentence("The recognition of Veldania by Osk came late.").words(.patient, of: "recognition")
                == ["Veldania"])
        #expect(
            try ParsedSentence("Veldania's recognition by Osk came late.").words(.agent, of: "recognition") == ["Osk"])
    }

    @Test func aLightVerbLendsItsArguments() throws {
        let sentence = try ParsedSentence("Osk carried out an attack on Veldania.")
        #expect(sentence.words(.agent, of: "attack") == ["Osk"])
        #expect(sentence.words(.patient, of: "attack") == ["Veldania"])
    }

    @Test func anAuxiliaryIsNoPredicate() throws {
        let sentence = try ParsedSentence("Osk has recognised Veldania.")
        #expect(sentence.token("has").map { sentence.grammar.predicate(at: $0) == nil } == true)
        #expect(sentence.token("recognised").map { sentence.grammar.predicate(at: $0) != nil } == true)
    }

    /// Whom an event noun befalls, by the verb over it; whoever brings it about is no such one.
    @Test(arguments: [
        ("Veldania suffered a series of attacks.", "attacks", "Veldania"),
        ("Veldania was subjected to a blockade.", "blockade", "Veldania"),
        ("Veldania came under attack.", "attack", "Veldania"), ("Veldania launched an attack.", "attack", nil),
        ("Veldania agreed to a ceasefire.", "ceasefire", nil),
    ]) func whatBefallsSomebodyNamesHim(_ text: String, _ noun: String, _ name: String?) throws {
        let sentence = try ParsedSentence(text)
        let found = sentence.grammar.undergoer(of: try #require(sentence.token(noun)))
        #expect(found.map { sentence.tree.tokens[$0].text } == name)
    }
}
