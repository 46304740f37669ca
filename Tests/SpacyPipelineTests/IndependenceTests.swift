import Foundation
import TestSupport
import Testing

@testable import SpacyPipeline

/// What a text gives must not depend on the texts around it, on what was annotated before, or on the thread.
@Suite struct IndependenceTests {
    /// Invented texts of very different lengths, so that they land at every place of a matrix product's blocks.
    static let texts: [String] = {
        let sentences = [
            "Osk closed its embassy in Veldania.", "\"We won't go,\" said Mira Tal, the envoy, on 3 May 1994.", "",
            "Trade fell by 12.5% — to $4.2bn — in 2008; nobody knew why.", "No.", "See www.osk.example/a?b=1 now!",
        ]
        return (0..<24).map { place in
            (0..<(place % 9 + place / 12)).map { sentences[(place * 7 + $0 * 5) % sentences.count] + " \($0 * place)" }
                .joined(separator: place % 3 == 0 ? "\n\n" : " ")
        }
    }()

    @Test func aTextAloneGivesWhatItGivesAmongOthers() throws {
        let model = try TestModel.model()
        let together = model.annotate(Self.texts)
        let alone = Self.texts.map { model.annotate($0) }
        #expect(together == alone)
    }

    @Test func orderAndHistoryDoNotMatter() throws {
        let model = try TestModel.model()
        let forward = model.annotate(Self.texts)
        let backward = Array(model.annotate(Array(Self.texts.reversed())).reversed())
        let fresh = try LanguageModel(folder: try TestModel.folder()).annotate(Self.texts)
        #expect(forward == backward)
        #expect(forward == fresh)
    }

    @Test func severalThreadsGiveWhatOneGives() async throws {
        let model = try TestModel.model()
        let expected = model.annotate(Self.texts)
        let results = await withTaskGroup(of: [AnnotatedText].self) { group in
            for _ in 0..<4 { group.addTask { model.annotate(Self.texts) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 4)
        for result in results { #expect(result == expected) }
    }

    /// Equal tokens could hide unequal sums: the vectors themselves must agree to the last bit.
    @Test(arguments: MatrixKernel.available)
    func vectorsAreTheSameToTheLastBit(_ kernel: MatrixKernel) throws {
        let texts = kernel == .portable ? Array(Self.texts.prefix(8)) : Self.texts
        let folder = try TestModel.folder()
        let components = try Components(folder: ModelFolder(url: folder, kernel: kernel))
        let reference = try Components(folder: ModelFolder(url: folder))
        var table = FormTable()
        let tokenized = texts.map { text in
            var copy = text
            return copy.withUTF8 { TokenizedText($0, table: &table, model: components.text) }
        }
        var together = EncoderRun(reference.encoder)
        let all = together.encode(tokenized[...], forms: table.forms)
        let width = components.encoder.width
        var row = components.encoder.padding
        var unequal = 0
        for (index, text) in tokenized.enumerated() {
            // A fresh encoder computes the forms in other batches, too; and here another kernel.
            var alone = EncoderRun(components.encoder)
            let vectors = alone.encode(tokenized[index...index], forms: table.forms)
            let start = components.encoder.padding * width
            for place in 0..<(text.count * width)
            where vectors[start + place].bitPattern != all[row * width + place].bitPattern {
                unequal += 1
            }
            row += text.count + components.encoder.padding
        }
        #expect(row > components.encoder.padding + texts.count)
        #expect(unequal == 0)
    }

    @Test(arguments: MatrixKernel.available)
    func everyKernelGivesTheSameTokens(_ kernel: MatrixKernel) throws {
        let model = try TestModel.model()
        let texts = Array(Self.texts.prefix(kernel == .portable ? 8 : Self.texts.count))
        let other = try LanguageModel(folder: try TestModel.folder(), kernel: kernel)
        #expect(other.annotate(texts) == model.annotate(texts))
    }
}
