import ChanceryCore
import DossierStore
import Foundation
import Record

/// What went wrong, for the asker.
struct Trouble: Sendable {
    /// The status of the answer.
    var status: Int
    /// What it is called.
    var heading: String
    /// What to do about it.
    var text: String

    /// A form was sent to a page, or a page asked of what only takes forms.
    static let wrongMethod = Trouble(
        status: 405, heading: "Not so", text: "This address does not take what was sent to it.")

    private init(status: Int, heading: String, text: String) {
        self.status = status
        self.heading = heading
        self.text = text
    }

    /// Sorts an error by whose it is.
    init(_ error: any Error) {
        switch error {
        case is Missing:
            self.init(status: 404, heading: "No such page", text: "Nothing stands at this address.")
        case let error as UnknownName:
            let text = error.wantsList ? "\(error.fact) The page 'Parties' lists who is." : error.description
            self.init(status: 404, heading: "Not found", text: SafeText.oneLine(text))
        case let error as WrongUsage:
            self.init(status: 400, heading: "Not understood", text: SafeText.oneLine(error.description))
        case let error as NoHelp:
            self.init(status: 503, heading: "Not done", text: error.description)
        case let error as Refusal:
            self.init(status: 409, heading: "Not kept", text: SafeText.oneLine(error.description))
        case let error as DossierError:
            let status =
                switch error.code {
                case .noSuchItem, .ambiguous: 404
                case .invalid: 400
                case .locked: 503
                default: 500
                }
            self.init(
                status: status, heading: status == 404 ? "Not found" : "Not done",
                text: SafeText.oneLine("\(error)"))
        default: self.init(status: 500, heading: "Not done", text: SafeText.oneLine("\(error)"))
        }
    }

    private struct Problem: Encodable {
        var title: String
        var status: Int
        var detail: String
    }

    /// The same for programs.
    var problem: Answer {
        let text = (try? JSONLine.encode(Problem(title: heading, status: status, detail: text))) ?? "{}"
        return Answer(
            status, ["Content-Type": "application/problem+json; charset=utf-8"], Data((text + "\n").utf8))
    }
}

/// A page that says one thing.
struct MessagePage: Sheet {
    static let template = "message"
    var shell = Shell()
    var heading: String
    var text: String
    var next: Next?
    var title: String { heading }

    /// Where to go on.
    struct Next: Sendable {
        var label: String
        var href: String
    }

    /// Says what went wrong.
    ///
    /// - Parameter back: where a form was sent from, or empty.
    init(_ trouble: Trouble, back: String = "") {
        heading = trouble.heading
        text = trouble.text
        next = back.isEmpty ? Next(label: "Home", href: "/") : Next(label: "Back to where you were", href: back)
    }
}
