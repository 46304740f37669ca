import ChanceryCore
import DossierStore
import Foundation
import Record
import Synchronization

/// Documents that a form sends.
struct AddPage: Sheet {
    static let template = "add"

    /// What came of one file.
    struct Outcome: Sendable {
        var name: String
        var outcome: String
        var isFault: Bool
    }

    var shell = Shell()
    var hasResults: Bool
    var results: [Outcome]
    var title: String { "Add documents" }

    static let route = Route(
        page: { visit in
            let state = visit.room.adding.state
            let results = state.outcomes.map {
                Outcome(name: SafeText.oneLine($0.name), outcome: SafeText.oneLine($0.words), isFault: $0.isFault)
            }
            var answer = try visit.html(AddPage(hasResults: !results.isEmpty, results: results), json: false)
            // As long as files are read, the page comes anew by itself.
            if state.isRunning { answer.headers["Refresh"] = "2" }
            return answer
        },
        act: { visit in
            guard let helpers = visit.room.settings.helpers else { throw NoHelp() }
            let form = visit.request.form
            var files = (visit.request.multipart?.files ?? []).map { (name: $0.file ?? "", content: $0.content) }
            if let text = form.given("text") {
                let name = form.given("name") ?? "pasted text"
                files.append((name: name.contains(".") ? name : name + ".txt", content: Data(text.utf8)))
            }
            guard !files.isEmpty else { throw Refusal("Choose files, or paste a text.") }
            if let date = form.given("published"), EDTF(date) == nil {
                throw WrongUsage("'\(date)' is no date. Write 1996, 1996-12 or 1996-12-05.")
            }
            let known = Helpers.Known(publisher: form["publisher"], published: form["published"])
            guard try visit.room.adding.start(files, known, with: helpers, forget: visit.room.memory.forget) else {
                throw Refusal("Other files are being read. Wait until they are.")
            }
            return .seeOther("/add")
        })
}

/// Files that are being added, one batch at a time, behind what the room answers.
final class Adding: Sendable {
    /// How it stands.
    struct State: Sendable {
        /// Whether files are being read.
        var isRunning = false
        /// What came of the last batch, or what is being done with this one.
        var outcomes: [Helpers.Outcome] = []
    }

    private let held = Mutex(State())

    /// How it stands now.
    var state: State { held.withLock { $0 } }

    /// Begins to add files; false where others are being added.
    func start(
        _ files: [(name: String, content: Data)], _ known: Helpers.Known, with helpers: Helpers,
        forget: @escaping @Sendable () -> Void
    ) throws -> Bool {
        let isFree = held.withLock { state in
            guard !state.isRunning else { return false }
            state = State(
                isRunning: true,
                outcomes: files.map { Helpers.Outcome(name: $0.name, words: "is being read …", isFault: false) })
            return true
        }
        guard isFree else { return false }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("chancery-add-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var written: [URL] = []
            for (number, file) in files.enumerated() {
                let place = folder.appendingPathComponent(Self.fileName(file.name, number, among: written))
                try file.content.write(to: place)
                written.append(place)
            }
            let paths = written
            Thread.detachNewThread { [self] in
                let outcomes = helpers.add(paths, known)
                try? FileManager.default.removeItem(at: folder)
                forget()
                held.withLock { $0 = State(outcomes: outcomes) }
            }
        } catch {
            held.withLock { $0 = State() }
            throw error
        }
        return true
    }

    /// The last part of a name that a browser gives, without what no file is called; a number tells equals apart.
    private static func fileName(_ given: String, _ number: Int, among taken: [URL]) -> String {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let scalars = last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        var name = String(String.UnicodeScalarView(scalars.drop { $0 == "." }.prefix(120)))
        if name.isEmpty { name = "document-\(number + 1).txt" }
        return taken.contains { $0.lastPathComponent == name } ? "\(number + 1)-\(name)" : name
    }
}
