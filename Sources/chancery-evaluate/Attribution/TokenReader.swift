import ChanceryCore
import Coding
import Grammar
import SpacyPipeline

/// What holds of each token of a document: by it the weights tell how likely the token belongs to a source, a cue or a
/// content, whatever candidate it may be an option of.
///
/// No feature holds a name: proper nouns and named entities stand as their type, numbers as `#NUM`.
struct TokenReader {
    let parsed: ParsedDocument
    /// The parts that stand for what is said, or lead to it.
    private static let complements: Dependencies = [.ccomp, .xcomp, .dobj, .prep, .acl, .relcl, .nsubjpass, .advcl]
    /// Words that are cues often.
    private let isCue: [Bool]
    private let words: [String]
    private let quotes: [Int]
    private let quotedSentences: Set<Int>

    /// - Parameter cues: how often a word with its part of speech is a cue: "back/VERB".
    init(parsed: ParsedDocument, cues: [String: Int]) {
        self.parsed = parsed
        let tokens = parsed.tokens
        isCue = tokens.map { cues["\($0.lemma.lowercased())/\($0.pos)", default: 0] >= 20 }
        words = tokens.map(Self.word)
        var quotes: [Int] = []
        var sentences: Set<Int> = []
        var open = false
        var block = -1
        for index in tokens.indices {
            let sentence = parsed.sentence(of: index)
            if parsed.sentences[sentence].block != block {
                open = false
                block = parsed.sentences[sentence].block
            }
            switch tokens[index].text {
            case "“", "``": open = true
            case "”", "''": open = false
            case "\"": open.toggle()
            default:
                quotes.append(open ? 1 : 0)
                if open { sentences.insert(sentence) }
                continue
            }
            quotes.append(2)
            sentences.insert(sentence)
        }
        self.quotes = quotes
        quotedSentences = sentences
    }

    /// A word without what it names.
    static func word(_ token: Token) -> String {
        let type = token.ent.split(separator: "-").last.map(String.init) ?? "O"
        if token.pos == "PROPN" { return "#" + (type == "O" ? "PROPN" : type) }
        if ["PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"].contains(type) { return "#" + type }
        return token.pos == "NUM" ? "#NUM" : token.lemma.lowercased()
    }

    /// One step on the way from a token up the parse.
    private struct Step {
        let head: Int
        let child: Int
        /// The arc, with the side of its head the child stands on.
        let arc: String
    }

    /// What holds of one token.
    func features(_ index: Int) -> [String] {
        let token = parsed.tokens[index]
        let word = words[index]
        let quote = quotes[index]
        var found = ["w=\(word)", "tg=\(token.tag)", "d=\(token.dep)", "q=\(quote)", "w=\(word)/\(token.dep)"]
        found.append("td=\(token.tag)/\(token.dep)/\(parsed.tokens[token.head].pos)")
        if token.ent != "O" { found.append("e=\(token.ent)") }
        addNeighbours(index, &found)
        let steps = steps(index)
        let above = addAbove(index, steps, &found)
        let sentence = parsed.sentence(of: index)
        found.append("sq=\(quotedSentences.contains(sentence))/\(quote)/\(above)")
        found.append("pos=\(Self.bucket(index - parsed.sentences[sentence].tokens.lowerBound))")
        addBelow(index, &found)
        return found.once
    }

    private func steps(_ index: Int) -> [Step] {
        var found: [Step] = []
        var at = index
        while found.count < 8, let head = parsed.head(of: at) {
            found.append(Step(head: head, child: at, arc: parsed.tokens[at].dep + (at < head ? "<" : ">")))
            at = head
        }
        return found
    }

    /// The words around it, and the nearest cue words on both sides.
    private func addNeighbours(_ index: Int, _ found: inout [String]) {
        let tokens = parsed.tokens
        for offset in [-2, -1, 1, 2] {
            guard tokens.indices.contains(index + offset) else {
                found.append("w\(offset)=<s>")
                continue
            }
            found.append("w\(offset)=\(words[index + offset])")
            found.append("t\(offset)=\(tokens[index + offset].tag)")
        }
        if index > 0 { found.append("w-1w=\(words[index - 1])_\(words[index])") }
        if index + 1 < tokens.count { found.append("ww+1=\(words[index])_\(words[index + 1])") }
        let sentence = parsed.sentences[parsed.sentence(of: index)].tokens
        for step in [-1, 1] {
            var at = index + step
            while sentence.contains(at), abs(at - index) < 26, !isCue[at] { at += step }
            guard sentence.contains(at), abs(at - index) < 26 else {
                found.append("near\(step)=no")
                continue
            }
            found.append("near\(step)=\(words[at])/\(Self.bucket(abs(at - index) - 1))")
            found.append("near\(step)=\(words[at])/\(tokens[index].tag)")
        }
    }

    /// What governs it, above all the cue words on the way up; whether there is one.
    private func addAbove(_ index: Int, _ steps: [Step], _ found: inout [String]) -> Bool {
        let tokens = parsed.tokens
        if let first = steps.first {
            found += ["h=\(words[first.head])", "h=\(words[first.head])/\(first.arc)"]
        }
        if steps.count > 1 { found.append("g=\(words[steps[1].head])/\(steps[1].arc)") }
        var isUnderCue = false
        for (level, step) in steps.enumerated() where isCue[step.head] {
            let cue = words[step.head]
            let arc = step.arc
            if isUnderCue {
                found += ["C=\(cue)/\(arc)", "C/\(arc)/\(tokens[index].dep)"]
                continue
            }
            isUnderCue = true
            found += [
                "c=\(cue)/\(arc)", "c/\(arc)/\(tokens[step.head].tag)", "cd/\(arc)/\(min(level, 3))",
                "c=\(cue)/\(arc)/\(min(level, 2))", "cw=\(arc)/\(words[index])",
            ]
            if level > 0 {
                let inner = tokens[steps[level - 1].child].dep
                found += ["c2/\(arc)/\(inner)", "c2=\(cue)/\(arc)/\(inner)"]
                if level > 1 { found.append("c3/\(arc)/\(inner)/\(tokens[steps[level - 2].child].dep)") }
            }
            let subject = parsed.child(of: step.head, "nsubj", "nsubjpass", "agent")
            found.append("cs/\(arc)/\(subject.map { words[$0] } ?? "none")")
            found.append("cdist/\(arc.last ?? ">")/\(Self.bucket(abs(index - step.head)))")
            let infinitive = parsed.children(of: step.child).contains { tokens[$0].tag == "TO" }
            found.append("cto=\(cue)/\(arc)\(infinitive ? "to" : "")")
        }
        if !isUnderCue {
            let top = steps.last.map { tokens[$0.child].dep } ?? "ROOT"
            found += ["c=none", "c=none/\(tokens[index].dep)/\(top)"]
        }
        if let top = steps.last { found.append("root=\(words[top.head])/\(tokens[top.child].dep)") }
        return isUnderCue
    }

    /// What hangs from it.
    private func addBelow(_ index: Int, _ found: inout [String]) {
        let tokens = parsed.tokens
        let children = parsed.children(of: index)
        for child in children.prefix(8) {
            found.append("k=\(tokens[child].dep)")
            guard isCue[child] else { continue }
            found += ["kc=\(words[child])/\(tokens[child].dep)", "kc/\(tokens[child].dep)/\(tokens[index].tag)"]
        }
        guard isCue[index] else { return }
        let frame = Set(
            children.filter { Self.complements.contains(parsed.grammar.tree.labels[$0]) }.map { tokens[$0].dep }
        )
        .sorted().joined(separator: "+")
        let word = words[index]
        found += [
            "self=\(word)", "self=\(word)/\(frame)", "self/\(tokens[index].tag)/\(frame)",
            "self=\(word)/\(tokens[index].tag)", "selfd=\(word)/\(tokens[index].dep)",
        ]
    }

    private static func bucket(_ count: Int) -> String { count == 0 ? "0" : CandidateReader.bucket(count) }
}
