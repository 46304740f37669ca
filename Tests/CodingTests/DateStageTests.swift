import ChanceryCore
import Grammar
import SpacyPipeline
import Testing

@testable import Coding

/// The stages between expressions of time and dates; each word is written with its parse, no model is needed.
@Suite struct DateStageTests {
    /// The clauses of a sentence of words as `form/tag/pos/label/head`, the head counted from 0.
    private static func clauses(_ sentence: String) throws -> ClauseReader {
        var tokens: [Token] = []
        var text = ""
        for word in sentence.split(separator: " ") {
            let parts = word.split(separator: "/").map(String.init)
            let head = try #require(Int(parts[4]))
            tokens.append(
                Token(
                    start: text.utf8.count, end: text.utf8.count + parts[0].utf8.count, text: parts[0],
                    lemma: parts[0], tag: parts[1], pos: parts[2], dep: parts[3], head: head, ent: "O",
                    isSentenceStart: tokens.isEmpty, hasTrailingBlank: true))
            text += parts[0] + " "
        }
        let document = Document(
            name: "test", text: text, blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        let parsed = try ParsedDocument(document: document, annotations: [AnnotatedText(tokens: tokens)])
        return ClauseReader(facts: DateFacts(parsed, timexes: [], words: try DateWords(), triggers: []))
    }

    @Test(arguments: [
        ("Osk/NNP/PROPN/nsubj/1 left/VBD/VERB/ROOT/1", VerbTime.past),
        ("Osk/NNP/PROPN/nsubj/1 leaves/VBZ/VERB/ROOT/1", .present),
        ("Osk/NNP/PROPN/nsubj/2 had/VBD/AUX/aux/2 left/VBN/VERB/ROOT/2", .pastPerfect),
        ("Osk/NNP/PROPN/nsubj/2 has/VBZ/AUX/aux/2 left/VBN/VERB/ROOT/2", .perfect),
        ("Osk/NNP/PROPN/nsubj/2 's/VBZ/AUX/aux/2 leaving/VBG/VERB/ROOT/2", .present),
        ("Osk/NNP/PROPN/nsubj/2 may/MD/AUX/aux/2 leave/VB/VERB/ROOT/2", .ahead),
        ("Osk/NNP/PROPN/nsubj/2 did/VBD/AUX/aux/2 leave/VB/VERB/ROOT/2", .past),
        ("It/PRP/PRON/nsubj/2 to/TO/PART/aux/2 leave/VB/VERB/ROOT/2", VerbTime.none),
    ]) func theTimeOfAVerbIsThatOfItsHelperOrItsForm(sentence: String, time: VerbTime) throws {
        let clauses = try Self.clauses(sentence)
        let verb = try #require(clauses.labels.firstIndex(of: .root))
        #expect(clauses.time(of: verb) == time)
    }

    /// "It was built and opened": a joined participle has the helper of the first.
    @Test func aJoinedParticipleHasTheTimeOfTheFirst() throws {
        let clauses = try Self.clauses(
            "It/PRP/PRON/nsubjpass/2 was/VBD/AUX/auxpass/2 built/VBN/VERB/ROOT/2 and/CC/CCONJ/cc/2 opened/VBN/VERB/conj/2"
        )
        #expect(clauses.time(of: 4) == .past)
    }

    @Test(arguments: [
        ("Osk/NNP/PROPN/nsubj/3 did/VBD/AUX/aux/3 not/RB/PART/neg/3 leave/VB/VERB/ROOT/3", true),
        ("No/DT/DET/det/1 envoys/NNS/NOUN/nsubjpass/3 were/VBD/AUX/auxpass/3 sent/VBN/VERB/ROOT/3", true),
        ("The/DT/DET/det/1 envoys/NNS/NOUN/nsubjpass/3 were/VBD/AUX/auxpass/3 sent/VBN/VERB/ROOT/3", false),
    ]) func aVerbIsDeniedByItselfOrByWhatItIsDoneTo(sentence: String, isDenied: Bool) throws {
        #expect(try Self.clauses(sentence).isDenied(3) == isDenied)
    }

    /// "The office with flags closed": up to the verb, but not out of a clause that describes the noun.
    @Test func aRelativeClauseEndsTheWayToAVerb() throws {
        let clauses = try Self.clauses(
            "The/DT/DET/det/1 office/NN/NOUN/nsubj/4 with/IN/ADP/prep/1 flags/NNS/NOUN/pobj/2 closed/VBD/VERB/ROOT/4")
        #expect(clauses.verb(of: 3) == 4)
        let apart = try Self.clauses(
            "The/DT/DET/det/1 office/NN/NOUN/nsubj/4 with/IN/ADP/prep/1 flags/NNS/NOUN/relcl/1 closed/VBD/VERB/ROOT/4")
        #expect(apart.verb(of: 3) == nil)
    }

    @Test func anExpressionComesToAWordOnce() {
        var anchors = DateAnchors()
        anchors.add(0, to: 4, way: .own)
        anchors.add(0, to: 4, way: .weak)
        anchors.add(1, to: 4, way: .shared, relation: .near)
        #expect(anchors[4].map(\.way) == [.own, .shared])
        anchors.remove(0, from: 4)
        #expect(anchors[4].map(\.index) == [1])
        #expect(anchors[5].isEmpty)
    }
}
