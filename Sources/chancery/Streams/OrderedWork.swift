/// Runs work on several threads and gives its results in the order of the input, in bounded memory.
enum OrderedWork {
    /// How many inputs may be under way or wait for their turn, for each thread.
    private static let windowPerThread = 4

    /// Works on every input and hands the results over in the order of the inputs.
    ///
    /// Never more than `threads` inputs are worked on at once, and never more than four times as many are held, however
    /// many there are. With one thread nothing is started: the caller's own does all of it, in turn.
    ///
    /// - Parameters:
    ///   - threads: How many inputs are worked on at once, at least 1.
    ///   - next: Gives the next input, or nil after the last; called on the caller's own thread.
    ///   - work: What is done with one input.
    ///   - take: Takes one result; called on the caller's own thread, in the order of the inputs. Its error ends the run.
    static func run<Input: Sendable, Output: Sendable>(
        threads: Int, next: () throws -> Input?, work: @escaping @Sendable (Input) -> Output,
        take: (Output) throws -> Void
    ) async throws {
        guard threads > 1 else {
            while let input = try next() { try take(work(input)) }
            return
        }
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var started = 0
            var running = 0
            var taken = 0
            var waiting: [Int: Output] = [:]
            var isOver = false
            while true {
                while !isOver, running < threads, started - taken < threads * windowPerThread {
                    guard let input = try next() else {
                        isOver = true
                        break
                    }
                    let place = started
                    group.addTask { (place, work(input)) }
                    started += 1
                    running += 1
                }
                guard let (place, output) = try await group.next() else { break }
                running -= 1
                waiting[place] = output
                while let output = waiting.removeValue(forKey: taken) {
                    try take(output)
                    taken += 1
                }
            }
        }
    }
}
