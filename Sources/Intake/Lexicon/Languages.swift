import ChanceryCore

/// Tells the language of a text by its script and its function words.
///
/// Function words are the commonest of every language and say nothing of the topic; a text's share of them is near
/// 40 % in its own language and a few in a hundred elsewhere (the small-words method of Grefenstette 1995, "Comparing
/// two language identification schemes").
struct Languages: Sendable {
    private let tags: [String]
    /// The languages, by their place in `tags`, that a function word belongs to.
    private let owners: [String: [Int]]
    private let sieve: WordSieve
    private let english: Set<String>
    /// English's place in `tags`.
    private let englishPlace: Int?

    init(resource: String) throws(IntakeError) {
        var words: [(tag: String, words: Set<String>)] = []
        for line in try ModuleResources.lines(resource) {
            guard let colon = line.text.firstIndex(of: ":") else {
                throw IntakeError.brokenResource(resource, line: line.number, "a list is `tag: words`")
            }
            let list = line.text[line.text.index(after: colon)...].split(separator: " ").map(String.init)
            words.append((String(line.text[..<colon]), Set(list)))
        }
        tags = words.map(\.tag)
        owners = words.enumerated().reduce(into: [:]) { owners, entry in
            for word in entry.element.words { owners[word, default: []].append(entry.offset) }
        }
        sieve = WordSieve(owners.keys)
        english = words.first { $0.tag == "en" }?.words ?? []
        englishPlace = words.firstIndex { $0.tag == "en" }
    }

    /// How many words of a text are looked at.
    static let sample = 4000
    /// Below this many words a text without one function word has no language of its own: a headline, a name.
    static let shortText = 25

    /// The BCP 47 tag of the words' language; `und` where it is none of the known; nil where there is too little to tell.
    ///
    /// Names are of no language: their words do not count, nor do the small words inside them ("Jorge de la Cruz"), so a
    /// text that names many people abroad is in the language of the words between the names.
    func language(of words: [Word]) -> String? {
        var sample: [Word] = []
        sample.reserveCapacity(min(words.count, Self.sample))
        var scripts: [Script: Int] = [:]
        var latin = 0
        for word in words.prefix(Self.sample) {
            let script = Script.of(word.folded)
            if script == .other { continue }
            sample.append(word)
            // Most texts have no other script.
            if script == .latin { latin += 1 } else { scripts[script, default: 0] += 1 }
        }
        guard !sample.isEmpty else { return nil }
        if latin > 0 { scripts[.latin] = latin }
        let script = scripts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .other
        if let own = script.soleLanguage { return own }
        let (counts, plain) = functionWords(of: sample)
        // Of equal counts the first in the file.
        let most = counts.max() ?? 0
        let best = counts.firstIndex(of: most).flatMap { most > 0 ? (tag: tags[$0], count: most) : nil }
        guard let best else { return plain < Self.shortText && script == .latin ? nil : "und" }
        let share = Double(best.count) / Double(max(plain, 1))
        if plain < Self.shortText {
            // A few words of a sentence can belong to two languages ("met" and "in" are English and Dutch): another
            // language than English needs more of its own.
            let inEnglish = tags.firstIndex(of: "en").map { counts[$0] } ?? 0
            if script == .latin, best.tag != "en", best.count < max(3, inEnglish + 2) {
                return inEnglish > 0 ? "en" : nil
            }
            return share >= 0.15 ? best.tag : (script == .latin ? nil : "und")
        }
        return share >= 0.12 ? best.tag : "und"
    }

    /// How many function words of each language there are outside names, and how many words in all outside them.
    private func functionWords(of words: [Word]) -> (counts: [Int], plain: Int) {
        var counts = [Int](repeating: 0, count: tags.count)
        var plain = 0
        var index = 0
        while index < words.count {
            let word = words[index]
            let found = owners(of: word)
            let isEnglish = englishPlace.map { found.contains($0) } ?? false
            let isBeforeName = index + 1 < words.count && words[index + 1].isCapitalised
            if word.isCapitalised {
                // "In Osk" begins a sentence; "La Paz" and "Le Monde" are names.
                if !found.isEmpty, isEnglish || !isBeforeName {
                    for owner in found { counts[owner] += 1 }
                    plain += 1
                }
                index += 1
                // What links a name's words: "de la" of "Jorge de la Cruz".
                var next = index
                while next < words.count, next - index < 3, !words[next].isCapitalised, isLink(words[next]) {
                    next += 1
                }
                if next > index, next < words.count, words[next].isCapitalised { index = next }
                continue
            }
            for owner in found { counts[owner] += 1 }
            plain += 1
            index += 1
        }
        return (counts, plain)
    }

    /// The languages, by their place in `tags`, that a function word belongs to.
    private func owners(of word: Word) -> [Int] {
        sieve.mayHold(WordSieve.key(word.folded)) ? owners[word.folded] ?? [] : []
    }

    /// Whether a word can link the words of a name: a function word of other languages than English.
    private func isLink(_ word: Word) -> Bool { !owners(of: word).isEmpty && !english.contains(word.folded) }
}

/// The script a word is written in.
enum Script: String, Hashable, Sendable {
    case latin, cyrillic, arabic, hebrew, greek, han, kana, hangul, georgian, armenian, thai, devanagari, other

    /// The script of the first letter that tells one.
    static func of(_ word: String) -> Script {
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: return .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
            case 0x400...0x52F: return .cyrillic
            case 0x530...0x58F: return .armenian
            case 0x590...0x5FF: return .hebrew
            case 0x600...0x6FF, 0x750...0x77F: return .arabic
            case 0x900...0x97F: return .devanagari
            case 0xE00...0xE7F: return .thai
            case 0x10A0...0x10FF: return .georgian
            case 0x1100...0x11FF, 0xAC00...0xD7AF: return .hangul
            case 0x3040...0x30FF: return .kana
            case 0x3400...0x9FFF: return .han
            default: continue
            }
        }
        return .other
    }

    /// The language that alone uses the script, for our purpose; Hebrew's is `he`, Devanagari has several.
    var soleLanguage: String? {
        switch self {
        case .hebrew: "he"
        case .greek: "el"
        case .han: "zh"
        case .kana: "ja"
        case .hangul: "ko"
        case .georgian: "ka"
        case .armenian: "hy"
        case .thai: "th"
        case .devanagari: "hi"
        case .latin, .cyrillic, .arabic, .other: nil
        }
    }
}

extension Languages {
    /// Whether a word, in lower case, is one of English's function words.
    func isFunctionWord(_ word: String) -> Bool { english.contains(word) }
}
