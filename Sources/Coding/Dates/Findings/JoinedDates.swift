import ChanceryCore
import Chronology
import Grammar

/// Joins the dates of one phrase: "in July and September".
struct JoinedDates: DateStage {
    let facts: DateFacts

    /// How many expressions behind one are tried.
    private static let reach = 5

    /// An expression's date, with those it is joined to, and the words that tell them.
    func joined(_ index: Int, _ own: EDTF) -> (edtf: EDTF, span: ByteSpan) {
        let timex = timex(index)
        let alone = (own, timex.extent)
        // The words beside it have told already what stands together: "on 3 and 4 May".
        guard own == timex.date, own.qualifier == nil, [.year, .month, .day].contains(own.precision) else {
            return alone
        }
        let partners = (index + 1..<min(index + 1 + Self.reach, max(index + 1, expressions.count))).filter {
            isJoined(expressions[$0].head, to: index)
        }
        let all = [own] + partners.compactMap { expressions[$0].timex.edtf }
        guard let last = partners.last, all.allSatisfy({ $0.precision == own.precision && $0.qualifier == nil }),
            let set = EDTF("{" + all.map(\.description).joined(separator: ",") + "}")
        else { return alone }
        return (set, timex.extent.union(expressions[last].timex.extent))
    }

    private func isJoined(_ head: Int, to index: Int) -> Bool {
        let expression = timex(index).tokens
        var at = head
        for _ in 0..<6 {
            guard labels[at] == .conj || labels[at] == .appos, let above = tree.head(of: at) else { return false }
            if expression.contains(above) {
                return hasAnd(above) || hasAnd(at) || labels[head] == .conj && at != head
            }
            at = above
        }
        return false
    }

    private func hasAnd(_ token: Int) -> Bool { tree.children(of: token, [.cc]).contains { forms[$0] == "and" } }
}
