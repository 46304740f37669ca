import ArgumentParser
import ChanceryCore

/// By what a view can be sorted; the first is what it does by itself.
protocol SortKey: Choice {}

/// The order and the length of a list.
struct ListOptions<Key: SortKey>: ParsableArguments {
    @Option(
        help: ArgumentHelp("The order: \(Key.list); the first where nothing is given.", valueName: "order"),
        transform: { try Key.named($0) })
    var sort: Key?

    @OptionGroup var length: LimitOption
}

/// How many items a view prints.
struct LimitOption: ParsableArguments {
    @Option(help: ArgumentHelp("Print the first so many; the last line says of how many.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("'--limit \(limit)': give a number above 0.") }
    }
}

/// Whether things without a date are shown.
struct UndatedOption: ParsableArguments {
    /// What becomes of them.
    enum Undated: String, Choice { case yes, no, only }

    @Option(
        help: ArgumentHelp(
            "Whether to print what no text dates or places in time: \(Undated.list); yes where nothing is given.",
            valueName: "choice"), transform: { try Undated.named($0) })
    var undated: Undated?

    /// Whether something with or without a date is to be shown.
    func lets(undated isUndated: Bool) -> Bool {
        switch undated ?? .yes {
        case .yes: true
        case .no: !isUndated
        case .only: isUndated
        }
    }
}
