import ChanceryCore
import Chronology
import Foundation
import Grammar

/// Chooses when acts were done among the dates their text tells, by what was learnt of where dates stand.
///
/// The dates and "no date" share one unit of probability, the exponentials of the sums of their features' weights: a conditional
/// logit, as for parties (``PartyChooser``).
struct DateChooser {
    let model: LinearModel
    let features: DateFeatures
    private let reader: DateCandidateReader
    /// How many times as likely as no date a date has to be.
    private let margin: Double
    /// How many times as likely as the date by the rules another date has to be, or having none.
    private let marginOfRules: Double
    /// How likely it has to be that a date is not false, though it may be more or less precise than the right one.
    private let truth: Double

    init(dates: DateReader, model: LinearModel) {
        self.model = model
        features = DateFeatures(context: dates.context, story: dates.story)
        reader = DateCandidateReader(context: dates.context)
        margin = Double(model.settings["margin"] ?? 1)
        marginOfRules = Double(model.settings["margin-of-rules"] ?? 1)
        truth = Double(model.settings["truth"] ?? 0)
    }

    /// The dates of a document's acts, which are in text order.
    func dates(of acts: [DatedAct]) -> [ActDate] {
        // By place: acts and what is read of them are large.
        let sites = sites(of: acts)
        return acts.indices.map { date(of: acts[$0], sites[$0], candidates(for: acts[$0])) }
    }

    /// The dates an act may have.
    func candidates(for act: DatedAct) -> [DateCandidate] { reader.candidates(for: act) }

    /// What is read of each act once, whatever date is asked.
    func sites(of acts: [DatedAct]) -> [DateFeatures.Site] {
        let ruled = acts.map { $0.ruled.map { DateSpan($0.edtf) } }
        var previous: [DateSpan?] = []
        var last: DateSpan?
        for date in ruled {
            previous.append(last)
            last = date ?? last
        }
        var next: [DateSpan?] = []
        last = nil
        for date in ruled.reversed() {
            next.append(last)
            last = date ?? last
        }
        next.reverse()
        return acts.indices.map { place in
            let act = acts[place]
            let own = reader.expressions(around: act.trigger)
            let first = own.first ?? reader.expressions(before: reader.tree.sentence(of: act.trigger))
            return features.site(
                of: act, previous: previous[place], next: next[place], ownCount: own.count,
                yearBefore: reader.expressions[..<first].last { $0.timex.edtf?.year != nil }?.timex.edtf?.year)
        }
    }

    /// The date of an act.
    func date(of act: DatedAct, _ site: DateFeatures.Site, _ candidates: [DateCandidate]) -> ActDate {
        guard !candidates.isEmpty, !isOfHeading(act) else { return ActDate(finding: act.ruled) }
        var none = FeatureSum(model)
        features.addNone(of: act, site, to: &none)
        let sums = candidates.indices.map { place in
            var sum = FeatureSum(model)
            features.add(candidates[place], of: act, site, to: &sum)
            return sum.sum[0]
        }
        let shares = DateShares(candidates, sums: sums, none: none.sum[0])
        let best = shares.likeliest(ofTruth: truth)
        if let ruled = act.ruled {
            let least = shares.share(of: ruled.edtf) * marginOfRules
            if best?.date.edtf == ruled.edtf || best?.share ?? 0 < least, shares.none < least {
                return ActDate(finding: ruled)
            }
        }
        guard let best, best.share >= shares.none * margin else { return .unknown }
        return made(candidates[best.place])
    }

    /// Whether the rules take an act's date from what stands over it, as in a chronology: that is meant for all below.
    private func isOfHeading(_ act: DatedAct) -> Bool {
        guard let ruled = act.ruled,
            let heading = reader.context.headings[reader.tree.sentence(of: act.trigger)]
        else { return false }
        return reader.timex(heading).extent == ruled.span
    }

    /// A date that the rules do not give, with the words that tell it.
    private func made(_ candidate: DateCandidate) -> ActDate {
        guard let index = candidate.expression else { return ActDate(published: candidate.date.edtf) }
        let timex = reader.timex(index)
        return ActDate(
            finding: DateFinding(
                edtf: candidate.date.edtf, basis: .likely, span: timex.extent,
                from: timex.resolvedFrom ?? (candidate.place == .sentence ? nil : timex.extent),
                first: candidate.date.edtf))
    }
}
