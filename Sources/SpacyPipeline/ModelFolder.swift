internal import Foundation

/// The files of a spaCy model folder, read with one kind of error.
struct ModelFolder {
    let url: URL
    /// How products with the model's weights are computed.
    var kernel = MatrixKernel.fastest

    /// The path of a file of the folder, as errors name it.
    func path(_ name: String) -> String {
        url.appendingPathComponent(name).path
    }

    /// Makes sure that a file is there.
    func check(_ name: String) throws(ModelError) {
        guard FileManager.default.isReadableFile(atPath: path(name)) else { throw ModelError.missing(path(name)) }
    }

    /// A file's bytes.
    func bytes(_ name: String) throws(ModelError) -> [UInt8] {
        let file = url.appendingPathComponent(name)
        guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else {
            throw ModelError.missing(file.path)
        }
        return [UInt8](data)
    }

    /// A file's text.
    func text(_ name: String) throws(ModelError) -> String {
        guard let text = String(validating: try bytes(name), as: UTF8.self) else {
            throw ModelError.damaged(path(name), "not UTF-8")
        }
        return text
    }

    /// A file's MessagePack value.
    func messagePack(_ name: String) throws(ModelError) -> MessagePack {
        do {
            return try MessagePack.read(try bytes(name))
        } catch let fault as MessagePack.Fault {
            throw ModelError.damaged(path(name), fault.reason)
        } catch let error as ModelError {
            throw error
        } catch {
            throw ModelError.damaged(path(name), "\(error)")
        }
    }

    /// A file's JSON object.
    func json(_ name: String) throws(ModelError) -> [String: Any] {
        try ModelFolder.json(try text(name), path(name))
    }

    /// A JSON object that is stored as text in a file's value.
    static func json(_ text: String, _ path: String) throws(ModelError) -> [String: Any] {
        guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw ModelError.damaged(path, "not a JSON object")
        }
        return object
    }
}
