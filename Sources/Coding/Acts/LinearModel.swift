import ChanceryCore

/// Weights of features that a person can read, in one or two columns.
///
/// A table with open addressing: a few dozen features are asked for each party of each act.
struct LinearModel: Sendable {
    private let keys: [UInt64]
    private let weights: [SIMD2<Float>]
    private let mask: Int
    /// Settings that stand beside the weights, by name.
    let settings: [String: Float]

    /// Reads a file of weights: a feature (`rel+form=agent|active`), a tab, a weight, and where there are two columns a tab and
    /// the second; `#` opens a comment, `! name` a setting.
    ///
    /// - Throws: ``WordLists/Fault`` with the line at fault.
    init(text: String, file: String) throws(WordLists.Fault) {
        var rows: [(UInt64, SIMD2<Float>)] = []
        var settings: [String: Float] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            func fault(_ reason: String) -> WordLists.Fault {
                WordLists.Fault(file: file, line: number + 1, reason: reason)
            }
            let fields = line.split(separator: "\t")
            guard fields.count == 2 || fields.count == 3, let first = Float(fields[1]),
                let second = fields.count == 3 ? Float(fields[2]) : 0
            else { throw fault("expected a feature, a tab and one or two weights") }
            if line.hasPrefix("! ") {
                settings[String(fields[0].dropFirst(2))] = first
                continue
            }
            guard let equals = fields[0].firstIndex(of: "=") else { throw fault("expected a feature: template=value") }
            let parts = fields[0][fields[0].index(after: equals)...].split(
                separator: "|", omittingEmptySubsequences: false)
            rows.append(
                (
                    parts.reduce(Symbol(String(fields[0][..<equals])).hash) {
                        NameHash.joined($0, Symbol(String($1)).hash)
                    }, [first, second]
                ))
        }
        var size = 16
        while size < rows.count * 2 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var weights = [SIMD2<Float>](repeating: .zero, count: size)
        for (key, weight) in rows {
            var place = Int(truncatingIfNeeded: key) & (size - 1)
            while keys[place] != 0, keys[place] != key { place = (place + 1) & (size - 1) }
            keys[place] = key
            weights[place] = weight
        }
        self.keys = keys
        self.weights = weights
        self.settings = settings
        mask = size - 1
    }

    /// A feature's weights; zero for one that is not known.
    func weight(_ key: UInt64) -> SIMD2<Float> {
        var place = Int(truncatingIfNeeded: key) & mask
        while keys[place] != 0 {
            if keys[place] == key { return weights[place] }
            place = (place + 1) & mask
        }
        return .zero
    }
}
