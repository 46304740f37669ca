import ChanceryCore
import Foundation
import Yams

extension ModalityCues {
    /// The cues of `Resources/modality/cues.yaml`.
    static func standard() throws -> ModalityCues {
        let file = "modality/cues.yaml"
        let text = String(decoding: try ModuleResources.data(file), as: UTF8.self)
        var lists: [String: Set<String>] = [:]
        // Read as nodes: Yams' decoder takes ten times as long for the same words.
        guard let mapping = try Yams.compose(yaml: text, .basic)?.mapping else {
            throw WordLists.Fault(file: file, line: 1, reason: "expected `name: [word, …]`")
        }
        for (name, list) in mapping {
            guard let name = name.string, let words = list.sequence else {
                throw WordLists.Fault(file: file, line: name.mark?.line ?? 1, reason: "expected `name: [word, …]`")
            }
            lists[name] = Set(words.compactMap(\.string))
        }
        return ModalityCues(lists: lists)
    }
}
