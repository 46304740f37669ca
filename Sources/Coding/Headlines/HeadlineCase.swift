import ChanceryCore
import Foundation
import Intake
import SpacyPipeline

/// Writes headlines in capitals as sentences are written, for the language model: `Osk Expels Veldania's Envoy` as
/// `Osk expels Veldania's Envoy`.
///
/// A model takes a row of capitals for one long name. Small letters are given to the words that are none: function words,
/// verbs, adjectives and adverbs of the model's dictionary, and whatever the text below writes small. What the entity lists
/// name, what the text below writes with a capital inside its sentences, and a headline's first word stay. The bytes
/// stay where they are, so that offsets do.
struct HeadlineCase: Sendable {
    private let small: Set<String>
    private let names: Set<String>

    /// Reads the module's list of words.
    ///
    /// - Throws: a Foundation error where it is missing, ``HeadlineWordsError`` where a line is malformed.
    init() throws {
        var small: Set<String> = []
        var names: Set<String> = []
        let file = "headlines/words.txt"
        let text = String(decoding: try ModuleResources.data(file), as: UTF8.self)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw HeadlineWordsError(file: file, line: number + 1, text: String(line)) }
            let words = parts[1].split(separator: ",").map { $0.trimmingBlanks() }
            switch parts[0] {
            case "small": small.formUnion(words)
            case "name": names.formUnion(words)
            default: throw HeadlineWordsError(file: file, line: number + 1, text: String(line))
            }
        }
        self.small = small
        self.names = names
    }

    /// The texts of a document's blocks, those of headlines in capitals as a sentence.
    ///
    /// - Parameters:
    ///   - texts: one for every block.
    ///   - nameEnd: the end of the longest listed name that begins at a byte, given the end of its first word.
    ///   - isWord: whether the model's dictionary has a word in small letters that is no noun.
    func rewritten(
        _ texts: [String], of document: Document, nameEnd: ([UInt8], Int, Int) -> Int?, isWord: (String) -> Bool
    ) -> [String] {
        let headlines = document.blocks.indices.filter {
            [.title, .heading].contains(document.blocks[$0].kind) && Self.isInCapitals(texts[$0])
        }
        guard !headlines.isEmpty else { return texts }
        let seen = WordsSeen(
            of: headlines.map { texts[$0] },
            in: document.blocks.indices.filter { ![.title, .heading].contains(document.blocks[$0].kind) }.map {
                texts[$0]
            })
        var texts = texts
        for number in headlines {
            texts[number] = sentence(texts[number], seen, nameEnd: nameEnd, isWord: isWord)
        }
        return texts
    }

    private func sentence(
        _ text: String, _ seen: WordsSeen, nameEnd: ([UInt8], Int, Int) -> Int?, isWord: (String) -> Bool
    ) -> String {
        var bytes = Array(text.utf8)
        var isFirst = true
        var listed = 0
        for word in Self.words(in: bytes) {
            defer { isFirst = false }
            if word.lowerBound < listed { continue }
            if let end = nameEnd(bytes, word.lowerBound, word.upperBound) {
                listed = end
                continue
            }
            let first = bytes[word.lowerBound]
            // Behind an apostrophe, in capitals, or where a sentence begins.
            guard !isFirst, (0x41...0x5A).contains(first), !Self.beginsSentence(word.lowerBound, bytes),
                !bytes[word].dropFirst().contains(where: { (0x41...0x5A).contains($0) })
            else { continue }
            let lower = String(decoding: bytes[word], as: UTF8.self).lowercased()
            if isSmall(lower, seen, isWord: isWord) { bytes[word.lowerBound] = first | 0x20 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func isSmall(_ word: String, _ seen: WordsSeen, isWord: (String) -> Bool) -> Bool {
        if names.contains(word) { return seen.small.contains(word) && !seen.capital.contains(word) }
        if small.contains(word) { return true }
        if seen.small.contains(word) { return true }
        return !seen.capital.contains(word) && isWord(word)
    }

    /// Whether nearly every longer word has a capital, and the text is no cry in nothing but capitals.
    static func isInCapitals(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let words = words(in: bytes).filter { $0.count >= 4 }
        guard words.count >= 2, words.count <= 40 else { return false }
        let capital = words.count { (0x41...0x5A).contains(bytes[$0.lowerBound]) || bytes[$0.lowerBound] >= 0x80 }
        let loud = words.count { word in bytes[word].allSatisfy { (0x41...0x5A).contains($0) } }
        return 10 * capital >= 8 * words.count && 2 * loud < words.count
    }

    /// The words of a text: runs of letters.
    static func words(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in 0...bytes.count {
            let isLetter =
                index < bytes.count
                && ((0x41...0x5A).contains(bytes[index]) || (0x61...0x7A).contains(bytes[index])
                    || isLetterByte(bytes, index))
            if isLetter, start == nil { start = index }
            if !isLetter, let from = start {
                found.append(from..<index)
                start = nil
            }
        }
        return found
    }

    /// A byte of a letter beyond ASCII: Latin with marks, Greek, Cyrillic; not the signs of U+2000 and on.
    private static func isLetterByte(_ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index] >= 0x80 else { return false }
        var lead = index
        while lead > 0, (0x80...0xBF).contains(bytes[lead]) { lead -= 1 }
        return (0xC3...0xDF).contains(bytes[lead])
    }

    private static func beginsSentence(_ start: Int, _ bytes: [UInt8]) -> Bool {
        var index = start - 1
        while index >= 0, bytes[index] == 0x20 || bytes[index] == 0x22 || bytes[index] == 0x27 { index -= 1 }
        // A colon, a full stop, a question or exclamation mark; an opening quotation mark or a dash (U+2013 to U+201E).
        if index >= 0, [0x3A, 0x2E, 0x3F, 0x21].contains(bytes[index]) { return true }
        return index >= 2 && bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80
            && ((0x93...0x95).contains(bytes[index]) || [0x98, 0x9C, 0x9E].contains(bytes[index]))
    }
}

/// How a document's running text writes the words of its headlines, and some others.
private struct WordsSeen {
    /// Those in small letters.
    var small: Set<String> = []
    /// Those with a capital inside a sentence, in small letters.
    var capital: Set<String> = []

    init(of headlines: [String], in texts: [String]) {
        let asked = headlines.flatMap { headline in
            let bytes = Array(headline.utf8)
            return HeadlineCase.words(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
        }
        // A text has thousands of words, of which a headline asks for ten.
        let sieve = WordSieve(asked)
        for text in texts {
            let bytes = Array(text.utf8)
            for word in HeadlineCase.words(in: bytes) {
                let first = bytes[word.lowerBound]
                if (0x61...0x7A).contains(first) {
                    guard sieve.mayHold(WordSieve.key(bytes[word])) else { continue }
                    small.insert(String(decoding: bytes[word], as: UTF8.self))
                } else if (0x41...0x5A).contains(first), word.lowerBound >= 2, bytes[word.lowerBound - 1] == 0x20,
                    (0x61...0x7A).contains(bytes[word.lowerBound - 2])
                {
                    let key = WordSieve.key(bytes[word].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
                    guard sieve.mayHold(key) || bytes[word].contains(where: { $0 >= 0x80 }) else { continue }
                    capital.insert(String(decoding: bytes[word], as: UTF8.self).lowercased())
                }
            }
        }
    }
}

/// A line of the list of headline words that does not have its format.
struct HeadlineWordsError: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let text: String

    var description: String { "\(file):\(line): “\(text)” is no line of a kind (small, name), a colon and words" }
}
