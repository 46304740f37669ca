import ChanceryCore
import Reconciling
import Testing

@Suite struct EntryOrderTests {
    private static func item(_ id: String, _ date: String = "", _ links: (OrderLink.Relation, String)...)
        -> EntryOrder.Item
    {
        EntryOrder.Item(
            id: id, date: EDTF(date), tie: id,
            placements: links.map { EntryOrder.Placement(relation: $0, entry: $1, report: "r-" + id) })
    }

    @Test func withoutLinksTheDatesOrderAndTheUndatedStandLast() {
        let order = EntryOrder([Self.item("c"), Self.item("b", "1990"), Self.item("a", "1988-05")])
        #expect(order.ids == ["a", "b", "c"])
        #expect(order.placed.isEmpty)
    }

    @Test func anUndatedEntryStandsBesideTheOneItIsPlacedBy() {
        let order = EntryOrder([
            Self.item("late", "1999"), Self.item("after", "", (.after, "anchor")),
            Self.item("before", "", (.before, "anchor")), Self.item("anchor", "1990"), Self.item("early", "1980"),
        ])
        #expect(order.ids == ["early", "before", "anchor", "after", "late"])
        #expect(order.placed["after"]?.relation == .after)
        #expect(order.placed["anchor"] == nil)
    }

    @Test func theWordsOfADatedEntryPlaceAnUndatedOneToo() {
        let order = EntryOrder([
            Self.item("dated", "1990", (.after, "open")), Self.item("open"), Self.item("x", "1980"),
        ])
        #expect(order.ids == ["x", "open", "dated"])
        #expect(order.placed["open"]?.relation == .before)
        #expect(order.placed["open"]?.report == "r-dated")
    }

    @Test func chainsReachTheNextDate() {
        let order = EntryOrder([
            Self.item("third", "", (.after, "second")), Self.item("second", "", (.after, "first")),
            Self.item("first", "1990"), Self.item("between", "", (.before, "third"), (.after, "second")),
        ])
        #expect(order.ids.first == "first")
        #expect(order.ids.firstIndex(of: "second") ?? 9 < order.ids.firstIndex(of: "third") ?? 0)
    }

    @Test func withinOneDateTheWordsDecide() {
        let year = Self.item("year", "1996", (.after, "december"))
        #expect(EntryOrder([year, Self.item("december", "1996-12~")]).ids == ["december", "year"])
        // Without the words the wider date stands first.
        #expect(
            EntryOrder([Self.item("year", "1996"), Self.item("december", "1996-12~")]).ids == ["year", "december"])
    }

    @Test func againstTheDatesTheWordsMoveNothing() {
        let order = EntryOrder([Self.item("a", "1990", (.after, "b")), Self.item("b", "1995")])
        #expect(order.ids == ["a", "b"])
        #expect(order.placed.isEmpty)
    }

    @Test func circlesAndStrangersAreHarmless() {
        let order = EntryOrder([
            Self.item("a", "", (.after, "b")), Self.item("b", "", (.after, "a")),
            Self.item("c", "", (.after, "unknown")),
            Self.item("d", "", (.after, "d")),
        ])
        #expect(order.ids == ["a", "b", "c", "d"])
        #expect(order.placed.isEmpty)
    }

    @Test func anUnknownYearIsPlacedLikeNoDate() {
        let order = EntryOrder([Self.item("day", "XXXX-10-07", (.after, "war")), Self.item("war", "1990")])
        #expect(order.ids == ["war", "day"])
        #expect(order.placed["day"]?.entry == "war")
    }

    @Test(arguments: 0..<50) func theOrderOfTheItemsMakesNoDifference(seed: Int) {
        var generator = Random(seed: UInt64(seed) + 1)
        let relations = OrderLink.Relation.allCases
        let items = (0..<12).map { number in
            let date = Bool.random(using: &generator) ? "19\(Int.random(in: 80...84, using: &generator))" : ""
            let links = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                EntryOrder.Placement(
                    relation: relations.randomElement(using: &generator) ?? .after,
                    entry: "e\(Int.random(in: 0..<12, using: &generator))", report: "r\(number)")
            }
            return EntryOrder.Item(id: "e\(number)", date: EDTF(date), tie: "same", placements: links)
        }
        let first = EntryOrder(items)
        #expect(Set(first.ids) == Set(items.map(\.id)) && first.ids.count == items.count)
        #expect(EntryOrder(items.shuffled(using: &generator)) == first)
        // Dated items are never out of the order of their dates.
        let years = first.ids.compactMap { id in items.first { $0.id == id }?.date?.sortKey }
        #expect(years == years.sorted())
    }
}
