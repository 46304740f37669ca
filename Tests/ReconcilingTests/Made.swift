import ChanceryCore

/// Reports made by hand, of invented parties.
enum Made {
    static func party(_ name: String, _ code: String = "", kind: EntityKind = .state) -> Participant {
        Participant(name: name, code: code, kind: kind, span: CodePointSpan(0, 1))
    }

    static let veldania = party("Veldania", "VEL")
    static let osk = party("Osk", "OSK")
    static let president = party("Ilir Var", "VEL", kind: .person)
    static let minister = party("Ana Dol", "VEL", kind: .person)
    static let bank = party("Bank of Osk", "OSK", kind: .organisation)
    static let army = party("Osk Army", "OSK", kind: .organisation)

    static func date(_ edtf: String, _ basis: ReportDate.Basis = .stated) -> ReportDate? {
        edtf.isEmpty ? nil : ReportDate(edtf: edtf, basis: basis, evidence: nil)
    }

    static func report(
        _ document: String, at start: Int = 0, _ content: Report.Content, _ edtf: String = "",
        basis: ReportDate.Basis = .stated, _ modality: Modality = .asserted, key: String = "k"
    ) -> Report {
        Report(
            document: document, documentHash: Digest.sha256(document),
            span: CodePointSpan(start, start + 50 + start % 7),
            content: content, trigger: CodePointSpan(start + 10, start + 15), date: date(edtf, basis),
            modality: modality,
            rule: "r", key: key)
    }

    static func event(
        _ concept: String, _ actors: [Participant] = [veldania], _ recipients: [Participant] = [osk],
        type: String = "SUPPORT", mutual: Bool = false, place: String? = nil
    ) -> Report.Content {
        .event(
            Event(
                type: type, concept: concept, actors: actors, recipients: recipients, isReciprocal: mutual,
                place: place.map { Place(name: $0, evidence: Evidence(CodePointSpan(0, 1))) }))
    }

    static func figure(_ value: Double, _ unit: String, _ of: String, _ qualifier: String = "") -> Report.Content {
        .figure(Figure(value: value, unit: unit, of: of, qualifier: qualifier))
    }

    static func state(
        _ concept: String, _ subject: [Participant] = [veldania], _ object: [Participant] = [osk],
        relation: String = "has an embassy in"
    ) -> Report.Content {
        .state(StateOfAffairs(subject: subject, relation: relation, concept: concept, object: object))
    }
}
