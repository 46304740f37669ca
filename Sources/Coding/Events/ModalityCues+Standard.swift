import Foundation
import Yams

extension ModalityCues {
    /// The cues of `Resources/modality/cues.yaml`.
    static func standard() throws -> ModalityCues {
        let text = String(decoding: try ModuleResources.data("modality/cues.yaml"), as: UTF8.self)
        let lists = try YAMLDecoder().decode([String: [String]].self, from: text)
        return ModalityCues(lists: lists.mapValues { Set($0) })
    }
}
