import Chronology
import Coding
import Foundation
import SpacyPipeline

/// Measures what bounds the speed of annotation on this machine; a tool for `Scripts/bench_annotate.py`.
///
/// `chancery-bench MODEL` prints one JSON object: the milliseconds of processor time that reading the codebook takes and
/// those of everything coding reads (the codebook again among it), the multiply-adds a second of the matrix product on
/// one thread by every kernel that this processor can run, the fastest first, and the multiply-adds that each part of the model needs for a token. Documents on standard input
/// (`{"id", "text"}` lines) are annotated, and the tokens a second are printed at which Chronology alone reads them.
@main
struct ChanceryBench {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("chancery-bench: usage: chancery-bench MODEL\n".utf8))
            exit(2)
        }
        do {
            // First of all, while nothing is warm but the files themselves.
            let codebook = try milliseconds { _ = try Codebook.standard() }
            let coding = try milliseconds { _ = try Coder.standard() }
            let model = try LanguageModel(folder: URL(fileURLWithPath: CommandLine.arguments[1]))
            let parts = model.multiplyAddsPerToken
            let rates = MatrixKernel.available.map { kernel in
                let rounds = kernel == .portable ? 3 : 200
                return "\"\(kernel.rawValue)\": \(Int(LanguageModel.measureProduct(kernel, rounds: rounds)))"
            }.joined(separator: ", ")
            let chronology = try chronologyRate(model)
            let work = parts.map { "\"\($0.part)\": \($0.count)" }.joined(separator: ", ")
            print(
                """
                {"codebook_milliseconds": \(codebook), "coding_milliseconds": \(coding), \
                "chronology_tokens_per_second": \(chronology), "multiply_adds_per_second": {\(rates)}, "multiply_adds_per_token": {\(work)}}
                """)
        } catch {
            FileHandle.standardError.write(Data("chancery-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private struct Row: Decodable {
        var text: String
    }

    /// The tokens a second at which time expressions are found, tokens given; 0 without documents.
    private static func chronologyRate(_ model: LanguageModel) throws -> Int {
        let tagger = try TimexTagger()
        let decoder = JSONDecoder()
        var tokens = 0
        var spent = 0.0
        while let line = readLine() {
            let annotated = model.annotate(try decoder.decode(Row.self, from: Data(line.utf8)).text)
            tokens += annotated.tokens.count
            spent += milliseconds {
                _ = tagger.timexes(in: annotated.tokens, sentences: annotated.sentences, publishedOn: nil)
            }
        }
        return tokens == 0 ? 0 : Int(Double(tokens) * 1000 / spent)
    }

    /// How long work takes on this thread, in milliseconds of processor time: other programs disturb it less.
    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = nanoseconds()
        try work()
        return Double(nanoseconds() - start) / 1e6
    }

    private static func nanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
