import ChanceryCore

/// The quotations of a document, looked up by token, by block and by mark.
struct QuotationIndex: Sendable {
    /// Every quotation, in order of its opening mark.
    let all: [Quotation]
    /// For each token the innermost quotation that holds it, an index into `all`.
    let ofToken: [Int?]
    /// The quotations of each block that has some.
    private let ofBlock: [Int: Range<Int>]
    /// Quotations by the byte their opening mark begins at, and by the byte their closing mark ends at.
    private let opening: [Int: Int]
    private let closing: [Int: Int]

    init(_ parsed: ParsedDocument) {
        all = QuotationScanner(parsed).quotations()
        var inside = [Int?](repeating: nil, count: parsed.tokens.count)
        var blocks: [Int: Range<Int>] = [:]
        var opening: [Int: Int] = [:]
        var closing: [Int: Int] = [:]
        for (number, quotation) in all.enumerated() {
            for token in quotation.tokens { inside[token] = number }
            let first = blocks[quotation.block]?.lowerBound ?? number
            blocks[quotation.block] = first..<(number + 1)
            opening[quotation.outer.start] = number
            if closing[quotation.outer.end] == nil { closing[quotation.outer.end] = number }
        }
        ofToken = inside
        ofBlock = blocks
        self.opening = opening
        self.closing = closing
    }

    /// The quotations of a block, in order.
    func quotations(ofBlock block: Int) -> ArraySlice<Quotation> { all[ofBlock[block] ?? 0..<0] }

    /// The quotation whose opening mark begins at a byte.
    func quotation(openingAt byte: Int) -> Quotation? { opening[byte].map { all[$0] } }

    /// The quotation whose closing mark ends at a byte.
    func quotation(closingAt byte: Int) -> Quotation? { closing[byte].map { all[$0] } }
}
