import ChanceryCore
import Record

/// How much a timeline has of each time, to scale: a bar a year, a decade or a century, which opens it.
enum Strip {
    /// The drawing; empty where little is dated.
    ///
    /// - Parameter query: what the timeline is filtered by; a bar keeps it.
    static func svg(_ view: EntriesView, _ query: Fields) -> String {
        let dated = view.items.filter { $0.placing == .dated }.compactMap { line in
            EDTF(line.date)?.year.map { (year: $0, isDoubtful: line.doubtful == true) }
        }
        guard let first = dated.map(\.year).min(), let last = dated.map(\.year).max(), last > first else { return "" }
        let width = 920.0
        let span = [1, 10, 100].first { (last - first) / $0 < 150 } ?? 1000
        func bin(_ year: Int) -> Int { Int((Double(year) / Double(span)).rounded(.down)) }
        let bins = Dictionary(grouping: dated) { bin($0.year) }
        let (low, high) = (bin(first), bin(last))
        let step = width / Double(high - low + 1)
        let most = Double(bins.values.map(\.count).max() ?? 1)
        let (height, base) = (56.0, 62.0)
        var inside = SVG.line("axis", x: 0, y: base, toX: width, toY: base)
        for (number, lines) in bins.sorted(by: { $0.key < $1.key }) {
            let x = Double(number - low) * step
            let doubtful = lines.count(where: \.isDoubtful)
            let (from, to) = (number * span, number * span + span - 1)
            let name = span == 1 ? "\(from)" : "\(from)–\(to)"
            let title =
                "\(name): \(Wording.count(lines.count, "entry", "entries"))"
                + (doubtful > 0 ? ", \(doubtful) of them doubtful" : "")
            let href = Link.to(
                "/timeline",
                query.without(["page", "done", "told"]).setting("from", EDTF.padded(from, 4))
                    .setting("to", EDTF.padded(to, 4)))
            let sure = height * Double(lines.count - doubtful) / most
            let unsure = height * Double(doubtful) / most
            let bar = max(min(step - 1, 24), 1)
            if lines.count > doubtful {
                inside += SVG.bar("bar", x: x, y: base - sure, width: bar, height: sure, title: title, href: href)
            }
            if doubtful > 0 {
                inside += SVG.bar(
                    "doubt", x: x, y: base - sure - unsure, width: bar, height: unsure, title: title, href: href)
            }
        }
        let ticks = [1, 2, 5, 10, 20, 50].first { Double($0) * step >= 60 } ?? 100
        for number in low...high where number.isMultiple(of: ticks) {
            let x = Double(number - low) * step
            inside += SVG.line("grid", x: x, y: base, toX: x, toY: base + 4)
            inside += SVG.text(String(number * span), x: x, y: base + 17, anchor: "start")
        }
        return SVG.drawing("How many entries lie in which time", width: 920, height: 84, inside)
    }
}
