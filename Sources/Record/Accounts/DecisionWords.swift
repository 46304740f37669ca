package import ChanceryCore
package import DossierStore
package import Reconciling

/// Puts decisions into plain words.
package enum DecisionWords {
    /// What is ruled, without on what: `date is 1996-12`.
    package static func what(_ decision: Decision) -> String {
        switch decision.ruling {
        case .accept: "accepted"
        case .reject: "rejected"
        case .merge: "one thing"
        case .split: "another thing"
        case .correct: "\(decision.field) \(decision.field.hasSuffix("s") ? "are" : "is") \(value(decision))"
        case .alias: "“\(decision.name)” stands for \(party(decision))"
        case .sameOrigin: "of one origin"
        case .reliability: "reliability of \(decision.name): \(decision.value)"
        case .note: decision.name.isEmpty ? "note" : "judged in \(decision.name): \(decision.value)"
        case .undo: "\(decision.undoes) taken back"
        }
    }

    /// The value of a correction as people read it.
    package static func value(_ decision: Decision) -> String {
        switch Decision.Field(rawValue: decision.field) {
        case .date: decision.value == Decision.nothing ? "not told" : DateWords.of(decision.value)
        case .modality: Modality(rawValue: decision.value).map { ModalityWords.short($0) } ?? decision.value
        case .actors, .recipients: decision.value == Decision.nothing ? "nobody" : decision.value
        case .type, nil: decision.value
        }
    }

    /// What the corrected fields of a report were as it was coded: `date 1996`, `actors Osk`.
    package static func coded(_ item: ReportItem) -> [String] {
        guard let coded = item.coded else { return [] }
        let (was, now) = (fields(coded), fields(item.report))
        return zip(was, now).filter { $0 != $1 }.map { "\($0.0.name) \($0.0.value.isEmpty ? "none" : $0.0.value)" }
    }

    private struct FieldValue: Hashable {
        var name: String
        var value: String
    }

    private static func fields(_ report: Report) -> [FieldValue] {
        var sides: ([Participant], [Participant]) = ([], [])
        var type = ""
        switch report.content {
        case .event(let event):
            sides = (event.actors, event.recipients)
            type = event.concept.isEmpty ? event.type : "\(event.type), \(Wording.plain(event.concept))"
        case .statement(let statement):
            sides = ([statement.speaker].compactMap { $0 }, [statement.addressee].compactMap { $0 })
        case .state(let state): sides = (state.subject, state.object)
        case .figure: break
        }
        return [
            FieldValue(name: "type", value: type), FieldValue(name: "actors", value: Wording.names(sides.0)),
            FieldValue(name: "recipients", value: Wording.names(sides.1)),
            FieldValue(name: "date", value: DateWords.of(report.date?.edtf ?? "")),
            FieldValue(name: "modality", value: ModalityWords.short(report.modality)),
        ]
    }

    /// The canonical name of an alias, with its code.
    package static func party(_ decision: Decision) -> String {
        decision.code.isEmpty ? decision.value : "\(decision.value) (\(decision.code))"
    }

    /// What was ruled on the reports of one line, each once, in the order of the record: `accepted by Ana Dol`. Rulings
    /// in conflict are told together.
    package static func remarks(_ items: [ReportItem]) -> [String] {
        let here = Set(items.map(\.id))
        var seen: Set<String> = []
        var remarks: [String] = []
        var atOdds: [String] = []
        for ruled in items.flatMap(\.decisions).sorted(by: { $0.decision.precedes($1.decision) })
        where seen.insert(ruled.id).inserted {
            let decision = ruled.decision
            // What was judged in a sample is counted there: beside the line it would guide the next judge.
            if decision.ruling == .note, !decision.name.isEmpty { continue }
            switch ruled.standing.state {
            case .inForce:
                // A merge is seen where at least two of its reports stand on one line.
                if decision.ruling == .merge, decision.reports.count(where: { here.contains($0.report) }) < 2 {
                    continue
                }
                remarks.append(remark(decision))
            case .inConflict: if !atOdds.contains(decision.author) { atOdds.append(decision.author) }
            case .undone, .replaced: break
            }
        }
        if !atOdds.isEmpty { remarks.append("rulings in conflict, by \(atOdds.joined(separator: " and "))") }
        return remarks
    }

    private static func remark(_ decision: Decision) -> String {
        switch decision.ruling {
        case .correct: "corrected by \(decision.author): \(what(decision))"
        case .note: "note by \(decision.author): “\(decision.reason)”"
        default: "\(verb(decision)) by \(decision.author)"
        }
    }

    private static func verb(_ decision: Decision) -> String {
        switch decision.ruling {
        case .accept: "accepted"
        case .reject: "rejected"
        case .merge: "put together"
        case .split: "taken apart"
        case .correct: "\(decision.field) corrected"
        case .alias, .sameOrigin, .reliability, .note, .undo: "ruled on"
        }
    }

    /// A decision among the facts of a report: what, by whom, when, why, and how it stands.
    package static func fact(_ ruled: RuledDecision) -> String {
        let decision = ruled.decision
        let standing = ruled.standing.state == .inForce ? "" : " (\(state(ruled.standing.state)))"
        return "\(what(decision))\(standing), by \(decision.author) on \(day(decision)): “\(decision.reason)”, "
            + decision.id
    }

    /// A decision among the facts of a document.
    package static func onDocument(_ decision: Decision) -> String {
        "\(what(decision)), by \(decision.author) on \(day(decision)): “\(decision.reason)”, \(decision.id)"
    }

    /// The letters in force of sources, each once: `The Gazette: B, by Ana Dol`.
    package static func reliability(of sources: [String], _ rulings: Rulings) -> [String] {
        var seen: Set<String> = []
        return sources.compactMap { source in
            guard !source.isEmpty, let decision = rulings.reliability(of: source), seen.insert(decision.id).inserted
            else { return nil }
            return "\(source): \(decision.value), by \(decision.author)"
        }
    }

    /// The day it was recorded.
    package static func day(_ decision: Decision) -> String { DateWords.of(String(decision.recordedAt.prefix(10))) }

    /// A way to stand.
    package static func state(_ state: Rulings.Standing.State) -> String {
        switch state {
        case .inForce: "in force"
        case .undone: "taken back"
        case .replaced: "replaced"
        case .inConflict: "in conflict"
        }
    }

    /// Decisions by their ids and authors: `k41a7c9… by Ben`.
    package static func others(_ ids: [String], _ rulings: Rulings) -> String {
        let shown = ids.prefix(5).map { id in
            rulings.decision(id).map { "\(id) by \($0.author)" } ?? id
        }
        return shown.joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
    }

    /// A kind of report with its article.
    package static func kind(_ kind: Report.Kind) -> String {
        switch kind {
        case .event: "an event"
        case .statement: "a statement"
        case .figure: "a figure"
        case .state: "a state of affairs"
        }
    }
}
