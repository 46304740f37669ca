import ArgumentParser
import Foundation
import Record

/// How a run ends, and what is said of it.
enum ExitStatus {
    /// Some input failed; what is to be said was said.
    struct SomeInputFailed: Error {}

    /// Says what an error means and gives the process's exit status: 0, 1 or 2.
    static func settle(_ error: any Error) -> Int32 {
        switch error {
        case is SomeInputFailed: return 1
        // The reader had enough (`| head`): nothing failed.
        case StandardOutput.Failure.closed: return 0
        case let error as WrongUsage:
            StandardError.say(error.description)
            return 2
        default: break
        }
        let code = Chancery.exitCode(for: error)
        if code == .success {
            print(Chancery.fullMessage(for: error))
            return 0
        }
        if code == .validationFailure {
            StandardError.say(CommandWords.oneLine(Chancery.fullMessage(for: error)))
            return 2
        }
        StandardError.say(message(error))
        return 1
    }

    /// What an error says of itself; the system's own errors name the file and the reason in one line.
    private static func message(_ error: any Error) -> String {
        guard let error = error as? CocoaError, let file = error.filePath else { return "\(error)" }
        return "\(file): \(error.localizedDescription)"
    }
}
