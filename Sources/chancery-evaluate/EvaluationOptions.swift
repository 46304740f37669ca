import ArgumentParser
import Coding
import Foundation
import SpacyPipeline

/// The model and the codebook an evaluation runs with.
struct EvaluationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A spaCy 3 model folder; otherwise $CHANCERY_MODEL.", valueName: "folder"))
    var model: String?

    @Option(help: ArgumentHelp("A codebook folder that extends or replaces ours.", valueName: "folder"))
    var codebook: String?

    /// Where `make setup` puts the model, below the project's folder.
    private static let usualPlace = ".model/en_core_web_sm-3.8.0"

    func loadModel() throws -> LanguageModel {
        let given = model ?? ProcessInfo.processInfo.environment["CHANCERY_MODEL"] ?? ""
        let named = given.isEmpty ? Self.usualPlace : given
        return try LanguageModel(folder: URL(fileURLWithPath: named))
    }

    func loadCoder() throws -> Coder {
        try Coder.standard(codebookFolder: codebook.map { URL(fileURLWithPath: $0) })
    }
}

/// Rows in, answers out, a line each.
enum Rows {
    /// A row that cannot be read, by its number.
    struct BadRow: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads every row of standard input and writes an answer to each.
    ///
    /// - Throws: ``BadRow`` naming the line at fault, or what `answer` throws.
    static func answer<Row: Decodable, Answer: Encodable>(_ answer: (Row) throws -> Answer) throws {
        try forEach { (row: Row) in try write(answer(row)) }
    }

    /// Reads every row of standard input.
    ///
    /// - Throws: ``BadRow`` naming the line at fault, or what `body` throws.
    static func forEach<Row: Decodable>(_ body: (Row) throws -> Void) throws {
        let decoder = JSONDecoder()
        var number = 0
        while let line = readLine() {
            number += 1
            if line.isEmpty { continue }
            let row: Row
            do {
                row = try decoder.decode(Row.self, from: Data(line.utf8))
            } catch {
                throw BadRow(description: "standard input, line \(number): no such row as the benchmark has: \(error)")
            }
            try body(row)
        }
    }

    /// Writes one answer as a line.
    static func write<Answer: Encodable>(_ answer: Answer) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(answer)
        data.append(UInt8(ascii: "\n"))
        try FileHandle.standardOutput.write(contentsOf: data)
    }
}
