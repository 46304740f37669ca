import ChanceryCore
import Coding
import TestSupport
import Testing

/// On whose word an act is told, and whether as fact, as weighed; each with a twin that is told otherwise.
@Suite struct ActTellingTests {
    /// The acts of a text: the words that tell them, how, and on whose word.
    private static func told(_ text: String) throws -> [String] {
        let document = Document(
            name: "text", text: text, metadata: DocumentMetadata(),
            blocks: [Block(kind: .paragraph, span: ByteSpan(0, text.utf8.count))])
        let coder = try TestModel.coder()
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
            .compactMap { report in
                guard report.kind == .event else { return nil }
                let word = text.utf8.dropFirst(report.trigger.start).prefix(report.trigger.end - report.trigger.start)
                let sources = report.attribution.map(\.source).joined(separator: ", ")
                return "\(String(decoding: word, as: UTF8.self)) \(report.modality) \(sources)"
            }
    }

    /// What is said or charged is told on somebody's word.
    @Test(arguments: [
        ("Norway said that Peru had attacked Chile.", "attacked claimed Norway"),
        ("According to Norway, Peru invaded Chile in May.", "invaded claimed Norway"),
        ("Norway accused Peru of attacking Chile.", "attacking claimed Norway"),
    ]) func whatIsClaimedRestsOnItsSource(text: String, act: String) throws {
        let told = try Self.told(text)
        #expect(told.contains(act), "\(told)")
    }

    /// What is demanded, agreed to or pledged is no claim of those who do: it is planned, and the author tells that.
    @Test(arguments: [
        ("Norway demanded that Peru withdraw its troops from Chile.", "withdraw planned "),
        ("Norway agreed to provide aid to Peru.", "provide planned "),
        ("Norway called for the withdrawal of Danish troops from Peru.", "withdrawal planned "),
        ("Norway pledged to withdraw its troops from Peru.", "withdraw planned "),
    ]) func whatIsDemandedOrPledgedRestsOnNobody(text: String, act: String) throws {
        let told = try Self.told(text)
        #expect(told.contains(act), "\(told)")
    }

    /// Whatever is likelier, what is denied or negated is never told as done.
    @Test(arguments: [
        ("Norway denied that Peru had attacked Chile.", "attacked denied Norway"),
        ("Norway rejected the charge that it was behind the attack on Chile.", "attack denied "),
        ("Norway did not attack Denmark.", "attack negated "), ("Norway may attack Denmark.", "attack hypothetical "),
    ]) func whatDidNotHappenIsNoFact(text: String, act: String) throws {
        let told = try Self.told(text)
        #expect(told.contains(act), "\(told)")
    }

    /// "Not until" tells when it was done.
    @Test(arguments: [
        ("Norway did not recognize Peru until it received an envoy in 1912.", "recognize asserted "),
        ("Norway did not recognize Peru in 1912.", "recognize negated "),
    ]) func whatWasDoneLateWasDone(text: String, act: String) throws {
        let told = try Self.told(text)
        #expect(told.contains(act), "\(told)")
    }

    /// What somebody is sent for lies ahead.
    @Test(arguments: [
        ("Norway sent an envoy to Peru to negotiate a treaty with Chile.", "negotiate planned "),
        ("Norway attacked Denmark in 1912.", "attacked asserted "),
    ]) func whatLiesAheadIsPlanned(text: String, act: String) throws {
        let told = try Self.told(text)
        #expect(told.contains(act), "\(told)")
    }
}
