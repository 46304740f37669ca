import Dispatch
import Synchronization
import Yams

/// Parses several YAML files at once, on as many threads as the machine has: parsing is most of what loading costs.
enum YAMLTrees {
    /// A tree on its way from the thread that parsed it: nobody else holds it.
    private struct Parsed: @unchecked Sendable {
        var tree: Result<Node?, any Error>
    }

    /// The trees of some texts, in their order.
    static func read(_ texts: [String]) -> [Result<Node?, any Error>] {
        let found = Mutex<[Int: Parsed]>([:])
        DispatchQueue.concurrentPerform(iterations: texts.count) { place in
            // Every scalar is a word here, also "no" and "on": Yams' guesses at types would take most of the time.
            let parsed = Parsed(tree: Result { try Yams.compose(yaml: texts[place], .basic) })
            found.withLock { $0[place] = parsed }
        }
        let all = found.withLock { $0 }
        return texts.indices.map { all[$0]?.tree ?? .success(nil) }
    }
}

extension Node.Mapping {
    /// The values by key: a mapping itself compares every key as a node, tags and all.
    var fields: [String: Node] { Dictionary(map { ($0.key.string ?? "", $0.value) }) { first, _ in first } }
}
