import Foundation
import Testing

@testable import ChanceryCore

@Suite struct JSONLineTests {
    @Test(arguments: [
        ("a\u{7F}b", "a\\u007fb"), ("\u{85}", "\\u0085"), ("\u{9B}31m", "\\u009b31m"), ("\u{1B}[31m", "\\u001b[31m"),
        ("\u{202E}txt", "\\u202etxt"), ("\u{2066}x\u{2069}", "\\u2066x\\u2069"), ("a\u{200F}b", "a\\u200fb"),
        ("\u{61C}", "\\u061c"), ("one\u{2028}two", "one\\u2028two"), ("\u{E0041}", "\\udb40\\udc41"),
        ("Tiranë “é” — 北京 👍🏽", "Tiranë “é” — 北京 👍🏽"),
    ]) func whatSteersATerminalIsEscapedAndReadsBackTheSame(text: String, written: String) throws {
        let line = try JSONLine.encode(["words": text])
        #expect(line == "{\"words\":\"\(written)\"}")
        #expect(!line.unicodeScalars.contains(where: TextSafety.isUnsafe))
        #expect(try JSONLine.decode([String: String].self, from: line) == ["words": text])
        // What was read is written in the same bytes: a hash of the line holds.
        #expect(try JSONLine.encode(try JSONLine.decode([String: String].self, from: line)) == line)
    }
}
