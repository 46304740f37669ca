import Foundation
import Testing

/// Whatever is altered in a dossier or an export is noticed, or changes nothing that is printed.
@Suite struct TamperTests {
    /// How many single bytes are altered; `CHANCERY_EDITS` sets another number.
    static let count = ProcessInfo.processInfo.environment["CHANCERY_EDITS"].flatMap { Int($0) } ?? 20

    private static let hasPython = (try? ChanceryProcess(shell: "command -v python3"))?.status == 0

    @Test(.enabled(if: hasPython, "no python3 here")) func everyAlterationIsNoticedOrWithoutEffect() throws {
        let script = ChanceryProcess.project.appendingPathComponent("Scripts/tamper.py").path
        let run = try ChanceryProcess(
            shell: "python3 '\(script)' \"$chancery\" --quick --edits \(Self.count)")
        let failures = run.output.split(separator: "\n").filter {
            !$0.hasPrefix("noticed") && !$0.hasPrefix("no effect") && !$0.hasPrefix("dossier")
                && !$0.hasPrefix("export")
        }
        #expect(run.status == 0, "\(failures.joined(separator: "\n")) \(run.errors)")
    }
}
