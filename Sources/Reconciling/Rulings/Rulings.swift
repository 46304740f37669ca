public import ChanceryCore

/// What people decided, as far as it is in force: what reconciling and views ask of the decisions.
///
/// ```swift
/// let rulings = Rulings(decisions)          // in any order; the same decision twice counts once
/// rulings.standing(of: decision.id)         // in force, taken back, replaced, in conflict
/// rulings.effective(report)                 // the report as it stands after corrections and aliases
/// rulings.status(of: report.id)             // accepted, rejected or none
/// ```
///
/// An undo takes back what it names, and an undo of that undo puts it in force again. Of one author a later decision
/// on the same question replaces an earlier one. Where different authors answer one question differently, none of the
/// answers takes effect: all are shown side by side (``conflicts``).
///
/// - Complexity: Making it is linear in what the decisions cite, but for merges and splits that contradict each other.
public struct Rulings: Hashable, Sendable {
    /// All decisions, each once, in the order of the record.
    public let decisions: [Decision]
    /// The ids of decisions that are taken back.
    public let undone: Set<String>
    /// The questions that different authors answer differently.
    public private(set) var conflicts: [Conflict] = []
    /// Reports that tell of one thing: those that each merge in force joins, as far as no split takes them out again.
    public private(set) var merges: [[String]] = []
    /// Reports that tell of another thing than others, by splits in force, in the order of the record.
    public private(set) var splits: [Split] = []
    /// Groups of documents that come from one place, by hash.
    public private(set) var sameOrigin: [[String]] = []

    var places: [String: Int] = [:]
    var tallies: [String: Tally] = [:]
    var statuses: [String: Entry.Status] = [:]
    var corrections: [String: [Decision.Field: Int]] = [:]
    var aliases: [String: Int] = [:]
    var letters: [String: Int] = [:]
    var undoers: [String: [String]] = [:]
    var ofReport: [String: [Int]] = [:]
    var ofDocument: [String: [Int]] = [:]

    /// Reports that tell of another thing than others.
    public struct Split: Hashable, Sendable {
        /// The reports that leave, by id.
        public var reports: Set<String>
        /// The reports they leave, by id.
        public var apart: Set<String>
    }

    /// Decisions of different authors that cannot all hold: none of them takes effect on the question.
    public struct Conflict: Hashable, Sendable {
        /// What they differ about.
        public var question: Question
        /// The ids of the decisions, in the order of the record.
        public var decisions: [String]
    }

    /// Works out what is in force.
    public init(_ decisions: [Decision] = []) {
        var byID: [String: Decision] = [:]
        for decision in decisions { byID[decision.id] = decision }
        self.decisions = byID.values.sorted { $0.precedes($1) }
        (undone, undoers) = Undoing.settle(self.decisions)
        for (place, decision) in self.decisions.enumerated() {
            places[decision.id] = place
            for report in Set((decision.reports + decision.apart).map(\.report)) {
                ofReport[report, default: []].append(place)
            }
            for document in decision.documents { ofDocument[document, default: []].append(place) }
        }
        answerQuestions()
        group()
        sameOrigin = inForce.filter { $0.ruling == .sameOrigin }.map(\.documents)
    }

    /// The decisions that are in force, at least in part, in the order of the record; without the undoes themselves.
    public var inForce: [Decision] { decisions.filter { $0.ruling != .undo && isInForce($0.id) } }

    /// Whether a decision is there and in force, at least in part: not taken back, not replaced, not in conflict.
    public func isInForce(_ id: String) -> Bool { standing(of: id).state == .inForce }

    /// The decision of an id.
    public func decision(_ id: String) -> Decision? { places[id].map { decisions[$0] } }

    /// Whether no decision changes what a report says.
    public var leavesReportsAsCoded: Bool { corrections.isEmpty && aliases.isEmpty }

    /// Whether any merge or split is in force.
    var regroups: Bool { !merges.isEmpty || !splits.isEmpty }

    private mutating func answerQuestions() {
        var answers: [Question: [Answer]] = [:]
        for (place, decision) in decisions.enumerated() where !undone.contains(decision.id) {
            for (question, says) in Question.answered(by: decision) {
                tallies[decision.id, default: Tally()].asked += 1
                answers[question, default: []].append(Answer(place: place, author: decision.author, says: says))
            }
        }
        for (question, given) in answers.sorted(by: { $0.key < $1.key }) {
            settle(question, given)
        }
    }

    private mutating func settle(_ question: Question, _ given: [Answer]) {
        // The last answer of each author stands.
        var last: [String: Answer] = [:]
        for answer in given { last[NameFolding.fold(answer.author)] = answer }
        for answer in given {
            guard let standing = last[NameFolding.fold(answer.author)], standing.place != answer.place else { continue }
            tallies[decisions[answer.place].id]?.replaced(by: decisions[standing.place].id)
        }
        let standing = last.values.sorted { $0.place < $1.place }
        guard let latest = standing.last else { return }
        if standing.contains(where: { $0.says != latest.says }) {
            note(conflict: question, among: standing.map(\.place))
        } else {
            take(question, latest.place)
        }
    }

    mutating func note(conflict question: Question, among places: [Int]) {
        let conflict = Conflict(question: question, decisions: places.map { decisions[$0].id })
        for id in conflict.decisions { tallies[id, default: Tally()].conflicts.append(conflicts.count) }
        conflicts.append(conflict)
    }

    private mutating func take(_ question: Question, _ place: Int) {
        switch question.about {
        case .standing: statuses[question.subject] = decisions[place].ruling == .accept ? .accepted : .rejected
        case .correction(let field): corrections[question.subject, default: [:]][field] = place
        case .alias: aliases[question.subject] = place
        case .reliability: letters[question.subject] = place
        case .oneThing: break
        }
    }

    mutating func set(merges: [[String]], splits: [Split]) { (self.merges, self.splits) = (merges, splits) }
}

/// What decisions answer: two of them that answer one question differently cannot both hold.
public struct Question: Hashable, Sendable, Comparable {
    /// What sort of question it is.
    public enum About: Hashable, Sendable {
        /// Whether a report is right.
        case standing
        /// What a field of a report holds.
        case correction(Decision.Field)
        /// What a name stands for.
        case alias
        /// How reliable a source is.
        case reliability
        /// Whether reports tell of one thing.
        case oneThing
    }

    /// What sort of question it is.
    public var about: About
    /// The report's id, or the name as it is compared; of several reports the first.
    public var subject: String

    /// The questions a decision answers, each with its answer; not those of merges and splits.
    static func answered(by decision: Decision) -> [(Question, String)] {
        let reports = Set(decision.reports.map(\.report))
        switch decision.ruling {
        case .accept, .reject:
            return reports.map { (Question(about: .standing, subject: $0), decision.ruling.rawValue) }
        case .correct:
            guard let field = Decision.Field(rawValue: decision.field),
                Decision.fault(of: decision.value, for: field) == nil
            else { return [] }
            return reports.map { (Question(about: .correction(field), subject: $0), decision.value) }
        case .alias:
            let says = NameFolding.fold(decision.value) + "\u{1}" + decision.code
            return [(Question(about: .alias, subject: NameFolding.fold(decision.name)), says)]
        case .reliability:
            return [(Question(about: .reliability, subject: NameFolding.fold(decision.name)), decision.value)]
        case .merge, .split, .sameOrigin, .note, .undo: return []
        }
    }

    private var key: String {
        switch about {
        case .standing: "a"
        case .correction(let field): "b" + field.rawValue
        case .alias: "c"
        case .reliability: "d"
        case .oneThing: "e"
        }
    }

    /// In the order of sorts, then of subjects.
    public static func < (a: Question, b: Question) -> Bool { (a.key, a.subject) < (b.key, b.subject) }
}

private struct Answer {
    var place: Int
    var author: String
    var says: String
}

/// What became of the answers a decision gives.
struct Tally: Hashable, Sendable {
    /// How many questions it answers.
    var asked = 0
    /// How many of the answers a later decision of the same author replaces.
    var replaced = 0
    /// Those decisions, by id.
    var replacing: Set<String> = []
    /// The conflicts it is in, by their place.
    var conflicts: [Int] = []

    mutating func replaced(by id: String) {
        replaced += 1
        replacing.insert(id)
    }
}
