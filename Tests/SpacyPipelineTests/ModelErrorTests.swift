import Foundation
import TestSupport
import Testing

@testable import SpacyPipeline

/// A model that is missing, damaged or of another version gives one error that names the file.
@Suite struct ModelErrorTests {
    /// A copy of the model whose files are links, so that single ones can be replaced.
    private func withCopy(_ body: (URL) throws -> Void) throws {
        let source = try TestModel.folder()
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("model-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        let names = try FileManager.default.subpathsOfDirectory(atPath: source.path)
        for name in names {
            let target = copy.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            var isFolder: ObjCBool = false
            let original = source.appendingPathComponent(name)
            _ = FileManager.default.fileExists(atPath: original.path, isDirectory: &isFolder)
            if !isFolder.boolValue {
                try FileManager.default.createSymbolicLink(at: target, withDestinationURL: original)
            }
        }
        try body(copy)
    }

    private func replace(_ file: URL, with data: Data) throws {
        try FileManager.default.removeItem(at: file)
        try data.write(to: file)
    }

    private func fault(_ folder: URL) -> ModelError? {
        do {
            _ = try LanguageModel(folder: folder)
            return nil
        } catch {
            return error
        }
    }

    @Test func aMissingFolderIsNamed() throws {
        let folder = URL(fileURLWithPath: "/nowhere/en_core_web_sm")
        let error = try #require(fault(folder))
        #expect(error.code == .missing)
        #expect(error.description.contains("/nowhere/en_core_web_sm"))
        #expect(error.description.contains("make setup"))
    }

    static let files = [
        "meta.json", "config.cfg", "tokenizer", "vocab/lookups.bin", "tok2vec/model", "tagger/model", "tagger/cfg",
        "parser/model", "parser/moves", "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin", "ner/model",
        "ner/moves",
    ]

    @Test(arguments: files) func aMissingFileIsNamed(_ name: String) throws {
        try withCopy { folder in
            let file = folder.appendingPathComponent(name)
            try FileManager.default.removeItem(at: file)
            #expect(fault(folder) == ModelError.missing(file.path))
        }
    }

    /// Every file cut in half, and a small one cut elsewhere.
    static let cuts = files.filter { $0 != "config.cfg" }.map { ($0, 0.5) } + [("meta.json", 0), ("tokenizer", 0.99)]

    @Test(arguments: cuts) func aTruncatedFileIsNamed(_ name: String, _ share: Double) throws {
        try withCopy { folder in
            let file = folder.appendingPathComponent(name)
            let data = try Data(contentsOf: file)
            try replace(file, with: data.prefix(Int(Double(data.count) * share)))
            #expect(fault(folder) == ModelError.damaged(file.path, ""))
        }
    }

    @Test(arguments: [
        ("meta.json", "\">=3.7.5,<3.9.0\"", "\">=2.3.0,<2.4.0\"", ModelError.Code.wrongVersion),
        ("meta.json", "\">=3.7.5,<3.9.0\"", "\">=4.0.0\"", .wrongVersion),
        ("config.cfg", "spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2", .unsupported),
        ("config.cfg", "\"tagger\",", "\"transformer\",", .unsupported),
        ("config.cfg", "use_upper = true", "use_upper = false", .unsupported),
        ("config.cfg", "lang = \"en\"", "lang = \"de\"", .unsupported),
        ("config.cfg", "pipeline = ", "nothing = ", .damaged),
    ]) func anotherModelIsRefused(_ name: String, _ old: String, _ new: String, _ code: ModelError.Code) throws {
        try withCopy { folder in
            let file = folder.appendingPathComponent(name)
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(old))
            try replace(file, with: Data(text.replacingOccurrences(of: old, with: new).utf8))
            let error = try #require(fault(folder))
            #expect(error.code == code)
            #expect(error.file == file.path)
        }
    }
}
