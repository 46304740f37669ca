/// A name that features are made of, with its hash: the 64-bit FNV-1a of its UTF-8.
///
/// Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm" (draft-eastlake-fnv).
struct Symbol: Hashable, Sendable {
    let text: String
    let hash: UInt64

    /// Whether two are one name, as far as 64 bits tell.
    static func == (one: Symbol, other: Symbol) -> Bool { one.hash == other.hash }

    /// Hashes the hash.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    init(_ text: String) {
        self.text = text
        var hash = NameHash()
        hash.add(text)
        self.hash = hash.value
    }

    /// A name whose hash is known.
    init(_ text: String, hash: UInt64) {
        self.text = text
        self.hash = hash
    }

    /// A name put together from pieces, with its text only where a sink wants it.
    init(_ hash: NameHash, text: String) {
        self.text = text
        self.hash = hash.value
    }

    /// No name; asked for more often than any, and made anew sooner than a constant is looked up.
    static var none: Symbol { Symbol(NameHash(), text: "") }
    static let yes = Symbol("yes")
    static let no = Symbol("no")

    /// Small numbers.
    static let numbers = (0..<10).map { Symbol(String($0)) }

    /// Names with a dash between them: "has-not-been".
    ///
    /// - Parameter wantsText: whether the text is asked for, and not only the hash.
    static func joined<Part>(_ parts: some Sequence<Part>, wantsText: Bool, _ name: (Part) -> String) -> Symbol {
        var hash = NameHash()
        var text = ""
        var isFirst = true
        for part in parts {
            let name = name(part)
            if !isFirst { hash.add(UInt8(ascii: "-")) }
            hash.add(name)
            if wantsText { text += isFirst ? name : "-" + name }
            isFirst = false
        }
        return Symbol(hash, text: text)
    }

    static func of(_ flag: Bool) -> Symbol { flag ? yes : no }
    /// A count, the highest told standing for all above it.
    static func of(_ count: Int, upTo most: Int) -> Symbol { numbers[max(0, min(count, most))] }
}

/// The names of the cases of a type, made once.
struct CaseSymbols<Case: CaseIterable & RawRepresentable & Equatable & Sendable>: Sendable
where Case.RawValue == String {
    private let cases = Array(Case.allCases)
    private let symbols = Case.allCases.map { Symbol($0.rawValue) }

    subscript(_ value: Case) -> Symbol {
        cases.firstIndex(of: value).map { symbols[$0] } ?? Symbol(value.rawValue)
    }
}

/// The hash of a name that is put together from pieces.
struct NameHash: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ text: String) { add(text.utf8) }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// The hash of a feature: its template's and those of its parts, in order.
    static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let mixed = (first ^ (second &+ 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ (mixed >> 32)
    }
}
