import ChanceryCore

/// A handful of short names, such as the labels of arcs, each with what it stands for.
///
/// Every token of a text has three of them, and a dictionary hashes letters more thoroughly than so few need.
struct LabelTable<Value: Sendable>: Sendable {
    /// Each name stands at its key's place, or behind it where that is taken; at least half are empty.
    private var places: [(name: String, value: Value)?]

    /// Makes a table of names that are all different.
    init(_ values: [(name: String, value: Value)]) {
        var size = 4
        while size < values.count * 2 { size *= 2 }
        places = Array(repeating: nil, count: size)
        for value in values {
            var place = Int(WordSieve.key(value.name)) & (size - 1)
            while places[place] != nil { place = (place + 1) & (size - 1) }
            places[place] = value
        }
    }

    /// What a name stands for; nil of one that the table does not have.
    subscript(name: String) -> Value? {
        var place = Int(WordSieve.key(name)) & (places.count - 1)
        while let found = places[place] {
            if found.name == name { return found.value }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }
}
