/// The transition system that marks entities: begin, in, last, unit, out, with spaCy's validity rules for texts that
/// no one has annotated before.
///
/// Method: spaCy's `BiluoPushDown`. An entity does not cross the start of a sentence and does not begin on white
/// space.
struct EntityTransitions {
    private enum Move {
        static let begin = 1
        static let inside = 2
        static let last = 3
        static let unit = 4
        static let out = 5
    }

    /// The actions by move, and by label where an entity is open.
    struct Actions: Sendable {
        let labels: [String]
        fileprivate let begin: [Int]
        fileprivate let unit: [Int]
        fileprivate let out: [Int]
        fileprivate let inside: [String: Int]
        fileprivate let last: [String: Int]

        /// Sorts the actions by what they do.
        init(_ actions: [TransitionModel.Action]) {
            labels = actions.map(\.label)
            begin = actions.indices.filter { actions[$0].move == Move.begin && !actions[$0].label.isEmpty }
            unit = actions.indices.filter { actions[$0].move == Move.unit && !actions[$0].label.isEmpty }
            out = actions.indices.filter { actions[$0].move == Move.out }
            var inside: [String: Int] = [:]
            var last: [String: Int] = [:]
            for (index, action) in actions.enumerated() {
                if action.move == Move.inside { inside[action.label] = index }
                if action.move == Move.last { last[action.label] = index }
            }
            self.inside = inside
            self.last = last
        }
    }

    /// One entity: its tokens and its label.
    struct Entity {
        let tokens: Range<Int>
        let label: String
    }

    /// Finds the entities of a text that `run` has begun.
    static func find(
        count: Int, actions: Actions, isSpace: (Int) -> Bool, isSentenceStart: [Bool], run: inout TransitionRun
    ) -> [Entity] {
        var found: [Entity] = []
        var open: (start: Int, label: String)?
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3) { context in
            for token in 0..<count {
                context[0] = Int32(token)
                context[1] = open.map { Int32($0.start) } ?? -1
                context[2] = open == nil ? -1 : Int32(token - 1)
                let scores = run.scores(UnsafeBufferPointer(context))
                let isAtEnd = token + 1 >= count
                let isBeforeStart = !isAtEnd && isSentenceStart[token + 1]
                var best = -1
                func consider(_ action: Int?) {
                    guard let action else { return }
                    // Among equal scores the first action wins, whatever order they are asked in.
                    if best < 0 || scores[action] > scores[best] || (scores[action] == scores[best] && action < best) {
                        best = action
                    }
                }
                if let current = open {
                    let last = actions.last[current.label]
                    consider(last)
                    if !isAtEnd, !isBeforeStart { consider(actions.inside[current.label]) }
                    if best == last {
                        found.append(Entity(tokens: current.start..<(token + 1), label: current.label))
                        open = nil
                    }
                    continue
                }
                if !isSpace(token) {
                    if !isAtEnd, !isBeforeStart { for action in actions.begin { consider(action) } }
                    for action in actions.unit { consider(action) }
                }
                let outsideBest = best
                for action in actions.out { consider(action) }
                if best < 0 || best != outsideBest { continue }
                if actions.begin.contains(best) {
                    open = (token, actions.labels[best])
                } else {
                    found.append(Entity(tokens: token..<(token + 1), label: actions.labels[best]))
                }
            }
        }
        return found
    }
}
