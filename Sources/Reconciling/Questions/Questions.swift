import ChanceryCore

/// What accounts of different things may be held against one another about: what somebody is called, how two parties stand to
/// each other.
///
/// Entries are made inside of blocks, where reports tell of acts of one kind; a question crosses them. Each report raises a few
/// (``keys(of:)``), and only what raises one question is compared for it. So the work grows with the number of reports, and
/// questions can be worked on apart.
enum Questions {
    /// The kind of a question, and what it is about.
    static func parts(of key: String) -> (kind: String, about: String) {
        let parts = key.split(separator: "|", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }

    /// The names of those a question is about, as the reports that differ name them; a state's before those of its people.
    static func names(of key: String, in told: [VoicedReport], _ reports: Set<String>) -> [String] {
        let participants = told.filter { reports.contains($0.report.id) }.flatMap(\.report.participants)
        return parts(of: key).about.split(separator: "|").compactMap { part in
            let meant = participants.filter { VoicedReport.key($0) == part || NameFolding.fold($0.name) == part }
            return (meant.first { $0.kind == .state } ?? meant.first)?.name
        }
    }

    /// How many tellings that differ are held against one another about one question.
    static let compared = 200

    /// How many parties of one report raise questions.
    private static let parties = 4

    /// The questions a report raises, sorted.
    static func keys(of report: Report) -> [String] {
        var told = report.participants
        if case .statement(let statement) = report.content { told = statement.about }
        var keys: Set<String> = []
        if report.kind != .figure {
            let parties = Set(told.map(VoicedReport.key)).sorted().prefix(Self.parties)
            for (place, first) in parties.enumerated() {
                for second in parties.dropFirst(place + 1) { keys.insert("pair|\(first)|\(second)") }
            }
            let participants = report.participants
            for wording in report.wording {
                for of in wording.of where participants.indices.contains(of) {
                    keys.insert("called|" + NameFolding.fold(participants[of].name))
                }
                // Whoever brought it about: what was brought about is one thing all the same.
                if wording.list == "achieving" { keys.insert("achieved|" + ContentWords.stem(wording.words)) }
                if wording.of.isEmpty, let question = Self.question(of: wording) {
                    // What belongs to a state is told by its own name, whosever it is.
                    let named =
                        question == "belonging"
                        ? told.prefix(Self.parties).map { NameFolding.fold($0.name) } : Array(parties)
                    for party in named { keys.insert("\(question)|\(party)") }
                }
            }
        }
        return keys.sorted()
    }

    /// What a word makes a report an account of; nil of one that only turns others round.
    private static func question(of wording: Wording) -> String? {
        if let family = wording.naming?.family { return "names " + family }
        return switch wording.list {
        case "supporting", "refusing", "opposing": "stance"
        case "belonging", "independent", "recognising": "belonging"
        case "single", "several": "count"
        default: nil
        }
    }
}

/// Finds where accounts differ about a question.
struct QuestionDisputes {
    let words: DisputeWords
    let acts: Acts
    let likeness: SharedWords

    /// The disputes on one question, of all reports that raise it in the order of documents and their texts; doubtful ones are left out
    /// by the caller.
    func disputes(on key: String, of all: [VoicedReport]) -> [Dispute] {
        guard all.count > 1 else { return [] }
        // Of copies one stands for all, and of very many the first.
        var seen: Set<String> = []
        let told = all.filter { seen.insert($0.signature).inserted }.prefix(Questions.compared).map { one in
            var one = one
            one.question = key
            return one
        }
        let (kind, about) = Questions.parts(of: key)
        let matters = Matters(told)
        return switch kind {
        case "pair":
            OpposedAccounts(told, likeness).disputes
                + SharedGround(acts: acts, likeness: likeness).disputes(told)
                + DegreeDisputes(likeness: likeness).disputes(told)
                + LinkageDisputes(matters: matters, likeness: likeness).disputes(told)
                + HedgedAccounts(likeness: likeness).disputes(told)
        case "called": JudgementDisputes(matters: matters).disputes(told, on: about)
        case "stance": StanceDisputes.disputes(told)
        case "belonging": BelongingDisputes.disputes(told)
        case "achieved": AchievementDisputes(likeness: likeness).disputes(told)
        case "count": CountedActs(likeness: likeness).disputes(told)
        default: NamingDisputes(words: words, likeness: likeness, matters: matters).disputes(told, family: kind)
        }
    }

    /// Pairs that differ put together where they share a telling: one dispute of each group.
    static func joined(
        _ pairs: [(VoicedReport, VoicedReport)], _ dimension: Dispute.Dimension, says: (VoicedReport) -> String
    ) -> [Dispute] {
        // Two reports can raise several questions together: they are held against one another for the first of them.
        let pairs = pairs.filter { $0.firstQuestion(with: $1) == $0.question }
        var groups = DisjointGroups()
        var known: [String: VoicedReport] = [:]
        for (a, b) in pairs {
            groups.join(a.report.id, b.report.id)
            known[a.report.id] = a
            known[b.report.id] = b
        }
        return groups.groups.map { ids in dispute(ids.compactMap { known[$0] }, dimension, says: says) }
    }

    /// A dispute whose sides are told by what they say.
    static func dispute(
        _ told: [VoicedReport], _ dimension: Dispute.Dimension, says: (VoicedReport) -> String
    ) -> Dispute {
        Dispute(
            dimension: dimension, entries: told.map(\.entry),
            sides: Dictionary(grouping: told, by: says).sorted { $0.key < $1.key }.map { says, reports in
                DisputeFinder.side(reports.map(\.report), says: says)
            })
    }

    /// Words as an account has them.
    static func quoted(_ wording: [Wording], by one: VoicedReport) -> String { quoted(wording, by: one.speaker) }

    /// Words as an account has them, with their source before them where it names one.
    static func quoted(_ wording: [Wording], by speaker: String) -> String {
        let words = Set(wording.map { ($0.isNegated ? "not " : "") + $0.words }).sorted()
            .map { "“\($0)”" }.joined(separator: ", ")
        return speaker.isEmpty ? words : "\(speaker): \(words)"
    }
}
