/// A view that is a list of things, which can be sorted and cut.
package protocol ListView {
    /// What programs get of one thing.
    associatedtype Item: Encodable & Sendable
    /// The things, in order.
    var items: [Item] { get }
    /// How many things a limit counts.
    var count: Int { get }
    /// Leaves some of them, by their places among what a limit counts.
    mutating func keep(_ range: Range<Int>)
    /// What people get.
    func page() -> Page
}

extension ListView {
    package var count: Int { items.count }

    /// Leaves the first of them.
    package mutating func keep(first count: Int) { keep(0..<min(count, self.count)) }
}

extension Array {
    /// The elements by a key, equals in the order they had.
    package func sorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
        let keys = map(key)
        let places = indices.sorted { a, b in keys[a] == keys[b] ? a < b : keys[a] < keys[b] }
        return places.map { self[$0] }
    }
}
