import ChanceryCore

/// A sketch of a text by which near-duplicates are found without comparing texts.
///
/// MinHash over word shingles (Broder 1997, "On the resemblance and containment of documents"): of all runs of five
/// words the least value under each of 64 hash functions is kept. The share of equal values of two sketches estimates
/// the share of shingles the texts have in common, with a standard error of at most 1/16. Case, punctuation and blanks
/// do not count. The functions are fixed, so a text's sketch is the same on every machine.
public enum Sketch {
    /// The number of values in a sketch.
    public static let size = 64
    /// The number of words in a shingle.
    public static let shingle = 5
    /// Texts with fewer words have no sketch: a headline in common is not a text in common.
    public static let minimumWords = 40

    /// The number of values in the sketch of one paragraph.
    public static let passageSize = 8
    /// Paragraphs with fewer words have no sketch of their own: a stock phrase in common is no passage in common.
    public static let minimumPassageWords = 25

    /// The sketch of the words of some stretches of a text, read as one; empty for a short text.
    public static func of(_ stretches: [String]) -> [UInt32] {
        sketch(stretches, size: size, minimumWords: minimumWords)
    }

    /// The smaller sketch of one paragraph; empty for a short one.
    public static func ofPassage(_ paragraph: String) -> [UInt32] {
        sketch([paragraph], size: passageSize, minimumWords: minimumPassageWords)
    }

    private static func sketch(_ stretches: [String], size: Int, minimumWords: Int) -> [UInt32] {
        var words: [UInt64] = []
        for stretch in stretches { hashWords(of: stretch, into: &words) }
        guard words.count >= minimumWords else { return [] }
        var least = [UInt32](repeating: .max, count: size)
        least.withUnsafeMutableBufferPointer { least in
            seeds.withUnsafeBufferPointer { seeds in
                for start in 0...(words.count - shingle) {
                    var hash: UInt64 = 0
                    for place in start..<(start + shingle) {
                        hash = mix(hash &* 0x9E37_79B9_7F4A_7C15 &+ words[place])
                    }
                    for index in 0..<size {
                        least[index] = min(least[index], UInt32(truncatingIfNeeded: mix(hash ^ seeds[index]) >> 32))
                    }
                }
            }
        }
        return least
    }

    private static let seeds: [UInt64] = (1...UInt64(size)).map { mix($0 &* 0xD1B5_4A32_D192_ED03) }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Words are runs of letters and digits; FNV-1a over their lower-case UTF-8.
    private static func hashWords(of text: String, into words: inout [UInt64]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var isInside = false
        func feed(_ byte: UInt8, _ hash: inout UInt64) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for scalar in text.unicodeScalars {
            let isWord =
                scalar.value < 0x80
                ? (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A
                    || (scalar.value >= 0x30 && scalar.value <= 0x39)
                : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            if isWord {
                if scalar.value < 0x80 {
                    let byte = UInt8(scalar.value)
                    feed((0x41...0x5A).contains(byte) ? byte | 0x20 : byte, &hash)
                } else {
                    for byte in scalar.properties.lowercaseMapping.utf8 { feed(byte, &hash) }
                }
                isInside = true
            } else if isInside {
                words.append(hash)
                hash = 0xCBF2_9CE4_8422_2325
                isInside = false
            }
        }
        if isInside { words.append(hash) }
    }
}
