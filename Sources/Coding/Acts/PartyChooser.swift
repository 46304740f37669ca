import ChanceryCore
import Foundation

/// Chooses who takes part in an act, by what was learnt of where parties stand.
///
/// For each side the parties near an act and "nobody" share one unit of probability, the exponentials of the sums of their
/// features' weights: a conditional logit (McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974).
struct PartyChooser {
    let features: PartyFeatures
    let model: LinearModel
    private let margin: Double
    private let marginOfRules: Double
    private let closeness: Double

    init(features: PartyFeatures, model: LinearModel) {
        self.features = features
        self.model = model
        margin = Double(model.settings["margin"] ?? 1)
        marginOfRules = Double(model.settings["margin-of-rules"] ?? 1)
        closeness = Double(model.settings["closeness"] ?? 1)
    }

    /// The two sides of an act, with how sure each is.
    struct Choice {
        var actors: [Mention]
        var recipients: [Mention]
        /// The probability of the least sure of a side's parties; nil where the side is empty.
        var actorShare: Double?
        var recipientShare: Double?
        /// The probability that nobody stands at the side.
        var noActor: Double
        var noRecipient: Double
    }

    /// The probabilities of a side: nobody's first, then each party's.
    struct Shares {
        var actor: [Double]
        var recipient: [Double]
    }

    func shares(of candidate: ActCandidate) -> Shares {
        var sums: [SIMD2<Float>] = []
        var nobody = FeatureSum(model)
        features.addNobody(of: candidate, to: &nobody)
        sums.append(nobody.sum)
        for party in candidate.parties {
            var sum = FeatureSum(model)
            features.add(party, of: candidate, to: &sum)
            sums.append(sum.sum)
        }
        func normalized(_ lane: Int) -> [Double] {
            let highest = sums.map { $0[lane] }.max() ?? 0
            let powers = sums.map { exp(Double($0[lane] - highest)) }
            let total = powers.reduce(0, +)
            return powers.map { $0 / total }
        }
        return Shares(actor: normalized(0), recipient: normalized(1))
    }

    /// The sides of a candidate: as the rules fill them, an open side by what was learnt.
    func choice(of candidate: ActCandidate) -> Choice {
        let shares = shares(of: candidate)
        var totals: [String: (actor: Double, recipient: Double, best: Int, share: Double)] = [:]
        for (place, party) in candidate.parties.enumerated() {
            let (actor, recipient) = (shares.actor[place + 1], shares.recipient[place + 1])
            var total = totals[party.seat.key] ?? (0, 0, place, 0)
            total.actor += actor
            total.recipient += recipient
            if actor + recipient > total.share { (total.best, total.share) = (place, actor + recipient) }
            totals[party.seat.key] = total
        }
        var actors = candidate.actors
        var recipients = candidate.recipients
        var taken = Set((actors + recipients).map(\.partyKey))
        var options: [(share: Double, isActor: Bool, key: String)] = []
        for (key, total) in totals where !taken.contains(key) {
            if candidate.actors.isEmpty { options.append((total.actor, true, key)) }
            if candidate.recipients.isEmpty { options.append((total.recipient, false, key)) }
        }
        options.sort {
            $0.share != $1.share ? $0.share > $1.share : $0.isActor != $1.isActor ? $0.isActor : $0.key < $1.key
        }
        // What a rule left open it may have left open for a reason.
        let margin = candidate.origin == .told ? marginOfRules : margin
        var best: (actor: Double, recipient: Double) = (0, 0)
        for option in options where !taken.contains(option.key) {
            let nobody = option.isActor ? shares.actor[0] : shares.recipient[0]
            let highest = option.isActor ? best.actor : best.recipient
            guard option.share >= nobody * margin, option.share >= highest * closeness,
                let place = totals[option.key]?.best
            else { continue }
            taken.insert(option.key)
            let mention = candidate.parties[place].seat.mention
            if option.isActor {
                best.actor = max(best.actor, option.share)
                actors.append(mention)
            } else {
                best.recipient = max(best.recipient, option.share)
                recipients.append(mention)
            }
        }
        return Choice(
            actors: actors, recipients: recipients,
            actorShare: actors.map { totals[$0.partyKey]?.actor ?? 0 }.min(),
            recipientShare: recipients.map { totals[$0.partyKey]?.recipient ?? 0 }.min(),
            noActor: shares.actor[0], noRecipient: shares.recipient[0])
    }
}
