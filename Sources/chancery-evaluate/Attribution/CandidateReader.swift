import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// Reads the candidates for attributions of one document.
struct CandidateReader {
    let parsed: ParsedDocument
    let forms: [String]
    /// For each token the statements whose content holds it.
    let holders: [Int: [Int]]
    let statements: [StatementFinding]
    let cueHeads: Set<Int>
    /// The words, with their part of speech, that may be cues though the program passes over them: "back/VERB".
    let words: Set<String>
    /// The words by which phrases are told apart.
    let lists: EvaluationWords

    init(parsed: ParsedDocument, statements: [StatementFinding], words: Set<String>, lists: EvaluationWords) {
        self.lists = lists
        self.parsed = parsed
        self.words = words
        self.statements = statements
        forms = parsed.tokens.map { $0.text.lowercased() }
        cueHeads = Set(statements.compactMap(\.cueTokens.first))
        var holders: [Int: [Int]] = [:]
        for (number, statement) in statements.enumerated() {
            for range in statement.contentTokens { for token in range { holders[token, default: []].append(number) } }
        }
        self.holders = holders
    }

    var tokens: [Token] { parsed.tokens }

    /// Every candidate: the program's statements, then words with complements that it passes over.
    func candidates() -> [AttributionCandidate] {
        var found = statements.map(candidate)
        for index in tokens.indices where !cueHeads.contains(index) {
            if let candidate = candidate(at: index) { found.append(candidate) }
        }
        return found.map(withSingleWords)
    }

    /// Whether the words themselves are given, whoever puts them into whose mouth.
    private static func form(_ kind: ContentKind) -> String { kind.isQuoted ? "direct" : "indirect" }

    private func candidate(_ statement: StatementFinding) -> AttributionCandidate {
        let head = statement.cueTokens.first
        let rule = statement.rule.id
        var features = ["rule=\(rule)", "class=\(statement.cueClass.rawValue)"]
        features.append("words=\(Self.bucket(statement.contentTokens.reduce(0) { $0 + $1.count }))")
        features.append("form=\(Self.form(statement.kind))")
        if statement.standing == .negated { features.append("negated") }
        if statement.standing == .supposed { features.append("supposed") }
        if statement.teller == .own { features.append("own") }
        if statement.kind == .nounPhrase { features.append("nominal") }
        if statement.teller == .mute { features.append("dumb") }
        if statement.sourceSpan == nil { features.append("sourceless") }
        features.append("record=\(statement.isStatement)")
        if let head { features += wordFeatures(head).map { $0 } + ["\(lemma(head))@\(rule)"] }
        let contents = contents(head: head, statement)
        return AttributionCandidate(
            head: head, features: features, cue: statement.cueTokens,
            cueGroups: head.map { cueGroups($0, statement.cueTokens) } ?? [], contents: contents,
            sources: sources(head: head, statement))
    }

    private func candidate(at index: Int) -> AttributionCandidate? {
        switch tokens[index].pos {
        case "VERB": guard tokens[index].dep != "amod" else { return nil }
        case "NOUN", "ADJ": break
        case "ADP": return phraseCandidate(at: index)
        case "PUNCT":
            return tokens[index].text == ":" ? labelCandidate(at: index) : bylineCandidate(at: index)
        default: return nil
        }
        let isListed = words.contains("\(lemma(index))/\(tokens[index].pos)")
        guard isListed || hasClause(index) else { return nil }
        let contents = contents(head: index, nil)
        guard !contents.isEmpty else { return nil }
        return AttributionCandidate(
            head: index,
            features: ["new", "new=\(tokens[index].pos)", "listed=\(isListed)/\(tokens[index].pos)"]
                + wordFeatures(index),
            cue: [index],
            cueGroups: cueGroups(index, [index]), contents: contents, sources: sources(head: index, nil))
    }

    /// Whether a verb that is seldom a cue has a complement that only cues have: a clause or a quotation behind it.
    private func hasClause(_ verb: Int) -> Bool {
        guard tokens[verb].pos == "VERB" else { return false }
        return parsed.children(of: verb, "ccomp", "xcomp", "dobj", "oprd").contains { child in
            if tokens[child].dep == "ccomp" { return true }
            let start = parsed.extent(of: child).lowerBound
            return start > verb && start <= verb + 4 && (verb + 1...start).contains { isMark($0) }
        }
    }

    // MARK: Features of the cue's head

    private func wordFeatures(_ head: Int) -> [String] {
        let token = tokens[head]
        let frame = frame(head)
        let word = lemma(head)
        let subject = subjectKind(head)
        var found = [
            "dep=\(token.dep)", "tag=\(token.tag)", "frame=\(frame)", "subject=\(subject)", "\(word)",
            "\(word)/\(frame)", "\(word)/\(subject)", "\(word)/\(token.tag)", "\(frame)/\(subject)",
            "\(token.pos)/\(token.dep)/\(subject)",
        ]
        for child in parsed.children(of: head) {
            let dep = tokens[child].dep
            switch parsed.grammar.tree.labels[child] {
            case .aux, .neg, .mark, .auxpass: found.append("\(dep)=\(forms[child])")
            case .prep, .prt, .agent, .dative:
                found.append("\(dep)=\(forms[child])")
                found.append("\(word)+\(forms[child])")
            case .dobj, .attr, .acomp, .xcomp, .nsubj:
                if tokens[child].pos != "PROPN", tokens[child].pos != "PRON" {
                    found.append("\(dep)=\(lemma(child))")
                    if dep == "dobj" { found.append("\(word)+\(lemma(child))") }
                }
            default: break
            }
        }
        if let above = parsed.head(of: head),
            [.xcomp, .acl, .pcomp, .dobj, .pobj, .ccomp].contains(parsed.grammar.tree.labels[head]),
            tokens[above].pos != "PROPN"
        {
            found.append("above=\(token.dep)/\(lemma(above))")
        }
        found += holderFeatures(head)
        return found
    }

    /// Whether the cue stands in the content of a statement, and of what sort.
    private func holderFeatures(_ head: Int) -> [String] {
        guard let held = holders[head], let outer = held.max(by: { length($0) < length($1) }) else { return ["free"] }
        let statement = statements[outer]
        var found = ["in", "in=\(statement.cueClass.rawValue)/\(Self.form(statement.kind))", "in=\(statement.rule.id)"]
        if let cue = statement.cueTokens.first { found.append("in=\(lemma(cue))") }
        found.append("in/\(tokens[head].pos)/\(statement.cueClass.isSpeech)")
        return found
    }

    private func length(_ number: Int) -> Int { statements[number].contentTokens.reduce(0) { $0 + $1.count } }

    /// The complements of a word in one name.
    func frame(_ head: Int) -> String {
        var parts: [String] = isPassive(head) ? ["passive"] : []
        for child in parsed.children(of: head) {
            switch parsed.grammar.tree.labels[child] {
            case .ccomp: parts.append(hasTo(child) ? "ccomp-to" : child < head ? "ccomp-before" : "ccomp")
            case .xcomp: parts.append(hasTo(child) ? "to" : tokens[child].tag == "VBG" ? "ing" : "xcomp")
            case .dobj, .oprd, .acomp, .attr, .acl, .relcl: parts.append(tokens[child].dep)
            case .prep where child > head && parts.allSatisfy({ !$0.hasPrefix("p:") }):
                parts.append("p:\(forms[child])")
            default: break
            }
        }
        return parts.prefix(3).joined(separator: "+")
    }

    func isPassive(_ verb: Int) -> Bool {
        parsed.child(of: verb, "nsubjpass", "auxpass") != nil
            || (tokens[verb].tag == "VBN" && ["acl", "advcl"].contains(tokens[verb].dep)
                && parsed.child(of: verb, "aux", "nsubj") == nil)
    }

    func hasTo(_ clause: Int) -> Bool {
        parsed.children(of: clause).contains { tokens[$0].tag == "TO" && $0 < clause }
    }

    /// What sort of subject a word has, its own or the nearest above.
    private func subjectKind(_ head: Int) -> String {
        var at = head
        for step in 0..<4 {
            if let own = parsed.child(of: at, "nsubj", "nsubjpass", "poss", "csubj") {
                return (step > 0 ? "up-" : "") + kind(own)
            }
            guard let above = parsed.head(of: at),
                [.conj, .xcomp, .advcl, .acl, .pcomp, .prep, .dobj, .pobj].contains(parsed.grammar.tree.labels[at])
            else { break }
            at = above
        }
        return "none"
    }

    /// The sort of a subject: a pronoun, somebody named, or something.
    func kind(ofPhrase head: Int) -> String {
        switch kind(head) {
        case "PERSON", "ORG", "NORP", "PROPN": "name"
        case let other: lists.persons.contains(other) ? "person" : other
        }
    }

    /// A noun phrase's sort: the pronoun, the entity's type, or that it is a common noun.
    func kind(_ head: Int) -> String {
        if tokens[head].pos == "PRON" { return forms[head] }
        if let type = tokens[head].ent.split(separator: "-").last, type != "O" { return String(type) }
        return tokens[head].pos
    }

    // MARK: Words

    func lemma(_ index: Int) -> String { tokens[index].lemma.lowercased() }

    func isPunctuation(_ index: Int) -> Bool {
        tokens[index].pos == "PUNCT" || tokens[index].pos == "SPACE" || isMark(index)
    }

    func isMark(_ index: Int) -> Bool {
        !tokens[index].text.isEmpty && tokens[index].text.allSatisfy { "“”\"‘’'„«»`".contains($0) }
    }

    /// A range without punctuation at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isPunctuation(low) { low += 1 }
        while low < high, isPunctuation(high - 1) { high -= 1 }
        return low < high ? low..<high : nil
    }

    static func bucket(_ count: Int) -> String {
        switch count {
        case ...1: "1"
        case ...2: "2"
        case ...4: "4"
        case ...8: "8"
        case ...16: "16"
        case ...32: "32"
        default: "more"
        }
    }
}
