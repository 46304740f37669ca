/// The layers of a thinc model file, in the order thinc numbers them (breadth first).
struct ThincModel {
    /// One layer: its kind, its parameters and its attributes.
    struct Node {
        let name: String
        let references: [String: Int]
        let parameters: MessagePack
        let attributes: MessagePack
    }

    let nodes: [Node]
    /// How products with the model's weights are computed.
    let kernel: MatrixKernel
    /// The path of the file, for errors.
    let path: String

    /// Reads the layers of a model file.
    init(folder: ModelFolder, file: String) throws(ModelError) {
        path = folder.path(file)
        kernel = folder.kernel
        let root = try folder.messagePack(file)
        guard let nodeList = root["nodes"]?.items, let attributes = root["attrs"]?.items,
            let parameters = root["params"]?.items, nodeList.count == attributes.count,
            nodeList.count == parameters.count
        else { throw ModelError.damaged(path, "no list of layers") }
        var nodes: [Node] = []
        for (index, value) in nodeList.enumerated() {
            var references: [String: Int] = [:]
            for (key, target) in value["refs"]?.pairs ?? [] {
                if let name = key.text, let target = target.integer { references[name] = target }
            }
            nodes.append(
                Node(
                    name: value["name"]?.text ?? "", references: references, parameters: parameters[index],
                    attributes: attributes[index]))
        }
        self.nodes = nodes
    }

    /// The layers of one kind, in order.
    func all(_ name: String) -> [Node] {
        nodes.filter { $0.name == name }
    }

    /// The one layer of a kind.
    func only(_ name: String) throws(ModelError) -> Node {
        guard let node = all(name).first else { throw ModelError.unsupported(path, "no \(name) layer") }
        return node
    }

    /// The layer that the model's root refers to by a name.
    func referred(_ name: String) throws(ModelError) -> Node {
        guard let index = nodes.first?.references[name], nodes.indices.contains(index) else {
            throw ModelError.unsupported(path, "no \(name) layer")
        }
        return nodes[index]
    }

    /// A parameter of a layer: an array of 32-bit floats with its shape.
    func parameter(_ node: Node, _ name: String) throws(ModelError) -> (shape: [Int], values: [Float]) {
        guard let array = node.parameters[name], let shape = array["shape"]?.items,
            let data = array["data"]?.bytes, array["type"]?.text == "<f4"
        else { throw ModelError.damaged(path, "no parameter \(name) in layer \(node.name)") }
        let sizes = shape.compactMap(\.integer)
        let count = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
        guard sizes.allSatisfy({ $0 > 0 }), data.count == count * 4 else {
            throw ModelError.damaged(path, "parameter \(name) of layer \(node.name) has the wrong length")
        }
        let values = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
            data.withUnsafeBytes { bytes in
                for index in 0..<count {
                    let bits = bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                    buffer[index] = Float(bitPattern: UInt32(littleEndian: bits))
                }
            }
            initialized = count
        }
        return (sizes, values)
    }

    /// An attribute of a layer; thinc stores each as MessagePack inside MessagePack.
    func attribute(_ node: Node, _ name: String) throws(ModelError) -> MessagePack {
        guard let bytes = node.attributes[name]?.bytes, let value = try? MessagePack.read(bytes) else {
            throw ModelError.damaged(path, "no attribute \(name) in layer \(node.name)")
        }
        return value
    }
}
