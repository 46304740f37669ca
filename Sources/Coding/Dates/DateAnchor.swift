import ChanceryCore
import Chronology
import SpacyPipeline

/// What a time expression says of one word of its sentence.
struct DateAnchor: Hashable, Sendable {
    /// How the time of the word stands to the expression.
    enum Relation: Sendable {
        /// The same time.
        case during
        /// Not before it: "after the war of 1973".
        case after
        /// Soon after it: "after protests broke out in May, Osk resigned".
        case near
    }

    /// How the expression came to the word.
    enum Way: Int, Sendable {
        /// It is the word's own.
        case own
        /// It is that of a happening or paper at or in which the word's act takes place: "at Monday's rally".
        case shared
        /// It stands in a phrase of the word that may as well be dated itself: "condemned the raid on Monday".
        case weak
    }

    /// Which expression, an index into the reader's list.
    var index: Int
    /// How it stands to the word.
    var relation: Relation
    /// How it came there.
    var way: Way
    /// Whether it stands before its noun: "the 1997 agreement".
    var isBeforeNoun: Bool
}

extension DateReader {
    /// Finds for every token what the time expressions say of it.
    mutating func anchor() {
        for index in timexes.indices {
            let (head, timex) = (timexes[index].head, timexes[index].timex)
            guard !isPartOfName(timex) else { continue }
            let base = attached(head)
            if let verb = verbOpened(by: timex, head: base) {
                add(index, to: verb, way: .own)
            } else if let noun = nounAfter(timex, head: base) {
                add(index, to: noun, way: .own, isBeforeNoun: true)
                spread(index, from: noun)
                lead(index, from: base, to: noun)
            } else {
                place(index, from: base)
            }
        }
    }

    /// The first of several joined expressions: July of "in July and September".
    private func attached(_ head: Int) -> Int {
        var place = head
        for _ in 0..<8 {
            guard parsed.tokens[place].dep == "conj", let above = parsed.head(of: place),
                timexes.contains(where: { $0.timex.tokens.contains(above) })
            else { break }
            place = above
        }
        return place
    }

    /// The noun an expression stands before: agreement of "the 1997 agreement".
    private func nounAfter(_ timex: Timex, head: Int) -> Int? {
        for token in [head] + timex.tokens {
            if let noun = parsed.head(of: token), noun >= timex.tokens.upperBound, noun - timex.tokens.upperBound < 6,
                ["NOUN", "PROPN"].contains(parsed.tokens[noun].pos) || parsed.tokens[noun].tag == "VBG",
                ["compound", "nmod", "amod", "nummod", "poss"].contains(parsed.tokens[token].dep)
            {
                return noun
            }
        }
        // "the 7 October 2023 attack", "the May 3, 1998, raid", wherever the parser hung the day
        let (first, last) = (timex.tokens.lowerBound, parsed.tokens.count)
        guard first > 0, parsed.tokens[first - 1].dep == "det" || parsed.tokens[first - 1].dep == "poss",
            timex.type == .date, parsed.tokens[head].tag != "NN"
        else { return nil }
        var noun = timex.tokens.upperBound
        if timex.edtf?.precision == .day, noun < last, parsed.tokens[noun].text == "," { noun += 1 }
        while noun < last, parsed.tokens[noun].pos == "ADJ" { noun += 1 }
        guard noun < last, parsed.tokens[noun].pos == "NOUN" else { return nil }
        while noun + 1 < last, parsed.tokens[noun].dep == "compound", parsed.tokens[noun + 1].pos == "NOUN" {
            noun += 1
        }
        return noun
    }

    /// Follows an expression that stands as a phrase of its own to what it dates.
    private mutating func place(_ index: Int, from base: Int) {
        var at = base
        var relation = DateAnchor.Relation.during
        var isTied = false
        for _ in 0..<8 {
            guard let above = parsed.head(of: at) else {
                placeFragment(index, root: at)
                return
            }
            let token = parsed.tokens[at]
            let word = parsed.tokens[above]
            let isPreposition =
                ["ADP", "SCONJ", "ADV", "ADJ", "PART"].contains(word.pos)
                || (word.dep == "prep" && word.tag == "VBG")
            if isPreposition, token.dep != "nsubj" {
                let lower = parsed.lowerTexts[above]
                if ["after", "following"].contains(lower) { relation = .after }
                if ["before", "than"].contains(lower) || (lower == "as" && parsed.lowerTexts[at] != "of"),
                    token.dep == "pobj" || token.dep == "prep"
                {
                    return
                }
                if lower == "of" || lower == "from" || lower == "for" { isTied = true }
                at = above
                continue
            }
            if isVerb(above) {
                if ["nsubj", "nsubjpass"].contains(token.dep),
                    !words.has(parsed.lowerLemmas[above], in: .witnesses), parsed.lowerLemmas[above] != "mark"
                {
                    // The parser at times takes an opening date for the subject.
                    guard opens(timexes[index].timex) else { return }
                }
                if let paper = paperBefore(index, preposition: at) {
                    placeAfterNoun(index, noun: paper, relation: relation, isTied: true)
                    return
                }
                if let saying = sayingBefore(index, above) {
                    add(index, to: saying, way: .own, relation: relation)
                    return
                }
                if let cleft = clauseStressed(by: index, verb: above) {
                    add(index, to: cleft, way: .own, relation: relation)
                }
                add(index, to: verb(above, openedBy: index), way: .own, relation: relation)
                giveToNounBefore(index, verb: above)
                return
            }
            placeAfterNoun(index, noun: above, relation: relation, isTied: isTied)
            return
        }
    }

    /// The saying of "said on Friday he met the envoy", where the parser hung the day on the meeting.
    private func sayingBefore(_ index: Int, _ verb: Int) -> Int? {
        let timex = timexes[index].timex
        guard parsed.tokens[verb].dep == "ccomp", let above = parsed.head(of: verb), isVerb(above),
            let subject = parsed.child(of: verb, "nsubj", "nsubjpass"), timex.tokens.upperBound <= subject,
            above < timex.tokens.lowerBound, timex.tokens.lowerBound - above <= 2
        else { return nil }
        return above
    }

    /// The recognising of "it was not until 1976 that Osk recognised it".
    private func clauseStressed(by index: Int, verb: Int) -> Int? {
        let next = timexes[index].timex.tokens.upperBound
        guard parsed.lowerLemmas[verb] == "be", next < parsed.tokens.count,
            ["that", "when"].contains(parsed.lowerTexts[next]),
            let subject = parsed.child(of: verb, "nsubj", "expl", "nsubjpass"), parsed.lowerTexts[subject] == "it"
        else { return nil }
        return parsed.subtree(of: verb).first {
            $0 > next && isVerb($0) && ["ccomp", "relcl", "advcl", "acl"].contains(parsed.tokens[$0].dep)
        }
    }

    /// The convention of "violated their rights under the convention from 1948".
    private func paperBefore(_ index: Int, preposition: Int) -> Int? {
        guard preposition > 0, ["from", "of"].contains(parsed.lowerTexts[preposition]),
            timexes[index].timex.edtf?.precision != .interval
        else { return nil }
        var noun = preposition - 1
        if parsed.tokens[noun].dep == "nummod", let head = parsed.head(of: noun) { noun = head }
        return words.has(parsed.lowerLemmas[noun], in: .decisions) ? noun : nil
    }

    /// "2013: Osk recognised Veldania": a date that is the root, or hangs on nothing that happens.
    private mutating func placeFragment(_ index: Int, root: Int) {
        let sentence = parsed.sentences[parsed.sentence(of: root)].tokens
        guard
            let verb = sentence.first(where: {
                // "On 3 May of that year it left", where the parser hung the leaving on the year.
                isVerb($0) && parsed.tokens[$0].dep != "aux" && !timexes[index].timex.tokens.contains($0)
                    && parsed.head(of: $0).map { $0 == root || timexes[index].timex.tokens.contains($0) } == true
            })
        else {
            return
        }
        add(index, to: verb, way: .own)
    }

    /// A date after a noun: the noun's own, or the verb's to which the noun leads.
    private mutating func placeAfterNoun(_ index: Int, noun: Int, relation: DateAnchor.Relation, isTied: Bool) {
        add(index, to: noun, way: .own, relation: relation)
        if isTied || relation != .during {
            spread(index, from: noun)
            return
        }
        if isHappening(noun) {
            spread(index, from: noun)
            // "condemned the raid on Monday"
            if let verb = parsed.head(of: noun), isVerb(verb), ["dobj", "nsubjpass"].contains(parsed.tokens[noun].dep),
                !timexes[index].timex.isComplete
            {
                add(index, to: verb, way: .weak)
            }
            return
        }
        var at = noun
        for _ in 0..<8 {
            guard let above = parsed.head(of: at) else { return }
            if parsed.tokens[above].pos == "ADP" || parsed.tokens[above].dep == "prep" {
                if words.has(parsed.lowerTexts[above], in: .walls)
                    || ["after", "since"].contains(parsed.lowerTexts[above])
                    || (parsed.lowerTexts[above] == "before" && isHappening(at))
                {
                    return
                }
                at = above
                continue
            }
            guard !["appos", "relcl", "acl", "poss", "compound"].contains(parsed.tokens[at].dep) else { return }
            // "the minister on Monday dismissed it"
            if parsed.tokens[at].dep == "nsubj", at != noun || above < timexes[index].timex.tokens.upperBound { return }
            add(index, to: above, way: .own)
            if isVerb(above) { return }
            if isHappening(above) {
                spread(index, from: above)
                return
            }
            at = above
        }
    }

    /// Gives the date of a happening or paper to what takes place at or in it.
    private mutating func spread(_ index: Int, from noun: Int) {
        var at = noun
        for _ in 0..<4 {
            guard let preposition = parsed.head(of: at), parsed.tokens[at].dep == "pobj",
                let above = parsed.head(of: preposition)
            else { return }
            switch parsed.lowerTexts[preposition] {
            case "in", "at", "during", "amid", "throughout", "within":
                guard
                    isHappening(at) || words.has(parsed.lowerLemmas[at], in: .decisions)
                        || parsed.lowerTexts[preposition] == "during"
                else { return }
                add(index, to: above, way: .shared)
                return
            case "on" where ["visit", "trip", "tour", "occasion", "mission", "day"].contains(parsed.lowerLemmas[at]):
                add(index, to: above, way: .shared)
                return
            case "by"
            where words.has(parsed.lowerLemmas[at], in: .decisions) && parsed.tokens[preposition].dep == "agent":
                add(index, to: above, way: .shared)
                return
            case "after", "following":
                add(index, to: above, way: .shared, relation: timexes[index].timex.isComplete ? .after : .near)
                return
            case "of" where words.has(parsed.lowerLemmas[above], in: .aftermaths):
                guard let outer = parsed.head(of: above), let verb = parsed.head(of: outer) else { return }
                add(index, to: verb, way: .shared, relation: .near)
                return
            case "of" where words.has(parsed.lowerLemmas[above], in: .carriers):
                add(index, to: above, way: .own)
                at = above
            default: return
            }
        }
    }

    /// "cooled in the aftermath of the attack on the games in September": the date right after a happening that tells
    /// what came before is the happening's, wherever the parser hung it.
    private mutating func giveToNounBefore(_ index: Int, verb: Int) {
        let (first, next) = (timexes[index].timex.tokens.lowerBound, timexes[index].timex.tokens.upperBound)
        // "in 2003 following the raid": what came right before is of about that time.
        for preposition in parsed.children(of: verb, "prep")
        where preposition == next && parsed.lowerTexts[preposition] == "following" {
            if let object = parsed.child(of: preposition, "pobj") {
                add(index, to: object, way: .shared, relation: .near)
            }
        }
        for preposition in parsed.children(of: verb, "prep")
        where preposition > verb && parsed.extent(of: preposition).upperBound == first - 1 {
            guard let object = parsed.child(of: preposition, "pobj") else { continue }
            var noun = object
            var isAfter = ["after", "following"].contains(parsed.lowerTexts[preposition])
            if words.has(parsed.lowerLemmas[object], in: .aftermaths),
                let of = parsed.children(of: object, "prep").first(where: { parsed.lowerTexts[$0] == "of" }),
                let inner = parsed.child(of: of, "pobj")
            {
                noun = inner
                isAfter = true
            }
            // "condemned Osk over its raid in 1990"
            let word = parsed.lowerTexts[preposition]
            if ["over", "about", "regarding", "concerning"].contains(word)
                || (word == "for" && words.has(parsed.lowerLemmas[verb], in: .blames)),
                isHappening(object) || parsed.child(of: object, "poss") != nil, timexes[index].timex.isComplete
            {
                anchors[verb]?.removeAll { $0.index == index }
                add(index, to: object, way: .own)
            }
            guard isAfter, isHappening(noun) else { continue }
            anchors[verb]?.removeAll { $0.index == index }
            add(index, to: noun, way: .own)
            add(
                index, to: verb, way: .shared,
                relation: timexes[index].timex.isComplete && noun == object ? .after : .near)
        }
    }

    /// "the taking of hostages during the 7 October attack", where the parser hung the noun on the wrong word: the
    /// preposition before the day leads to its place.
    private mutating func lead(_ index: Int, from base: Int, to noun: Int) {
        guard parsed.tokens[base].dep == "pobj", parsed.head(of: noun) != base, let preposition = parsed.head(of: base),
            ["in", "at", "during", "amid"].contains(parsed.lowerTexts[preposition]), isHappening(noun),
            let above = parsed.head(of: preposition)
        else { return }
        add(index, to: above, way: .shared)
    }

    private mutating func add(
        _ index: Int, to token: Int, way: DateAnchor.Way, relation: DateAnchor.Relation = .during,
        isBeforeNoun: Bool = false
    ) {
        let anchor = DateAnchor(index: index, relation: relation, way: way, isBeforeNoun: isBeforeNoun)
        if anchors[token]?.contains(where: { $0.index == index }) != true { anchors[token, default: []].append(anchor) }
    }

    func isVerb(_ token: Int) -> Bool {
        let word = parsed.tokens[token]
        return (word.pos == "VERB" || word.pos == "AUX") && word.dep != "prep"
    }

    /// Whether a noun tells of something that happens.
    func isHappening(_ token: Int) -> Bool {
        words.has(parsed.lowerLemmas[token], in: .happenings) || triggers.contains(token)
            || (parsed.tokens[token].tag == "VBG" && !isVerb(token))
    }
}
