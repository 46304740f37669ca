import ArgumentParser
import Foundation

/// How a run over documents goes.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many documents are worked on at once.", valueName: "number"))
    var threads = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Stop at the first input that cannot be read.")
    var strict = false

    func validate() throws {
        guard (1...256).contains(threads) else {
            throw ValidationError("'--threads \(threads)': give a number from 1 to 256.")
        }
    }
}
