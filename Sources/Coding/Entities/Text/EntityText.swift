import ChanceryCore
import Grammar
import SpacyPipeline

/// A document as the stages of who is who see it: its parse, the lists, and what many of them ask of a token.
struct EntityText: Sendable {
    let parsed: ParsedDocument
    /// Every token of the document.
    let tokens: [Token]
    /// Every token's words in lower case.
    let lower: [String]
    let bytes: [UInt8]
    /// For each token whether it stands inside quotation marks.
    let quoted: [Bool]
    /// For each token whether a role may end with it.
    private let endsRole: [Bool]
    /// The lists, kept once.
    let kept: Kept<EntityLexicon>

    init(_ parsed: ParsedDocument, lexicon: EntityLexicon) {
        self.parsed = parsed
        kept = Kept(lexicon)
        tokens = parsed.tokens
        lower = parsed.lowerTexts
        bytes = Array(parsed.document.text.utf8)
        quoted = Self.quoted(parsed)
        endsRole = parsed.textKeys.map { lexicon.roles.mayEnd(with: $0) }
    }

    var lexicon: EntityLexicon { kept.value }
    var lists: EntityWords { kept.value.words }

    /// Marks what stands inside double quotation marks, block by block; a mark left open ends with its block.
    private static func quoted(_ parsed: ParsedDocument) -> [Bool] {
        var marks = [Bool](repeating: false, count: parsed.tokens.count)
        for sentences in parsed.blockSentences {
            guard let first = sentences.first, let last = sentences.last else { continue }
            var isOpen = false
            for token in parsed.sentences[first].tokens.lowerBound..<parsed.sentences[last].tokens.upperBound {
                let text = parsed.tokens[token].text
                // Most tokens begin with a letter, and text beyond ASCII is slow to compare.
                guard let first = text.utf8.first, first >= 0x80 || first == 0x22 || first == 0x27 || first == 0x60
                else {
                    marks[token] = isOpen
                    continue
                }
                switch text {
                case "“", "„", "«": isOpen = true
                case "”", "»": isOpen = false
                case "\"", "``", "''": isOpen.toggle()
                default: marks[token] = isOpen
                }
            }
        }
        return marks
    }
}

// MARK: - Words

extension EntityText {
    /// Whether a token's word, in lower case, is one of a list.
    func word(_ token: Int, in list: WordSet) -> Bool {
        list.contains(lower[token], key: parsed.textKeys[token])
    }

    /// Whether a token's base form, in lower case, is one of a list.
    func lemma(_ token: Int, in list: WordSet) -> Bool {
        list.contains(parsed.lowerLemmas[token], key: parsed.lemmaKeys[token])
    }

    /// The words of a run of tokens, as the text has them.
    func words(_ range: Range<Int>) -> String {
        let span = parsed.span(range)
        if isPlain(span) { return String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether nothing but single blanks parts the words of a span, as far as its bytes tell at once.
    private func isPlain(_ span: ByteSpan) -> Bool {
        var isBlank = true
        for byte in bytes[span.start..<span.end] {
            switch byte {
            case 0x20:
                if isBlank { return false }
                isBlank = true
            case 0x21..<0x7F, 0xC3...0xE0, 0xE4...0xFF, 0x80..<0xC0: isBlank = false
            default: return false
            }
        }
        return !isBlank
    }

    func isProper(_ token: Int) -> Bool { parsed.tree.tags[token].isProperNoun }

    func isCapital(_ token: Int) -> Bool {
        guard let first = tokens[token].text.utf8.first else { return false }
        // Unicode is asked of the few words only that do not begin with a plain letter or sign.
        return first < 0x80 ? (0x41...0x5A).contains(first) : tokens[token].text.first?.isUppercase ?? false
    }

    /// Whether a token is a hyphen or dash.
    func isDash(_ token: Int) -> Bool {
        guard let first = tokens[token].text.utf8.first, first == UInt8(ascii: "-") || first >= 0x80 else {
            return false
        }
        return ["-", "–", "—"].contains(tokens[token].text)
    }

    /// Whether a token is four digits that can be a year, whatever the model reads in it.
    func isYear(_ token: Int) -> Bool {
        tokens[token].text.utf8.count == 4 && Int(tokens[token].text).map((1200...2100).contains) == true
    }
}

// MARK: - Phrases

extension EntityText {
    /// The tokens of the sentence a token stands in.
    func sentence(_ token: Int) -> Range<Int> { parsed.sentences[parsed.sentence(of: token)].tokens }

    /// The token of a run that hangs on a token outside it.
    func head(of range: Range<Int>) -> Int {
        for token in range.reversed() where !range.contains(tokens[token].head) || tokens[token].head == token {
            if parsed.tree.labels[token] != .caseMarker && parsed.tree.labels[token] != .punct { return token }
        }
        return max(range.lowerBound, range.upperBound - 1)
    }

    /// Whether a token is a noun's modifier rather than a phrase's head.
    func isModifier(_ token: Int) -> Bool {
        parsed.tree.hasLabel(token, [.compound, .amod, .nmod]) && tokens[token].head > token
    }

    /// Whether a name is told as the place where something is.
    func isLocation(_ head: Int) -> Bool {
        parsed.tree.labels[head] == .pobj && word(tokens[head].head, in: lists.shared.locations)
    }

    /// Whether a phrase points back: "the group", "this country", "the two sides".
    func isDefinite(_ head: Int) -> Bool {
        parsed.tree.child(of: head, [.det]).map { word($0, in: lists.shared.definite) } ?? false
    }

    /// Whether a phrase tells of somebody for the first time: "a group", "two pilots".
    func isIndefinite(_ head: Int) -> Bool {
        guard let article = parsed.tree.child(of: head, [.det]) else {
            return parsed.tree.child(of: head, [.nummod]) != nil
        }
        return word(article, in: lists.shared.indefinite)
    }

    /// Everything joined to a token by "and", commas and the like, in text order.
    func conjuncts(of token: Int) -> [Int] {
        var found: [Int] = []
        for child in parsed.tree.children(of: token, [.conj]) {
            found.append(child)
            found += conjuncts(of: child)
        }
        return found.sorted()
    }

    /// The longest role whose last word is the token before `end`.
    func role(endingAt end: Int) -> (role: RoleTable.Role, start: Int)? {
        guard end > 0 else { return nil }
        return role(endingAt: end, from: sentence(end - 1).lowerBound)
    }

    /// The longest role whose last word is the token before `end`, and that begins no earlier than at `low`.
    func role(endingAt end: Int, from low: Int) -> (role: RoleTable.Role, start: Int)? {
        guard end > 0, endsRole[end - 1] else { return nil }
        return lexicon.roles.role(endingAt: end, from: low) { lower[$0] }
    }

    /// The longest role a token is part of, and the tokens of it.
    func role(at token: Int) -> (role: RoleTable.Role, tokens: Range<Int>)? {
        let limit = sentence(token)
        var best: (role: RoleTable.Role, tokens: Range<Int>)?
        for end in (token + 1)...min(token + 6, limit.upperBound) where endsRole[end - 1] {
            guard let (role, start) = role(endingAt: end, from: limit.lowerBound), start <= token,
                role.words.count > (best?.role.words.count ?? 0)
            else { continue }
            best = (role, start..<end)
        }
        return best
    }

    func isTitle(_ word: String, _ title: RoleTable.Title) -> Bool { lexicon.roles.isTitle(word, title) }

    /// Whether a token is a first name of men or of women.
    func isGivenName(_ word: String) -> Bool { isTitle(word, .givenMale) || isTitle(word, .givenFemale) }

    /// Whether an honorific tells that a man or a woman is named.
    func gender(ofTitle word: String) -> DocumentEntity.Gender {
        isTitle(word, .male) ? .male : isTitle(word, .female) ? .female : .unknown
    }

    /// Whether a person's first name is borne by men or by women, as far as `titles.tsv` knows it.
    func gender(ofName name: String) -> DocumentEntity.Gender {
        guard let given = name.split(separator: " ").first.map(String.init), given != name else { return .unknown }
        if isTitle(given, .givenMale) { return .male }
        return isTitle(given, .givenFemale) ? .female : .unknown
    }
}
