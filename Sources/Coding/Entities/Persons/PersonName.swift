/// A person's written name, taken apart so that its short, initialled and surname-first forms can be found to be one.
///
/// "I. Brandt" fits "Ivo Brandt", "J.F. Holm" fits "John F. Holm", "ABE Shinzo" and "Abe Shinzo" fit "Shinzo Abe".
struct PersonName: Hashable, Sendable {
    /// The words in lower case, initials as single letters, without particles' hyphens and suffixes.
    let words: [String]

    /// - Parameter suffixes: what follows a name in lower case and is no part of it: "jr.".
    init(_ written: String, suffixes: WordSet) { words = Self.words(written, suffixes: suffixes) }

    init(words: [String]) { self.words = words }

    /// The words of a name in lower case: "J.F. Holm Jr." has "j", "f" and "holm".
    private static func words(_ written: String, suffixes: WordSet) -> [String] {
        let lower = written.lowercased()
        // Characters are slow to part, and most names are ASCII and without initials.
        if lower.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x2E && $0 != 0x0D }) {
            return lower.utf8.split { $0 == 0x20 || $0 == 0x2D }.map { String(Substring($0)) }
                .filter { !suffixes.contains($0) }
        }
        return lower.split { $0 == " " || $0 == "-" || $0 == "–" || $0 == "‑" }.flatMap { word -> [String] in
            guard word.contains("."), word.split(separator: ".").allSatisfy({ $0.count == 1 }) else {
                return [String(word)]
            }
            return word.split(separator: ".").map(String.init)
        }.filter { !suffixes.contains($0) }
    }

    /// How two names fit, if they can be one person's.
    enum Fit: Comparable {
        /// An initial stands for a first name: one of several whom it may mean.
        case byInitial
        /// The words are the same in another order, surname first.
        case turned
        /// The words of one are among the other's.
        case plain
    }

    /// How this name fits another with the same surname; nil where they are two persons' names.
    func fit(_ other: PersonName) -> Fit? {
        guard words.count > 1, other.words.count > 1 else {
            return words.last == other.words.last ? .plain : nil
        }
        if words.last == other.words.last {
            if middlesClash(other) { return nil }
            let (long, short) = other.words.count >= words.count ? (other.words, words) : (words, other.words)
            if Set(short).isSubset(of: Set(long)) { return .plain }
            guard Self.agree(words[0], other.words[0]), middlesAgree(other) else { return nil }
            return words[0] == other.words[0] ? .plain : .byInitial
        }
        // A text of many names compares each with each: nothing is put together for it.
        return isTurned(other) || other.isTurned(self) ? .turned : nil
    }

    /// Whether another name has this one's first word last, and is otherwise the same.
    private func isTurned(_ other: PersonName) -> Bool {
        words.count == other.words.count && words.first == other.words.last
            && words.dropFirst().elementsEqual(other.words.dropLast())
    }

    /// Whether the name says more than another: more words written out, then more words.
    func isFuller(than other: PersonName) -> Bool {
        let (own, theirs) = (words.count { $0.count > 1 }, other.words.count { $0.count > 1 })
        return own != theirs ? own > theirs : words.count > other.words.count
    }

    /// Whether the first word is an initial only.
    var opensWithInitial: Bool { words.count > 1 && words[0].count == 1 }

    private static func agree(_ a: String, _ b: String) -> Bool {
        a == b || a.count == 1 && b.hasPrefix(a) || b.count == 1 && a.hasPrefix(b)
    }

    private var middles: ArraySlice<String> { words.dropFirst().dropLast() }

    /// "George W. Bush" is not "George H. W. Bush": both tell middle initials, and other ones.
    private func middlesClash(_ other: PersonName) -> Bool {
        let (own, theirs) = (middles.filter { $0.count == 1 }, other.middles.filter { $0.count == 1 })
        return !own.isEmpty && !theirs.isEmpty && own != theirs
    }

    private func middlesAgree(_ other: PersonName) -> Bool {
        zip(middles, other.middles).allSatisfy { Self.agree($0, $1) }
    }

    /// A written name with ordinary capitals: "ABE Shinzo", where the capitals only mark the surname, is "Abe Shinzo".
    ///
    /// Names wholly in capitals, and words that are all capitals for another reason ("II"), stay as they are.
    static func withoutMarks(_ written: String, except suffixes: (String) -> Bool) -> String {
        let words = written.split(separator: " ").map(String.init)
        let isMixed = words.contains { $0.count > 2 && $0.contains(where: \.isLowercase) }
        guard words.count > 1, isMixed else { return written }
        return words.map { word in isMark(word) && !suffixes(word) ? plainCapitals(word) : word }.joined(separator: " ")
    }

    /// Whether a written name has its surname in capitals.
    static func hasMark(_ written: String) -> Bool {
        withoutMarks(written, except: { _ in false }) != written
    }

    private static func isMark(_ word: String) -> Bool {
        word.count > 1 && word.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" || $0 == "’" }
            && word.contains { "AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ".contains($0) }
    }

    private static func plainCapitals(_ word: String) -> String {
        var isFirst = true
        return String(
            word.map { letter -> Character in
                defer { isFirst = !letter.isLetter }
                return isFirst ? letter : (letter.lowercased().first ?? letter)
            })
    }
}
