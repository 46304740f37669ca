import ArgumentParser
import ChanceryCore
import DossierStore
import Foundation
import Record

/// A command that records one ruling.
protocol RulingCommand: ParsableCommand {
    /// The dossier.
    var target: DossierArgument { get }
    /// Who decides, and why.
    var options: DecisionOptions { get }
    /// Looks up what is ruled on, and rules.
    ///
    /// - Returns: what came of it, a line each.
    func rule(_ deciding: Deciding) throws -> [String]
}

extension RulingCommand {
    func run() throws {
        let (author, from) = try options.named()
        let deciding = try Deciding(
            try Dossier.open(at: target.dossier), by: author, because: options.reason, now: { .now },
            say: { StandardError.say($0) })
        var lines = try rule(deciding)
        if let first = lines.first { lines[0] = first.dropLast() + " (from \(from))." }
        let output = StandardOutput()
        for line in lines { try output.line(line) }
        try output.flush()
    }
}

/// The reports a ruling is about.
struct ReportsArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Ids of entries or reports, or their beginnings; of an entry all reports.", valueName: "id"))
    var ids: [String]
}

extension DecideCommand {
    /// Says that reports are right.
    struct Accept: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept", abstract: "Rules that reports are right as they stand.",
            discussion: """
                Example:
                  chancery decide accept adriatic.dossier e3f91c --reason "read in the archive"
                """)

        @OptionGroup var target: DossierArgument
        @OptionGroup var reports: ReportsArgument
        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            try deciding.decide(.accept, reports: try deciding.cited(reports.ids))
        }
    }

    /// Says that reports are no record.
    struct Reject: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "reject", abstract: "Rules that reports are no record: views leave them out.",
            discussion: """
                Each stands in an entry of its own from then on; '--rejected' shows it.

                Example:
                  chancery decide reject adriatic.dossier 61fbd2 --reason "a caption, not a report"
                """)

        @OptionGroup var target: DossierArgument
        @OptionGroup var reports: ReportsArgument
        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            try deciding.decide(.reject, reports: try deciding.cited(reports.ids))
        }
    }

    /// Says that reports tell of one thing.
    struct Merge: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: "Rules that entries or reports tell of one thing.",
            discussion: """
                Example:
                  chancery decide merge adriatic.dossier e3f91c e77a02 --reason "one visit, told twice"
                """)

        @OptionGroup var target: DossierArgument
        @OptionGroup var reports: ReportsArgument
        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            try deciding.decide(.merge, reports: try deciding.citedOfOneKind(reports.ids))
        }
    }

    /// Says that reports tell of another thing than the rest of their entry.
    struct Split: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "split", abstract: "Rules that reports tell of another thing than the rest of their entry.",
            discussion: """
                Example:
                  chancery decide split adriatic.dossier e3f91c 61fbd2 --reason "the second visit"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(help: ArgumentHelp("The entry they leave.", valueName: "entry"))
        var entry: String

        @Argument(help: ArgumentHelp("The reports that leave it.", valueName: "report"))
        var reports: [String]

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            let parts = try deciding.parts(of: entry, leaving: reports)
            return try deciding.decide(.split, reports: parts.leaving, apart: parts.staying)
        }
    }

    /// Corrects a field of reports.
    struct Correct: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "correct",
            abstract: "Rules what the type, the parties, the date or the modality of reports is.",
            discussion: """
                The words stay as they are; views and entries go by the correction. Parties are separated by \
                semicolons, each with what it is and whose: 'Osk (state OSK)'; 'Ana Dol (person OSK GOV)'; the name \
                alone will do where the record or the lists have it, and so will an alias, an adjective, a surname or \
                an alpha-3 code. 'none' is nobody, or no date.

                Example:
                  chancery decide correct adriatic.dossier 61fbd2 date 1996-12 --reason "the protocol has the month"
                  chancery decide correct adriatic.dossier 61fbd2 actors "Albania" --reason "its delegation went"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(help: ArgumentHelp("The id of an entry or report, or its beginning.", valueName: "id"))
        var id: String

        @Argument(
            help: ArgumentHelp("\(Decision.Field.list).", valueName: "field"),
            transform: { try Decision.Field.named($0) })
        var field: Decision.Field

        @Argument(help: ArgumentHelp("What it is.", valueName: "value"))
        var value: String

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] { try deciding.correct(id, field: field, to: value) }
    }

    /// Says what a name stands for.
    struct Alias: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "alias", abstract: "Rules that a name is one for a party the record knows by another.",
            discussion: """
                Example:
                  chancery decide alias adriatic.dossier "Ardenica" "Albania" --code ALB --reason "its older name"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(help: ArgumentHelp("The name.", valueName: "name"))
        var name: String

        @Argument(help: ArgumentHelp("The canonical name it stands for.", valueName: "canonical name"))
        var value: String

        @Option(help: ArgumentHelp("The alpha-3 code of the state it belongs to.", valueName: "code"))
        var code: String?

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            if let code { return try deciding.decide(.alias, name: name, value: value, code: code) }
            let party = try deciding.canonical(value)
            return try deciding.decide(.alias, name: name, value: party.name, code: party.code)
        }
    }

    /// Says that documents come from one place.
    struct SameOrigin: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "same-origin", abstract: "Rules that documents come from one place.",
            discussion: """
                Example:
                  chancery decide same-origin adriatic.dossier essay.txt brief.txt --reason "one interview behind both"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(
            help: ArgumentHelp(
                "Documents: names, titles, URLs or hashes, or parts that fit no other.", valueName: "document"))
        var documents: [String]

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            try deciding.decide(.sameOrigin, documents: try deciding.hashes(documents))
        }
    }

    /// Says how reliable a source is.
    struct Reliability: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "reliability", abstract: "Rules how reliable a source is, from A to F.",
            discussion: """
                The letters are those of the Admiralty scale: A completely reliable, B usually, C fairly, D not \
                usually, E unreliable, F cannot be judged. The program gives none by itself.

                Example:
                  chancery decide reliability adriatic.dossier "The Gazette" B --reason "checked against the archive"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(help: ArgumentHelp("A publisher, or a source that documents name.", valueName: "source"))
        var source: String

        @Argument(help: ArgumentHelp("A, B, C, D, E or F.", valueName: "letter"))
        var letter: String

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            try deciding.decide(.reliability, name: source, value: letter.uppercased())
        }
    }

    /// Keeps a remark.
    struct Note: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "note", abstract: "Keeps a remark with entries, reports or documents.",
            discussion: """
                The reason is the remark.

                Example:
                  chancery decide note adriatic.dossier essay.txt --reason "scanned; the last page is missing"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(
            help: ArgumentHelp("Ids of entries or reports, or names of documents.", valueName: "id or document"))
        var ids: [String]

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            let found = try deciding.citedOrDocuments(ids)
            return try deciding.decide(.note, reports: found.reports, documents: found.documents)
        }
    }

    /// Takes a decision back.
    struct Undo: RulingCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Takes a decision back; an 'undo' can be taken back as well.",
            discussion: """
                Example:
                  chancery decide undo adriatic.dossier k41a7c --reason "the other archive has it otherwise"
                """)

        @OptionGroup var target: DossierArgument

        @Argument(help: ArgumentHelp("The decision's id, or its beginning.", valueName: "id"))
        var id: String

        @OptionGroup var options: DecisionOptions

        func rule(_ deciding: Deciding) throws -> [String] {
            try deciding.decide(.undo, undoes: try deciding.decision(id).id)
        }
    }
}

extension Decision.Field: Choice {}
