import ChanceryCore
import Testing

@testable import Intake

/// Spans hold for every text, however odd.
@Suite struct SpanPropertyTests {
    static let pieces = [
        "Osk", " ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\u{2028}", "\t", "\u{00A0}", "\u{200B}", "é", "😀",
        "e\u{301}", "=",
        "==", "# ", "- ", "* ", "1. ", "a) ", "> ", ">", "[1]", "[^1]", "[^1]: ", "¹", "treaty.1 ", "pact,2 ", "law3 ",
        "Q: ", "A: ",
        "Jana Roe: ", "Jana Roe, minister: “", "”", "“", "\"", "‘", "’", ":", "stated:",
        "Context: The two states met again.", "—",
        "***", "---", "===", "{{", "}}", "{|", "|}", "Infobox", "| a = b", "<ref>", "</ref>", "By Jana Roe",
        "7 May 2005",
        "OSK (Agency) – ", "Home » A » B", "You may also like", "0 Comments", "Originally published by Osk Herald.",
        "Notes",
        "See Roe, 1999, 12–14.", "The two states signed a treaty on the river.", "(AFP)", "**", "_", "Photo: ", "```",
        "عربي", "中",
    ]

    @Test(arguments: 0..<20)
    func blocksCoverTheTextInOrder(seed: Int) throws {
        let builder = try sharedBuilder.get()
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<15 {
            let count = Int(random.next() % 60) + 1
            let text = (0..<count).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined()
            for format in [DocumentFormat.plainText, .markdown, .wikitext] {
                let document = builder.document(named: "a", text: text, format: format)
                let faults = document.spanFaults
                #expect(faults == [], "\(format): \(text.debugDescription)")
            }
            let page = "<p>" + text.replacing("\n\n", with: "</p><blockquote>") + "<sup>1</sup>"
            if let document = try? builder.page(named: "a", html: page, place: "a", given: .init()) {
                #expect(document.spanFaults == [], "page: \(page.debugDescription)")
            }
        }
    }
}

/// SplitMix64, so that a failing case comes back with its seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
