import ChanceryCore
import DossierStore
import Record

/// Rulings that a form sends.
enum RuleForm {
    /// What is kept as the reason where one key ruled and nothing was written.
    private static let unspoken = "ruled in the reading room"

    /// Accepts, rejects or corrects; several ids at once are ruled on alike.
    static let route = Route.acting { visit in
        let form = visit.request.form
        let back = Back(form["back"])
        let ids = form["id"].split(separator: ",").map(String.init)
        guard !ids.isEmpty else { throw Refusal("The form names nothing to rule on.") }
        if form["ruling"] == "skip" {
            visit.room.skip(ids)
            return .seeOther(back.path)
        }
        let deciding = try deciding(visit)
        let lines: [String]
        let corrects = Decision.Field.allCases.contains { form.given($0.rawValue) != nil }
        switch form["ruling"] {
        // Whoever fills in what is right does not find it right as it stands.
        case "accept" where corrects: lines = try correct(ids, form, deciding)
        case "reject" where corrects:
            throw Refusal("Fields are filled in, and the ruling is to reject. Empty them, or choose to correct.")
        case "accept": lines = try deciding.decide(.accept, reports: try deciding.cited(ids))
        case "reject": lines = try deciding.decide(.reject, reports: try deciding.cited(ids))
        case "correct": lines = try correct(ids, form, deciding)
        default:
            throw Refusal("'\(SafeText.oneLine(form["ruling"]))' is no ruling. There are accept, reject and correct.")
        }
        return .seeOther(back.telling(lines))
    }

    /// Takes a ruling back.
    static let undo = Route.acting { visit in
        let form = visit.request.form
        let id = form["id"].isEmpty ? visit.request.query["id"] : form["id"]
        let deciding = try deciding(visit)
        let lines = try deciding.decide(.undo, undoes: try deciding.decision(id).id)
        return .seeOther(Back(form["back"]).saying(visit.room.keep(word: lines.dropFirst().first ?? "Taken back.")))
    }

    private static func deciding(_ visit: Visit) throws -> Deciding {
        let form = visit.request.form
        return try Deciding(
            try Dossier.open(at: visit.room.settings.path), by: form.given("by") ?? visit.room.settings.author,
            because: form.given("reason") ?? unspoken, now: visit.room.settings.now)
    }

    private static func correct(_ ids: [String], _ form: Fields, _ deciding: Deciding) throws -> [String] {
        var lines: [String] = []
        for field in Decision.Field.allCases {
            guard let value = form.given(field.rawValue) else { continue }
            for id in ids { lines = try deciding.correct(id, field: field, to: value) }
        }
        guard !lines.isEmpty else {
            throw Refusal("Say what is to be corrected: a type, parties, a date or a modality.")
        }
        return lines
    }
}

/// What is known of a document, said in a form.
enum DescribeForm {
    static let route = Route.acting { visit in
        let form = visit.request.form
        var description = DocumentDescription()
        if form.all.contains(where: { $0.name == "publisher" }) { description.publisher = form["publisher"] }
        if form.all.contains(where: { $0.name == "published" }) { description.publishedOn = form["published"] }
        let dossier = try Dossier.open(at: visit.room.settings.path)
        let described = try dossier.describe(named: visit.path[1], as: description)
        try dossier.reconcile()
        let told =
            "Kept of \(described.name)."
            + (described.needsCoding ? " Its dates are read anew by 'chancery recode \(visit.room.name)'." : "")
        return .seeOther(Back(form["back"]).saying(visit.room.keep(word: told)))
    }
}

/// The page that a form was sent from, to which its sender goes back.
struct Back {
    /// Its address: a path of this server, whatever the form says.
    let path: String

    /// Reads what a form says.
    init(_ text: String) {
        let isPath =
            text.hasPrefix("/") && !text.hasPrefix("//") && !text.contains("\\")
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
        path = isPath ? text : "/"
    }

    /// The page with the decision that the first line names, which it tells and offers to take back.
    func telling(_ lines: [String]) -> String {
        let id = (lines.first ?? "").split(separator: " ").dropFirst().first.map { $0.filter { $0 != "," } } ?? ""
        return with("done", id)
    }

    /// The page with a word on what was done, by the number that the room keeps it under.
    func saying(_ number: String) -> String { with("told", number) }

    private func with(_ name: String, _ value: String) -> String {
        let parts = path.split(separator: "#", maxSplits: 1)
        let page = parts.first.map(String.init) ?? "/"
        let added = "\(page)\(page.contains("?") ? "&" : "?")\(name)=\(Link.encoded(value))"
        return parts.count > 1 ? "\(added)#\(parts[1])" : added
    }
}
