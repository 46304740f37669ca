import ChanceryCore
import Yams

extension CodebookReader {
    /// Reads `types.yaml`: for each trait the PLOVER types that have it.
    mutating func readTypes(_ root: Node, _ file: String) {
        guard let mapping = root.mapping else { return fault(file, root, "expected `trait: [TYPE, …]`") }
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard Codebook.TypeTraits.named[name] != nil else {
                let known = Codebook.TypeTraits.named.keys.sorted().joined(separator: ", ")
                fault(file, key, "unknown trait '\(name)'; known: \(known)")
                continue
            }
            let listed = strings(value, file)
            for type in listed where !Self.types.contains(type) {
                let known = Self.types.sorted().joined(separator: ", ")
                fault(file, value, "the trait '\(name)' lists the type '\(type)'; it must be one of \(known)")
            }
            typesByTrait[name] = Set(listed)
        }
        // A user's table holds for the concepts that were read before, too.
        for name in concepts.keys {
            let traits = traits(ofType: concepts[name]?.type ?? "")
            concepts[name]?.traits = traits
        }
    }

    /// Reads `slots.yaml`.
    mutating func readSlots(_ root: Node, _ file: String) {
        guard let mapping = root.mapping else { return fault(file, root, "expected `name: [slot, …]`") }
        for (key, value) in mapping where !slotTable.take(key.string ?? "", strings(value, file)) {
            let known = Codebook.SlotTable.names.joined(separator: ", ")
            fault(file, key, "unknown list '\(key.string ?? "")'; known: \(known)")
        }
    }

    /// What a type says of who takes part.
    func traits(ofType type: String) -> Codebook.TypeTraits {
        typesByTrait.reduce(into: []) { traits, listed in
            if listed.value.contains(type), let trait = Codebook.TypeTraits.named[listed.key] { traits.insert(trait) }
        }
    }
}
