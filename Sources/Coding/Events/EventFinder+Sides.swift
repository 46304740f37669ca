import ChanceryCore
import Grammar
import SpacyPipeline

extension EventFinder {
    /// The parties of an act, by side.
    typealias Sides = (actors: [Mention], recipients: [Mention])

    /// The sides of an act, completed from its own sentence where the rule's slots leave one open.
    func completed(_ sides: Sides, of concept: Codebook.Concept, at index: Int, _ filler: SlotFiller) -> Sides {
        var sides = sides
        if concept.isReciprocal {
            if sides.recipients.isEmpty, sides.actors.count > 1 {
                sides = (Array(sides.actors.prefix(1)), Array(sides.actors.dropFirst()))
            } else if sides.actors.isEmpty, sides.recipients.count > 1,
                filler.namesPair(at: index)
            {
                // "Relations between Osk and Veldania were strengthened."
                sides = (Array(sides.recipients.prefix(1)), Array(sides.recipients.dropFirst()))
            }
        }
        if sides.recipients.isEmpty, let told = filler.passiveSides(ofNoun: index) { sides = told }
        if sides.recipients.isEmpty, concept.isViolent || concept.modes.contains("cyber") {
            let victims = filler.victims(ofNoun: index).filter { one in !sides.actors.contains { $0.name == one.name } }
            sides.recipients = victims
        }
        if concept.traits.contains(.friendship) {
            // Who joins the friends of a state joins them for that state.
            for state in sides.recipients.compactMap({ filler.entities.stateBefriended(by: $0) })
            where !(sides.actors + sides.recipients).contains(where: { $0.code == state.code }) {
                sides.recipients.append(state)
            }
        }
        if sides.actors.isEmpty, concept.isOfficial, let authority = filler.authority(at: index) {
            sides.actors = [authority]
        }
        return sides
    }
}

extension EventFinder {
    /// The sides of an act between two states, a side that its words leave out filled from the two the text is about.
    func between(
        _ sides: Sides, _ rule: Codebook.Rule, at index: Int, _ filler: SlotFiller, _ counterparts: Counterparts,
        _ earlier: [EventFinding]
    ) -> Sides {
        // Whoever stands there without a name is somebody else; a place that no list knows lies in the other's land.
        func isOpen(_ slots: [Codebook.Slot]) -> Bool {
            !slots.contains {
                $0.last != .holder && $0.last != .place
                    && !filler.heads($0, at: index).allSatisfy(filler.isOwnNoun)
            }
        }
        switch (sides.actors.isEmpty, sides.recipients.isEmpty) {
        case (true, true):
            guard codebook.concepts[rule.concept]?.isReciprocal == true, isOpen(rule.actor) else { return sides }
            let pair = counterparts.pair(at: index, after: earlier[...])
            return pair.count == 2 ? ([pair[0]], [pair[1]]) : sides
        case (true, false):
            guard let other = counterparts.other(than: sides.recipients, at: index, after: earlier) else {
                return sides
            }
            return ([other], sides.recipients)
        case (false, true):
            if let host = filler.hostToldBefore(at: index, besides: sides.actors) { return (sides.actors, [host]) }
            guard isOpen(rule.recipient),
                let other = counterparts.other(than: sides.actors, at: index, after: earlier)
            else { return sides }
            return (sides.actors, [other])
        case (false, false): return sides
        }
    }
}
