import Foundation

/// Names with values, as a query or a form gives them; a name may stand several times.
package struct Fields: Hashable, Sendable {
    /// One of them.
    package struct Field: Hashable, Sendable {
        /// The name.
        package var name: String
        /// The value.
        package var value: String
    }

    /// All of them, in order.
    package var all: [Field]

    /// Makes fields of what is given.
    package init(_ all: [Field] = []) { self.all = all }

    /// Reads `a=1&b=x+y`; what is not well formed is taken as it stands.
    package init(encoded text: some StringProtocol) {
        all = Substring(text).split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            func decoded(_ part: Substring?) -> String {
                let text = (part ?? "").replacing("+", with: " ")
                return text.removingPercentEncoding ?? String(text)
            }
            return Field(name: decoded(parts.first), value: decoded(parts.dropFirst().first))
        }
    }

    /// The first value of a name as it was sent; nil where there is none.
    func raw(_ name: String) -> String? { all.first { $0.name == name }?.value }

    /// The first value of a name, without blanks around it; empty where there is none.
    package subscript(name: String) -> String {
        raw(name).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
    }

    /// The same, or nil where it is empty.
    func given(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }

    /// All values of a name that are not empty.
    func values(_ name: String) -> [String] {
        all.filter { $0.name == name }.map { $0.value.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    /// The same without some names.
    func without(_ names: Set<String>) -> Fields { Fields(all.filter { !names.contains($0.name) }) }

    /// The same with another value of a name.
    func setting(_ name: String, _ value: String) -> Fields {
        Fields(without([name]).all + [Field(name: name, value: value)])
    }

    /// As a query has them, without those that are empty.
    package var encoded: String {
        all.filter { !$0.value.isEmpty }.map { "\(Link.encoded($0.name))=\(Link.encoded($0.value))" }
            .joined(separator: "&")
    }
}
