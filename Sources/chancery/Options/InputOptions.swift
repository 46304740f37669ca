import ArgumentParser
import ChanceryCore
import Foundation
import Intake

/// Which documents a filter reads.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("Files or folders; without any, JSON Lines are read from standard input.", valueName: "path")
    )
    var paths: [String] = []

    @Option(help: ArgumentHelp("The files' encoding, where it is not UTF-8 and no mark tells it.", valueName: "name"))
    var encoding: String?

    /// The documents, in order.
    ///
    /// - Parameter findsStructure: whether more than their text is wanted.
    func reader(findsStructure: Bool = true) throws -> DocumentReader {
        let options = DocumentReader.Options(encoding: encoding, findsStructure: findsStructure)
        guard paths.isEmpty else { return try DocumentReader(paths: paths, options: options) }
        if isatty(STDIN_FILENO) == 1 { StandardError.say("reading JSON Lines from standard input") }
        return try DocumentReader(descriptor: STDIN_FILENO, options: options)
    }
}

/// What is known of all the documents of a run from outside.
struct GivenMetadata: ParsableArguments {
    @Option(help: ArgumentHelp("Who published these copies.", valueName: "name"))
    var publisher: String?

    @Option(help: ArgumentHelp("When they were published, such as 2024-03-09 or 2024.", valueName: "date"))
    var publishedOn: String?

    @Option(help: ArgumentHelp("Where they were found.", valueName: "url"))
    var url: String?

    @Option(help: ArgumentHelp("Through whom they came: a newsletter, an archive.", valueName: "name"))
    var via: String?

    @Option(help: ArgumentHelp("The language of the texts, such as en.", valueName: "tag"))
    var language: String?

    func validate() throws {
        if let publishedOn, EDTF(publishedOn) == nil {
            throw ValidationError("'--published-on \(publishedOn)' is no date. Write 1996, 1996-12 or 1996-12-05.")
        }
    }

    /// The same as metadata.
    var metadata: DocumentMetadata {
        DocumentMetadata(publisher: publisher, publishedOn: publishedOn, url: url, via: via, language: language)
    }
}
