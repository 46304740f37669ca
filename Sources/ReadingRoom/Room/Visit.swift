import ChanceryCore
import DossierStore
import Foundation
import Reconciling
import Record

/// One request, with what is needed to answer it.
struct Visit {
    /// What is asked.
    let request: Request
    /// The room.
    let room: Room
    /// The dossier, open for reading.
    let dossier: Dossier
    /// What was to be remarked on the way: how a name was read.
    private let remarks = Remarks()

    private final class Remarks { var lines: [String] = [] }

    init(_ request: Request, in room: Room, _ dossier: Dossier) {
        self.request = request
        self.room = room
        self.dossier = dossier
    }

    /// Asks the dossier; how a name was read is told on the page.
    var reader: RecordReader {
        RecordReader(dossier, held: room.memory) { [remarks] in
            if !remarks.lines.contains($0) { remarks.lines.append($0) }
        }
    }

    /// The parts of the path.
    var path: [String] { request.path.split(separator: "/").map(String.init) }

    /// Names of fields that say how a page was come to, and not what it shows.
    private static let passing: Set<String> = ["done", "told"]

    /// The address of this page.
    var here: String { Link.to(Link.path(request.path), request.query.without(Self.passing)) }

    /// What is read once for one state of the dossier and one question.
    func remembered<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value {
        try room.memory.value(name, read)
    }

    /// The same for a question put by this request's query, whichever part of the answer is shown.
    func rememberedHere<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value {
        let asked = request.query.without(Self.passing.union(["page", "limit", "offset"]))
        return try remembered("\(name)?\(asked.encoded)", read)
    }

    /// Where documents are opened.
    func links() throws -> DocumentLinks {
        try remembered("links") {
            DocumentLinks(
                Dictionary(try dossier.sources().map { ($0.name, $0.hash) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The record's name of whom a word means, as a page that is opened by it would find; nil where it means nobody, or several.
    func name(_ word: String) throws -> String? {
        let lookup = try reader.lookup()
        return if case .party(let party, _) = try lookup.find(word) { party.name } else { nil }
    }

    /// Whether two words mean two parties, so that a page on both can be opened.
    func areTwo(_ one: String, _ other: String) throws -> Bool {
        guard let one = try name(one), let other = try name(other) else { return false }
        return one != other
    }

    /// What the query filters by.
    ///
    /// - Throws: ``WrongUsage`` where it is none.
    func filters(parties names: [String] = ["party"]) throws -> Filters {
        let query = request.query
        var confidence: Double?
        if let text = query.given("confidence") {
            guard let value = Double(text) else {
                throw WrongUsage("'confidence \(text)': give a number from 0 to 1, such as 0.7.")
            }
            confidence = value
        } else if try show == .sure {
            confidence = Report.doubt
        }
        let filters = Filters(
            parties: names.flatMap { query.values($0) }, from: query.given("from"), to: query.given("to"),
            type: query.given("type"), document: query.given("document"),
            isAlone: try choice("alone", of: Alone.self) == .yes,
            confidence: confidence, includesRejected: try show == .rejected)
        if let fault = filters.fault { throw WrongUsage(fault) }
        return filters
    }

    private enum Alone: String, CaseIterable { case yes, no }

    /// Which entries are shown by how far they are to be trusted.
    enum Show: String, CaseIterable { case all, sure, rejected }

    /// The same, of this request.
    var show: Show { get throws { try choice("show", of: Show.self) ?? .all } }

    /// Whether things without a date are shown.
    var undated: Undated { get throws { try choice("undated", of: Undated.self) ?? .yes } }

    /// What a field of the query chooses; nil where it is not given.
    ///
    /// - Throws: ``WrongUsage`` where there is no such choice.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, of type: Choice.Type) throws -> Choice?
    {
        guard let word = request.query.raw(name), !word.isEmpty else { return nil }
        guard let choice = Choice(rawValue: word) else {
            throw WrongUsage("'\(name) \(word)': give \(listed(Choice.allCases.map(\.rawValue))).")
        }
        return choice
    }

    /// The number that a field of the query gives; nil where it is not given.
    ///
    /// - Throws: ``WrongUsage`` where it is none, or none of a range.
    func number(_ name: String, _ range: ClosedRange<Int>) throws -> Int? {
        guard let word = request.query.given(name) else { return nil }
        guard let number = Int(word), range.contains(number) else {
            throw WrongUsage(
                "'\(name) \(word)': give a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// How many things at most a program asks for at once.
    static let limits = 1...1000

    /// How many it asks for now.
    var limit: Int { get throws { try number("limit", Self.limits) ?? 100 } }

    /// The page set in its template, with what stands around every page.
    func html<Page: Sheet>(_ sheet: Page, json: Bool = true, status: Int = 200) throws -> Answer {
        var sheet = sheet
        sheet.shell = try shell(title: sheet.title, json: json)
        return .page(room.templates.html(sheet), status: status)
    }

    private func shell(title: String, json: Bool) throws -> Shell {
        var shell = Shell(title: title, dossier: room.name, token: room.token, here: here)
        shell.nav = Room.ways.map { Shell.Way(label: $0.label, href: $0.path, current: $0.path == request.path) }
        shell.json = json ? Room.twin + (here == "/" ? "/home" : here) : ""
        shell.query = request.path == "/search" ? request.query["q"] : ""
        shell.counts = try remembered("counts") {
            Shell.Counts(
                entries: Wording.number(Double(try dossier.entryCount())),
                documents: Wording.number(Double(try dossier.sources().count)))
        }
        var notices = remarks.lines
        if let told = request.query.given("told").flatMap(room.word) { notices.append(SafeText.oneLine(told)) }
        if let done = request.query.given("done"), let ruled = try ruling(done) {
            notices.append("Kept: \(DecisionWords.what(ruled)), by \(SafeText.oneLine(ruled.author)).")
            shell.undo = Shell.Undo(label: DecisionWords.what(ruled), id: ruled.id)
        }
        shell.notice = notices.joined(separator: " ")
        return shell
    }

    private func ruling(_ id: String) throws -> Decision? {
        let rulings = try dossier.rulings()
        return rulings.decisions.first { $0.id == id && rulings.standing(of: id).state != .undone }
    }
}
