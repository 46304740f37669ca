import Foundation
import Record
import Synchronization

/// What was read of a dossier and may be shown again, until the dossier changes.
///
/// A dossier is a file that other processes write too: what was read is good as long as neither the file nor SQLite's
/// write-ahead log beside it has another size or another time of writing.
final class Memory: Holding {
    private struct Mark: Hashable {
        var sizes: [Int64]
        var times: [Double]
    }

    private struct Held {
        var mark: Mark
        var values: [String: any Sendable] = [:]
        var order: [String] = []
    }

    private let path: String
    private let held: Mutex<Held>
    /// How many values are held at most: views of long lists are large.
    private static let most = 200

    /// Remembers for the dossier of a path.
    init(path: String) {
        self.path = path
        held = Mutex(Held(mark: Self.mark(path)))
    }

    private static func mark(_ path: String) -> Mark {
        var mark = Mark(sizes: [], times: [])
        for name in [path, path + "-wal"] {
            let facts = try? FileManager.default.attributesOfItem(atPath: name)
            mark.sizes.append((facts?[.size] as? NSNumber)?.int64Value ?? -1)
            mark.times.append((facts?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0)
        }
        return mark
    }

    /// Forgets everything if the dossier changed since; called once a request.
    func refresh() {
        let mark = Self.mark(path)
        held.withLock { if $0.mark != mark { $0 = Held(mark: mark) } }
    }

    /// Forgets everything.
    func forget() { held.withLock { $0 = Held(mark: Self.mark(path)) } }

    /// What is held under a name, or what is read now and then held.
    func value<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value {
        let mark = held.withLock { $0.mark }
        let known = held.withLock { held in
            guard let value = held.values[name] else { return nil as (any Sendable)? }
            // What was asked for last is let go last.
            held.order.removeAll { $0 == name }
            held.order.append(name)
            return value
        }
        if let known = known as? Value { return known }
        let value = try read()
        held.withLock { held in
            // What was read of an older state is shown to who asked for it, and kept for nobody.
            guard held.mark == mark else { return }
            if held.values.updateValue(value, forKey: name) == nil { held.order.append(name) }
            if held.order.count > Self.most { held.values[held.order.removeFirst()] = nil }
        }
        return value
    }
}
