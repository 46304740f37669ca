import ChanceryCore
import SpacyPipeline

/// Tells the events that words only speak of in a figure from those a record may state.
///
/// Politics is told in words of war: candidates "attack" each other, ministers "battle" over a law. A verb or noun of
/// that sort is an act of force only where somebody in it wields or suffers force; else it is no record at all.
struct TellingFilter: Sendable {
    let parsed: ParsedDocument
    let filler: SlotFiller

    /// An event without the parties that its own words only seem to name, or nil where the record cannot tell it.
    func told(_ event: EventFinding) -> EventFinding? {
        var event = event
        let trigger = parsed.span(event.trigger)
        // "Norway's Official Endorsement": the act is not who acts.
        event.actors.removeAll { $0.span.contains(trigger) }
        event.recipients.removeAll { $0.span.contains(trigger) }
        if event.actors.isEmpty, event.recipients.isEmpty { return nil }
        if event.rule.needsRecipient, event.recipients.isEmpty { return nil }
        if event.rule.needsActor, event.actors.isEmpty { return nil }
        let parties = event.actors + event.recipients
        if filler.roles.isVerb(event.trigger), parties.contains(where: { isUnsure($0, among: parties) }) { return nil }
        if isIdle(event) { return nil }
        if isFigurative(event) || lacksObject(event) || isAsOpposed(event) || isNamed(event) { return nil }
        if isSpeakersOwn(event) || isOpinion(event) || isMisread(event) { return nil }
        return event
    }

    /// Whether words of force are said of people who only talk, or of a thing that cannot suffer it.
    private func isFigurative(_ event: EventFinding) -> Bool {
        guard Self.figurative.contains(filler.lemma(event.trigger)), Self.forceful.contains(event.concept.name) else {
            return false
        }
        let isPolitician: (Mention) -> Bool = {
            $0.kind == .person && ["GOV", "LEG", "PTY", "ELI"].contains($0.sector)
        }
        if event.recipients.isEmpty, !event.actors.isEmpty, event.actors.allSatisfy(isPolitician) { return true }
        if filler.lemma(event.trigger) == "target", !event.actors.isEmpty,
            !event.actors.contains(where: { isArmed($0) || $0.kind == .state || $0.sector == "GOV" })
        {
            return true
        }
        if event.actors.contains(where: isArmed) || event.recipients.contains(where: isArmed) { return false }
        if hasWeapon(event.trigger) { return false }
        if event.recipients.isEmpty {
            if !event.actors.isEmpty, event.actors.allSatisfy(isCivil) { return true }
            // "The state targets a surge of abuse": what has no body cannot be hit.
            let objects = filler.heads(Codebook.Slot(steps: ["object"]), at: event.trigger)
            return !objects.isEmpty && !objects.contains { Self.bodies.contains(filler.lemma($0)) }
        }
        // A private person who "attacks" a government uses words.
        let isPrivate: (Mention) -> Bool = { $0.kind == .person && !["GOV", "MIL"].contains($0.sector) }
        if !event.actors.isEmpty, event.actors.allSatisfy(isPrivate) { return true }
        // "The senator's attacks on immigrants"
        if ["hit", "attack", "assail", "target", "assault"].contains(filler.lemma(event.trigger)),
            !event.actors.isEmpty, event.actors.allSatisfy({ $0.kind == .person }),
            event.recipients.allSatisfy({ isCivil($0) || ($0.kind == .group && $0.sector == "CVL") })
        {
            return true
        }
        if ["hit", "attack", "assail", "target"].contains(filler.lemma(event.trigger)), !event.actors.isEmpty,
            !event.recipients.isEmpty,
            event.recipients.allSatisfy({ $0.kind == .person && ["GOV", "LEG", "PTY", "ELI"].contains($0.sector) })
        {
            return true
        }
        guard event.recipients.allSatisfy(isCivil) else { return false }
        // "The president was toppled": by nobody named. Only words are dealt out "for" or "over" something.
        if event.actors.isEmpty {
            return ["for", "over"].contains { !filler.roles.objects(ofPreposition: $0, at: event.trigger).isEmpty }
        }
        return event.actors.allSatisfy { isCivil($0) || $0.kind == .state || $0.sector == "GOV" }
    }

    /// Whether somebody stands here by a word that may as well mean another: an unclear "he", "both candidates".
    private func isUnsure(_ mention: Mention, among parties: [Mention]) -> Bool {
        // "OH", "MA": part of an address.
        if mention.code.isEmpty, mention.name.count == 2, mention.name.allSatisfy(\.isUppercase) { return true }
        guard mention.from != nil else { return false }
        let words = parsed.tokens(in: mention.span)
        if words.contains(where: { filler.entities.isUnsure($0) }) { return true }
        guard let first = words.first else { return false }
        guard mention.kind != .state, ["both", "two"].contains(parsed.tokens[first].text.lowercased()) else {
            return false
        }
        // "The two leaders", of two states: those who met.
        let codes = Set(parties.filter { $0.span == mention.span }.map(\.code))
        return codes.count < 2 || codes.contains("")
    }

    /// Uses of a verb in which nothing of its sort is done.
    private func isIdle(_ event: EventFinding) -> Bool {
        let trigger = event.trigger
        let lemma = filler.lemma(trigger)
        if event.concept.name == "investigate", lemma == "look", event.actors.isEmpty { return true }
        if event.concept.name == "establish-relations", isAmongPersons(event) { return true }
        guard filler.roles.isVerb(trigger) else { return false }
        let objects = filler.heads(Codebook.Slot(steps: ["object"]), at: trigger)
        switch event.concept.name {
        case "demonstrate" where lemma == "demonstrate":
            // "Demonstrated a fondness for Osk"
            return parsed.child(of: trigger, "dobj", "ccomp") != nil
        case "supply-arms" where lemma == "arm":
            // "Armed with a victory"
            let means = filler.roles.objects(ofPreposition: "with", at: trigger)
            return !means.isEmpty && !means.contains { Self.weapons.contains(filler.lemma($0)) }
        case "establish-relations", "strengthen-ties":
            return isAmongPersons(event)
        case "force":
            // "Would be compelled to reassure": nobody compels.
            return event.actors.isEmpty && filler.roles.isPassive(trigger) && filler.roles.agents(trigger).isEmpty
        case "release", "kill", "arrest", "abduct", "expel-people", "torture", "assassinate", "pardon":
            // "Released a recording", "executed a campaign": what was done to was nobody.
            return event.recipients.isEmpty && !objects.isEmpty && !objects.contains(where: isPeople)
        case "meet":
            // "Was met by a chorus of critics"
            return filler.roles.isPassive(trigger)
        case "demand" where event.rule.id == "REQUEST-must-01":
            // "Says a president must be ready": no demand on anybody.
            return event.recipients.allSatisfy { $0.kind == .group && $0.code.isEmpty }
        case "disarm":
            return event.recipients.isEmpty && !objects.isEmpty
                && !objects.contains { Self.weapons.contains(filler.lemma($0)) }
        case "join-organisation":
            // "Joined others in mocking Osk"
            return filler.roles.objects(ofPreposition: "in", at: trigger).contains { filler.roles.isVerb($0) }
        case "telephone" where lemma == "call" && filler.roles.isPassive(trigger): return true
        case "express-gratitude": return event.recipients.isEmpty
        case "visit"
        where !event.recipients.isEmpty && event.recipients.allSatisfy({ $0.kind == .group && $0.code.isEmpty }):
            return true
        case "visit" where ["go", "come", "arrive"].contains(lemma):
            return event.actors.allSatisfy { one in
                one.code.isEmpty || event.recipients.contains { $0.code == one.code }
            }
        case "refuse" where event.rule.id == "REJECT-choose-not-01":
            // "Decided they could not bear it" is an opinion.
            if filler.roles.complements(trigger).contains(where: { parsed.child(of: $0, "nsubj") != nil }) {
                return true
            }
            return event.recipients.isEmpty
                && filler.roles.complements(trigger).allSatisfy { Self.ownAffairs.contains(filler.lemma($0)) }
        case "admit": return filler.roles.isPassive(trigger)
        case "defend-with-words":
            return event.recipients.isEmpty && parsed.child(of: trigger, "ccomp") != nil
        case "promise" where event.rule.id == "AGREE-plan-cooperation-01":
            // "Wants Osk to close its border": a wish for others' acts is no promise.
            return filler.roles.complements(trigger).contains { parsed.child(of: $0, "nsubj") != nil }
                || parsed.child(of: trigger, "dobj") != nil
        case "grant-permission" where event.rule.id == "CONCEDE-permit-01":
            // "Allowed that it was late"; "the delay has allowed Osk to grow".
            return !filler.heads(Codebook.Slot(steps: ["statement"]), at: trigger).isEmpty
                || event.actors.contains { $0.from != nil && parsed.text($0.span).lowercased() == "it" }
        case "offer-help":
            return event.recipients.isEmpty && filler.roles.complements(trigger).isEmpty
                && !objects.contains { Self.offers.contains(filler.lemma($0)) }
        case "attack" where ["eliminate", "liquidate", "harm", "hurt", "devastate", "starve"].contains(lemma):
            return !event.recipients.contains { one in objects.contains { one.span.contains(parsed.span($0)) } }
        default:
            // "Let Osk decide," somebody says: who is bidden has done nothing yet.
            return isBidding(trigger) && event.concept.type != "REQUEST"
        }
    }

    /// Whether a noun speaks of people: "ten prisoners", "a dozen", "12".
    private func isPeople(_ token: Int) -> Bool {
        ([token] + filler.conjuncts(of: token)).contains {
            Self.people.contains(filler.lemma($0)) || parsed.tokens[$0].pos == "NUM"
                || parsed.tokens[$0].tag.hasPrefix("NNP") || parsed.tokens[$0].pos == "PRON"
        }
    }

    private func isAmongPersons(_ event: EventFinding) -> Bool {
        let parties = event.actors + event.recipients
        if parties.count > 1, Set(parties.map(\.code)).count > 1, parties.allSatisfy({ $0.sector == "GOV" }) {
            return false
        }
        return parties.allSatisfy { $0.kind == .person || ($0.kind == .group && $0.code.isEmpty) }
    }

    /// Whether a clause bids: a base form without a subject, at most with "do".
    private func isBidding(_ verb: Int) -> Bool {
        let token = parsed.tokens[verb]
        guard token.tag == "VB", parsed.child(of: verb, "nsubj", "nsubjpass", "expl", "auxpass") == nil,
            parsed.children(of: verb, "aux").allSatisfy({ filler.lemma($0) == "do" })
        else { return false }
        if token.dep == "ROOT" { return true }
        guard token.dep == "ccomp", let head = parsed.head(of: verb) else { return false }
        return ["say", "write", "add", "tweet", "tell", "shout", "declare"].contains(filler.lemma(head))
    }

    /// Whether a verb of judgement judges nothing: "lost, applauding along with the audience".
    private func lacksObject(_ event: EventFinding) -> Bool {
        guard filler.roles.isVerb(event.trigger), event.recipients.isEmpty,
            ["praise", "endorse", "condemn", "reject", "defend-with-words"].contains(event.concept.name),
            !filler.roles.isPassive(event.trigger)
        else { return false }
        return parsed.child(of: event.trigger, "dobj", "ccomp", "xcomp", "prep") == nil
            && filler.roles.patients(event.trigger).isEmpty
    }

    /// "Talks, as opposed to war".
    private func isAsOpposed(_ event: EventFinding) -> Bool {
        let trigger = event.trigger
        guard trigger > 0, parsed.tokens.indices.contains(trigger + 1) else { return false }
        return parsed.tokens[trigger].text.lowercased() == "opposed"
            && parsed.tokens[trigger - 1].text.lowercased() == "as"
            && parsed.tokens[trigger + 1].text.lowercased() == "to"
    }

    /// Whether "called" gives a name and rings nobody: "calling him 'a friend'".
    private func isNamed(_ event: EventFinding) -> Bool {
        guard event.concept.name == "telephone", filler.lemma(event.trigger) == "call",
            let object = parsed.child(of: event.trigger, "dobj")
        else { return false }
        if parsed.subtree(of: event.trigger).contains(where: {
            ["\"", "“", "''", "``"].contains(parsed.tokens[$0].text)
        }) {
            return true
        }
        let next = parsed.extent(of: object).upperBound
        guard parsed.tokens.indices.contains(next) else { return false }
        return ["\"", "“", "''", "``", "‘", "'", ","].contains(parsed.tokens[next].text)
            || ["DET", "ADJ", "NOUN"].contains(parsed.tokens[next].pos)
    }

    /// Whether only "we" takes part, and speaks of what no state does: "we stand with those who struggle".
    private func isSpeakersOwn(_ event: EventFinding) -> Bool {
        let parties = event.actors + event.recipients
        guard Self.personal.contains(event.concept.name) else { return false }
        // "We have been supporting the plan": of that a government speaks too.
        if event.concept.name == "endorse", judgesPolitics(event) { return false }
        return parties.allSatisfy { party in
            party.kind == .state
                && ["we", "us", "our"].contains(parsed.text(party.span).lowercased())
        }
    }

    /// Whether a stand is taken on nothing a record of politics holds: "resisted the rules of gravity", "agree that it rains".
    private func isOpinion(_ event: EventFinding) -> Bool {
        guard event.recipients.isEmpty, filler.roles.isVerb(event.trigger) else { return false }
        switch event.concept.name {
        case "reject", "endorse":
            return !judgesPolitics(event)
        case "agree":
            return event.actors.count < 2
                && !filler.heads(Codebook.Slot(steps: ["statement"]), at: event.trigger).isEmpty
        default: return false
        }
    }

    /// Whether what a verb of judgement governs is an act or a matter of politics.
    private func judgesPolitics(_ event: EventFinding) -> Bool {
        let objects = filler.heads(Codebook.Slot(steps: ["object"]), at: event.trigger)
        if objects.isEmpty {
            return !filler.roles.complements(event.trigger).isEmpty
                || (filler.lemma(event.trigger) == "side" && filler.roles.hasParticle("with", at: event.trigger))
        }
        return objects.flatMap { [$0] + filler.conjuncts(of: $0) }.contains { object in
            Self.matters.contains(filler.lemma(object)) || filler.roles.isVerb(object)
                || parsed.tokens[object].tag.hasPrefix("NNP")
        }
    }

    /// Whether the parser took a verb for a noun ("Osk appeals to voters."), or a leader for a crowd ("they march").
    private func isMisread(_ event: EventFinding) -> Bool {
        let token = parsed.tokens[event.trigger]
        if token.tag == "NNS", token.dep == "ROOT" { return true }
        // "Lost six hundred dead and wounded": no verb at all.
        if token.tag == "VBN", token.dep == "conj", let head = parsed.head(of: event.trigger),
            !filler.roles.isVerb(head)
        {
            return true
        }
        if event.concept.name == "shelter", filler.lemma(event.trigger) == "protect",
            event.recipients.allSatisfy({ $0.kind == .person || event.actors.map(\.code).contains($0.code) })
        {
            return true
        }
        if isByNature(event) { return true }
        // "Will release them": nobody knows whom or what.
        if event.recipients.isEmpty, !filler.roles.isPassive(event.trigger),
            let object = parsed.child(of: event.trigger, "dobj"), ["PRP", "DT"].contains(parsed.tokens[object].tag)
        {
            return true
        }
        return event.concept.type == "PROTEST"
            && event.actors.allSatisfy { $0.from != nil && ($0.kind == .person || $0.sector == "GOV") }
            && !event.actors.isEmpty
    }

    /// Whether what struck is no party and bears no arms: "was hit by a storm".
    private func isByNature(_ event: EventFinding) -> Bool {
        guard event.concept.type == "ASSAULT", event.actors.isEmpty, filler.roles.isVerb(event.trigger) else {
            return false
        }
        let agents = filler.roles.agents(event.trigger)
        guard !agents.isEmpty else { return false }
        return !agents.contains { agent in
            ([agent] + filler.conjuncts(of: agent)).contains {
                Self.weapons.contains(filler.lemma($0)) || Self.attackers.contains(filler.lemma($0))
                    || parsed.tokens[$0].tag.hasPrefix("NNP") || parsed.tokens[$0].tag == "PRP"
            }
        }
    }

    private func isArmed(_ mention: Mention) -> Bool {
        ["MIL", "REB", "UAF", "COP", "SPY"].contains(mention.sector) || mention.kind == .place
    }

    /// Whether somebody takes part in politics with words: a person, a party, a paper, a firm.
    private func isCivil(_ mention: Mention) -> Bool {
        if mention.kind == .person { return !isArmed(mention) }
        if mention.kind == .group, mention.code.isEmpty, mention.sector.isEmpty { return true }
        return ["PTY", "JRN", "BUS", "LEG", "JUD", "ELI", "EDU", "MED", "IGO", "NGO"].contains(mention.sector)
            || (mention.kind == .organisation && mention.sector.isEmpty)
            || (mention.kind == .group && mention.sector == "CVL"
                && Self.voters.contains { mention.name.hasSuffix($0) })
    }

    private func hasWeapon(_ trigger: Int) -> Bool {
        parsed.subtree(of: trigger).contains { Self.weapons.contains(filler.lemma($0)) }
    }
}
