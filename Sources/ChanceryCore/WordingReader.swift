/// Reads the ``Wording`` of a clause.
///
/// Of a verdict the word is said of the one judged; else of whoever is named right beside it, and of a short clause that names nobody
/// there of whoever did the deed, or is spoken of. Words inside of names tell nothing: the "Liberation" of an organisation is what it is called.
public enum WordingReader {
    /// The words of `Resources/wording.txt`, by the first of each phrase.
    struct Lists: Sendable {
        struct Phrase: Sendable {
            var list: String
            /// The words after the first.
            var rest: [String]
        }

        private(set) var phrases: [String: [Phrase]] = [:]
        private(set) var negating: Set<String> = []
        /// The lists by which words are read, and that mark nothing themselves.
        private var guiding: [String: Set<String>] = [:]

        private static let guides = ["renouncing", "lacking", "act", "joining", "parting", "viewing", "capital"]

        /// No lists: no word counts.
        init() {}

        /// Reads the lists, which are compiled into the program.
        ///
        /// - Throws: ``WordLists/Fault`` with the line at fault.
        init(_ lists: WordLists) throws(WordLists.Fault) {
            for list in Self.guides { guiding[list] = try lists.set(list) }
            negating = try lists.set("negating").union(lists.set("lacking"))
            for list in lists.names where !Self.guides.contains(list) {
                for phrase in try lists.list(list) {
                    let words = phrase.split(separator: " ").map(String.init)
                    guard let first = words.first else { continue }
                    phrases[first, default: []].append(Phrase(list: list, rest: Array(words.dropFirst())))
                }
            }
        }

        /// Whether a word is of one of the lists that mark nothing themselves.
        func holds(_ word: String, in list: String) -> Bool { guiding[list]?.contains(word) == true }
    }

    /// The lists, read once: a test reads them too, so that no fault of theirs reaches a program.
    static let read = Result { () throws(WordLists.Fault) in
        try Lists(WordLists(text: String(decoding: PackageResources.wording_txt, as: UTF8.self), file: "wording.txt"))
    }
    /// The heads of the words for what somebody or something is, with approval and without.
    public static let judgements: Set<String> = ["approving", "reproving"]

    private static let lists = if case .success(let lists) = read { lists } else { Lists() }

    private struct Word {
        var text: String
        /// Code points of the clause.
        var span: CodePointSpan
        var isCapital: Bool
    }

    /// The wording of a clause.
    ///
    /// - Parameters:
    ///   - clause: Its words.
    ///   - start: Where it begins, in code points of the document.
    ///   - content: What it tells, whose participants a word can be said of.
    public static func wording(of clause: String, from start: Int, telling content: Report.Content) -> [Wording] {
        let words = words(of: clause)
        var found: [Wording] = []
        var places: Places?
        for (at, word) in words.enumerated() {
            guard let phrases = lists.phrases[word.text] else { continue }
            // A capital inside of a clause is a name's.
            if word.isCapital, at > 0, !lists.holds(word.text, in: "capital") { continue }
            for phrase in phrases {
                let rest = words[(at + 1)...].prefix(phrase.rest.count)
                guard rest.count == phrase.rest.count, zip(rest, phrase.rest).allSatisfy({ $0.text == $1 }),
                    let last = rest.last ?? words[at...].first
                else { continue }
                let after = words[(at + 1 + phrase.rest.count)...].prefix(3)
                let named: Word?
                switch phrase.list {
                case "single": named = after.first { lists.holds($0.text, in: "act") && !$0.text.hasSuffix("s") }
                case "several": named = after.first { lists.holds($0.text, in: "act") }
                // Whose cause somebody is against: the next word of a name.
                case "opposing": named = after.first(where: \.isCapital)
                // What is not so: the next words tell.
                case "negating": named = after.last ?? last
                default: named = last
                }
                guard let named else { continue }
                let before = words[max(0, at - 4)..<at]
                let isJudgement = phrase.list.hasPrefix("approving") || phrase.list.hasPrefix("reproving")
                if isJudgement, before.contains(where: { lists.holds($0.text, in: "renouncing") }) { continue }
                if places == nil { places = Places(content, words, start: start, length: clause.unicodeScalars.count) }
                found.append(
                    Wording(
                        list: phrase.list,
                        words: ([word.text] + phrase.rest + told(after, upTo: named, of: phrase.list))
                            .joined(separator: " "),
                        span: CodePointSpan(start + word.span.start, start + named.span.end),
                        isNegated: isJudgement && before.contains { lists.negating.contains($0.text) },
                        of: isJudgement
                            ? places?.those(saidOf: phrase.list, at: at, count: phrase.rest.count + 1) ?? [] : []))
            }
        }
        return found
    }

    /// Of the words after one the one that it is about, of what is not so all.
    private static func told(_ after: ArraySlice<Word>, upTo named: Word, of list: String) -> [String] {
        guard let place = after.firstIndex(where: { $0.span == named.span }) else { return [] }
        return list == "negating" ? after.map(\.text) : [after[place].text]
    }

    /// The words of a clause in lower case, with typographic apostrophes as plain ones.
    private static func words(of clause: String) -> [Word] {
        var found: [Word] = []
        var current = String.UnicodeScalarView()
        var start = 0
        var end = 0
        var isCapital = false
        var place = 0
        func close() {
            guard !current.isEmpty else { return }
            found.append(
                Word(text: String(current).lowercased(), span: CodePointSpan(start, end), isCapital: isCapital))
            current = String.UnicodeScalarView()
        }
        for scalar in clause.unicodeScalars {
            let isJoint = scalar == "'" || scalar == "’" || scalar == "-"
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isJoint && !current.isEmpty {
                if current.isEmpty { (start, isCapital) = (place, scalar.properties.isUppercase) }
                current.append(scalar == "’" ? "'" : scalar)
                // A quotation mark or dash at the end belongs to no word.
                if !isJoint { end = place + 1 }
            } else {
                close()
            }
            place += 1
        }
        close()
        return found.map { word in
            var word = word
            while let last = word.text.last, last == "'" || last == "-" { word.text.removeLast() }
            return word
        }
    }

    /// Where a clause names the participants of what it tells.
    private struct Places {
        let content: Report.Content
        let words: [Word]
        let participants: [Participant]
        /// The first letters of the words of their names: "Oskan" names Osk, and its people.
        let names: [Set<String>]
        /// For each participant where it is named, in code points of the clause; nil where it is not.
        let named: [CodePointSpan?]

        init(_ content: Report.Content, _ words: [Word], start: Int, length: Int) {
            self.content = content
            self.words = words
            participants = content.participants
            let names = participants.map { party in
                Set(
                    NameFolding.fold(party.name).split { !$0.isLetter }.filter { $0.count > 2 }.map {
                        String($0.prefix(5))
                    })
            }
            self.names = names
            let participants = participants
            named = participants.indices.map { place in
                let span = participants[place].span
                if participants[place].from == nil, span.start >= start, span.end <= start + length,
                    span.count < length,
                    span.count > 0
                {
                    return CodePointSpan(span.start - start, span.end - start)
                }
                return words.first { $0.isCapital && names[place].contains(String($0.text.prefix(5))) }?.span
            }
        }

        /// - Parameter at: the number of the word.
        func those(saidOf list: String, at: Int, count: Int) -> [Int] {
            switch content {
            case .event(let event):
                // Of a long accusation only what stands beside a name.
                if list.hasSuffix("-verdict") || event.type == "ACCUSE" && words.count <= Self.short {
                    return Array(event.actors.count..<participants.count)
                }
            case .state(let state):
                if WordingReader.views(state.relation), !state.object.isEmpty { return [state.subject.count] }
            case .figure: return []
            case .statement: break
            }
            switch named(after: at + count - 1) ?? namedLast(before: at) {
            case .one(let place): return isSpoken(of: place) ? [place] : []
            case .another: return []
            // Of a long clause the words alone do not tell.
            case .nobody:
                return words.count <= Self.short ? those(whomNobodyNames: list.hasSuffix("-deed"), at: at) : []
            }
        }

        /// Of a short clause that names nobody beside the word the one it is about.
        private func those(whomNobodyNames isDeed: Bool, at: Int) -> [Int] {
            switch content {
            case .event(let event):
                if isDeed { return Array(event.actors.indices) }
                return [nearest(to: at) ?? participants.indices.last].compactMap { $0 }
            case .statement(let statement):
                let about = participants.indices.suffix(statement.about.count)
                return Array(about.filter { participants[$0].name != statement.speaker?.name }.prefix(1))
            case .state(let state): return Array(state.subject.indices.prefix(1))
            case .figure: return []
            }
        }

        /// A speaker's words are on whom he speaks about.
        private func isSpoken(of place: Int) -> Bool {
            guard case .statement(let statement) = content else { return true }
            return participants.indices.suffix(statement.about.count).contains(place)
        }

        private static let short = 14
        private static let near = 5

        /// Who is named beside a word.
        private enum Named {
            case one(Int)
            /// Somebody who takes no part.
            case another
            case nobody
        }

        /// Who is named right behind a word, or behind the "by" and "of" that follow it: "the cult-like Lamp", "the massacre by the Lamp".
        private func named(after at: Int) -> Named? {
            var joined = false
            for place in words.indices[(at + 1)...].prefix(4) {
                if case .one(let one) = who(at: place), joined || place <= at + 2 { return .one(one) }
                if words[place].isCapital { return nil }
                if WordingReader.lists.holds(words[place].text, in: "joining") {
                    joined = true
                } else if WordingReader.lists.holds(words[place].text, in: "parting") {
                    return nil
                }
            }
            return nil
        }

        /// Who is named last before a word, and near it, with nothing between that parts them: "the Lamp's massacre".
        private func namedLast(before at: Int) -> Named {
            for place in (max(0, at - Self.near)..<at).reversed() {
                if case .one(let one) = who(at: place) { return .one(one) }
                // The first word of a clause has a capital anyway.
                if words[place].isCapital, place > 0, words[place].text.count > 1 { return .another }
                if WordingReader.lists.holds(words[place].text, in: "parting") { return .nobody }
            }
            return .nobody
        }

        private func who(at place: Int) -> Named {
            let span = words[place].span
            let one = named.indices.first { named[$0].map { $0.start < span.end && span.start < $0.end } ?? false }
            if let one { return .one(one) }
            guard words[place].isCapital else { return .nobody }
            let beginning = String(words[place].text.prefix(5))
            return names.indices.first { names[$0].contains(beginning) }.map { .one($0) } ?? .nobody
        }

        private func nearest(to at: Int) -> Int? {
            let place = words[at].span.start
            return participants.indices.filter { named[$0] != nil }.min { a, b in
                abs((named[a]?.start ?? 0) - place) < abs((named[b]?.start ?? 0) - place)
            }
        }
    }

    /// Whether a relation is how its subject sees its object: "view as an important voice".
    public static func views(_ relation: String) -> Bool {
        relation.split(separator: " ").first.map { lists.holds(String($0), in: "viewing") } ?? false
    }
}
