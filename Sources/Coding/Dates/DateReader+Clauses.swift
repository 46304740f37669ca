import ChanceryCore
import Chronology
import SpacyPipeline

extension DateReader {
    /// What the sentence itself tells of a token's date.
    func told(at trigger: Int, as use: Use, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        if use == .standing { return toldOfStanding(trigger, where: isFit) }
        if isVerb(trigger) { return told(ofVerb: trigger, as: use, depth: 0, where: isFit) }
        if parsed.tokens[trigger].pos == "ADP" || parsed.tokens[trigger].dep == "prep" {
            // "according to a 2024 study"
            var at = trigger
            for _ in 0..<3 {
                guard let next = parsed.child(of: at, "pobj", "prep", "pcomp") else { break }
                if let own = best(at: next, where: isFit) { return own }
                at = next
            }
            return nil
        }
        return told(ofNoun: trigger, as: use, depth: 0, where: isFit)
    }

    /// The best of what the expressions say of a token: its own before what it shares, the nearer before the farther.
    func best(at token: Int, allowWeak: Bool = false, where isFit: (DateAnchor) -> Bool)
        -> DateAnchor?
    {
        let all = (anchors[token] ?? []).filter { isFit($0) && (allowWeak || $0.way != .weak) }
        return all.min { a, b in
            (a.way.rawValue, a.relation == .during ? 0 : 1, distance(a, token))
                < (b.way.rawValue, b.relation == .during ? 0 : 1, distance(b, token))
        }
    }

    private func distance(_ anchor: DateAnchor, _ token: Int) -> Int {
        let tokens = timexes[anchor.index].timex.tokens
        return tokens.lowerBound > token ? tokens.lowerBound - token : token - tokens.upperBound + 1
    }

    /// What somebody is while they do what the clause tells.
    private func toldOfStanding(_ token: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        if let own = best(at: token, where: isFit) { return own }
        if isVerb(token) { return told(ofVerb: token, as: .lasting, depth: 0, where: isFit) }
        guard let verb = clauseVerb(of: token) else { return nil }
        return told(ofVerb: verb, as: .lasting, depth: 0, where: { isFit($0) && $0.relation == .during })
    }

    func told(
        ofVerb verb: Int, as use: Use, depth: Int, where isGiven: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard depth < 12 else { return nil }
        func isFit(_ anchor: DateAnchor) -> Bool { isGiven(anchor) && canTell(anchor, at: verb) }
        if let own = best(at: verb, where: isFit) { return own }
        if use != .lasting, let happening = toldOfHappening(verb, where: isFit) { return happening }
        // "a group led by a general was received in May"
        if use == .lasting, parsed.tokens[verb].dep == "acl", ["VBN", "VBG"].contains(parsed.tokens[verb].tag),
            let host = clauseVerb(of: verb)
        {
            return best(at: host, where: { isFit($0) && $0.relation == .during && $0.way == .own })
        }
        if use == .lasting { return tellsAbove(verb, as: use, depth: depth, where: isFit) }
        if depth == 0 || parsed.tokens[verb].dep == "ROOT" {
            if let below = tellsBelow(verb, where: isFit) { return below }
        }
        if let above = tellsAbove(verb, as: use, depth: depth, where: isFit) { return above }
        return best(at: verb, allowWeak: true, where: isFit)
    }

    /// The date of the happening a verb carries out: "the May attack was staged by Osk".
    private func toldOfHappening(_ verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        guard words.has(parsed.lowerLemmas[verb], in: .hosts), time(of: verb) != .perfect else { return nil }
        for noun in parsed.children(of: verb, "dobj", "nsubjpass") where isHappening(noun) {
            if let anchor = best(at: noun, where: isFit), anchor.relation == .during { return anchor }
        }
        return nil
    }

    /// Whether an expression fits the tense: "has condemned" is no act of 1968 or of last May, and "talks on Monday
    /// with rebels who oppose it" tells nothing of opposing on Monday.
    private func canTell(_ anchor: DateAnchor, at verb: Int) -> Bool {
        if time(of: verb) == .present, parsed.tokens[verb].dep == "relcl",
            timexes[anchor.index].timex.edtf?.precision == .day
        {
            return false
        }
        if time(of: verb) == .present, anchor.way == .shared { return false }
        // What is told as past lies before the text.
        if let published, [.past, .pastPerfect, .perfect].contains(time(of: verb)),
            let first = timexes[anchor.index].timex.date?.bounds.first, published < first
        {
            return false
        }
        guard time(of: verb) == .perfect, anchor.relation == .during else { return true }
        let timex = timexes[anchor.index].timex
        guard let edtf = timex.edtf, edtf.precision != .interval else { return true }
        // "has accused it this year", "has met him twice since": a time that lasts still.
        return !timex.isComplete && parsed.lowerTexts[timex.tokens.lowerBound] != "last"
    }

    /// The date of a clause that tells of the same time as the one above it.
    private func tellsBelow(_ verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let subject = parsed.child(of: verb, "nsubj", "nsubjpass") ?? verb
        for child in parsed.children(of: verb, "conj", "advcl", "prep", "xcomp", "ccomp", "parataxis") {
            switch parsed.tokens[child].dep {
            case "conj":
                // "killed five and wounded ten on Monday"
                guard isVerb(child), sharesItsEnd(verb, with: child), let anchor = best(at: child, where: isFit),
                    timexes[anchor.index].timex.tokens.lowerBound > child
                else { continue }
                return anchor
            case "advcl":
                guard isVerb(child) else { continue }
                let mark = mark(of: child)
                if mark == nil, parsed.tokens[child].tag == "VBG",
                    child < subject || words.has(parsed.lowerLemmas[child], in: .speaking),
                    parsed.child(of: child, "nsubj", "aux") == nil, let anchor = best(at: child, where: isFit)
                {
                    return anchor
                }
                if mark == "when" || mark == "while"
                    || (mark == "as" && !["do", "be"].contains(parsed.lowerLemmas[child])),
                    time(of: child) == time(of: verb),
                    let anchor = best(at: child, where: isFit) ?? onlyDate(in: child, where: isFit),
                    anchor.relation == .during
                {
                    return anchor
                }
                if words.has(mark ?? "", in: .ends), isDenied(verb), time(of: child) == .past,
                    let anchor = best(at: child, where: isFit) ?? onlyDate(in: child, where: isFit)
                {
                    return anchor
                }
                if mark == "after" || mark == "once", time(of: verb) == .past,
                    let anchor = best(at: child, where: isFit) ?? datedSubject(of: child, where: isFit)
                {
                    // "after it signed the pact last month": who knows how long after.
                    let timex = timexes[anchor.index].timex
                    return shifted(anchor, to: timex.isComplete || timex.date?.precision == .day ? .near : .after)
                }
            case "prep" where words.has(parsed.lowerTexts[child], in: .ends) && isDenied(verb):
                if let anchor = onlyDate(in: child, where: isFit) { return anchor }
            case "prep" where child < subject:
                // "In spite of its support for the talks in 1982, Osk refused": a date at the end of the opening phrase.
                let range = parsed.extent(of: child)
                for index in bySentence[parsed.sentence(of: verb)] ?? [] where time(of: verb) == .past {
                    let timex = timexes[index].timex
                    guard range.contains(timex.tokens.lowerBound), timex.tokens.lowerBound > child + 3,
                        ["in", "on"].contains(parsed.lowerTexts[timex.tokens.lowerBound - 1]), timex.edtf != nil,
                        !parsed.tokens[range].contains(where: { ["relcl", "ccomp"].contains($0.dep) })
                    else { continue }
                    let anchor = DateAnchor(index: index, relation: .during, way: .shared, isBeforeNoun: false)
                    if isFit(anchor) { return anchor }
                }
            default: continue
            }
        }
        return nil
    }

    /// Whether two joined verbs may share a date at the end of the second: "killed five and wounded ten on Monday", "the embassy was
    /// reopened and relations were resumed in May".
    private func sharesItsEnd(_ verb: Int, with child: Int) -> Bool {
        guard parsed.tokens[child].tag == parsed.tokens[verb].tag,
            !parsed.tokens[verb..<child].contains(where: { $0.text == "," })
        else { return false }
        if parsed.child(of: child, "nsubj", "nsubjpass", "aux") == nil { return true }
        return [verb, child].allSatisfy { parsed.child(of: $0, "nsubjpass") != nil && time(of: $0) == .past }
    }

    /// Whether a verb is denied, as up to a time: "did not recognise it until", "no relations were established until".
    func isDenied(_ verb: Int) -> Bool {
        let denying =
            parsed.children(of: verb, "neg", "advmod")
            + parsed.children(of: verb, "nsubjpass", "dobj").flatMap { parsed.children(of: $0, "det") }
        return denying.contains { words.has(parsed.lowerTexts[$0], in: .denials) }
    }

    /// The one date inside a clause or phrase, if no clause of its own lies between: "when he was named to act as consul in May".
    private func onlyDate(in head: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let range = parsed.extent(of: head)
        let inside = (bySentence[parsed.sentence(of: head)] ?? []).filter { range.contains(timexes[$0].head) }
        guard inside.count == 1, let index = inside.first else { return nil }
        var at = timexes[index].head
        while at != head {
            guard
                !["relcl", "ccomp", "acl", "advcl", "appos"].contains(parsed.tokens[at].dep)
                    || parsed.tokens[at].tag == "VB",
                let above = parsed.head(of: at)
            else { return nil }
            at = above
        }
        let anchor = DateAnchor(index: index, relation: .during, way: .shared, isBeforeNoun: false)
        return isFit(anchor) ? anchor : nil
    }

    private func shifted(_ anchor: DateAnchor, to relation: DateAnchor.Relation) -> DateAnchor {
        var anchor = anchor
        anchor.relation = relation
        return anchor
    }

    /// The date of a clause whose verb only finds out: "after it emerged that the May attack was staged".
    private func datedSubject(of verb: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        let inner = parsed.child(of: verb, "ccomp") ?? verb
        for place in [verb, inner] {
            if let anchor = best(at: place, where: isFit) { return anchor }
            for child in parsed.children(of: place, "nsubj", "nsubjpass", "dobj") where isHappening(child) {
                if let anchor = best(at: child, where: isFit) { return anchor }
            }
        }
        return nil
    }

    /// The date of the clause a verb hangs on, where both tell of the same time.
    private func tellsAbove(
        _ verb: Int, as use: Use, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard let above = parsed.head(of: verb) else { return nil }
        let (dep, tag) = (parsed.tokens[verb].dep, parsed.tokens[verb].tag)
        if let dated = datedBeforeWhich(verb) ?? datedBeforeWhen(verb), isFit(dated) { return dated }
        if let before = toldAfterWhich(verb, as: use, depth: depth, where: isFit) { return before }
        switch dep {
        case "conj":
            guard isVerb(above), agreesInTime(verb, above) else { return nil }
            let hasSubject = parsed.child(of: verb, "nsubj", "nsubjpass") != nil
            return told(ofVerb: above, as: use, depth: depth + 1) { anchor in
                let place = self.timexes[anchor.index].timex.tokens.lowerBound
                let limit = hasSubject ? self.parsed.child(of: above, "nsubj", "nsubjpass") ?? above : verb
                return isFit(anchor) && place < limit && anchor.way != .weak
            }
        case "xcomp":
            guard isVerb(above),
                !words.has(parsed.lowerLemmas[above], in: .ahead)
            else { return nil }
            return told(ofVerb: above, as: use, depth: depth + 1, where: isFit)
        case "ccomp":
            guard isVerb(above), use != .lasting, words.has(parsed.lowerLemmas[above], in: .witnesses),
                !["VBD", "VBZ", "VBP"].contains(tag)
            else { return nil }
            return told(ofVerb: above, as: use, depth: depth + 1, where: isFit)
        case "advcl":
            guard isVerb(above), use != .lasting else { return nil }
            return clauseAbove(verb, above, as: use, depth: depth, where: isFit)
        case "pcomp":
            guard ["by", "in", "while", "through", "when", "upon"].contains(parsed.lowerTexts[above]), use != .lasting,
                let place = parsed.head(of: above),
                let host = isVerb(place) ? place : parsed.tokens[place].dep == "dobj" ? clauseVerb(of: place) : nil
            else { return nil }
            return told(ofVerb: host, as: use, depth: depth + 1, where: isFit)
        case "acl" where tag == "VBG" && followsComma(verb):
            // ", killing five": the parser may hang it on the noun before.
            guard use != .lasting, let host = clauseVerb(of: above) else { return nil }
            return told(ofVerb: host, as: use, depth: depth + 1, where: isFit)
        case "relcl":
            guard use != .lasting else { return nil }
            return toldOfAntecedent(verb, above, where: isFit)
        default: return nil
        }
    }

    private func followsComma(_ verb: Int) -> Bool {
        let first = parsed.extent(of: verb).lowerBound
        return first > 0 && parsed.tokens[first - 1].text == ","
    }

    private func clauseAbove(
        _ verb: Int, _ above: Int, as use: Use, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        let token = parsed.tokens[verb]
        let mark = mark(of: verb)
        let isSame: Bool
        switch token.tag {
        case "VBG", "VBN":
            // ", backed by the council": what a participle tells after its clause may have been so before.
            if token.tag == "VBN", verb > above { return nil }
            isSame =
                (mark == nil || mark == "while" || mark == "when")
                && parsed.child(of: verb, "nsubj", "nsubjpass") == nil
                && !parsed.children(of: verb, "aux").contains { parsed.lowerLemmas[$0] == "have" }
        case "VB":
            isSame =
                mark == nil && !words.has(parsed.lowerLemmas[above], in: .ahead) && time(of: above) == .past
                && parsed.child(of: verb, "nsubj") == nil
        default:
            isSame = ["when", "while", "as"].contains(mark ?? "") && time(of: verb) == time(of: above)
        }
        guard isSame else { return nil }
        return told(ofVerb: above, as: use, depth: depth + 1, where: isFit)
    }

    /// "the raid of May 1990, which killed five": the date right before "which".
    private func datedBeforeWhich(_ verb: Int) -> DateAnchor? {
        guard ["VBD", "VBN"].contains(parsed.tokens[verb].tag),
            ["relcl", "advcl", "ccomp"].contains(parsed.tokens[verb].dep),
            let subject = parsed.child(of: verb, "nsubj", "nsubjpass", "advmod"),
            ["WDT", "WRB"].contains(parsed.tokens[subject].tag), subject > 1, time(of: verb) == .past
        else { return nil }
        let last = parsed.tokens[subject - 1].text == "," ? subject - 2 : subject - 1
        // "during the 1996 campaign, when she opposed it"
        if last >= 0, parsed.tokens[subject].tag == "WRB", parsed.lowerTexts[subject] == "when", !isVerb(last),
            let anchor = anchors[last]?.first(where: { $0.way == .own && $0.relation == .during })
        {
            return anchor
        }
        guard last >= 0, parsed.sentence(of: last) == parsed.sentence(of: verb), !isAfterwards(verb),
            let index = timexes.firstIndex(where: { $0.timex.tokens.contains(last) }),
            !anchorsOnlyPaper(index) || parsed.tokens[subject].tag == "WRB"
        else { return nil }
        return DateAnchor(index: index, relation: .during, way: .shared, isBeforeNoun: false)
    }

    /// "relations began on 3 May 1990, when the chargé d'affaires presented his letters": the first verb in the past after
    /// "when", whatever the parser hung it on.
    private func datedBeforeWhen(_ verb: Int) -> DateAnchor? {
        guard time(of: verb) == .past else { return nil }
        for index in bySentence[parsed.sentence(of: verb)] ?? [] {
            var word = timexes[index].timex.tokens.upperBound
            if word < verb, parsed.tokens[word].text == "," { word += 1 }
            guard word < verb, parsed.lowerTexts[word] == "when",
                !parsed.tokens[word..<verb].indices.contains(where: {
                    parsed.tokens[$0].tag == "VBD" && parsed.head(of: $0) != verb
                })
            else { continue }
            return DateAnchor(index: index, relation: .during, way: .shared, isBeforeNoun: false)
        }
        return nil
    }

    /// "received an envoy in May, after which Tarn agreed": soon after what the main clause tells.
    private func toldAfterWhich(
        _ verb: Int, as use: Use, depth: Int, where isFit: (DateAnchor) -> Bool
    ) -> DateAnchor? {
        guard time(of: verb) == .past,
            parsed.children(of: verb, "prep").contains(where: { preposition in
                parsed.lowerTexts[preposition] == "after"
                    && parsed.child(of: preposition, "pobj").map { parsed.tokens[$0].tag == "WDT" } == true
            })
        else { return nil }
        guard let main = parsed.ancestors(of: verb).first(where: { isVerb($0) && time(of: $0) == .past }) else {
            return nil
        }
        return told(ofVerb: main, as: use, depth: depth + 1, where: isFit).map { shifted($0, to: .near) }
    }

    private func anchorsOnlyPaper(_ index: Int) -> Bool {
        ["of", "from"].contains(parsed.lowerTexts[max(0, timexes[index].timex.tokens.lowerBound - 1)])
    }

    /// "the 1990 raid, which killed five"
    private func toldOfAntecedent(_ verb: Int, _ noun: Int, where isFit: (DateAnchor) -> Bool) -> DateAnchor? {
        // "flew to Osk on Monday, where she met the envoy"
        if time(of: verb) == .past, !isAfterwards(verb), mark(of: verb) == "where", let host = clauseVerb(of: noun),
            words.has(parsed.lowerLemmas[host], in: .moving), time(of: host) == .past
        {
            return best(at: host, where: { isFit($0) && $0.way == .own && $0.relation == .during })
        }
        guard time(of: verb) == .past, !isAfterwards(verb),
            let subject = parsed.child(of: verb, "nsubj", "nsubjpass"),
            ["WDT"].contains(parsed.tokens[subject].tag)
                || parsed.lowerTexts[subject] == "that",
            isHappening(noun)
        else { return nil }
        return best(at: noun, where: isFit)
    }

    private func isAfterwards(_ verb: Int) -> Bool {
        parsed.children(of: verb, "advmod").contains { words.has(parsed.lowerTexts[$0], in: .breaks) }
    }

    /// The word that joins a clause: "when", "after".
    private func mark(of verb: Int) -> String? {
        if let mark = parsed.child(of: verb, "mark") { return parsed.lowerTexts[mark] }
        return parsed.children(of: verb, "advmod").first { parsed.tokens[$0].tag == "WRB" }.map {
            parsed.lowerTexts[$0]
        }
    }
}
