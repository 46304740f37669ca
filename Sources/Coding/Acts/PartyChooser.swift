import ChanceryCore
import Foundation
import Grammar

/// Chooses who takes part in an act, by what was learnt of where parties stand.
///
/// For each side the parties near an act and "nobody" share one unit of probability, the exponentials of the sums of their
/// features' weights: a conditional logit (McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974).
struct PartyChooser {
    let features: PartyFeatures
    let model: LinearModel
    private let margin: Double
    private let marginOfRules: Double
    private let marginOfOwn: Double
    private let closeness: Double

    init(features: PartyFeatures, model: LinearModel) {
        self.features = features
        self.model = model
        margin = Double(model.settings["margin"] ?? 1)
        marginOfRules = Double(model.settings["margin-of-rules"] ?? 1)
        marginOfOwn = Double(model.settings["margin-of-own"] ?? 1)
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
        sums.reserveCapacity(candidate.parties.count + 1)
        // Most parties stand nowhere near, several of them alike: what their place alone says is summed once.
        var places: [(role: UInt64, inside: UInt64, sum: SIMD2<Float>)] = []
        for party in candidate.parties {
            let (role, inside) = (party.place.role.hash, party.place.inside.hash)
            let known = places.firstIndex { $0.role == role && $0.inside == inside }
            if known == nil {
                var sum = FeatureSum(model)
                features.addPlace(of: party, candidate, to: &sum)
                places.append((role, inside, sum.sum))
            }
            var sum = FeatureSum(model, from: places[known ?? places.count - 1].sum)
            features.addOwn(party, candidate, to: &sum)
            sums.append(sum.sum)
        }
        func normalized(_ lane: Int) -> [Double] {
            let highest = sums.reduce(nobody.sum[lane]) { max($0, $1[lane]) }
            var powers = sums.map { exp(Double($0[lane] - highest)) }
            let total = powers.reduce(0, +)
            for place in powers.indices { powers[place] /= total }
            return powers
        }
        return Shares(actor: normalized(0), recipient: normalized(1))
    }

    /// What the tellings of one party come to.
    private struct Total {
        let key: String
        var actor = 0.0
        var recipient = 0.0
        /// The likeliest telling on each side, and its share.
        var asActor: (place: Int, share: Double)
        var asRecipient: (place: Int, share: Double)
    }

    /// The sides of a candidate: as the rules fill them, an open side by what was learnt.
    func choice(of candidate: ActCandidate) -> Choice {
        let shares = shares(of: candidate)
        // A dozen parties at most, most of them states: their keys are compared sooner than hashed.
        var totals: [Total] = []
        let undergoers = undergoers(of: candidate)
        for place in candidate.parties.indices {
            let party = candidate.parties[place]
            // "Exiled in Osk", "the attack in Osk": where it was done is not who did it, unless a rule says so.
            let isWhere = party.place.role == ActSite.Place.whereabouts && party.ruled != ActCandidate.actor
            var (actor, recipient) = (isWhere ? 0 : shares.actor[place + 1], shares.recipient[place + 1])
            // "Osk suffered an attack": nobody does what befalls him.
            if party.ruled != ActCandidate.actor, undergoers.contains(party.seat.head) {
                (actor, recipient) = (0, actor + recipient)
            }
            let key = party.seat.key
            let known = totals.firstIndex { $0.key == key }
            if known == nil { totals.append(Total(key: key, asActor: (place, 0), asRecipient: (place, 0))) }
            let number = known ?? totals.count - 1
            totals[number].actor += actor
            totals[number].recipient += recipient
            if actor > totals[number].asActor.share { totals[number].asActor = (place, actor) }
            if recipient > totals[number].asRecipient.share { totals[number].asRecipient = (place, recipient) }
        }
        func total(of mention: Mention) -> Total? { totals.first { $0.key == mention.partyKey } }
        var actors = candidate.actors
        var recipients = candidate.recipients
        var taken = (actors + recipients).map(\.partyKey)
        var options: [(share: Double, isActor: Bool, key: String, best: Int)] = []
        for total in totals where !taken.contains(total.key) {
            if candidate.actors.isEmpty, !candidate.isBySomebodyUnnamed {
                options.append((total.actor, true, total.key, total.asActor.place))
            }
            if candidate.recipients.isEmpty {
                options.append((total.recipient, false, total.key, total.asRecipient.place))
            }
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
            guard option.share >= nobody * margin, option.share >= highest * closeness else { continue }
            taken.append(option.key)
            let mention = candidate.parties[option.best].seat.mention
            if option.isActor {
                best.actor = max(best.actor, option.share)
                actors.append(mention)
            } else {
                best.recipient = max(best.recipient, option.share)
                recipients.append(mention)
            }
        }
        // Both sides may be of one state: the parliament and its president, the police and protesters.
        if actors.isEmpty != recipients.isEmpty, !(actors.isEmpty && candidate.isBySomebodyUnnamed) {
            let told = actors + recipients
            let (own, nobody) =
                actors.isEmpty
                ? (shares.actor.dropFirst(), shares.actor[0]) : (shares.recipient.dropFirst(), shares.recipient[0])
            let compatriot = compatriot(of: told, among: candidate.parties, shares: Array(own), isActor: actors.isEmpty)
            if let (mention, share) = compatriot, share >= nobody * marginOfOwn {
                if actors.isEmpty { actors = [mention] } else { recipients = [mention] }
            }
        }
        return Choice(
            actors: actors, recipients: recipients,
            actorShare: actors.map { total(of: $0)?.actor ?? 0 }.min(),
            recipientShare: recipients.map { total(of: $0)?.recipient ?? 0 }.min(),
            noActor: shares.actor[0], noRecipient: shares.recipient[0])
    }

    /// The heads of those whom an act's noun befalls.
    private func undergoers(of candidate: ActCandidate) -> [Int] {
        let grammar = features.scene.parsed.grammar
        guard candidate.word.isNoun else { return [] }
        return grammar.undergoer(of: candidate.word.trigger).map { grammar.members(of: $0) } ?? []
    }

    /// The likeliest for a side that is still open of those who are of a state that stands on the other side, and neither
    /// that party nor part of its words; with the share of all its tellings.
    private func compatriot(
        of told: [Mention], among parties: [ActCandidate.Party], shares: [Double], isActor: Bool
    ) -> (mention: Mention, share: Double)? {
        var found: [(name: String, mention: Mention, share: Double)] = []
        for (party, share) in zip(parties, shares) {
            let mention = party.seat.mention
            guard !mention.code.isEmpty, told.contains(where: { $0.code == mention.code }),
                !told.contains(where: { $0.name == mention.name || Self.overlap($0.span, mention.span) }),
                !(isActor && party.place.role == ActSite.Place.whereabouts)
            else { continue }
            if let known = found.firstIndex(where: { $0.name == mention.name }) {
                found[known].share += share
            } else {
                found.append((mention.name, mention, share))
            }
        }
        return found.max { ($0.share, $1.name) < ($1.share, $0.name) }.map { ($0.mention, $0.share) }
    }

    private static func overlap(_ one: ByteSpan, _ other: ByteSpan) -> Bool {
        one.start < other.end && other.start < one.end
    }
}
