import ChanceryCore
import Grammar
import SpacyPipeline

/// Whom a definite description means that stands for somebody named before: "the Tarn senator", "the newspaper".
struct DescriptionReader: StatementStage {
    let context: StatementContext

    /// The head of a definite description that stands for somebody named: "the Tarn senator", or a pronoun for one.
    func descriptionHead(_ finding: StatementFinding, at head: Int) -> Int? {
        guard let source = finding.source else { return nil }
        if isEpithet(head), !isNamed(source) || source.from != nil { return head }
        // "The pilot", "the former secretary of state": whoever was told by that word.
        if tags[head] == .NN, source.kind == .person, !isNamed(source), isDefinite(head),
            tree.child(of: head, [.poss, .appos, .relcl, .acl]) == nil
        {
            return head
        }
        guard !isNamed(source), lexicon.bodies.contains(lemma(head)), tags[head] == .NN, isDefinite(head),
            !isNarrowed(head)
        else { return nil }
        return head
    }

    /// Whom a definite description means: the last topic that what it says besides ("Tarn", "liberal") fits.
    func described(at head: Int, _ topics: [Topic], _ findings: [StatementFinding]) -> Mention? {
        let block = block(of: head)
        var marks = tree.children(of: head, [.amod, .compound, .nmod]).filter {
            classes[$0] == .propn || entity($0) == "NORP" || entity($0) == "GPE"
        }
        if !lexicon.epithets.contains(lemma(head)), !lexicon.bodies.contains(lemma(head)) { marks.append(head) }
        // In words of somebody's own a description means another, perhaps one named beside it.
        let speakers = findings.filter { $0.cueClass.isSpeech && $0.holds(head) }.compactMap { $0.source?.name }
        if !speakers.isEmpty {
            let here = sentence(around: head)
            for token in (here.lowerBound..<head).reversed() where classes[token] == .propn {
                guard let mention = parties.participant(token), isNamed(mention), mention.kind == .person,
                    !speakers.contains(mention.name), marks.allSatisfy({ isTold(mention.name, as: forms[$0]) })
                else { continue }
                return mention
            }
        }
        // "Roe praised the candidate's plan": another than Roe.
        let isSubject = [.nsubj, .nsubjpass].contains(labels[head])
        let here = parsed.sentence(of: head)
        let near = topics.filter { topic in
            topic.token < head && (isSubject || parsed.sentence(of: topic.token) != here)
                && (block - 2...block).contains(self.block(of: topic.token))
                && !speakers.contains(topic.mention.name)
        }
        // "The Veldanian journalist" is the only one named near, whether or not the text has said so.
        let isAlone = marks.last != head && Set(near.filter { !$0.isDescription }.map(\.mention.name)).count == 1
        return near.last { topic in
            !topic.isDescription && !isInBrackets(topic.token)
                && marks.allSatisfy {
                    isTold(topic.mention.name, as: forms[$0]) || isAlone && entity($0) == "NORP"
                }
        }?.mention
    }

    /// Whether a word stands before or beside a name somewhere in the text: "Tarn" of "Tarn Senator Mira Tovan".
    private func isTold(_ name: String, as word: String) -> Bool {
        tokens.indices.contains { token in
            guard forms[token] == word else { return false }
            for at in (token + 1)..<max(token + 1, min(token + 7, tokens.count)) {
                let isLink = classes[at] == .adp && !lists.nameLinks.contains(forms[at])
                if grammar.isVerb(at) || isLink || tokens[at].text == "." { break }
                if classes[at] == .propn, parties.participant(at)?.name == name { return true }
            }
            for at in (max(0, token - 8)..<token).reversed() {
                if isVerb(at) || tokens[at].text == "." { break }
                if classes[at] == .propn, parties.participant(at)?.name == name { return true }
            }
            return false
        }
    }

    /// Whether a noun tells again of somebody named before: "the senator", but not "the senator who left".
    func isEpithet(_ head: Int) -> Bool {
        tags[head] == .NN && lexicon.epithets.contains(lemma(head)) && isDefinite(head) && !isNarrowed(head)
    }

    private func isDefinite(_ head: Int) -> Bool {
        tree.child(of: head, [.det]).map { forms[$0] == "the" } ?? false
    }

    private func isNarrowed(_ head: Int) -> Bool {
        tree.child(of: head, [.poss, .appos, .relcl, .acl]) != nil
            || hasChild(head, [.prep], "of")
    }

    func isNamed(_ mention: Mention) -> Bool {
        mention.name.split(separator: " ").last?.first?.isUppercase ?? false
    }

    func isInBrackets(_ token: Int) -> Bool {
        let sentence = sentence(around: token)
        return tokens[sentence.lowerBound].text == "("
    }
}
