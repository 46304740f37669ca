import ArgumentParser
import ChanceryCore
import Record

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
    @Option(
        help: ArgumentHelp(
            "Whether to print what no text dates or places in time: \(Undated.list); yes where nothing is given.",
            valueName: "choice"), transform: { try Undated.named($0) })
    var undated: Undated?

    /// What becomes of them.
    var choice: Undated { undated ?? .yes }
}

extension Undated: Choice {}
extension EntrySort: SortKey {}
extension StatementSort: SortKey {}
extension FigureSort: SortKey {}
extension EntitySort: SortKey {}
extension DocumentSort: SortKey {}
extension DisputeSort: SortKey {}
extension StateSort: SortKey {}
