import ChanceryCore
import Grammar
import SpacyPipeline

/// Makes reports of what coding found: adds date, modality and attribution, and counts in code points.
struct ReportBuilder: Sendable {
    let parsed: ParsedDocument
    let entities: EntityIndex
    let statements: StatementIndex
    let dates: DateReader
    let modality: ModalityReader
    /// On whose word acts are told; nil where rules alone say it.
    let voices: VoiceChooser?
    /// Who says "we" in the text's own voice, where somebody does.
    let author: Mention?
    let map: ReadingMap
    /// Every mention in text order, made once: each statement asks for those it is about.
    private let mentions: [EntityMention]
    /// Places in `mentions` by where the mention begins.
    private let mentionsByStart: [Int]

    init(
        parsed: ParsedDocument, entities: EntityIndex, statements: StatementIndex, dates: DateReader,
        modality: ModalityReader, voices: VoiceChooser? = nil, author: Mention?
    ) {
        self.voices = voices
        self.author = author
        self.parsed = parsed
        self.entities = entities
        self.statements = statements
        self.dates = dates
        self.modality = modality
        map = parsed.map
        let mentions = entities.mentions
        self.mentions = mentions
        mentionsByStart = mentions.indices.sorted { mentions[$0].mention.span.start < mentions[$1].mention.span.start }
    }

    /// The mentions that stand in one of some stretches, in the order of ``EntityIndex/mentions``.
    private func mentions(in stretches: [ByteSpan]) -> [EntityMention] {
        var places: Set<Int> = []
        for stretch in stretches {
            // The first mention that begins in the stretch, by halving.
            var low = 0
            var high = mentionsByStart.count
            while low < high {
                let middle = (low + high) / 2
                if mentions[mentionsByStart[middle]].mention.span.start < stretch.start {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            for place in mentionsByStart[low...] {
                guard mentions[place].mention.span.start <= stretch.end else { break }
                if stretch.contains(mentions[place].mention.span) { places.insert(place) }
            }
        }
        return places.sorted().map { mentions[$0] }
    }

    /// The report of an event.
    ///
    /// - Parameter dated: when it was done; see ``ActDates``.
    func report(_ event: EventFinding, _ dated: ActDate) -> Report {
        let date = dated.finding
        let place = place(of: event)
        var clause = clause(of: event.trigger)
        for token in event.conditionTokens { clause = clause.union(parsed.span(token)) }
        var told = report(
            .event(
                Event(
                    type: event.concept.type, modes: event.concept.modes, contexts: event.concept.contexts,
                    concept: event.concept.name, actors: event.actors.map { $0.participant(map) },
                    recipients: event.recipients.map { $0.participant(map) },
                    isReciprocal: event.isReciprocal,
                    place: place.map { Place(name: $0.name, evidence: evidence($0)) },
                    isDefinite: parsed.isDefinite(event.trigger), isHeadline: parsed.isHeadline(event.trigger),
                    isLikely: event.isLikely)),
            clause: clause, trigger: parsed.span(event.trigger), at: event.trigger, date: date,
            mentions: event.actors + event.recipients + [place].compactMap { $0 },
            modality: event.modality ?? modality.modality(at: event.trigger), rule: event.ruleID,
            key: "event|\(event.concept.type)", distinction: event.isFurther ? event.concept.name : "",
            chain: chain(of: event),
            said: dated.published.map { ReportDate(edtf: $0.description, basis: .published, evidence: nil) })
        told.confidence = event.confidence.map { ($0 * 100).rounded() / 100 }
        return told
    }

    /// The statements on whose sources' word an act is told.
    private func chain(of event: EventFinding) -> [StatementFinding] {
        let chain = statements.chain(at: event.trigger).filter { !isOwnAct($0, event) }
        guard let voices, !chain.isEmpty else { return chain }
        let act = VoiceChooser.Act(
            word: ActWord(event.trigger, parsed), names: ActNames(rule: event.ruleID, event.concept),
            actors: event.actors, recipients: event.recipients, modality: event.modality ?? .asserted)
        // What somebody denies is never told without them.
        return chain.enumerated().filter { place, statement in
            statement.stance == .rejects && !isAside(event.trigger, from: statement)
                || voices.answers(VoiceChooser.Voice(statement, at: place, in: chain), for: act)
        }.map(\.element)
    }

    /// Whether somebody merely announces or voices what they do: "Osk announced the suspension of aid" is no claim.
    private func isOwnAct(_ statement: StatementFinding, _ event: EventFinding) -> Bool {
        guard statement.kind == .nounPhrase, let source = statement.source else { return false }
        return event.actors.contains { $0.name == source.name }
    }

    /// The report of a statement; nil for findings that are no record of a saying, such as intentions.
    ///
    /// - Parameter distinction: what tells it from another statement of the same words.
    func report(_ statement: StatementFinding, distinction: String = "") -> Report? {
        guard statement.isStatement else { return nil }
        // "was welcomed by the minister", "praised Osk": who is welcomed or praised is not what is said.
        if statement.kind == .nounPhrase,
            mentions(in: [statement.contentHull]).contains(where: { $0.mention.span == statement.contentHull })
        {
            return nil
        }
        // "rejected the candidate": whom one rejects is not what one says.
        if statement.kind == .nounPhrase, statement.cueClass == .deny,
            let head = statement.contentTokens.first.flatMap(headNoun),
            let party = entities.participant(at: head), party.kind == .person || party.kind == .organisation
        {
            return nil
        }
        let at = statement.at
        let date = date(of: statement)
        let about = unique(
            mentions(in: statement.content).filter { !$0.isPronoun }.map(\.mention))
        var clause = statement.hull
        if let source = statement.source, source.from == nil { clause = clause.union(source.span) }
        if let addressee = statement.addressee { clause = clause.union(addressee.span) }
        // "the claim that … was repeated by X": X does not stand behind a claim of their own.
        let chain = statements.chain(at: at).filter { other in
            other != statement
                && !(statement.cueTokens.first.map { parsed.tree.classes[$0] == .noun } ?? false
                    && other.source?.name == statement.source?.name)
        }
        return report(
            .statement(
                Statement(
                    speaker: statement.source.map { $0.participant(map) },
                    addressee: statement.addressee.map { $0.participant(map) }, form: statement.kind.form,
                    cue: statement.cue,
                    cueSpan: statement.cueSpan.map { map.codePoints($0) },
                    contentSpan: map.codePoints(statement.contentHull),
                    pieces: statement.content.count > 1 ? statement.content.map { map.codePoints($0) } : nil,
                    questionSpan: statement.question.map { map.codePoints($0) },
                    about: about.map { $0.participant(map) },
                    via: statement.via)),
            clause: clause, trigger: statement.contentHull, at: at, date: date, mentions: about,
            modality: statement.standing == .doubtful || statement.kind == .invented ? .hypothetical : .asserted,
            rule: statement.rule.id, key: "statement|\(statement.source?.name ?? "")", distinction: distinction,
            chain: chain, statement: statement)
    }

    /// When something was said: as its own words tell, else as those of the saying that it goes on with.
    private func date(of statement: StatementFinding) -> DateFinding? {
        var told = statement
        for _ in 0..<4 {
            if let date = dates.date(at: told.at, excluding: told.content) {
                guard told != statement else { return date }
                return DateFinding(
                    edtf: date.edtf, basis: .resolved, span: date.span, from: date.from ?? date.span, first: date.first)
            }
            guard let earlier = told.goesOnWith,
                let before = statements.statements.first(where: {
                    $0.at == earlier && $0.source?.name == told.source?.name
                })
            else { return nil }
            told = before
        }
        return nil
    }

    /// The head of a noun phrase: the one word in it that hangs on a word outside.
    private func headNoun(_ range: Range<Int>) -> Int? {
        range.first { !range.contains(parsed.tokens[$0].head) && [.noun, .propn].contains(parsed.tree.classes[$0]) }
    }

    /// The report of a figure.
    func report(_ figure: FigureFinding) -> Report {
        let date = dates.date(at: figure.head, as: .figure)
        return report(
            .figure(
                Figure(
                    value: figure.value, unit: figure.unit, of: figure.of, qualifier: figure.qualifier,
                    low: figure.low, high: figure.high)),
            clause: figure.clause, trigger: figure.number, at: figure.numberTokens.lowerBound, date: date, mentions: [],
            modality: modality.modality(at: figure.head), rule: figure.rule, key: "figure|\(figure.unit)")
    }

    /// The report of a state of affairs.
    func report(_ state: StateFinding) -> Report {
        let date = date(of: state)
        var told = report(
            .state(
                StateOfAffairs(
                    subject: state.subject.map { $0.participant(map) }, relation: state.relation,
                    concept: state.concept, object: state.object.map { $0.participant(map) })),
            clause: state.clause, trigger: state.triggerSpan, at: state.trigger, date: date,
            mentions: state.subject + state.object,
            modality: state.negated ? .negated : modality.modality(at: state.trigger),
            rule: state.rule, key: "state|\(state.concept)",
            distinction: state.concept,
            // What a title or "the Oskan embassy in Tarn" says is taken for granted, whoever says the sentence round it.
            chain: state.rule == StateRule.officeTitle || state.isAside && ConceptRole(state.concept) == .mission
                ? statements.chain(at: state.trigger).filter(\.kind.isQuoted) : nil,
            said: date == nil ? dayOfTelling(state) : nil)
        told.confidence = state.confidence.map { ($0 * 100).rounded() / 100 }
        return told
    }

    /// When a state holds, as far as the words tell: who is in office is so on the day of what is told of them.
    private func date(of state: StateFinding) -> DateFinding? {
        guard state.isAside || ConceptRole(state.concept) == .office, state.since == nil else {
            return dates.date(at: state.trigger, carriesOver: false, as: .lasting)
        }
        if let own = dates.date(at: state.trigger, carriesOver: false, as: .standing) { return own }
        let verb = parsed.clauseHead(of: state.trigger)
        guard !state.isEnded else { return nil }
        let isOwnVoice = !statements.isToldInStatement(state.trigger)
        return dates.date(at: verb, carriesOver: isOwnVoice) ?? (isOwnVoice ? dates.storyDate(at: verb) : nil)
    }

    /// The day of publication of what a text tells as holding then; nil for what it tells of the past.
    private func dayOfTelling(_ state: StateFinding) -> ReportDate? {
        guard !state.isPast, !state.isEnded else { return nil }
        return dayOfPublication(near: state.trigger)
    }

    private func report(
        _ content: Report.Content, clause: ByteSpan, trigger: ByteSpan, at token: Int, date: DateFinding?,
        mentions: [Mention], modality: Modality, rule: String, key: String, distinction: String = "",
        chain given: [StatementFinding]? = nil, statement told: StatementFinding? = nil, said: ReportDate? = nil
    ) -> Report {
        let chain = given ?? statements.chain(at: token)
        // A date that another sentence tells is taken over from there, with whatever it rests on itself.
        var date = date
        if let told = date?.span, !sharesSentence(told, token) { date?.from = told }
        var modality = modality
        if chain.contains(where: { $0.stance == .rejects && !isAside(token, from: $0) }) {
            modality = modality.combined(with: .denied)
        } else if content.kind != .statement, chain.contains(where: { !$0.isEstablished && !isOfItself($0, content) }) {
            modality = modality.combined(with: .claimed)
        }
        // What the author puts into somebody's mouth nobody says.
        if told == nil, statements.allStatements(at: token).contains(where: { $0.kind == .invented }) {
            modality = modality.combined(with: .hypothetical)
        }
        var span = clause.union(trigger)
        for mention in mentions where mention.from == nil { span = span.union(mention.span) }
        for mention in mentions where mention.from != nil && sharesSentence(mention.span, token) {
            span = span.union(mention.span)
        }
        if let date, date.from != date.span { span = span.union(date.span) }
        span = widened(span, in: parsed.sentences[parsed.sentence(of: token)].tokens)
        let stances = stances(to: told.map { [$0] } ?? Array(chain.suffix(1)), isTold: told == nil)
        let published =
            told == nil || date != nil || chain.contains(where: { $0.kind == .invented })
            ? said : dayOfPublication(near: token)
        var report = Report(
            document: parsed.document.name, documentHash: parsed.document.hash, span: map.codePoints(span),
            content: content, trigger: map.codePoints(trigger),
            date: date.map {
                ReportDate(
                    edtf: $0.edtf.description, basis: $0.basis,
                    evidence: Evidence(map.codePoints($0.span), from: $0.from.map { map.codePoints($0) }))
            } ?? published, modality: modality, attribution: chain.compactMap { link($0) }, stances: stances,
            rule: rule, key: key,
            distinction: distinction)
        // Of a statement what is said, and the clause only of anything else.
        let told = content.kind == .statement ? trigger : span
        report.terms = parsed.terms(in: told)
        report.wording = WordingReader.wording(
            of: map.words(told), from: map.codePoints(told).start, telling: content)
        return report
    }

    /// The day the text was published, for a saying that nothing else dates; nil where the paragraph, or the one before, is
    /// about another year.
    private func dayOfPublication(near token: Int) -> ReportDate? {
        guard let given = parsed.document.metadata.publishedOn, let day = EDTF(given),
            !dates.isOfAnotherYear(near: token)
        else { return nil }
        return ReportDate(edtf: day.description, basis: .published, evidence: nil)
    }

    /// The classes of words a quotation should not begin without.
    private static let openers: [WordClass] = [.adp, .det, .adj, .num, .propn, .adv, .part, .aux, .sconj]

    /// Takes in the words a quotation should not begin without: the "In" of "In 1970 …", an article, a conjunct's name.
    private func widened(_ span: ByteSpan, in sentence: Range<Int>) -> ByteSpan {
        var start = span.start
        for token in sentence.reversed() where parsed.tokens[token].end <= start {
            let word = parsed.tokens[token]
            guard Self.openers.contains(parsed.tree.classes[token]) || word.dep == "poss" else {
                break
            }
            start = word.start
        }
        return ByteSpan(start, span.end)
    }

    /// Whether a statement gives out its source's own act: "Osk announced that it had severed its ties" is how ties are
    /// severed, and no claim.
    private func isOfItself(_ statement: StatementFinding, _ content: Report.Content) -> Bool {
        guard case .event(let event) = content, event.actors.count == 1, let actor = event.actors.first,
            let source = statement.source, let cue = statement.cueTokens.first, !statement.kind.isQuoted,
            modality.cues.holds("announcing", parsed.lowerLemmas[cue])
        else { return false }
        return actor.name == source.name || (!actor.code.isEmpty && actor.code == source.code && actor.kind == .state)
    }

    /// Whether a token stands in a relative clause of what a statement denies: "disowned the envoy who praised Osk".
    private func isAside(_ token: Int, from statement: StatementFinding) -> Bool {
        guard let cue = statement.cueTokens.first else { return false }
        // "Rejected the declaration of independence": it was made.
        if statement.kind == .nounPhrase, parsed.head(of: token) == cue,
            modality.cues.holds("refusing", parsed.lowerLemmas[cue])
        {
            return true
        }
        for place in [token] + parsed.ancestors(of: token) {
            if place == cue { return false }
            if parsed.tree.labels[place] == .relcl { return true }
            // "rejected what it called terror": what it calls terror it does not deny to call so.
            if parsed.tree.hasChild(of: place, [.dobj, .nsubj], where: { parsed.lowerTexts[$0] == "what" }) {
                return true
            }
        }
        return false
    }

    /// How parties stand to what is told: others to the innermost statement it is told in, and, where that is more than
    /// a claim, the one who makes it.
    private func stances(to told: [StatementFinding], isTold: Bool) -> [Stance] {
        guard let statement = told.last else { return [] }
        var found: [Stance] = []
        if isTold, let source = statement.source, let kind = statement.stance {
            found.append(
                Stance(
                    kind: kind, party: source.name, code: source.code, cue: statement.cue, evidence: evidence(source),
                    words: map.codePoints(statement.hull)))
        }
        return found
            + statements.stances(to: statement).map { stance in
                Stance(
                    kind: stance.kind, party: stance.party.name, code: stance.party.code, cue: stance.cue,
                    evidence: evidence(stance.party), words: map.codePoints(stance.span))
            }
    }

    private func link(_ statement: StatementFinding) -> AttributionLink? {
        // "Osk asked Tarn to deny that …": what Tarn has yet to say is not on its word.
        guard let source = statement.source, statement.standing != .prospective else { return nil }
        return AttributionLink(source: source.name, code: source.code, cue: statement.cue, evidence: evidence(source))
    }

    private func evidence(_ mention: Mention) -> Evidence {
        Evidence(map.codePoints(mention.span), from: mention.from.map { map.codePoints($0) })
    }

    private func sharesSentence(_ span: ByteSpan, _ token: Int) -> Bool {
        parsed.span(parsed.sentences[parsed.sentence(of: token)].tokens).contains(span)
    }

    /// The clause round a trigger: what hangs on it, and on the verb that carries an event noun.
    private func clause(of trigger: Int) -> ByteSpan { parsed.span(parsed.extent(of: trigger)) }

    /// The place named with "in" or "at" at the trigger or at the verb above it.
    private func place(of event: EventFinding) -> Mention? {
        let roles = modality.roles
        for index in [event.trigger] + parsed.ancestors(of: event.trigger).prefix(1) {
            for word in ["in", "at"] {
                for head in roles.objects(ofPreposition: word, at: index) where !isSetAgainst(head) {
                    if let place = entities.place(at: head) { return place }
                }
            }
        }
        return nil
    }

    /// Whether a phrase names what it was not: "in Osk rather than in Tarn", "not in Tarn".
    private func isSetAgainst(_ head: Int) -> Bool {
        guard let preposition = parsed.head(of: head), preposition > 1 else { return false }
        let before = parsed.lowerTexts[preposition - 1]
        let words = parsed.grammar.words
        return words.setAgainst.contains(before)
            || words.setAgainst.contains(parsed.lowerTexts[preposition - 2] + " " + before)
    }

    private func unique(_ mentions: [Mention]) -> [Mention] {
        var seen: Set<String> = []
        return mentions.filter { seen.insert($0.name).inserted }
    }
}
