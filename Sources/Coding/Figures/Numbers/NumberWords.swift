import ChanceryCore
import Foundation

/// Reads what a token says about a number: digits, and the words of `Resources/figures/numbers.tsv`.
final class NumberWords: Sendable {
    /// All words with what they say.
    private let atoms: [String: NumberAtom]
    /// Scales that are written right behind digits.
    private let suffixes: [(word: String, value: Double)]
    private let ordinalEnds: Set<String>
    /// What settles for nearly every token that its word is no number.
    private let sieve: WordSieve

    /// The file of the words.
    static let file = "numbers.tsv"

    /// Reads the words from the lines of the file.
    ///
    /// - Parameter ordinalEnds: how ordinals in digits end.
    /// - Throws: ``FigureResourceError`` with the line at fault.
    init(_ lines: [FigureResourceLine], ordinalEnds: Set<String>) throws(FigureResourceError) {
        var atoms: [String: NumberAtom] = [:]
        var suffixes: [(word: String, value: Double)] = []
        for line in lines {
            let fields = line.text.split(separator: "\t").map(String.init)
            guard fields.count == 3, let value = Double(fields[2]) else {
                throw .badNumber(file: Self.file, line: line.number)
            }
            switch fields[0] {
            case "small": atoms[fields[1]] = .word(value)
            case "scale": atoms[fields[1]] = .scale(value)
            case "ordinal": atoms[fields[1]] = .ordinal(value)
            case "suffix": suffixes.append((fields[1], value))
            default: throw .badNumber(file: Self.file, line: line.number)
            }
        }
        self.atoms = atoms
        self.suffixes = suffixes
        self.ordinalEnds = ordinalEnds
        sieve = WordSieve(atoms.keys)
    }

    /// What a token's text says, or nil where it is no number.
    ///
    /// "1980s", "67/19", "Ashraf-3" and "10.1080/03" are names or dates and give nil.
    func atom(_ text: String) -> NumberAtom? {
        let lower = text.lowercased()
        // Nearly every token is a word without a digit: one look-up decides.
        guard lower.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return atoms[lower] }
        if let value = Self.number(lower[...]) ?? shortened(lower) { return .digits(value) }
        if let value = ordinal(lower) { return .ordinal(value) }
        return Self.joined(lower)
    }

    /// Whether a word in lower case with this key can be or begin with a number.
    func mayBe(_ lower: String, key: UInt32) -> Bool {
        sieve.mayHold(key) || lower.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// The value of a small number in digits or words; nil where the text is none.
    func cardinal(_ text: String) -> Double? {
        switch atom(text) {
        case .digits(let value)?, .word(let value)?: value
        default: nil
        }
    }

    /// What a scale in lower case multiplies by; nil where the word is none.
    func scale(_ lower: String) -> Double? {
        guard case .scale(let value)? = atoms[lower] else { return nil }
        return value
    }

    // MARK: Digits

    /// The characters that join the bounds of a range, or a number and its unit.
    static let dashes: Set<Character> = ["-", "–", "—", "‑"]

    /// Reads digits with thousands separators and a decimal point: "68,700", "36.5", "1,234.5"; nothing else. More than
    /// seven groups count nothing that a text could mean, and in the end no finite number.
    static func number(_ text: Substring) -> Double? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
        if groups.count > 1 {
            guard groups.count <= 7, groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        } else if whole.count > 12 {
            return nil
        }
        if halves.count == 2 {
            guard !halves[1].isEmpty, halves[1].allSatisfy(isDigit) else { return nil }
        }
        return Double(text.filter { $0 != "," })
    }

    private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }

    /// "3.5bn", "20k": digits with a short scale.
    private func shortened(_ text: String) -> Double? {
        for (suffix, scale) in suffixes where text.hasSuffix(suffix) {
            return Self.number(text.dropLast(suffix.count)).map { $0 * scale }
        }
        return nil
    }

    private func ordinal(_ text: String) -> Double? {
        guard text.count > 2, ordinalEnds.contains(String(text.suffix(2))) else { return nil }
        return Self.number(text.dropLast(2))
    }

    private static func joined(_ text: String) -> NumberAtom? {
        guard let mark = text.firstIndex(where: { dashes.contains($0) }) else { return nil }
        let left = text[..<mark]
        let right = text[text.index(after: mark)...]
        guard let low = number(left) else { return nil }
        if let high = number(right) { return high > low ? .bounds(low, high) : nil }
        guard right.count > 1, right.allSatisfy(\.isLetter) else { return nil }
        return .compound(low, String(right))
    }
}
