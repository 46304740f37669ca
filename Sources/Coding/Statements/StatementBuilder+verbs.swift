import ChanceryCore
import SpacyPipeline

extension StatementBuilder {
    /// Prepositions whose phrase right after an object is taken as part of it: "reported threats to the port".
    private static let objectPhrases: Set<String> = [
        "of", "by", "to", "for", "with", "against", "between", "from", "toward", "towards", "about",
    ]

    /// Adds a draft for every verb whose complement the data list.
    mutating func findVerbCues() {
        for verb in tokens.indices where isVerb(verb) && tokens[verb].dep != "amod" && !isModifierByForm(verb) {
            guard let entry = entry(ofVerb: verb) else { continue }
            let draft = isPassive(verb) ? passiveCue(verb, entry) : activeCue(verb, entry)
            if var draft {
                draft.via = mediums.names(beside: verb)
                drafts.append(draft)
            }
        }
    }

    private func draft(
        _ verb: Int, _ entry: CueEntry, _ frame: CueFrame, source: StatementSource?, extra: [Int] = [],
        pieces: [Range<Int>], rule: String
    ) -> StatementDraft? {
        guard let cueClass = entry.classes[frame], !pieces.isEmpty else { return nil }
        let cue = [verb] + ([particle(of: verb)].compactMap { $0 } + extra).filter { $0 != verb }
        return StatementDraft(
            cue: cue, cueClass: cueClass, source: source, pieces: pieces, finds: entry.finds,
            denies: entry.denies.contains(frame),
            isTopic: isTopic(verb, entry, frame, source), isNominal: false,
            rule: "verb-\(rule)")
    }

    private func activeCue(_ verb: Int, _ entry: CueEntry) -> StatementDraft? {
        let source = sources.subject(of: verb)
        let object = parsed.child(of: verb, "dobj")
        if isWithholding(verb) { return nil }
        if let parenthetical = parenthetical(verb, entry, source) { return parenthetical }
        var clause = parsed.child(of: verb, "ccomp")
        // "The port is shut, courts are ordering a halt": a verb with an object of its own does not tell what precedes it.
        if let before = clause, before < verb, let object, object > verb, !lexicon.addressing.contains(lemma(verb)) {
            clause = nil
        }
        if let before = clause, before < verb, let after = clauseAfterStop(verb, before) {
            clause = after == verb ? nil : after
        }
        if let clause {
            if hasTo(clause),
                let draft = draft(
                    verb, entry, .objectInfinitive, source: source,
                    pieces: contents.content(clause, under: verb, source),
                    rule: "object-infinitive")
            {
                return draft
            }
            if entry.classes[.objectName] != nil, isSmall(clause) {
                return nameCue(verb, entry, source, named: clause, from: parsed.extent(of: clause).lowerBound)
            }
            let lost = contents.bounds.lostSubject(of: clause, under: verb, object)
            if var draft = draft(
                verb, entry, .clause, source: source, pieces: contents.content(clause, under: verb, source, from: lost),
                rule: "clause")
            {
                // "The video shows her leaving": seen, not said.
                if draft.cueClass == .show || lemma(verb) == "find", tokens[clause].tag == "VBG" {
                    draft.isTopic = true
                }
                return draft
            }
        }
        if clause == nil, let behind = clauseBehindMedium(verb),
            let draft = draft(
                verb, entry, .clause, source: source, pieces: contents.content(behind, under: verb, source),
                rule: "clause")
        {
            return draft
        }
        let complement = parsed.child(of: verb, "xcomp")
        if let complement, let object, hasTo(complement),
            let draft = draft(
                verb, entry, .objectInfinitive, source: source,
                pieces: contents.content(complement, under: verb, source, from: object), rule: "object-infinitive")
        {
            return draft
        }
        if let name = parsed.child(of: verb, "oprd") ?? complement.flatMap({ isVerb($0) ? nil : $0 }),
            let draft = nameCue(verb, entry, source, named: name, from: object)
        {
            return draft
        }
        if let object, let draft = objectWithPhrase(verb, entry, source, object) { return draft }
        if let complement, isVerb(complement) || tokens[complement].pos == "AUX" {
            let frame: CueFrame = tokens[complement].tag == "VBG" ? .gerund : .infinitive
            if var draft = draft(
                verb, entry, frame, source: source, pieces: contents.content(complement, under: verb, source),
                rule: frame == .gerund ? "gerund" : "infinitive")
            {
                withoutSource(&draft)
                return draft
            }
        }
        if let draft = phraseCue(verb, entry, source) { return draft }
        guard let object else { return nil }
        var reach = object
        for phrase in parsed.children(of: verb, "prep") where phrase == parsed.extent(of: reach).upperBound {
            guard Self.objectPhrases.contains(forms[phrase]) else { break }
            reach = phrase
        }
        let pieces = contents.content(reach, under: verb, source, from: reach == object ? nil : object)
        guard var draft = draft(verb, entry, .object, source: source, pieces: pieces, rule: "object") else {
            return nil
        }
        draft.isNominal = true
        return draft
    }

    /// "Said in a statement that …": the parser hangs the clause on the medium.
    func clauseBehindMedium(_ verb: Int) -> Int? {
        guard parsed.child(of: verb, "ccomp", "dobj") == nil, entry(ofVerb: verb)?.classes[.clause] != nil else {
            return nil
        }
        for phrase in parsed.children(of: verb, "prep") where ["in", "on", "at", "during"].contains(forms[phrase]) {
            guard let medium = parsed.child(of: phrase, "pobj"), lexicon.media.contains(lemma(medium)) else { continue }
            for clause in parsed.children(of: medium, "acl", "ccomp", "relcl") where clause > medium {
                if let mark = parsed.child(of: clause, "mark"), forms[mark] == "that" { return clause }
            }
        }
        return nil
    }

    /// "Denied the party its victory", "denied entry to a ship": what is denied to somebody is kept from them.
    private func isWithholding(_ verb: Int) -> Bool {
        guard lemma(verb) == "deny", parsed.child(of: verb, "ccomp") == nil else { return false }
        if parsed.children(of: verb, "dobj", "dative").filter({ $0 > verb }).count > 1 { return true }
        guard let object = parsed.child(of: verb, "dobj") else { return false }
        return parsed.children(of: verb, "prep", "dative").contains { forms[$0] == "to" && $0 > object }
    }

    /// What seems is somebody's impression, but the text does not say whose: its subject is what seems so.
    private func withoutSource(_ draft: inout StatementDraft) {
        guard draft.cueClass == .seem, let subject = draft.source?.tokens else { return }
        draft.source = nil
        draft.pieces = ([subject] + draft.pieces).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// "describes X as Y", "accused X of Y", "blamed X for Y".
    private func objectWithPhrase(
        _ verb: Int, _ entry: CueEntry, _ source: StatementSource?, _ object: Int
    ) -> StatementDraft? {
        let phrases = parsed.children(of: verb, "prep", "dative") + parsed.children(of: object, "prep")
        for phrase in phrases where phrase > object {
            let word = forms[phrase]
            if word == "as", entry.classes[.objectAs] != nil {
                return nameCue(verb, entry, source, named: phrase, from: object)
            }
            if var draft = draft(
                verb, entry, .objectPhrase(word), source: source,
                pieces: contents.content(
                    phrase, under: verb, source, from: lexicon.addressing.contains(lemma(verb)) ? nil : object),
                rule: "object-\(word)")
            {
                draft.isNominal = parsed.child(of: phrase, "pcomp") == nil
                return draft
            }
        }
        return nil
    }

    /// A name or characterisation; where it is quoted, the quoted words are the content.
    private func nameCue(
        _ verb: Int, _ entry: CueEntry, _ source: StatementSource?, named: Int, from object: Int?
    ) -> StatementDraft? {
        let isPhrase = tokens[named].dep == "prep"
        let frame: CueFrame = isPhrase ? .objectAs : .objectName
        let extra = isPhrase ? [named] : []
        if let quotation = quotation(startingIn: parsed.extent(of: named), after: verb) {
            var draft = draft(
                verb, entry, frame, source: source, extra: extra, pieces: [quotation.tokens], rule: "name-quoted")
            draft?.form = .direct
            return draft
        }
        // "what he called a mistake": the name alone is his.
        let object = object.flatMap { forms[$0] == "what" ? nil : $0 }
        var draft = draft(
            verb, entry, frame, source: source, extra: extra,
            pieces: contents.content(
                object == nil && isPhrase ? parsed.child(of: named, "pobj", "pcomp") ?? named : named, under: verb,
                source,
                from: object), rule: isPhrase ? "name-as" : "name")
        draft?.isNominal = true
        if var seeming = draft {
            withoutSource(&seeming)
            // "Osk presents itself as a haven" by being one: what acts so says nothing.
            if object.map({ parsed.extent(of: $0).contains { forms[$0] == "itself" } }) == true {
                seeming.isTopic = true
            }
            draft = seeming
        }
        return draft
    }

    private func quotation(startingIn range: Range<Int>, after verb: Int) -> Quotation? {
        quotations(ofBlock: block(of: verb)).first {
            $0.tokens.lowerBound > verb && range.contains($0.tokens.lowerBound) && quotationOfToken[verb] == nil
                && 2 * $0.tokens.count >= range.count && $0.tokens.lowerBound <= range.lowerBound + 4
        }
    }

    /// "spoke of …", "called for …".
    private func phraseCue(_ verb: Int, _ entry: CueEntry, _ source: StatementSource?) -> StatementDraft? {
        for phrase in parsed.children(of: verb, "prep", "prt") {
            let word = forms[phrase]
            guard entry.classes[.phrase(word)] != nil,
                let object = parsed.child(of: phrase, "pobj", "pcomp", "prep", "ccomp")
            else { continue }
            var draft = draft(
                verb, entry, .phrase(word), source: source, extra: [phrase],
                pieces: contents.content(object, under: verb, source), rule: "phrase-\(word)")
            draft?.isNominal = tokens[object].dep == "pobj"
            // "They disagree on it, with some of them leaving"
            if word == "with", phrase > verb, tokens[phrase - 1].text == "," { draft?.isTopic = true }
            if var draft {
                withoutSource(&draft)
                return draft
            }
        }
        return nil
    }

    /// "as X said", and "…, X said, …" where the parser hangs the saying on the clause that is said.
    private func parenthetical(_ verb: Int, _ entry: CueEntry, _ source: StatementSource?) -> StatementDraft? {
        guard let cueClass = entry.classes[.clause],
            parsed.child(of: verb, "ccomp") == nil || tokens[verb].dep == "parataxis",
            let above = parsed.head(of: verb)
        else { return nil }
        let isAs =
            tokens[verb].dep == "advcl"
            && parsed.children(of: verb, "mark", "advmod").contains { forms[$0] == "as" }
        let isBeside =
            (tokens[verb].dep == "parataxis" || (tokens[verb].dep == "ccomp" && verb < above))
            && !hasMark(verb)
        guard isAs || isBeside, source?.head != nil, source?.head != above else { return nil }
        // "He thought of them as friends, he said": the first clause is what the second tells.
        if isBeside, tokens[verb].dep == "ccomp", verb < above,
            self.entry(ofVerb: above)?.classes[.clause]?.isSpeech == true
        {
            return nil
        }
        // "As she claims to wish": what she claims is the wish.
        if isAs, parsed.child(of: verb, "xcomp") != nil { return nil }
        // "As bad as she said" measures; it does not tell what she said.
        if isAs, ["ADJ", "ADV"].contains(tokens[above].pos) { return nil }
        // "As he joked with a friend, his brother left": while he did.
        if isAs, parsed.children(of: verb, "prep").contains(where: { forms[$0] == "with" }) { return nil }
        // "Osk has added a line, she noted": a cue with an object of its own says that.
        if let object = parsed.child(of: verb, "dobj"), isAs || !lexicon.addressing.contains(lemma(verb)), object > verb
        {
            return nil
        }
        var whole = parsed.extent(of: above)
        // "They hoped for luck: the port, they argued, was safe": the clause beyond the colon is not what they argued.
        if let colon = (whole.lowerBound..<max(whole.lowerBound, verb)).last(where: {
            quotationOfToken[$0] == nil && [":", ";", "-", "–", "—"].contains(tokens[$0].text)
        }), colon > above || above > verb, colon > whole.lowerBound + 2, isLone(colon, in: whole) {
            whole = (colon + 1)..<max(whole.upperBound, colon + 1)
        }
        let content = clipped(pieces(whole, without: Set(parsed.extent(of: verb))), toQuotationOf: verb)
        guard !content.isEmpty else { return nil }
        return StatementDraft(
            cue: [verb], cueClass: cueClass, source: source, pieces: content + rest(after: verb), finds: entry.finds,
            rule: isAs ? "verb-as" : "verb-beside")
    }

    /// Whether a mark is a colon or semicolon, or a dash without a partner.
    private func isLone(_ mark: Int, in range: Range<Int>) -> Bool {
        guard ["-", "–", "—"].contains(tokens[mark].text) else { return true }
        return range.count { tokens[$0].text == tokens[mark].text } == 1
    }

    /// "There is a risk, X said, that …": what a saying set in the middle cuts off.
    private func rest(after verb: Int) -> [Range<Int>] {
        guard let clause = parsed.child(of: verb, "ccomp", "advcl", "relcl"), clause > verb,
            let mark = parsed.child(of: clause, "mark"), forms[mark] == "that", mark > 0, tokens[mark - 1].text == ","
        else { return [] }
        return pieces(parsed.extent(of: clause), without: [])
    }

    // MARK: Passive

    private func passiveCue(_ verb: Int, _ entry: CueEntry) -> StatementDraft? {
        let agent = sources.agent(of: verb) ?? agentBehindName(of: verb, entry) ?? mediums.source(beside: verb)
        let subject = parsed.child(of: verb, "nsubjpass") ?? reducedSubject(of: verb)
        if let clause = parsed.child(of: verb, "ccomp") {
            return draft(
                verb, entry, .clause, source: agent, pieces: contents.content(clause, under: verb, agent),
                rule: "passive-clause"
            )
        }
        if let complement = parsed.child(of: verb, "xcomp"), isVerb(complement) || tokens[complement].pos == "AUX" {
            // "was found sleeping"
            if tokens[complement].tag == "VBG", lemma(verb) == "find" { return nil }
            // "are round and have been found to help": what is found so stands elsewhere.
            if agent == nil, subject == nil, lemma(verb) == "find" { return nil }
            let told = entry.classes[.objectInfinitive] != nil
            let frame: CueFrame = told ? .objectInfinitive : entry.classes[.clause] != nil ? .clause : .infinitive
            guard told || entry.classes[.clause] != nil || entry.classes[.infinitive] != nil else { return nil }
            var content = contents.content(complement, under: verb, agent)
            if !told, let subject { content = [phrase(subject, barrier: verb)] + content }
            return draft(verb, entry, frame, source: agent, pieces: content, rule: "passive-infinitive")
        }
        for phrase in parsed.children(of: verb, "prep") {
            let word = forms[phrase]
            let frame: CueFrame = word == "as" ? .objectAs : .objectPhrase(word)
            guard entry.classes[frame] != nil else { continue }
            if word == "as", let quotation = quotation(startingIn: parsed.extent(of: phrase), after: verb) {
                var quoted = draft(
                    verb, entry, frame, source: agent, extra: [phrase], pieces: [quotation.tokens],
                    rule: "passive-name-quoted")
                quoted?.form = .direct
                return quoted
            }
            let isName = word == "as"
            let complement = isName ? parsed.child(of: phrase, "pobj", "pcomp", "amod") ?? phrase : phrase
            var content = contents.content(complement, under: verb, agent)
            if let subject, subject < verb, !isName { content = [self.phrase(subject, barrier: verb)] + content }
            var draft = draft(
                verb, entry, frame, source: agent, extra: isName ? [phrase] : [], pieces: content,
                rule: "passive-\(word)")
            draft?.isNominal = parsed.child(of: phrase, "pcomp") == nil
            if draft != nil { return draft }
        }
        if let name = parsed.child(of: verb, "oprd"), entry.classes[.objectName] != nil {
            var content = contents.content(name, under: verb, agent)
            if let subject, subject < verb { content = [phrase(subject, barrier: verb)] + content }
            var draft = draft(verb, entry, .objectName, source: agent, pieces: content, rule: "passive-name")
            draft?.isNominal = true
            return draft
        }
        guard let agent, let subject, subject < verb else { return nil }
        var draft = draft(
            verb, entry, .object, source: agent, pieces: [phrase(subject, barrier: verb)], rule: "passive-object")
        draft?.isNominal = true
        return draft
    }

    /// "was named a hero by the council": the parser hangs "by the council" on the name.
    private func agentBehindName(of verb: Int, _ entry: CueEntry) -> StatementSource? {
        guard entry.classes[.objectAs] != nil || entry.classes[.objectName] != nil else { return nil }
        let names = parsed.children(of: verb, "oprd") + parsed.children(of: verb, "prep").filter { forms[$0] == "as" }
        for name in names where name > verb {
            for phrase in parsed.extent(of: name) where forms[phrase] == "by" && tokens[phrase].dep == "prep" {
                guard let object = parsed.child(of: phrase, "pobj"), speakers.canSpeak(StatementSource(head: object))
                else {
                    continue
                }
                return sources.source(object, beside: verb)
            }
        }
        return nil
    }

    private func reducedSubject(of verb: Int) -> Int? {
        tokens[verb].dep == "acl" ? parsed.head(of: verb) : nil
    }

    // MARK: Shapes of clauses

    private func hasTo(_ clause: Int) -> Bool {
        parsed.children(of: clause).contains { tokens[$0].tag == "TO" && $0 < clause }
    }

    private func hasMark(_ verb: Int) -> Bool { parsed.child(of: verb, "mark") != nil }

    /// A clause without a verb of its own: "called it a mistake".
    private func isSmall(_ clause: Int) -> Bool { !isVerb(clause) && tokens[clause].pos != "AUX" }
}
