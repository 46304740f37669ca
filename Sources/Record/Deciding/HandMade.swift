package import ChanceryCore
import DossierStore
import Foundation

/// What a person reads from words of a document that the program did not: as a form or a command gives it.
package struct HandMade: Hashable, Sendable {
    /// The kind.
    package var kind: Report.Kind
    /// An event's PLOVER type; a state's relation in words.
    package var type = ""
    /// Who acts or speaks, or of whom a state is told: names, separated by semicolons.
    package var actors = ""
    /// On whom, to whom or with whom: the same.
    package var recipients = ""
    /// When, EDTF, or empty.
    package var date = ""
    /// A figure's value, and what it counts.
    package var number = ""

    /// Makes one of a kind.
    package init(_ kind: Report.Kind) { self.kind = kind }

    /// The report.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - span: the words it is read from, in code points.
    ///   - scalars: the document's text.
    ///   - party: finds whom a name means; nil where nobody is known by it.
    /// - Throws: ``Refusal`` where a part is missing or is none.
    package func report(
        in document: Document, at span: CodePointSpan, _ scalars: [Unicode.Scalar],
        party: (String) throws -> PartyLookup.Known?
    ) throws -> Report {
        guard span.start >= 0, span.start < span.end, span.end <= scalars.count else {
            throw Refusal("\(span.start) to \(span.end) are no words of this document. Choose some.")
        }
        let words = Words(scalars, span)
        func parties(_ names: String) throws -> [Participant] {
            try names.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
                .map { name in
                    let known = try party(name)
                    return Participant(
                        name: known?.name ?? name, code: known?.code ?? "", sector: known?.sector ?? "",
                        kind: known?.kind ?? .group,
                        span: words.place(of: name) ?? words.place(of: known?.name ?? "") ?? span)
                }
        }
        let (first, second) = (try parties(actors), try parties(recipients))
        var trigger = span
        let content: Report.Content
        switch kind {
        case .event:
            let type = type.uppercased()
            guard Event.types.contains(type) else {
                throw Refusal("'\(self.type)' is no type. Types are \(Event.types.joined(separator: ", ")).")
            }
            guard !first.isEmpty || !second.isEmpty else { throw Refusal("Say who takes part.") }
            content = .event(Event(type: type, concept: "", actors: first, recipients: second))
        case .state:
            guard !first.isEmpty else { throw Refusal("Say of whom it is told.") }
            content = .state(
                StateOfAffairs(
                    subject: first, relation: type.isEmpty ? "stands in relation to" : type, concept: "", object: second
                ))
        case .statement:
            content = .statement(
                Statement(speaker: first.first, form: .direct, cue: "", contentSpan: span, about: second))
        case .figure:
            guard let value = number.split(separator: " ").first.flatMap({ Numeral.values(in: String($0)).first })
            else {
                throw Refusal("'\(number)' is no number. Give its value and what it counts: 40 fighters.")
            }
            let of = number.split(separator: " ").dropFirst().joined(separator: " ")
            trigger = words.place(of: String(number.split(separator: " ").first ?? "")) ?? span
            content = .figure(Figure(value: value, unit: of.isEmpty ? "units" : of, of: of))
        }
        return Report(
            document: document.name, documentHash: document.hash, span: span, content: content, trigger: trigger,
            date: try reportDate(words, span), rule: Report.byHand, key: "\(kind.rawValue)|\(type.uppercased())",
            distinction: "by hand|\(type)|\(actors)|\(recipients)")
    }

    /// A year that stands in the words is stated there; any other date is the word of whoever made the item.
    private func reportDate(_ words: Words, _ span: CodePointSpan) throws -> ReportDate? {
        guard !date.isEmpty else { return nil }
        guard let value = EDTF(date) else {
            throw Refusal("'\(date)' is no date. Write 1996, 1996-12 or 1996-12-05.")
        }
        if let year = value.year.flatMap({ words.place(of: String($0)) }) {
            return ReportDate(edtf: date, basis: .stated, evidence: Evidence(year))
        }
        return ReportDate(edtf: date, basis: .decided, evidence: nil)
    }

    /// Some words of a text, where others are looked for.
    private struct Words {
        let scalars: [Unicode.Scalar]
        let span: CodePointSpan

        init(_ scalars: [Unicode.Scalar], _ span: CodePointSpan) {
            self.scalars = scalars
            self.span = span
        }

        /// Where a name stands among them; nil where it does not.
        func place(of name: String) -> CodePointSpan? {
            let wanted = Array(name.unicodeScalars)
            guard !wanted.isEmpty, span.count >= wanted.count else { return nil }
            return (span.start...(span.end - wanted.count)).first {
                scalars[$0..<($0 + wanted.count)].elementsEqual(wanted)
            }
            .map { CodePointSpan($0, $0 + wanted.count) }
        }
    }
}

extension Deciding {
    /// Adds what a person read from words of a document, and records that this person did.
    ///
    /// - Returns: the decision's id first, then what changed, a line each.
    package func make(_ item: HandMade, inDocument name: String, at span: CodePointSpan) throws -> [String] {
        let document = try dossier.document(named: name).document
        let names = try PartyNames(dossier)
        let report = try item.report(in: document, at: span, Array(document.text.unicodeScalars)) { name in
            try names.party(name)
        }
        try dossier.addByHand(report)
        try dossier.reconcile()
        return try decide(.accept, reports: try cited([report.id]))
    }
}
