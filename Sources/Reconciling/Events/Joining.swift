/// Agglomerative clustering by average linkage over the pairs that are given; every other pair counts 0.
///
/// The two clusters whose pairs are likeliest on the whole are joined first, as long as their mean likelihood is not below the
/// threshold (Sokal and Michener 1958). The likeliest pair alone can be given a part in it, as in single linkage. Which of two equal
/// pairs comes first their numbers tell, so the result is always the same.
struct Joining {
    private let threshold: Double
    private var members: [[Int]]
    /// For each cluster the sums of the likelihoods between it and others.
    private var sums: [[Int: Double]]
    private var isGone: [Bool]
    /// For each cluster the likeliest pairs between it and others; empty where they have no part in it.
    private var likeliest: [[Int: Double]]
    /// What the likeliest pair counts, from 0 to 1; the mean of all counts the rest.
    private let nearest: Double
    /// For each cluster those that it cannot be joined to.
    private var barred: [Set<Int>]
    private var queue = Queue()

    /// - Parameters:
    ///   - count: How many things there are, each a cluster of its own at first.
    ///   - nearest: What the likeliest pair of two clusters counts; 0 is plain average linkage.
    init(count: Int, threshold: Double, nearest: Double = 0) {
        self.threshold = threshold
        self.nearest = nearest
        likeliest = Array(repeating: [:], count: nearest > 0 ? count : 0)
        members = (0..<count).map { [$0] }
        sums = Array(repeating: [:], count: count)
        isGone = Array(repeating: false, count: count)
        barred = Array(repeating: [], count: count)
    }

    /// Keeps two things apart for good, and whatever is joined to them.
    mutating func bar(_ one: Int, _ other: Int) {
        barred[one].insert(other)
        barred[other].insert(one)
    }

    /// How likely two things are one.
    mutating func add(_ one: Int, _ other: Int, _ likelihood: Double) {
        sums[one][other] = likelihood
        sums[other][one] = likelihood
        if nearest > 0 {
            likeliest[one][other] = likelihood
            likeliest[other][one] = likelihood
        }
        if likelihood >= threshold { queue.push(Link(mean: likelihood, one: min(one, other), other: max(one, other))) }
    }

    /// The clusters, each in order, by their first members.
    mutating func clusters() -> [[Int]] {
        while let link = queue.pop() {
            // A link that was made before one of the two grew is told anew by its mean.
            guard !isGone[link.one], !isGone[link.other], !barred[link.one].contains(link.other),
                mean(link.one, link.other) == link.mean
            else { continue }
            join(link.one, link.other)
        }
        return members.indices.filter { !isGone[$0] }.map { members[$0].sorted() }.sorted { $0[0] < $1[0] }
    }

    private func mean(_ one: Int, _ other: Int) -> Double {
        let mean = (sums[one][other] ?? 0) / Double(members[one].count * members[other].count)
        return nearest > 0 ? (1 - nearest) * mean + nearest * (likeliest[one][other] ?? 0) : mean
    }

    private mutating func joinLikeliest(_ one: Int, _ gone: Int) {
        for (third, value) in likeliest[gone] where third != one {
            likeliest[one][third] = max(likeliest[one][third] ?? 0, value)
            likeliest[third][one] = likeliest[one][third]
            likeliest[third][gone] = nil
        }
        likeliest[gone] = [:]
        likeliest[one][gone] = nil
    }

    private mutating func join(_ one: Int, _ other: Int) {
        let (own, gone) = (sums[one], sums[other])
        isGone[other] = true
        members[one] += members[other]
        for third in barred[other] {
            barred[third].remove(other)
            bar(one, third)
        }
        sums[other] = [:]
        for (third, sum) in gone where third != one {
            sums[one][third, default: 0] += sum
            sums[third][one] = sums[one][third]
            sums[third][other] = nil
        }
        sums[one][other] = nil
        if nearest > 0 { joinLikeliest(one, other) }
        for third in Set(own.keys).union(gone.keys) where third != one && third != other {
            let mean = mean(one, third)
            if mean >= threshold { queue.push(Link(mean: mean, one: min(one, third), other: max(one, third))) }
        }
    }
}

extension Joining {
    /// Two clusters that may be joined.
    private struct Link: Comparable {
        let mean: Double
        let one: Int
        let other: Int

        /// The likeliest is the greatest; of equal ones that of the lower numbers.
        static func < (a: Link, b: Link) -> Bool { (a.mean, b.one, b.other) < (b.mean, a.one, a.other) }
    }

    /// A binary heap, the greatest first.
    private struct Queue {
        private var links: [Link] = []

        mutating func push(_ link: Link) {
            links.append(link)
            var place = links.count - 1
            while place > 0, case let parent = (place - 1) / 2, links[parent] < links[place] {
                links.swapAt(parent, place)
                place = parent
            }
        }

        mutating func pop() -> Link? {
            guard let greatest = links.first, let last = links.popLast() else { return nil }
            guard !links.isEmpty else { return greatest }
            links[0] = last
            var place = 0
            while true {
                var next = place
                for child in [2 * place + 1, 2 * place + 2] where child < links.count && links[next] < links[child] {
                    next = child
                }
                if next == place { return greatest }
                links.swapAt(place, next)
                place = next
            }
        }
    }
}
