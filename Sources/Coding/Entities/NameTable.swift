import ChanceryCore

/// Finds the longest listed name that begins at a place of a text.
///
/// Works on bytes and not on tokens, so that it does not matter how a tokenizer cuts "al-Qaeda" or "U.S.-led". Curly
/// apostrophes, all dashes and all blanks of the text are read as `'`, `-` and one blank.
struct NameTable: Sendable {
    private struct Candidate: Sendable {
        let rest: [UInt8]
        var readings: [NameReading]
    }

    private var byFirstWord: [String: [Candidate]] = [:]
    /// The first words, once all are known.
    private var sieve: WordSieve?

    /// Makes the table quick to ask; a name that is added later makes it slow again.
    mutating func close() { sieve = WordSieve(byFirstWord.keys) }

    /// Lists a name; a name listed before gets one more reading.
    mutating func add(_ name: String, _ reading: NameReading) {
        let bytes = Array(name.utf8)
        let cut = bytes.firstIndex(where: Self.ends) ?? bytes.count
        guard cut > 0 else { return }
        let first = String(decoding: bytes[..<cut], as: UTF8.self)
        let rest = Array(bytes[cut...])
        sieve = nil
        Self.insert(reading, rest, into: &byFirstWord[first, default: []])
    }

    private static func insert(_ reading: NameReading, _ rest: [UInt8], into candidates: inout [Candidate]) {
        if let place = candidates.firstIndex(where: { $0.rest == rest }) {
            if !candidates[place].readings.contains(reading) { candidates[place].readings.append(reading) }
        } else {
            let place = candidates.firstIndex { $0.rest.count < rest.count } ?? candidates.count
            candidates.insert(Candidate(rest: rest, readings: [reading]), at: place)
        }
    }

    /// Replaces all readings of a name.
    mutating func set(_ name: String, _ reading: NameReading) {
        remove(name)
        add(name, reading)
    }

    /// Takes a name out of the table.
    mutating func remove(_ name: String) {
        let bytes = Array(name.utf8)
        let cut = bytes.firstIndex(where: Self.ends) ?? bytes.count
        let first = String(decoding: bytes[..<cut], as: UTF8.self)
        byFirstWord[first]?.removeAll { $0.rest == Array(bytes[cut...]) }
    }

    /// The readings of exactly the given name.
    func readings(of name: String) -> [NameReading] {
        let bytes = Array(name.utf8)
        guard let found = longest(in: bytes, at: 0, wordEnd: bytes.count), found.end == bytes.count else { return [] }
        return found.readings
    }

    /// The longest name that begins at `start` and ends at a word's end, with the byte after its last.
    ///
    /// - Parameter wordEnd: the end of the token that begins at `start`; the name's first word does not reach further.
    func longest(in text: [UInt8], at start: Int, wordEnd: Int) -> (end: Int, readings: [NameReading])? {
        var cut = start
        while cut < wordEnd {
            var next = cut
            if Self.ends(Self.read(text, &next)) { break }
            cut += 1
        }
        guard cut > start else { return nil }
        guard sieve?.mayHold(WordSieve.key(text[start..<cut])) ?? true else { return nil }
        let first = String(decoding: text[start..<cut], as: UTF8.self)
        guard let candidates = byFirstWord[first] else { return nil }
        for candidate in candidates {
            var at = cut
            var fits = true
            for byte in candidate.rest {
                guard at < text.count, Self.read(text, &at) == byte else {
                    fits = false
                    break
                }
            }
            guard fits, !Self.isWordByte(text, at) else { continue }
            return (at, candidate.readings)
        }
        return nil
    }

    /// Whether a normalised byte ends a name's first word.
    private static func ends(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x2D || byte == 0x27 || byte == 0x2C
    }

    /// Reads one byte, normalised, and moves on.
    private static func read(_ text: [UInt8], _ at: inout Int) -> UInt8 {
        let byte = text[at]
        if byte == 0xE2, at + 2 < text.count, text[at + 1] == 0x80 {
            switch text[at + 2] {
            case 0x98, 0x99:
                at += 3
                return 0x27
            case 0x90...0x95:
                at += 3
                return 0x2D
            default: break
            }
        }
        if isBlank(text, at) {
            while isBlank(text, at) { at += text[at] == 0xC2 ? 2 : 1 }
            return 0x20
        }
        at += 1
        return byte
    }

    private static func isBlank(_ text: [UInt8], _ at: Int) -> Bool {
        guard at < text.count else { return false }
        let byte = text[at]
        return byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
            || (byte == 0xC2 && at + 1 < text.count && text[at + 1] == 0xA0)
    }

    /// Whether a letter or digit stands at a place.
    private static func isWordByte(_ text: [UInt8], _ at: Int) -> Bool {
        guard at < text.count else { return false }
        let byte = text[at]
        if byte >= 0x80 { return !(byte == 0xE2 || byte == 0xC2) }
        return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
    }
}
