import ChanceryCore
import Testing

@testable import Reconciling

/// What is in force of decisions, from these alone.
@Suite struct RulingsTests {
    static func cited(_ report: String) -> Decision.Cited {
        Decision.Cited(report: report, doc: "a.txt", docHash: "hash-a", words: "words of \(report)")
    }

    static func decide(
        _ ruling: Decision.Ruling, _ reports: [String] = [], apart: [String] = [], name: String = "",
        field: String = "", value: String = "", code: String = "", undoes: String = "", documents: [String] = [],
        by author: String = "Ana", at second: Int = 0
    ) -> Decision {
        Decision(
            ruling, reports: reports.map(cited), apart: apart.map(cited), documents: documents, name: name,
            field: field, value: value, code: code, undoes: undoes, reason: "because", author: author,
            recordedAt: "2026-01-05T10:00:\(second + 10)Z")
    }

    private func states(_ decisions: [Decision]) -> [Rulings.Standing.State] {
        let rulings = Rulings(decisions.reversed())
        return decisions.map { rulings.standing(of: $0.id).state }
    }

    // MARK: Undoing

    @Test func anUndoOfAnUndoPutsInForceAgain() {
        let accept = Self.decide(.accept, ["r1"])
        let undo = Self.decide(.undo, undoes: accept.id, by: "Ben", at: 1)
        let again = Self.decide(.undo, undoes: undo.id, at: 2)
        #expect(Rulings([accept, undo]).status(of: "r1") == .none)
        #expect(Rulings([accept, undo]).standing(of: accept.id).undoneBy == [undo.id])
        #expect(Rulings([again, accept, undo]).status(of: "r1") == .accepted)
        #expect(states([accept, undo, again]) == [.inForce, .undone, .inForce])
    }

    @Test func aLongChainOfUndoesIsSettled() {
        var chain = [Self.decide(.accept, ["r1"])]
        for second in 1...20_001 { chain.append(Self.decide(.undo, undoes: chain[second - 1].id, at: second % 40)) }
        #expect(Rulings(chain).status(of: "r1") == .none)
        #expect(Rulings(Array(chain.dropLast())).status(of: "r1") == .accepted)
    }

    @Test func undoesInACircleTakeBackNothing() {
        let accept = Self.decide(.accept, ["r1"])
        var own = Self.decide(.undo, undoes: "k1", at: 1)
        own.id = "k1"
        var first = Self.decide(.undo, undoes: "k3", at: 2)
        first.id = "k2"
        var second = Self.decide(.undo, undoes: "k2", at: 3)
        second.id = "k3"
        let rulings = Rulings([accept, own, first, second])
        #expect(rulings.undone.isEmpty && rulings.status(of: "r1") == .accepted)
    }

    // MARK: Replacing and conflicts

    @Test func ofOneAuthorTheLaterStands() {
        let accept = Self.decide(.accept, ["r1", "r2"])
        let reject = Self.decide(.reject, ["r1"], by: "ANA", at: 1)
        let rulings = Rulings([reject, accept])
        #expect(rulings.status(of: "r1") == .rejected && rulings.status(of: "r2") == .accepted)
        #expect(rulings.standing(of: accept.id).state == .inForce)
        #expect(rulings.standing(of: accept.id).replacedBy == [reject.id])
        let rest = Self.decide(.reject, ["r2"], at: 2)
        #expect(states([accept, reject, rest]) == [.replaced, .inForce, .inForce])
    }

    static let contradictions: [(Decision, Decision)] = [
        (decide(.accept, ["r1"]), decide(.reject, ["r1"], by: "Ben", at: 1)),
        (decide(.merge, ["r1", "r2"]), decide(.split, ["r1"], apart: ["r2"], by: "Ben", at: 1)),
        (
            decide(.correct, ["r1"], field: "date", value: "1996"),
            decide(.correct, ["r1"], field: "date", value: "1997", by: "Ben", at: 1)
        ),
        (
            decide(.alias, name: "The Regime", value: "Osk", code: "OSK"),
            decide(.alias, name: "the regime", value: "Veldania", by: "Ben", at: 1)
        ),
        (
            decide(.reliability, name: "The Gazette", value: "A"),
            decide(.reliability, name: "the gazette", value: "C", by: "Ben", at: 1)
        ),
    ]

    @Test(arguments: contradictions) func whatTwoPeopleRuleOtherwiseTakesNoEffect(a: Decision, b: Decision) {
        for decisions in [[a, b], [b, a]] {
            let rulings = Rulings(decisions)
            #expect(rulings.inForce.isEmpty)
            #expect(rulings.conflicts.map(\.decisions) == [[a.id, b.id]])
            #expect(rulings.standing(of: a.id).conflictsWith == [b.id])
            #expect(rulings.standing(of: b.id).state == .inConflict)
            #expect(rulings.status(of: "r1") == .none && rulings.merges.isEmpty && rulings.splits.isEmpty)
            #expect(rulings.leavesReportsAsCoded && rulings.reliability(of: "The Gazette") == nil)
        }
        // Once one takes theirs back, the other's stands.
        let undo = Self.decide(.undo, undoes: b.id, by: "Ben", at: 5)
        #expect(Rulings([a, b, undo]).inForce == [a])
    }

    @Test func thoseWhoAgreeAreNotInConflict() {
        let both = [Self.decide(.accept, ["r1"]), Self.decide(.accept, ["r1", "r2"], by: "Ben", at: 1)]
        #expect(Rulings(both).conflicts.isEmpty && Rulings(both).inForce.count == 2)
        // Of three, one alone makes it a conflict; where they do not differ all takes effect.
        let three = Rulings(both + [Self.decide(.reject, ["r1"], by: "Cem", at: 2)])
        #expect(three.status(of: "r1") == .none && three.status(of: "r2") == .accepted)
        #expect(three.standing(of: both[1].id).state == .inForce)
        #expect(three.standing(of: both[1].id).conflictsWith.count == 2)
    }

    @Test func aMergeThroughOthersContradictsASplit() {
        let merges = [Self.decide(.merge, ["r1", "r2"]), Self.decide(.merge, ["r2", "r3"], by: "Ben", at: 1)]
        let split = Self.decide(.split, ["r1"], apart: ["r3"], by: "Cem", at: 2)
        let rulings = Rulings(merges + [split, Self.decide(.merge, ["r8", "r9"], at: 3)])
        #expect(rulings.merges == [["r8", "r9"]] && rulings.splits.isEmpty)
        #expect(rulings.conflicts.map(\.decisions) == [[merges[0].id, merges[1].id, split.id]])
    }

    @Test func ofOneAuthorALaterSplitTakesOutOfAMerge() {
        let merge = Self.decide(.merge, ["r1", "r2", "r3"])
        let split = Self.decide(.split, ["r1"], apart: ["r2", "r3"], at: 1)
        let rulings = Rulings([split, merge])
        #expect(rulings.merges == [["r2", "r3"]] && rulings.splits.count == 1)
        #expect(rulings.standing(of: merge.id).replacedBy == [split.id])
        let back = Self.decide(.merge, ["r1", "r2"], at: 2)
        #expect(Rulings([split, merge, back]).splits.isEmpty)
        #expect(Rulings([split, merge, back]).standing(of: split.id).state == .replaced)
    }

    // MARK: Orphans

    @Test func whatIsGoneIsToldWithItsWordsAndWhy() {
        var accept = Self.decide(.accept, ["r1", "r2"])
        accept.reports[1].docHash = "hash-b"
        let rulings = Rulings([accept])
        let missing = rulings.missing(of: accept, reports: [], documents: ["hash-a"])
        #expect(missing.map(\.reason) == [.notCoded, .documentGone])
        #expect(missing.map { $0.cited?.words } == ["words of r1", "words of r2"])
        #expect(rulings.isOrphaned(accept, reports: [], documents: ["hash-a"]))
        #expect(!rulings.isOrphaned(accept, reports: ["r2"], documents: []))
        let merge = Self.decide(.merge, ["r1", "r2"])
        #expect(rulings.isOrphaned(merge, reports: ["r1"], documents: ["hash-a"]))
        let undo = Self.decide(.undo, undoes: "k404")
        #expect(Rulings([undo]).isOrphaned(undo, reports: [], documents: []))
    }

    // MARK: Faults

    static let faulty: [(Decision, String)] = [
        (decide(.correct, ["r1"], field: "type", value: "FIGHT"), "ASSAULT"),
        (decide(.correct, ["r1"], field: "date", value: "May 1996"), "1996-12"),
        (decide(.correct, ["r1"], field: "modality", value: "sure"), "asserted"),
        (decide(.correct, ["r1"], field: "actors", value: "Osk (empire)"), "organisation"),
        (decide(.correct, ["r1"], field: "place", value: "Osk"), "recipients"),
        (decide(.correct, [], field: "date", value: "1996"), "no report"),
        (decide(.accept), "no report"), (decide(.merge, ["r1"]), "two reports"),
        (decide(.split, ["r1"], apart: ["r1"]), "both sides"), (decide(.split, ["r1"]), "both sides"),
        (decide(.alias, name: " ", value: "Osk"), "name"),
        (decide(.alias, name: "x", value: "Osk", code: "Osk"), "alpha-3"),
        (decide(.reliability, name: "The Gazette", value: "G"), "A, B, C, D, E, F"),
        (decide(.sameOrigin, documents: ["h1"]), "two documents"), (decide(.note), "no report"),
        (decide(.undo), "no decision"),
        (Decision(.note, documents: ["h"], reason: " ", author: "Ana", recordedAt: "2026-01-05T10:00:00Z"), "reason"),
        (Decision(.note, documents: ["h"], reason: "x", author: "", recordedAt: "2026-01-05T10:00:00Z"), "author"),
        (Decision(.note, documents: ["h"], reason: "x", author: "Ana", recordedAt: "2026-13-05T10:00:00Z"), "time"),
        (Decision(.note, documents: ["h"], reason: "x", author: "Ana", recordedAt: "yesterday"), "time"),
        (
            Decision(.note, documents: ["h"], reason: "a\u{0}b", author: "Ana", recordedAt: "2026-01-05T10:00:00Z"),
            "NUL"
        ),
    ]

    @Test(arguments: faulty) func aFaultSaysWhatIsPossible(decision: Decision, words: String) throws {
        let fault = try #require(decision.fault)
        #expect(fault.contains(words), "\(fault)")
    }

    @Test func soundDecisionsHaveNoFault() {
        for (a, b) in Self.contradictions { #expect(a.fault == nil && b.fault == nil) }
        let precise = Decision(
            .note, documents: ["h"], reason: "x", author: "Ana", recordedAt: "2026-01-05T10:00:00.123Z")
        #expect(precise.fault == nil)
        // Parts of a second come after the whole one.
        let whole = Decision(.note, documents: ["h"], reason: "x", author: "Ana", recordedAt: "2026-01-05T10:00:00Z")
        #expect(whole.precedes(precise) && !precise.precedes(whole))
        var altered = precise
        altered.reason = "y"
        #expect(altered.fault != nil)
    }
}
