import ChanceryCore
import DossierStore
import Foundation
import Reconciling
import Record

/// A sample of events, judged one by one against the words; then its precision.
struct SamplePage: Sheet {
    static let template = "sample"

    /// The form that draws one.
    struct Form: Sendable {
        var size: Int
        var by: String
    }

    /// What is to be judged now.
    struct Running: Sendable {
        var progress: ReviewPage.Progress
        var item: ItemPart
        var sample: String
        var by: String
    }

    /// What the judgements come to.
    struct Done: Sendable {
        var summary: String
        var rows: [Row]
        var agreement: String
        var exports: [Export]
        var size: Int
        var by: String
    }

    /// How many of some are right.
    struct Row: Sendable {
        var label: String
        var judged: Int
        var right: Int
        var share: String
        var interval: String
    }

    /// The same for a program.
    struct Export: Sendable {
        var label: String
        var href: String
    }

    var shell = Shell()
    var none: Form?
    var running: Running?
    var done: Done?
    var title: String { "Sample" }

    /// A sample with the judgements on it.
    private struct State {
        var sample: Sample
        var items: [ReportItem]
        var judgements: [Judgement]

        init(_ name: String, _ visit: Visit) throws {
            guard let sample = Sample(name: name) else { throw WrongUsage("'\(name)' is no sample.") }
            let all = try visit.remembered("ids of events") {
                try visit.dossier.reports(matching: ItemFilter(kinds: [.event])).map(\.id)
            }
            self.sample = sample
            let drawn = sample.drawn(from: all)
            let places = Dictionary(zip(drawn, drawn.indices), uniquingKeysWith: { first, _ in first })
            items = try visit.dossier.reports(withIDs: drawn).sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
            let known = Set(drawn)
            let rulings = try visit.dossier.rulings()
            judgements = rulings.decisions.filter { rulings.isInForce($0.id) }.compactMap { Judgement($0, of: sample) }
                .filter { known.contains($0.report) }
        }

        var result: SampleResult {
            SampleResult(
                judgements,
                types: Dictionary(
                    items.map { item in
                        if case .event(let event) = item.report.content { (item.id, event.type) } else { (item.id, "") }
                    }, uniquingKeysWith: { first, _ in first }))
        }
    }

    static let route = Route(
        page: { visit in
            let by = visit.request.query.given("by") ?? visit.room.settings.author
            guard let name = visit.request.query.given("sample") else {
                return try visit.html(SamplePage(none: Form(size: 100, by: by)), json: false)
            }
            let state = try State(name, visit)
            let own = Set(state.judgements.filter { NameFolding.fold($0.judge) == NameFolding.fold(by) }.map(\.report))
            let skipped = visit.room.skipped
            guard let next = state.items.first(where: { !own.contains($0.id) && !skipped.contains($0.id) }) else {
                return try visit.html(SamplePage(done: Done(state.result, state.sample, by, visit)))
            }
            // Nothing that anybody ruled is shown: who judges does so by the words alone.
            var item = next
            item.decisions = []
            let telling = Telling(item, try visit.reader.shelf(of: [item]))
            let shown = Page.Item(
                margin: DateWords.of(item.report.date?.basis == .published ? "" : item.report.date?.edtf ?? ""),
                caveat: ModalityWords.caveat(item.report), headline: Wording.headline(item.report),
                tag: Wording.tag(item.report), notes: [telling.note], ids: [item.id])
            return try visit.html(
                SamplePage(
                    running: Running(
                        progress: ReviewPage.Progress(done: own.count, of: state.items.count),
                        item: ItemPart(shown, try visit.links()), sample: name, by: by)), json: false)
        },
        json: { visit in
            guard let name = visit.request.query.given("sample") else { throw WrongUsage("Name a sample: 'sample'.") }
            return try JSONLine.encode(try State(name, visit).result)
        },
        act: { visit in try act(visit) })

    private static func act(_ visit: Visit) throws -> Answer {
        let form = visit.request.form
        let by = form.given("by") ?? visit.room.settings.author
        guard form["id"].isEmpty else { return try judge(form, by, visit) }
        guard let size = Int(form["size"]), (1...10_000).contains(size) else {
            throw WrongUsage("Say how many are to be drawn: a number from 1 to 10,000.")
        }
        let seed = visit.room.settings.now().formatted(
            Date.ISO8601FormatStyle(timeZone: .gmt).dateSeparator(.omitted).timeSeparator(.omitted))
        return .seeOther(Link.to("/sample", ["sample": Sample(size: size, seed: seed).name, "by": by]))
    }

    private static func judge(_ form: Fields, _ by: String, _ visit: Visit) throws -> Answer {
        guard let sample = Sample(name: form["sample"]) else { throw Refusal("The form names no sample.") }
        let wrong: Set<Judgement.Part>
        switch form["judgement"] {
        case "right": wrong = []
        case "wrong": wrong = [.all]
        case "parts":
            wrong = Set(form.values("part").compactMap { Judgement.Part(rawValue: $0) })
            guard !wrong.isEmpty else { throw Refusal("Say which parts are wrong.") }
        case "skip":
            visit.room.skip([form["id"]])
            return .seeOther(Link.to("/sample", ["sample": sample.name, "by": by]))
        default: throw Refusal("An item is right, wrong, or wrong in parts.")
        }
        let deciding = try Deciding(
            try Dossier.open(at: visit.room.settings.path), by: by, because: "judged in a sample",
            now: visit.room.settings.now)
        let judgement = Judgement(report: form["id"], judge: by, wrong: wrong)
        let lines = try deciding.decide(
            .note, reports: try deciding.cited([form["id"]]), name: sample.name, value: judgement.value)
        return .seeOther(Back(Link.to("/sample", ["sample": sample.name, "by": by])).telling(lines))
    }
}

extension SamplePage.Done {
    fileprivate init(_ result: SampleResult, _ sample: Sample, _ by: String, _ visit: Visit) {
        func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
        rows = result.rows.filter { $0.judged > 0 }.map { row in
            SamplePage.Row(
                label: row.label.isEmpty ? "no type" : row.label.lowercased(), judged: row.judged, right: row.right,
                share: percent(row.share), interval: "\(percent(row.low)) to \(percent(row.high))")
        }
        let all = result.rows.first
        summary =
            "\(all?.right ?? 0) of \(Wording.count(all?.judged ?? 0, "judgement", "judgements")) find the item right in all "
            + "its parts. The sample is “\(sample.name)”; somebody else judges it at this address with another name."
        agreement =
            result.agreement.map { share in
                let kappa = result.kappa.map { ", Cohen's kappa \(Wording.number(($0 * 100).rounded() / 100))" } ?? ""
                return
                    "Two judged \(Wording.count(result.judgedTwice, "item", "items")) and agree on \(percent(share))\(kappa)."
            } ?? ""
        exports = [
            SamplePage.Export(label: "JSON", href: Link.to("/api/v1/sample", ["sample": sample.name])),
            SamplePage.Export(
                label: "Judge as somebody else",
                href: Link.to("/sample", ["sample": sample.name, "by": "second reader"])),
        ]
        size = sample.size
        self.by = by
    }
}
