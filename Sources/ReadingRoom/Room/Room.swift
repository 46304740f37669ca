import ChanceryCore
import DossierStore
package import Foundation
import Reconciling
import Record
import Synchronization

/// The reading room of one dossier: answers requests with pages, and with the same as JSON.
///
/// It knows nothing of sockets: ``RoomServer`` carries requests to it. It opens the dossier for reading; what changes the
/// record opens it for writing for as long as that takes.
package final class Room: Sendable {
    /// What a room is opened with.
    package struct Settings: Sendable {
        /// The path of the dossier.
        package var path: String
        /// Who rules, unless a form says otherwise.
        package var author: String
        /// The names by which this machine may be asked for, as a Host header gives them, without the port. Another name
        /// means that a page elsewhere leads a browser here (DNS rebinding).
        package var hosts: Set<String>
        /// What an asker must show before anything is told; nil where the room can be reached from this machine alone.
        package var pass: String?
        /// Who reads sentences and files for the room; nil where nobody does.
        package var helpers: Helpers?
        /// The time, for what is recorded.
        package var now: @Sendable () -> Date

        /// Makes settings.
        package init(
            path: String, author: String, hosts: Set<String> = ["127.0.0.1", "localhost", "[::1]"], pass: String? = nil,
            helpers: Helpers? = nil, now: @escaping @Sendable () -> Date
        ) {
            self.path = path
            self.author = author
            self.hosts = hosts
            self.pass = pass
            self.helpers = helpers
            self.now = now
        }
    }

    let settings: Settings
    let templates: Templates
    let memory: Memory
    /// What forms send back: no other site can read it.
    let token: String
    /// What people call the dossier: its file's name.
    let name: String
    private let dossier: Dossier
    /// How many bytes of the dossier's lines are kept decoded, of each kind: some 30,000 entries.
    private static let kept = 64 << 20
    private let passedOver = Mutex<Set<String>>([])
    private let words = Mutex<[(number: Int, word: String)]>([])
    private let isWarming = Mutex(false)
    let adding = Adding()

    /// Opens a dossier.
    ///
    /// - Throws: ``DossierError`` where it cannot be opened; what ``Templates`` throws.
    package init(_ settings: Settings) throws {
        self.settings = settings
        templates = try Templates()
        // A page says by these words what is negated: without them it would say it wrongly.
        _ = try Negators.standard.get()
        _ = try ViewWords.read.get()
        dossier = try Dossier.open(at: settings.path, readOnly: true, keeping: Self.kept)
        memory = Memory(path: settings.path)
        name = SafeText.oneLine(URL(fileURLWithPath: settings.path).lastPathComponent)
        token = Self.secret()
    }

    /// A secret of 128 bits from the system's random numbers.
    package static func secret() -> String {
        var numbers = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(numbers.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Answers a request; whatever goes wrong is told in the answer.
    package func answer(_ request: Request) -> Answer {
        if let refusal = Gate(self).refusal(of: request) { return refusal.sent(for: request) }
        if let file = file(request) { return file.sent(for: request) }
        memory.refresh()
        return answered(request).sent(for: request)
    }

    /// What is read ahead: the lists that every entry or document is in.
    private static let read = [
        "/", "/timeline", "/entities", "/origins", "/review", "/statements", "/figures", "/network", "/documents",
        "/disputes",
    ]

    /// Reads ahead, behind whatever is answered, what takes longest in a large dossier: the next visit finds it read.
    package func warm() {
        let isFree = isWarming.withLock { warming in
            defer { warming = true }
            return !warming
        }
        guard isFree else { return }
        Thread.detachNewThread { [self] in
            for path in Self.read {
                _ = answered(Request(path: path))
            }
            _ = answered(Request(path: "/api/v1/parties", query: Fields([Fields.Field(name: "q", value: "a")])))
            isWarming.withLock { $0 = false }
        }
    }

    /// What a reviewer passed over for now, until the program ends.
    var skipped: Set<String> { passedOver.withLock { $0 } }

    /// Keeps a word on what was done for the page that comes next; gives the number by which it asks for it.
    func keep(word: String) -> String {
        words.withLock { words in
            if words.count >= 100 { words.removeFirst() }
            let number = (words.last?.number ?? 0) + 1
            words.append((number, word))
            return String(number)
        }
    }

    /// The word of a number; nil where there is none any more.
    func word(_ number: String) -> String? {
        words.withLock { words in words.first { String($0.number) == number }?.word }
    }

    /// Passes entries over for now.
    func skip(_ ids: [String]) { passedOver.withLock { $0.formUnion(ids) } }

    /// Where pages have their like for programs.
    static let twin = "/api/v1"

    /// Whether a request asks for what programs read.
    static func isForPrograms(_ request: Request) -> Bool {
        request.path == twin || request.path.hasPrefix(twin + "/")
    }

    private func file(_ request: Request) -> Answer? {
        let opening = "/static/"
        guard request.path.hasPrefix(opening) else { return nil }
        return templates.files[String(request.path.dropFirst(opening.count))] ?? Answer(404)
    }

    private func answered(_ request: Request) -> Answer {
        var asked = request
        let wantsJSON = Self.isForPrograms(request)
        if wantsJSON { asked.path = String(request.path.dropFirst(Self.twin.count)) }
        let visit = Visit(asked, in: self, dossier)
        do {
            guard let route = Route.of(asked.path) else { throw Missing() }
            if request.method == "POST" {
                guard let act = route.act else { return told(visit, .wrongMethod, wantsJSON) }
                defer {
                    memory.forget()
                    warm()
                }
                return try act(visit)
            }
            if wantsJSON {
                guard let json = route.json else { throw Missing() }
                return .json(try json(visit))
            }
            guard let page = route.page else { return told(visit, .wrongMethod, wantsJSON) }
            var answer = try page(visit)
            if route.json != nil, answer.status == 200 {
                answer.headers["Link"] =
                    "<\(Self.twin)\(visit.here == "/" ? "/home" : visit.here)>; rel=\"alternate\"; type=\"application/json\""
            }
            return answer
        } catch {
            return told(visit, Trouble(error), wantsJSON)
        }
    }

    /// Says what went wrong, as a page or as `application/problem+json` (RFC 9457).
    private func told(_ visit: Visit, _ trouble: Trouble, _ asJSON: Bool) -> Answer {
        if asJSON { return trouble.problem }
        let back = visit.request.method == "POST" ? Back(visit.request.form["back"]).path : ""
        let sheet = MessagePage(trouble, back: back)
        return (try? visit.html(sheet, json: false, status: trouble.status))
            ?? Answer(
                trouble.status, ["Content-Type": "text/plain; charset=utf-8"], Data((trouble.text + "\n").utf8))
    }

    /// The views that every page leads to.
    static let ways: [(label: String, path: String)] = [
        ("Home", "/"), ("Timeline", "/timeline"), ("Parties", "/entities"), ("Statements", "/statements"),
        ("States", "/states"), ("Figures", "/figures"), ("Disputes", "/disputes"), ("Network", "/network"),
        ("Documents", "/documents"), ("Origins", "/origins"), ("Review", "/review"), ("Sample", "/sample"),
        ("Check", "/check"),
        ("Rulings", "/decisions"), ("Add", "/add"),
    ]
}

/// There is no such page.
struct Missing: Error {}
