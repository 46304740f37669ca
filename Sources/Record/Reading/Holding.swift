import ChanceryCore
package import DossierStore
import Synchronization

/// Holds what was read of a dossier for as long as nothing changes in it: whoever answers one question after another of the same
/// dossier does not read all of it again each time.
package protocol Holding: Sendable {
    /// What is held under a name, or what is read now and then held.
    func value<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value
}

/// Holds nothing: for who asks once.
package struct HoldingNothing: Holding {
    /// Makes it.
    package init() {}

    package func value<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value { try read() }
}

/// Values by id that were worked out before.
package final class Kept<Value: Sendable>: Sendable {
    private let held = Mutex<[String: Value]>([:])
    private let most: Int

    /// Keeps nothing yet.
    ///
    /// - Parameter most: how many values are kept at most.
    package init(most: Int) { self.most = most }

    /// The value of an id; nil where none is kept.
    package subscript(_ id: String) -> Value? { held.withLock { $0[id] } }

    /// Keeps values by their ids, as far as there is room.
    package func keep(_ values: some Sequence<(id: String, value: Value)>) {
        held.withLock { held in
            for (id, value) in values where held.count < most || held[id] != nil { held[id] = value }
        }
    }
}

/// Documents with their texts as views quote from them, those held that were read before.
package final class Layouts: Sendable {
    private struct Held {
        var layouts: [String: StoredLayout] = [:]
        var size = 0
    }

    private let held = Mutex(Held())
    /// How many code points are held at most: four bytes each, and what their blocks need.
    private static let most = 20_000_000

    /// Holds nothing yet.
    package init() {}

    /// The text of the document of a hash; nil where the dossier has none.
    package func layout(ofHash hash: String, in dossier: Dossier) throws -> StoredLayout? {
        if let known = held.withLock({ $0.layouts[hash] }) { return known }
        guard let stored = try dossier.layout(ofHash: hash) else { return nil }
        let layout = StoredLayout(stored.text, blocks: stored.blocks, contents: stored.contents)
        held.withLock { held in
            guard held.layouts[hash] == nil, held.size + layout.scalars.count <= Self.most else { return }
            held.layouts[hash] = layout
            held.size += layout.scalars.count
        }
        return layout
    }
}
