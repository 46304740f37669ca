import ChanceryCore
import Foundation

/// How likely each of the dates is that an act may have, what several expressions tell alike added up.
struct DateShares {
    /// One date.
    struct Share {
        let date: DateSpan
        /// Its probability.
        var share: Double
        /// The likeliest of the candidates that tell it.
        var place: Int
    }

    /// Every date once, in the order of the candidates.
    private let shares: [Share]
    /// The probability that the act has none of them.
    let none: Double

    /// - Parameters:
    ///   - sums: what the features of each candidate add up to.
    ///   - none: what those of having no date add up to.
    init(_ candidates: [DateCandidate], sums: [Float], none: Float) {
        let highest = max(none, sums.max() ?? none)
        let nobody = exp(Double(none - highest))
        var shares: [Share] = []
        var all = nobody
        for place in candidates.indices {
            let power = exp(Double(sums[place] - highest))
            all += power
            let date = candidates[place].date
            if let known = shares.firstIndex(where: { $0.date.first == date.first && $0.date.edtf == date.edtf }) {
                shares[known].share += power
                if sums[place] > sums[shares[known].place] { shares[known].place = place }
            } else {
                shares.append(Share(date: date, share: power, place: place))
            }
        }
        for place in shares.indices { shares[place].share /= all }
        self.shares = shares
        self.none = nobody / all
    }

    /// The probability of a date.
    func share(of edtf: EDTF) -> Double { shares.first { $0.date.edtf == edtf }?.share ?? 0 }

    /// The likeliest of the dates that are true so often: if the act has a date at all, it overlaps them.
    func likeliest(ofTruth least: Double) -> Share? {
        // By place: a share has its date.
        var best: Int?
        for place in shares.indices where shares[place].share > best.map({ shares[$0].share }) ?? -1 {
            let truth = shares.indices.reduce(0) {
                $0 + (shares[place].date.agrees(with: shares[$1].date) ? shares[$1].share : 0)
            }
            if truth >= least * (1 - none) { best = place }
        }
        return best.map { shares[$0] }
    }
}
