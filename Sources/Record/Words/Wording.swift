package import ChanceryCore

/// Puts reports into plain words. The words are the program's own only where they name a part of the record; all
/// else is the codebook's concept, canonical names and the document's text. None characterises a party.
package enum Wording {
    /// What a report tells: `Albania → Palestine · recognise`.
    package static func headline(_ report: Report, words: String = "") -> String {
        switch report.content {
        case .event(let event): return self.event(event)
        case .state(let state):
            return [names(state.subject), plain(state.relation), names(state.object)]
                .filter { !$0.isEmpty }.joined(separator: " · ")
        case .statement(let statement):
            let about = names(statement.about)
            return speaker(statement) + (about.isEmpty ? "" : " · on \(about)")
        case .figure(let figure): return self.figure(figure)
        }
    }

    /// The class that stands after a headline: an event's type, otherwise the kind.
    package static func tag(_ report: Report) -> String {
        switch report.content {
        case .event(let event): event.type
        case .state: "state of affairs"
        case .statement(let statement): form(statement.form, speaker: statement.speaker?.name ?? "")
        case .figure: "figure"
        }
    }

    /// Whose words a statement gives.
    package static func form(_ form: Statement.Form, speaker: String) -> String {
        switch form {
        case .direct: "in their words"
        case .indirect: "as told"
        case .invented:
            "put in \(speaker.isEmpty ? "somebody’s" : SafeText.oneLine(speaker) + "’s") mouth by the author"
        }
    }

    private static func event(_ event: Event) -> String {
        let what = plain(event.concept.isEmpty ? event.type.lowercased() : event.concept)
        let place = event.place.map { " · in \(SafeText.oneLine($0.name))" } ?? ""
        let actors = names(event.actors)
        let recipients = names(event.recipients)
        let arrow = event.isReciprocal ? "↔" : "→"
        switch (actors.isEmpty, recipients.isEmpty) {
        case (false, false): return "\(actors) \(arrow) \(recipients) · \(what)\(place)"
        case (false, true): return "\(actors) · \(what)\(place)"
        case (true, false): return "(not named) \(arrow) \(recipients) · \(what)\(place)"
        case (true, true): return what + place
        }
    }

    private static func figure(_ figure: Figure) -> String {
        let value =
            if let low = figure.low, let high = figure.high, low != high {
                "\(number(low)) to \(number(high))"
            } else {
                number(figure.value)
            }
        // "193 UN-member countries": what is counted names the unit itself.
        if figure.of.hasSuffix(" \(figure.unit)") {
            return SafeText.oneLine([figure.qualifier, value, figure.of].filter { !$0.isEmpty }.joined(separator: " "))
        }
        let amount = figure.unit == "rank" ? "rank \(value)" : "\(value) \(figure.unit)"
        let of = figure.of.isEmpty || figure.of == figure.unit ? "" : " · \(figure.of)"
        return SafeText.oneLine([figure.qualifier, amount + of].filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// A speaker's name, or that there is none.
    package static func speaker(_ statement: Statement) -> String {
        statement.speaker.map { SafeText.oneLine($0.name) } ?? "(speaker not named)"
    }

    /// The canonical names of parties, each once: `Albania, Israel`.
    package static func names(_ participants: [Participant]) -> String {
        var seen: Set<String> = []
        return participants.map { SafeText.oneLine($0.name) }.filter { seen.insert($0).inserted }
            .joined(separator: ", ")
    }

    /// A concept as words: `open-mission` is `open mission`.
    package static func plain(_ concept: String) -> String {
        SafeText.oneLine(concept.replacing("-", with: " ").replacing("_", with: " "))
    }

    /// A number as people write it: `68,700`, `0.5`.
    package static func number(_ value: Double) -> String {
        guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
        let digits = String(Int(abs(value)))
        var out = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { out.append(",") }
            out.append(digit)
        }
        return (value < 0 ? "−" : "") + out
    }

    /// Whose word a report is, up to the document's name: `in the author's own voice of`, `according to BIRN, in`.
    package static func voice(_ report: Report) -> String {
        if case .statement(let statement) = report.content, report.attribution.isEmpty {
            return "\(speaker(statement)), in"
        }
        guard let last = report.attribution.last else {
            switch report.modality {
            case .claimed: return "without a named source, in"
            case .denied: return "a denial told in the author's own voice of"
            default: return "in the author's own voice of"
            }
        }
        func name(_ link: AttributionLink) -> String { link.source.isEmpty ? "a source it does not name" : link.source }
        guard report.modality == .denied, report.kind != .statement else {
            return "according to \(SafeText.oneLine(report.attribution.map(name).joined(separator: ", citing "))), in"
        }
        let chain = report.attribution.dropLast().map(name).joined(separator: ", citing ")
        let through = chain.isEmpty ? "" : ", according to \(chain)"
        return SafeText.oneLine("denied by \(name(last))\(through), in")
    }

    /// What a text says of where it comes from.
    package static func origin(_ mark: DocumentLine.Mark) -> String {
        switch mark.kind {
        case .originallyPublished: "originally published by \(mark.name)"
        case .appearedFirst: "appeared first on \(mark.name)"
        case .reprint: "reprinted from \(mark.name)"
        case .translation: "translated from \(mark.name)"
        case .agency: "dateline of \(mark.name)"
        case .byline: "by \(mark.name)"
        }
    }

    /// A count with its noun.
    package static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(Wording.number(Double(number))) \(number == 1 ? one : many)"
    }
}
