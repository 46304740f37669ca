public import ChanceryCore
import Grammar
import SpacyPipeline

/// One party's stance to what another statement of the document says; offsets are UTF-8 bytes.
public struct StanceFinding: Hashable, Sendable {
    /// The stance taken.
    public var kind: Stance.Kind
    /// Whose it is.
    public var party: Mention
    /// The verb that takes it.
    public var cue: String
    /// The words of the stance, from the party to what it is about.
    public var span: ByteSpan
    /// The content of the statement it is a stance to.
    public var content: ByteSpan
    /// The source of that statement.
    public var source: Mention
}

/// The stances that parties take to one another's words.
struct StanceFinder: StatementStage {
    let context: StatementContext

    private var standings: StandingReader { StandingReader(context: context) }

    /// The stances that point back to another's words: "France backed the claim", "Osk denied it".
    ///
    /// What is pointed back to is the last statement before, in this paragraph or the one above, that has a source other
    /// than the one who takes the stance; "X's claim" points to one of X's. A stance does not count as such a statement, so
    /// that several in a row are to the same words.
    func stances(among findings: [StatementFinding]) -> [StanceFinding] {
        let told = findings.filter { $0.attributes && $0.source != nil && !$0.cueTokens.isEmpty && !isPointing($0) }
            .sorted { $0.cueTokens[0] < $1.cueTokens[0] }
        guard !told.isEmpty else { return [] }
        var found: [StanceFinding] = []
        var last: (sentence: Int, content: ByteSpan)?
        for verb in tokens.indices where isVerb(verb) && quotationOfToken[verb] == nil {
            guard let kind = stance(of: verb), standings.isTold(verb),
                let object = pointer(of: verb),
                let source = sources.doer(of: verb),
                let head = source.head,
                let party = names.mention(of: source), speakers.canSpeak(source), !speakers.isFirstPerson(head)
            else { continue }
            let here = parsed.sentence(of: verb)
            let owner = tree.child(of: object, [.poss]).flatMap { names.mention(of: StatementSource(head: $0))?.name }
            let isAnothers = owner != party.name
            let fits = told.last { statement in
                let cue = statement.cueTokens[0]
                guard cue < verb, statement.source?.name != party.name, !statement.holds(verb),
                    block(of: verb) - block(of: cue) <= 1
                else { return false }
                if let owner, isAnothers { return statement.source?.name == owner }
                let there = parsed.sentence(of: cue)
                return here - there <= 3
                    || last.map { $0.content == statement.contentHull && here - $0.sentence <= 3 } ?? false
            }
            guard let fits, let claimant = fits.source else { continue }
            var span = parsed.span(verb).union(parsed.span(object))
            if let words = source.tokens { span = span.union(parsed.span(words)) }
            found.append(
                StanceFinding(
                    kind: kind, party: party, cue: tokens[verb].text, span: span, content: fits.contentHull,
                    source: claimant))
            last = (here, fits.contentHull)
        }
        return found
    }

    /// The stance a verb takes, its particle counted in.
    private func stance(of verb: Int) -> Stance.Kind? {
        if let particle = tree.child(of: verb, [.prt]),
            let kind = lexicon.stances["\(lemma(verb)) \(forms[particle])"]
        {
            return kind
        }
        return lexicon.stances[lemma(verb)]
    }

    /// The object by which a verb points back: "it", "this", "the claim", "Osk's account"; not "the claim that …".
    private func pointer(of verb: Int) -> Int? {
        let object =
            isPassive(verb) ? tree.child(of: verb, [.nsubjpass]) : tree.child(of: verb, [.dobj])
        guard let object, points(object) else { return nil }
        return object
    }

    private func points(_ object: Int) -> Bool {
        if classes[object] == .pron {
            return lists.pointing.contains(forms[object])
        }
        guard lexicon.claimNouns.contains(lemma(object)) else { return false }
        let children = tree.children(of: object)
        guard !children.contains(where: { $0 > object && [.acl, .ccomp, .relcl, .prep].contains(labels[$0]) })
        else { return false }
        return children.contains {
            labels[$0] == .poss
                || lists.definite.contains(forms[$0])
        }
    }

    /// Whether a statement's content only points back to another's: "rejected the accusation".
    private func isPointing(_ statement: StatementFinding) -> Bool {
        guard statement.kind == .nounPhrase, statement.contentTokens.count == 1,
            let words = statement.contentTokens.first
        else {
            return false
        }
        return words.contains { points($0) && !words.contains(tokens[$0].head) }
    }
}
