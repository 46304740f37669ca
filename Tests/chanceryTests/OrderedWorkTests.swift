import Synchronization
import Testing

@testable import Record
@testable import chancery

@Suite struct OrderedWorkTests {
    /// Counts how many inputs are held, and the most there were.
    private final class Gauge: Sendable {
        private let state = Mutex((now: 0, most: 0))

        func enter() {
            state.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
        }

        func leave() { state.withLock { $0.now -= 1 } }

        var most: Int { state.withLock { $0.most } }
    }

    @Test(arguments: [1, 2, 5]) func resultsComeInTheOrderOfTheInputs(threads: Int) async throws {
        var next = 0
        var taken: [Int] = []
        try await OrderedWork.run(
            threads: threads,
            next: { () -> Int? in
                next += 1
                return next <= 300 ? next : nil
            },
            work: { input in
                // Uneven work, so that later inputs are done before earlier ones.
                var sum = 0
                for step in 0..<((input * 7919) % 5000) { sum &+= step }
                return sum >= 0 ? input : -1
            }, take: { taken.append($0) })
        #expect(taken == Array(1...300))
    }

    @Test(arguments: [1, 3]) func fewInputsAreHeldHoweverManyThereAre(threads: Int) async throws {
        let gauge = Gauge()
        var next = 0
        try await OrderedWork.run(
            threads: threads,
            next: { () -> Int? in
                next += 1
                guard next <= 2000 else { return nil }
                gauge.enter()
                return next
            }, work: { $0 }, take: { _ in gauge.leave() })
        #expect(gauge.most <= threads * 4)
    }

    @Test(arguments: [1, 2]) func errorOfATakerEndsTheRun(threads: Int) async {
        struct Enough: Error {}
        var next = 0
        var taken = 0
        await #expect(throws: Enough.self) {
            try await OrderedWork.run(
                threads: threads,
                next: { () -> Int? in
                    next += 1
                    return next
                }, work: { $0 },
                take: { _ in
                    taken += 1
                    if taken == 10 { throw Enough() }
                })
        }
        #expect(taken == 10)
    }
}
