import ChanceryCore
import DossierStore
import Record

/// An item that somebody makes by hand from words of a document.
enum MakeForm {
    static let route = Route.acting { visit in
        let form = visit.request.form
        let hash = try visit.dossier.hash(ofDocument: visit.path[1])
        guard let start = Int(form["start"]), let end = Int(form["end"]), start < end else {
            throw Refusal("Choose words in the text, or give the characters between which they stand.")
        }
        // A script counts as browsers do, a reader as the page's margin does.
        let span =
            form["unit"] == "utf16"
            ? try DocumentText(hash, from: visit.reader).codePoints(fromUTF16: start, to: end)
            : CodePointSpan(start, end)
        guard let span, let kind = Report.Kind(rawValue: form["kind"]) else {
            throw Refusal("Choose words in the text, and what is to be made of them.")
        }
        var item = HandMade(kind)
        item.type = form["type"]
        item.actors = form["actor"]
        item.recipients = form["recipient"]
        item.date = form["date"]
        item.number = form["number"]
        if kind == .state { item.type = form["relation"] }
        let deciding = try Deciding(
            try Dossier.open(at: visit.room.settings.path), by: form.given("by") ?? visit.room.settings.author,
            because: form.given("reason") ?? "made by hand", now: visit.room.settings.now)
        let lines = try deciding.make(item, inDocument: hash, at: span)
        return .seeOther(Back(Link.document(hash, span)).telling(lines))
    }
}
