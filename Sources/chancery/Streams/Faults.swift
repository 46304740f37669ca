import ArgumentParser
import ChanceryCore
import Intake
import Record

/// An error that says which input it is about.
protocol InputFault: Error, CustomStringConvertible {
    /// The file or stream.
    var place: String { get }
    /// The line, counted from 1, where the input has lines.
    var line: Int? { get }
}

extension IntakeError: InputFault {}

/// What becomes of inputs that a filter cannot read.
struct BadLinesOption: ParsableArguments {
    /// What becomes of them.
    enum BadLines: String, Choice { case skip, report }

    @Option(
        help: ArgumentHelp(
            "What becomes of input that cannot be read: skip leaves it out, with a message and exit status 1; report "
                + "writes a record of kind \"fault\" in its place and exits 0; skip where nothing is given.",
            valueName: "choice"), transform: { try BadLines.named($0) })
    var badLines: BadLines?

    /// Where faults are recorded; nil where they are only told.
    func record(_ output: StandardOutput) -> StandardOutput? { badLines == .report ? output : nil }
}

/// What went wrong in a run, told at once or counted to be told at its end.
struct Faults {
    /// Whether the first failure ends the run.
    let isStrict: Bool
    /// Where failures are recorded instead of being told.
    private let record: StandardOutput?
    private(set) var failed = 0
    private var uncoded: [String] = []
    /// Documents that were read in an encoding nothing named, by that encoding.
    private var assumed: [String: [String]] = [:]
    private let passedOver: Int

    /// Makes an empty count.
    ///
    /// - Parameter passedOver: how many files of folders the run passes over without an item of their own.
    init(isStrict: Bool, record: StandardOutput? = nil, passedOver: Int = 0) {
        self.isStrict = isStrict
        self.record = record
        self.passedOver = passedOver
    }

    /// Tells what of a document was left out, and remembers the encoding that was assumed for it.
    mutating func keep(remarksOn loaded: LoadedDocument) throws {
        if let encoding = loaded.assumedEncoding { assumed[encoding, default: []].append(loaded.document.name) }
        for fault in loaded.leftOut { try tell(fault) }
    }

    /// Tells or records one input that could not be read; the run goes on unless it is strict.
    mutating func tell(_ error: some Error) throws {
        if !isStrict, let record, let fault = error as? any InputFault {
            return try record.line(
                try JSONLine.encode(FaultLine(input: fault.place, line: fault.line, error: "\(fault)")))
        }
        failed += 1
        StandardError.say("\(error)")
        if isStrict { throw ExitStatus.SomeInputFailed() }
    }

    /// Remembers a document that is kept without being coded.
    mutating func keep(uncoded document: Document) {
        let language = document.metadata.language ?? ""
        if !CodedLanguages.contain(language) { uncoded.append("\(document.name) (\(language))") }
    }

    /// Tells what was counted; throws where some input failed, so that the exit status says so.
    func end() throws {
        for (encoding, documents) in assumed.sorted(by: { $0.key < $1.key }) {
            let which = Wording.count(
                documents.count, "document is no UTF-8 and was", "documents are no UTF-8 and were")
            StandardError.say(
                "\(which) read as \(encoding): \(Self.list(documents)). If that is wrong, name theirs with --encoding NAME."
            )
        }
        if passedOver > 0 {
            let which = Wording.count(passedOver, "file or folder was", "files and folders were")
            StandardError.say("\(which) passed over: hidden, or what browsers and desktops leave beside texts")
        }
        if !uncoded.isEmpty {
            let names = Self.list(uncoded)
            let which = Wording.count(uncoded.count, "document is", "documents are")
            StandardError.say("\(which) not in English, kept and not coded: \(names)")
        }
        if failed > 0 { throw ExitStatus.SomeInputFailed() }
    }

    /// The first few names.
    private static func list(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
}
