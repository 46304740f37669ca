import ChanceryCore
import SpacyPipeline

/// Which of the acts that rules find a record can tell.
extension EventFinder {
    /// An event without the parties that its own words only seem to name, or nil where the record cannot tell it.
    func told(_ event: EventFinding, _ filler: SlotFiller) -> EventFinding? {
        var event = event
        let trigger = filler.parsed.span(event.trigger)
        // "Norway's Official Endorsement": the act is not who acts.
        event.actors.removeAll { $0.span.contains(trigger) }
        event.recipients.removeAll { $0.span.contains(trigger) }
        if event.actors.isEmpty, event.recipients.isEmpty { return nil }
        if codebook.rules[event.rule].needsRecipient, event.recipients.isEmpty { return nil }
        if codebook.rules[event.rule].needsActor, event.actors.isEmpty { return nil }
        let parties = event.actors + event.recipients
        if filler.roles.isVerb(event.trigger), parties.contains(where: { isUnsure($0, among: parties, filler) }) {
            return nil
        }
        return isMisread(event.trigger, filler) ? nil : event
    }

    /// Whether the codebook says of the act's words that they tell none.
    func isExcepted(_ event: EventFinding, _ filler: SlotFiller) -> Bool {
        let matcher = ExceptionMatcher(filler: filler)
        return codebook.exceptionIndex.exceptions(for: event).contains { matcher.holds($0, for: event) }
    }

    /// Whether somebody stands here by a word that may as well mean another: an unclear "he", "both candidates".
    private func isUnsure(_ mention: Mention, among parties: [Mention], _ filler: SlotFiller) -> Bool {
        // "OH", "MA": part of an address.
        if mention.code.isEmpty, mention.name.count == 2, mention.name.allSatisfy(\.isUppercase) { return true }
        guard mention.from != nil else { return false }
        let words = filler.parsed.tokens(in: mention.span)
        if words.contains(where: { filler.entities.isUnsure($0) }) { return true }
        guard let first = words.first, mention.kind != .state,
            codebook.eventWords.pairs.contains(filler.parsed.lowerTexts[first])
        else { return false }
        // "The two leaders", of two states: those who met.
        let codes = Set(parties.filter { $0.span == mention.span }.map(\.code))
        return codes.count < 2 || codes.contains("")
    }

    /// Whether the parser took a verb for a noun ("Osk appeals to voters."), or what is joined to a noun for a verb
    /// ("lost six hundred dead and wounded").
    private func isMisread(_ trigger: Int, _ filler: SlotFiller) -> Bool {
        let token = filler.parsed.tokens[trigger]
        if token.tag == "NNS", token.dep == "ROOT" { return true }
        guard token.tag == "VBN", token.dep == "conj", let head = filler.parsed.head(of: trigger) else { return false }
        return !filler.roles.isVerb(head)
    }
}
