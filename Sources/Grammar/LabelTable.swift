/// A handful of short names, such as the labels of arcs, each with what it stands for.
///
/// Every token of a text has three of them, and a dictionary hashes letters more thoroughly than so few need.
struct LabelTable<Value: Sendable>: Sendable {
    /// Each name stands at its key's place, or behind it where that is taken; most are empty.
    private var places: [(name: String, value: Value)?]

    /// Makes a table of names that are all different.
    init(_ values: [(name: String, value: Value)]) {
        var size = 4
        while size < values.count * 4 { size *= 2 }
        places = Array(repeating: nil, count: size)
        for value in values {
            var place = Self.key(value.name) & (size - 1)
            while places[place] != nil { place = (place + 1) & (size - 1) }
            places[place] = value
        }
    }

    /// What a name stands for; nil of one that the table does not have.
    subscript(name: String) -> Value? {
        var place = Self.key(name) & (places.count - 1)
        while let found = places[place] {
            if found.name == name { return found.value }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// A name's length and its letters at both ends tell nearly all names apart.
    private static func key(_ name: String) -> Int {
        let letters = name.utf8
        guard let first = letters.first, let last = letters.last else { return 0 }
        return letters.count &* 7 ^ Int(first) &* 5 ^ Int(last) &* 3
    }
}
