import ChanceryCore
import Chronology
import SpacyPipeline

extension DateReader {
    /// How many sentences back a date is looked for.
    private static let reach = 3

    /// The expression a clause without a date goes on from: in the sentences before, or in the heading.
    func goesOn(from trigger: Int) -> Int? {
        guard let verb = mainVerb(of: trigger) else { return nil }
        let sentence = parsed.sentence(of: trigger)
        let block = parsed.sentences[sentence].block
        guard time(of: verb) == .past, !breaksOff(verb, trigger), !unknown.contains(sentence) else { return nil }
        if (bySentence[sentence] ?? []).contains(where: { opens(timexes[$0].timex) }) { return nil }
        // A date of this sentence's own main clause would be nearer.
        if mainDates(sentence).isEmpty {
            var at = sentence - 1
            guard refersBack(verb, trigger) else { return headings[sentence] }
            var lasts = refersBack(verb, trigger)
            while at >= 0, sentence - at <= Self.reach, parsed.sentences[at].block == block {
                let dates = mainDates(at)
                if let last = dates.last { return last.verbTime == .past ? last.index : nil }
                guard lasts, let root = root(of: at), time(of: root) == .past, !hasSpeech(at),
                    !(bySentence[at] ?? []).contains(where: { timexes[$0].timex.edtf?.precision != .interval })
                else { break }
                lasts = lasts && refersBack(root)
                at -= 1
            }
        }
        guard let heading = headings[sentence], mainDates(sentence).isEmpty else { return nil }
        return heading
    }

    /// The verb through which a token is told by its sentence's main clause; nil where another clause lies between.
    func mainVerb(of trigger: Int) -> Int? {
        var at = trigger
        for step in 0..<32 {
            let token = parsed.tokens[at]
            guard let above = parsed.head(of: at) else { return isVerb(at) ? at : nil }
            if isVerb(at) {
                switch token.dep {
                case "conj": if time(of: at) != .none { return at }
                case "advcl" where parsed.child(of: at, "mark", "nsubj") == nil && token.tag == "VBG": break
                case "xcomp" where !words.has(parsed.lowerLemmas[above], in: .ahead): break
                case "relcl" where isTimeBefore(above): return at
                case "acomp": break
                case "pcomp" where ["by", "in", "while"].contains(parsed.lowerTexts[above]): break
                default: return nil
                }
            } else if step < 4 {
                switch token.dep {
                case "dobj", "nsubjpass":
                    guard isVerb(above), words.has(parsed.lowerLemmas[above], in: .hosts) else { return nil }
                case "nsubj":
                    guard isVerb(above), words.has(parsed.lowerLemmas[above], in: .befalls) else { return nil }
                case "pobj": guard ["in", "at", "during"].contains(parsed.lowerTexts[above]) else { return nil }
                case "prep" where isVerb(above): break
                // "Is ready to help"
                case "acomp", "attr": guard isVerb(above) else { return nil }
                case "conj": break
                default: return nil
                }
            }
            at = above
        }
        return nil
    }

    /// Whether a clause goes on with somebody or something the sentence before told of.
    private func refersBack(_ verb: Int, _ trigger: Int? = nil) -> Bool {
        if parsed.tokens[verb].dep == "relcl" { return true }
        var at = verb
        while parsed.child(of: at, "nsubj", "nsubjpass") == nil, let above = parsed.head(of: at), isVerb(above) {
            at = above
        }
        guard let subject = parsed.child(of: at, "nsubj", "nsubjpass") else { return false }
        let sentence = parsed.sentence(of: verb)
        guard sentence > 0 else { return false }
        if ["he", "she", "it", "they", "both"].contains(parsed.lowerTexts[subject])
            || parsed.children(of: subject, "poss", "det").contains(where: {
                ["his", "her", "its", "their", "this", "these"].contains(parsed.lowerTexts[$0])
            })
        {
            return true
        }
        let before = parsed.sentences[sentence - 1].tokens
        let own = [subject] + parsed.children(of: subject, "compound", "poss", "conj")
        return own.contains { token in
            let word = parsed.tokens[token]
            guard
                word.pos == "PROPN"
                    || word.pos == "NOUN" && parsed.lowerTexts[parsed.extent(of: subject).lowerBound] == "the"
            else { return false }
            return before.contains {
                parsed.tokens[$0].pos == word.pos && parsed.lowerLemmas[$0] == parsed.lowerLemmas[token]
            }
        }
    }

    /// The date of the happening that "the attack" names again.
    func meantBefore(at noun: Int) -> Int? {
        guard parsed.tokens[noun].pos == "NOUN", isHappening(noun),
            parsed.children(of: noun).allSatisfy({ ["det", "punct", "cc", "conj"].contains(parsed.tokens[$0].dep) }),
            parsed.children(of: noun, "det").contains(where: {
                ["the", "this", "that"].contains(parsed.lowerTexts[$0])
            })
        else { return nil }
        let sentence = parsed.sentence(of: noun)
        let first = max(0, sentence - 2)
        guard
            let start = parsed.sentences[first...sentence].first(where: {
                $0.block == parsed.sentences[sentence].block
            })?.tokens.lowerBound
        else { return nil }
        let lemma = parsed.lowerLemmas[noun]
        for token in (start..<noun).reversed() where parsed.tokens[token].pos == "NOUN" {
            let other = parsed.lowerLemmas[token]
            guard other == lemma || other.hasSuffix(lemma) && lemma.count > 3 else { continue }
            if let own = anchors[token]?.first(where: { $0.relation == .during && $0.way == .own }) { return own.index }
            return told(at: token, as: .act, where: { $0.relation == .during }).map(\.index)
        }
        return nil
    }

    /// Whether words of a clause say that it tells of another time, or of what is usual.
    func breaksOff(_ verb: Int, _ trigger: Int) -> Bool {
        for place in Set([verb, trigger]) {
            if parsed.children(of: place, "advmod", "npadvmod", "prep").contains(where: {
                words.has(parsed.lowerTexts[$0], in: .breaks)
            }) {
                return true
            }
        }
        // "the day before", "two days later"
        let turns = parsed.children(of: verb, "npadvmod", "advmod", "prep", "dobj").flatMap {
            parsed.subtree(of: $0).prefix(8)
        }
        if turns.contains(where: { ["later", "earlier"].contains(parsed.lowerTexts[$0]) })
            || turns.contains(where: {
                ["before", "after"].contains(parsed.lowerTexts[$0])
                    && $0 > 0 && ["day", "night", "week", "month", "year"].contains(parsed.lowerLemmas[$0 - 1])
            })
        {
            return true
        }
        return parsed.children(of: verb, "aux").contains { parsed.lowerTexts[$0] == "used" }
    }

    /// The dates of a sentence's main clauses, in text order, with the time their verbs tell of.
    func mainDates(_ sentence: Int) -> [(index: Int, verbTime: Time)] {
        var found: [(index: Int, verbTime: Time)] = []
        for index in bySentence[sentence] ?? [] {
            guard let edtf = timexes[index].timex.edtf,
                edtf.precision != .interval || edtf.intervalEnd != nil && edtf.intervalStart != nil
            else { continue }
            for token in parsed.sentences[sentence].tokens where isVerb(token) && isMain(token) {
                if anchors[token]?.contains(where: { $0.index == index && $0.way != .weak && $0.relation == .during })
                    == true
                {
                    found.append((index, time(of: token)))
                    break
                }
            }
        }
        return found
    }

    private func isMain(_ verb: Int) -> Bool {
        var at = verb
        for _ in 0..<16 {
            guard let above = parsed.head(of: at) else { return true }
            guard ["conj", "xcomp"].contains(parsed.tokens[at].dep), isVerb(above) else { return false }
            at = above
        }
        return false
    }

    /// "This was the only time Osk gave aid": the time told before.
    private func isTimeBefore(_ noun: Int) -> Bool {
        guard ["time", "occasion", "instance"].contains(parsed.lowerLemmas[noun]), parsed.tokens[noun].dep == "attr",
            var verb = parsed.head(of: noun)
        else { return false }
        while parsed.tokens[verb].dep == "xcomp", let above = parsed.head(of: verb) { verb = above }
        guard let subject = parsed.child(of: verb, "nsubj"), parsed.head(of: verb) == nil else { return false }
        return ["this", "that", "it"].contains(parsed.lowerTexts[subject])
    }

    func root(of sentence: Int) -> Int? {
        parsed.sentences[sentence].tokens.first { parsed.head(of: $0) == nil && isVerb($0) }
    }

    private func hasSpeech(_ sentence: Int) -> Bool {
        parsed.sentences[sentence].tokens.contains { ["“", "”", "\"", "``", "''"].contains(parsed.tokens[$0].text) }
    }
}
