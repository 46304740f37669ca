import ChanceryCore
import Record

/// Cooperation and conflict of two parties by year: cooperation above the line, conflict below, words on top of deeds.
enum Chart {
    /// One year.
    struct Year: Sendable {
        var year: String
        var wordsCooperation = 0
        var wordsConflict = 0
        var deedsCooperation = 0
        var deedsConflict = 0

        /// Whether nothing is told of it.
        var isEmpty: Bool { wordsCooperation + wordsConflict + deedsCooperation + deedsConflict == 0 }
    }

    /// Counts dated events by year: what is told as fact or claimed, and is not doubtful. Years between without any are there
    /// too, up to two hundred of them.
    static func years(_ lines: [EntryLine]) -> [Year] {
        var years: [Int: Year] = [:]
        let told: Set = [Modality.asserted.rawValue, Modality.claimed.rawValue]
        for line in lines where line.doubtful != true && line.placing == .dated {
            guard let quad = ViewWords.standard.quad(ofType: line.type), !told.isDisjoint(with: line.modality),
                let number = EDTF(line.date)?.year
            else { continue }
            var year = years[number] ?? Year(year: String(number))
            switch quad {
            case .saidInCooperation: year.wordsCooperation += 1
            case .doneInCooperation: year.deedsCooperation += 1
            case .saidInConflict: year.wordsConflict += 1
            case .doneInConflict: year.deedsConflict += 1
            }
            years[number] = year
        }
        guard let first = years.keys.min(), let last = years.keys.max() else { return [] }
        guard last - first < 200 else { return years.sorted { $0.key < $1.key }.map(\.value) }
        return (first...last).map { years[$0] ?? Year(year: String($0)) }
    }

    /// The drawing; empty where there is nothing to draw.
    static func svg(_ years: [Year], of pair: String, a: String, b: String) -> String {
        let most = years.map { max($0.wordsCooperation + $0.deedsCooperation, $0.wordsConflict + $0.deedsConflict) }
            .max()
        guard let most, most > 0 else { return "" }
        let (width, half, top) = (920.0, 70.0, 16.0)
        let middle = top + half
        let step = width / Double(max(years.count, 8))
        let unit = half / Double(most)
        var inside = SVG.line("axis", x: 0, y: middle, toX: width, toY: middle)
        let gap = max(1, Int((44 / step).rounded(.up)))
        for (place, year) in years.enumerated() {
            let x = Double(place) * step
            let bar = min(max(step - 2, 1), 28)
            func draw(_ deeds: Int, _ words: Int, up: Bool) {
                guard deeds + words > 0 else { return }
                let name = up ? "cooperation" : "conflict"
                let day = Int(year.year).map { EDTF.padded($0, 4) } ?? year.year
                let href = Link.to("/relation", ["a": a, "b": b, "from": day, "to": day])
                let title = "\(year.year), \(name): \(deeds) by deeds, \(words) by words"
                let way = up ? "up" : "down"
                let (deed, word) = (Double(deeds) * unit, Double(words) * unit)
                if deeds > 0 {
                    inside += SVG.bar(
                        "deed \(way)", x: x, y: up ? middle - deed : middle, width: bar, height: deed, title: title,
                        href: href)
                }
                if words > 0 {
                    inside += SVG.bar(
                        "word \(way)", x: x, y: up ? middle - deed - word : middle + deed, width: bar, height: word,
                        title: title, href: href)
                }
                if step >= 14 {
                    inside += SVG.text(
                        String(deeds + words), x: x + bar / 2,
                        y: up ? middle - deed - word - 3 : middle + deed + word + 12)
                }
            }
            draw(year.deedsCooperation, year.wordsCooperation, up: true)
            draw(year.deedsConflict, year.wordsConflict, up: false)
            if place % gap == 0 { inside += SVG.text(year.year, x: x, y: middle + half + 30, anchor: "start") }
        }
        return SVG.drawing("Cooperation and conflict of \(pair) by year", width: 920, height: 190, inside)
    }
}
