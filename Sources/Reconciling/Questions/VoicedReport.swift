import ChanceryCore

/// A report with what holding accounts against one another needs, worked out once.
struct VoicedReport {
    let report: Report
    /// The question for which it is held against others.
    var question = "" {
        didSet {
            let kind = Questions.parts(of: question).kind
            questions = Questions.keys(of: report).filter { Questions.parts(of: $0).kind == kind }
        }
    }
    /// The questions of that kind that it raises, sorted.
    private(set) var questions: [String] = []
    /// The id of the entry it is in.
    let entry: String
    /// Whose word it is: the last source the text names, the speaker of a statement, else the origin of the text. A text and its
    /// copies have one voice; a person has one in every text.
    let voice: String
    /// The voice's name, where it is a source's; empty where the text itself speaks.
    let speaker: String
    /// The origin of its text.
    let origin: String
    /// The keys of everybody it names, the speaker of a statement aside.
    let parties: [String]
    let actors: Set<String>
    let recipients: Set<String>
    /// The content words of its clause, without those that name somebody.
    let terms: Set<String>
    /// The words that name who takes part.
    let names: Set<String>
    let years: ClosedRange<Int>?

    /// - Parameter states: for each code the stems of words that name the state.
    init(_ report: Report, entry: String, origin: String, states: [String: Set<String>]) {
        self.report = report
        self.entry = entry
        self.origin = origin
        isRefuted = Telling.Stance(report.modality) == .refuted
        isNegated = isRefuted || report.wording.contains { $0.list == "negating" }
        var told = report.participants
        var source = report.attribution.last?.source ?? ""
        if case .statement(let statement) = report.content {
            source = statement.speaker?.name ?? ""
            told = statement.about
        }
        speaker = source
        voice = source.isEmpty ? "\u{1}" + origin : NameFolding.fold(source)
        parties = told.map(Self.key).unique
        var (actors, recipients): ([Participant], [Participant]) = ([], [])
        switch report.content {
        case .event(let event): (actors, recipients) = (event.actors, event.recipients)
        case .state(let state): (actors, recipients) = (state.subject, state.object)
        case .statement, .figure: break
        }
        self.actors = Set(actors.map(Self.key))
        self.recipients = Set(recipients.map(Self.key))
        names = report.participants.reduce(
            into: ContentWords.words(report.participants.map(\.name).joined(separator: " "))
        ) {
            $0.formUnion(states[$1.code] ?? [])
            $0.formUnion(Self.initials(of: $1.name))
        }
        terms = Set(report.terms).subtracting(names)
        let date = report.date.flatMap { $0.basis == .published ? nil : EDTF($0.edtf) }
        if let first = date?.bounds.first?.year, let last = date?.bounds.last?.year, first <= last {
            years = first...last
        } else {
            years = nil
        }
    }

    /// A state and what belongs to it are one here; who has none is told by the name.
    static func key(_ party: Participant) -> String {
        party.code.isEmpty ? NameFolding.fold(party.name) : party.code
    }

    /// The short form of a name of several words, as clauses are compared by it: "PLO".
    private static func initials(of name: String) -> [String] {
        let letters = name.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
        return letters.count > 2 ? [ContentWords.stem(String(letters).lowercased())] : []
    }

    /// The wording under a head.
    func wording(_ list: String) -> [Wording] { report.wording.filter { $0.list == list } }

    func has(_ list: String) -> Bool { report.wording.contains { $0.list == list } }

    /// Whether it says that something is not so.
    let isNegated: Bool
    /// Whether it is told as not so, and not by a word alone.
    let isRefuted: Bool

    var event: Event? { if case .event(let event) = report.content { event } else { nil } }

    var state: StateOfAffairs? { if case .state(let state) = report.content { state } else { nil } }

    /// Whether both are dated and may be of one time.
    func isAtTime(of other: VoicedReport) -> Bool {
        guard let years, let others = other.years else { return false }
        return years.overlaps(others) && max(years.count, others.count) <= Self.longest
    }

    /// A longer time, in years, tells of no event in it.
    private static let longest = 3

    /// Whether both tell of one time, as far as they tell of any.
    func isApart(from other: VoicedReport) -> Bool {
        guard let years, let others = other.years else { return false }
        return !years.overlaps(others)
    }

    /// Whether both are whole or part of one stretch of one text: the one tells the other.
    func holds(_ other: VoicedReport) -> Bool {
        report.documentHash == other.report.documentHash && report.span.start < other.report.span.end
            && other.report.span.start < report.span.end
    }

    /// How many of its parties the other names too.
    func shared(with other: VoicedReport) -> Int { parties.filter { other.parties.contains($0) }.count }

    /// The first of the questions of one kind that both raise.
    func firstQuestion(with other: VoicedReport) -> String? { questions.first { other.questions.contains($0) } }

    /// What it says, for telling copies from other tellings.
    var signature: String {
        ([voice, report.modality.rawValue] + parties + terms.sorted() + report.wording.map { $0.list + $0.words })
            .joined(separator: "\u{1}")
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of the first.
    fileprivate var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
