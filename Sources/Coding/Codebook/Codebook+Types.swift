extension Codebook {
    /// What a PLOVER type says of who takes part in an act, whatever its concept: read from `types.yaml`, where each trait says
    /// what it is for.
    public struct TypeTraits: OptionSet, Hashable, Sendable {
        /// The bits of the traits.
        public let rawValue: UInt16

        /// Makes traits of their bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        static let violence = TypeTraits(rawValue: 1 << 0)
        static let gathering = TypeTraits(rawValue: 1 << 1)
        static let verbal = TypeTraits(rawValue: 1 << 2)
        static let stance = TypeTraits(rawValue: 1 << 3)
        static let judgement = TypeTraits(rawValue: 1 << 4)
        static let request = TypeTraits(rawValue: 1 << 5)
        static let befalling = TypeTraits(rawValue: 1 << 6)
        static let friendship = TypeTraits(rawValue: 1 << 7)
        static let actorless = TypeTraits(rawValue: 1 << 8)

        /// The traits by the names that the file gives them.
        static let named: [String: TypeTraits] = [
            "violence": violence, "gathering": gathering, "verbal": verbal, "stance": stance, "judgement": judgement,
            "request": request, "befalling": befalling, "friendship": friendship, "actorless": actorless,
        ]
    }
}

extension Codebook.Concept {
    /// Whether the act is violence.
    var isViolent: Bool { traits.contains(.violence) }

    /// Whether the act is done by saying it.
    var isVerbal: Bool { traits.contains(.verbal) }
}
