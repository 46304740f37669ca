public import ChanceryCore

/// Proves a report against its document's text, mechanically: no model, no codebook, no guess.
///
/// Proved is that every span lies in the text and inside the report's evidence (or names in `from` where it was taken
/// over from), that a figure's value can be read again from its words, and that a stated date's year stands in its
/// words. Not proved is that the coding understood the words rightly: that is for a reader.
public enum ReportProof {
    /// Everything that fails; empty where the report is proved.
    public static func faults(of report: Report, in text: OffsetMap) -> [VerificationFault] {
        var proof = Proof(report: report, text: text)
        proof.run()
        return proof.faults
    }
}

private struct Proof {
    let report: Report
    let text: OffsetMap
    var faults: [VerificationFault] = []

    mutating func run() {
        guard holdsWords(report.span) else {
            fail(.evidence, "\(show(report.span)) is no range of words of the text")
            return
        }
        require(report.trigger, .trigger, "trigger")
        for participant in report.participants {
            if participant.name.isEmpty { fail(.participant, "a participant has no name") }
            require(Evidence(participant.span, from: participant.from), .participant, "participant")
        }
        for link in report.attribution
        where !isInText(link.evidence.span) || !(link.evidence.from.map(isInText) ?? true) {
            fail(.attribution, "source at \(show(link.evidence.span)) is not in the text")
        }
        for link in report.order where !isInText(link.evidence.span) || !(link.evidence.from.map(isInText) ?? true) {
            fail(.evidence, "the order told at \(show(link.evidence.span)) is not in the text")
        }
        for stance in report.stances
        where !isInText(stance.evidence.span) || !(stance.evidence.from.map(isInText) ?? true)
            || !holdsWords(stance.words)
        {
            fail(.attribution, "stance at \(show(stance.words)) is not in the text")
        }
        for wording in report.wording {
            let isOfNobody = !wording.of.allSatisfy(report.participants.indices.contains)
            if isOfNobody || !holdsWords(wording.span) {
                fail(.evidence, "“\(wording.words)” at \(show(wording.span)) is not in the text, or is said of nobody")
            }
        }
        proveDate()
        switch report.content {
        case .event(let event):
            if let place = event.place { require(place.evidence, .place, "place") }
        case .statement(let statement):
            require(statement.contentSpan, .content, "content")
            if let cue = statement.cueSpan { require(cue, .content, "cue") }
        case .figure(let figure): proveNumber(figure)
        case .state: break
        }
        if let confidence = report.confidence, !(0...1).contains(confidence) {
            fail(.number, "the confidence is not between 0 and 1")
        }
    }

    private mutating func proveDate() {
        guard let date = report.date else { return }
        guard let value = EDTF(date.edtf) else {
            fail(.date, "'\(date.edtf)' is no EDTF date")
            return
        }
        guard let evidence = date.evidence else {
            // Whoever makes an item by hand may know its day from elsewhere; his ruling on the item stands for it.
            let isBySomebody = date.basis == .decided && report.isByHand
            if date.basis != .published, !isBySomebody { fail(.date, "a \(date.basis.rawValue) date names no words") }
            return
        }
        require(evidence, .date, "date")
        guard date.basis == .stated else { return }
        let words = [evidence.span, evidence.from].compactMap { $0 }.compactMap { text.text($0) }
        if !PlainWords.readings(of: words.joined(separator: " ")).contains(where: { StatedYear.isTold(value, in: $0) })
        {
            fail(.date, "the year of \(date.edtf) does not stand in the words at \(show(evidence.span))")
        }
    }

    private mutating func proveNumber(_ figure: Figure) {
        guard [figure.value, figure.low, figure.high].allSatisfy({ $0?.isFinite ?? true }) else {
            fail(.number, "the value at \(show(report.trigger)) is no finite number, which JSON cannot write")
            return
        }
        guard let words = text.text(report.trigger) else { return }
        let values = PlainWords.readings(of: words).flatMap { Numeral.values(in: $0) }
        if !values.contains(where: { Numeral.same($0, figure.value) }) && !Self.isCarriedBack(figure, values) {
            fail(.number, "the value cannot be read from the words at \(show(report.trigger))")
        }
    }

    /// Whether the scale of a range's end is that of its start too: "5-10 billion" begins at five billion.
    private static func isCarriedBack(_ figure: Figure, _ values: [Double]) -> Bool {
        guard let high = figure.high else { return false }
        return zip(values, values.dropFirst()).contains { first, second in
            Numeral.same(second, high)
                && [1e3, 1e6, 1e9, 1e12].contains { scale in
                    first < second / scale && Numeral.same(first * scale, figure.value)
                }
        }
    }

    /// Taken over from elsewhere, a span need only be in the text, and so must be what it was taken from.
    private mutating func require(_ evidence: Evidence, _ check: VerificationFault.Check, _ what: String) {
        guard let from = evidence.from else {
            require(evidence.span, check, what)
            return
        }
        if !isInText(evidence.span) { fail(check, "\(what) at \(show(evidence.span)) is not in the text") }
        if !holdsWords(from) { fail(check, "\(what) is taken from \(show(from)), which is not in the text") }
    }

    private mutating func require(_ span: CodePointSpan, _ check: VerificationFault.Check, _ what: String) {
        if !report.span.contains(span) {
            fail(check, "\(what) at \(show(span)) is outside the evidence \(show(report.span))")
        } else if !holdsWords(span) {
            fail(check, "\(what) at \(show(span)) holds no words")
        }
    }

    private func isInText(_ span: CodePointSpan) -> Bool {
        span.start >= 0 && span.start <= span.end && span.end <= text.codePointCount
    }

    private func holdsWords(_ span: CodePointSpan) -> Bool {
        isInText(span) && text.text(span)?.contains { !$0.isWhitespace } == true
    }

    private func show(_ span: CodePointSpan) -> String { "\(span.start)..<\(span.end)" }

    private mutating func fail(_ check: VerificationFault.Check, _ detail: String) {
        faults.append(VerificationFault(item: report.id, document: report.document, check: check, detail: detail))
    }
}
