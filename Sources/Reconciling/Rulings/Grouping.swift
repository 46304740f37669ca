import ChanceryCore

/// Works out which merges and splits hold.
///
/// A merge and a split contradict each other where the merge joins a report of one side with one of the other, by
/// itself or through further merges. Of one author the later decision replaces the earlier as far as it contradicts it;
/// of different authors neither takes effect.
struct Grouping {
    private struct Merge {
        var place: Int
        var author: String
        /// The reports it joins; a split of the same author leaves two groups of one.
        var groups: [Set<String>]
        var replacedBy: Set<Int> = []
        var isInConflict = false
    }

    private struct Separation {
        var place: Int
        var author: String
        var reports: Set<String>
        var apart: Set<String>
        var replacedBy: Set<Int> = []
        var isInConflict = false
    }

    private var merges: [Merge] = []
    private var separations: [Separation] = []
    /// The merges that name a report.
    private var mergesOf: [String: [Int]] = [:]
    private var separationsOf: [String: [Int]] = [:]
    /// The decisions, by place, that cannot hold together, each with the report it is about.
    private(set) var conflicts: [(subject: String, places: [Int])] = []

    init(_ decisions: [(place: Int, decision: Decision)]) {
        for (place, decision) in decisions {
            let author = NameFolding.fold(decision.author)
            let reports = Set(decision.reports.map(\.report))
            if decision.ruling == .merge {
                add(Merge(place: place, author: author, groups: [reports]))
            } else {
                add(
                    Separation(
                        place: place, author: author, reports: reports, apart: Set(decision.apart.map(\.report))))
            }
        }
        contradict()
        contradictThroughOthers()
    }

    /// What holds of the merges.
    var held: [[String]] {
        merges.filter { !$0.isInConflict }.flatMap { $0.groups.filter { $0.count > 1 }.map { $0.sorted() } }
    }

    /// What holds of the splits.
    var apart: [Rulings.Split] {
        separations.filter { !$0.isInConflict && !$0.reports.isEmpty }
            .map { Rulings.Split(reports: $0.reports, apart: $0.apart) }
    }

    /// By place: which later decisions replace one, and whether nothing is left of it.
    var replaced: [(place: Int, by: Set<Int>, wholly: Bool)] {
        merges.filter { !$0.replacedBy.isEmpty }
            .map { ($0.place, $0.replacedBy, $0.groups.allSatisfy { $0.count < 2 }) }
            + separations.filter { !$0.replacedBy.isEmpty }.map { ($0.place, $0.replacedBy, $0.reports.isEmpty) }
    }

    // MARK: One author

    private mutating func add(_ merge: Merge) {
        let joined = merge.groups[0]
        for earlier in touching(joined, separationsOf) where separations[earlier].author == merge.author {
            let split = separations[earlier]
            guard !split.reports.isDisjoint(with: joined), !split.apart.isDisjoint(with: joined) else { continue }
            separations[earlier].reports.subtract(joined)
            separations[earlier].replacedBy.insert(merge.place)
        }
        for earlier in touching(joined, mergesOf) where merges[earlier].author == merge.author {
            let left = merges[earlier].groups.filter { !$0.isSubset(of: joined) }
            guard left.count < merges[earlier].groups.count else { continue }
            merges[earlier].groups = left
            merges[earlier].replacedBy.insert(merge.place)
        }
        for report in joined { mergesOf[report, default: []].append(merges.count) }
        merges.append(merge)
    }

    private mutating func add(_ split: Separation) {
        for earlier in touching(split.reports, mergesOf) where merges[earlier].author == split.author {
            var left: [Set<String>] = []
            for group in merges[earlier].groups {
                if group.isDisjoint(with: split.reports) || group.isDisjoint(with: split.apart) {
                    left.append(group)
                } else {
                    merges[earlier].replacedBy.insert(split.place)
                    left += [group.intersection(split.reports), group.subtracting(split.reports)]
                        .filter { $0.count > 1 }
                }
            }
            merges[earlier].groups = left
        }
        for earlier in touching(split.reports, separationsOf) where separations[earlier].author == split.author {
            guard separations[earlier].reports.isSubset(of: split.reports),
                separations[earlier].apart.isSubset(of: split.apart)
            else { continue }
            separations[earlier].reports = []
            separations[earlier].replacedBy.insert(split.place)
        }
        for report in split.reports.union(split.apart) {
            separationsOf[report, default: []].append(separations.count)
        }
        separations.append(split)
    }

    private func touching(_ reports: Set<String>, _ index: [String: [Int]]) -> [Int] {
        Set(reports.flatMap { index[$0] ?? [] }).sorted()
    }

    // MARK: Several authors

    private mutating func contradict() {
        for at in separations.indices {
            let split = separations[at]
            let against = touching(split.reports, mergesOf).filter { merge in
                merges[merge].groups.contains {
                    !$0.isDisjoint(with: split.reports) && !$0.isDisjoint(with: split.apart)
                }
            }
            if !against.isEmpty { note(at, against) }
        }
    }

    private mutating func contradictThroughOthers() {
        for at in separations.indices where !separations[at].isInConflict && !separations[at].reports.isEmpty {
            let chain = chain(from: separations[at].reports, to: separations[at].apart)
            guard let latest = chain.max(by: { merges[$0].place < merges[$1].place }) else { continue }
            if !chain.allSatisfy({ merges[$0].author == separations[at].author }) {
                note(at, chain)
            } else if merges[latest].place > separations[at].place {
                separations[at].reports = []
                separations[at].replacedBy.insert(merges[latest].place)
            }
            // Else the split came last, and takes its reports out of what the merges join.
        }
    }

    private mutating func note(_ split: Int, _ against: [Int]) {
        separations[split].isInConflict = true
        for merge in against { merges[merge].isInConflict = true }
        conflicts.append(
            (
                separations[split].reports.min() ?? "",
                ([separations[split].place] + against.map { merges[$0].place }).sorted()
            ))
    }

    /// The merges of a shortest chain that joins a report of one side with one of the other; empty where none does.
    private func chain(from: Set<String>, to: Set<String>) -> [Int] {
        var cameBy: [String: (merge: Int, from: String)] = [:]
        var seen: Set<[Int]> = []
        var front = from.sorted()
        while !front.isEmpty {
            var next: [String] = []
            for report in front {
                for merge in mergesOf[report] ?? [] where !merges[merge].isInConflict {
                    for (part, group) in merges[merge].groups.enumerated()
                    where group.contains(report) && seen.insert([merge, part]).inserted {
                        for other in group.sorted() where !from.contains(other) && cameBy[other] == nil {
                            cameBy[other] = (merge, report)
                            if to.contains(other) { return steps(to: other, cameBy) }
                            next.append(other)
                        }
                    }
                }
            }
            front = next
        }
        return []
    }

    private func steps(to report: String, _ cameBy: [String: (merge: Int, from: String)]) -> [Int] {
        var found: Set<Int> = []
        var at = report
        while let step = cameBy[at] {
            found.insert(step.merge)
            at = step.from
        }
        return found.sorted()
    }
}

extension Rulings {
    mutating func group() {
        let grouping = Grouping(
            decisions.enumerated().filter {
                !undone.contains($1.id) && ($1.ruling == .merge || $1.ruling == .split)
            }.map { (place: $0, decision: $1) })
        set(merges: grouping.held, splits: grouping.apart)
        for replaced in grouping.replaced {
            let id = decisions[replaced.place].id
            tallies[id] = Tally(
                asked: 1, replaced: replaced.wholly ? 1 : 0, replacing: Set(replaced.by.map { decisions[$0].id }))
        }
        for conflict in grouping.conflicts {
            note(conflict: Question(about: .oneThing, subject: conflict.subject), among: conflict.places)
        }
    }
}
