import Foundation
import SpacyPipeline

/// Measures what bounds the speed of annotation on this machine; a tool for `Scripts/bench_annotate.py`.
///
/// `chancery-bench MODEL` prints one JSON object: the multiply-adds a second of the matrix product on one thread, and
/// the multiply-adds that each part of the model needs for a token.
@main
struct ChanceryBench {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("chancery-bench: usage: chancery-bench MODEL\n".utf8))
            exit(2)
        }
        do {
            let model = try LanguageModel(folder: URL(fileURLWithPath: CommandLine.arguments[1]))
            let parts = model.multiplyAddsPerToken
            let rate = LanguageModel.measureProduct(rounds: 200)
            let work = parts.map { "\"\($0.part)\": \($0.count)" }.joined(separator: ", ")
            print("{\"multiply_adds_per_second\": \(Int(rate)), \"multiply_adds_per_token\": {\(work)}}")
        } catch {
            FileHandle.standardError.write(Data("chancery-bench: \(error)\n".utf8))
            exit(1)
        }
    }
}
