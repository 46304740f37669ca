import Foundation

/// What the program knows of the place its output goes to.
struct Terminal: Hashable, Sendable {
    /// The columns a line may take.
    var width: Int
    /// Whether colours may be used.
    var isColoured: Bool

    /// The narrowest and widest lines the program sets: beyond 100 columns prose is hard to read.
    private static let widths = 40...100

    /// A file or a pipe: 80 columns, or as many as `COLUMNS` says; no colour.
    static func piped(environment: [String: String] = [:]) -> Terminal {
        // Who says how wide a line is to be means it: the limit is for windows that happen to be wide.
        let asked = environment["COLUMNS"].flatMap(Int.init).map { min(max($0, widths.lowerBound), 1000) }
        return Terminal(width: asked ?? 80, isColoured: false)
    }

    /// What standard output is: on a terminal its own width, coloured unless `NO_COLOR` is set or `TERM` is `dumb`.
    static func standardOutput(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        guard isatty(STDOUT_FILENO) == 1 else { return piped(environment: environment) }
        var size = winsize()
        let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Terminal(
            width: min(max(known ? Int(size.ws_col) : 80, widths.lowerBound), widths.upperBound),
            isColoured: allowsColour(environment))
    }

    /// Whether the environment lets a terminal be coloured (no-color.org: any non-empty `NO_COLOR` forbids it).
    static func allowsColour(_ environment: [String: String]) -> Bool {
        (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Whether somebody watches standard error.
    static var hasWatchedErrors: Bool { isatty(STDERR_FILENO) == 1 }
}
