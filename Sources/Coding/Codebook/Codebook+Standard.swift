public import Foundation
import Yams

extension Codebook {
    /// The program's own codebook, extended or replaced in part by the files of a user's folder.
    ///
    /// - Throws: ``CodebookError`` with every fault of the user's files, or what reading them throws.
    public static func standard(extendedBy folder: URL? = nil) throws -> Codebook {
        let ours = try CodebookReader.sources(inFolder: ModuleResources.folder("codebook"))
        let theirs = try folder.map { try CodebookReader.sources(inFolder: $0) } ?? []
        return try CodebookReader.read(theirs, extending: ours)
    }
}

extension ModalityCues {
    /// The cues of `Resources/modality/cues.yaml`.
    static func standard() throws -> ModalityCues {
        let text = String(decoding: try ModuleResources.data("modality/cues.yaml"), as: UTF8.self)
        let lists = try YAMLDecoder().decode([String: [String]].self, from: text)
        return ModalityCues(lists: lists.mapValues { Set($0) })
    }
}
