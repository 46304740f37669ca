/// The weights that score a transition system's actions, as spaCy's `TransitionBasedParser.v2`.
struct TransitionModel: Sendable {
    /// One action: what it does, and its label.
    struct Action: Sendable {
        let move: Int
        let label: String
    }

    let reduce: LinearLayer
    let upper: LinearLayer
    /// Hidden contributions of a token: inputs × (features · sums), the pieces of a feature one after the other.
    let lower: PackedMatrix
    /// Contributions of a feature that has no token.
    let padding: FloatBuffer
    let bias: FloatBuffer
    let features: Int
    let hidden: Int
    let pieces: Int
    let actions: [Action]

    /// The number of sums of one feature.
    var sums: Int { hidden * pieces }
    /// The number of sums of a token.
    var products: Int { features * sums }

    /// Reads model and actions of a component.
    init(_ model: ThincModel, folder: ModelFolder, moves file: String, features wanted: Int) throws(ModelError) {
        let upperNode = try model.referred("upper")
        guard upperNode.name == "linear" else {
            throw ModelError.unsupported(model.path, "a transition model without upper layer")
        }
        upper = try LinearLayer(model, upperNode)
        let lowerNode = try model.referred("lower")
        let upperIndex = model.nodes.first?.references["upper"]
        var reduceNode: ThincModel.Node?
        for (index, node) in model.nodes.enumerated() where node.name == "linear" && index != upperIndex {
            reduceNode = node
        }
        guard let reduceNode else { throw ModelError.unsupported(model.path, "a transition model without reduction") }
        reduce = try LinearLayer(model, reduceNode)
        let w = try model.parameter(lowerNode, "W")
        let b = try model.parameter(lowerNode, "b")
        let pad = try model.parameter(lowerNode, "pad")
        guard w.shape.count == 4, w.shape[0] == wanted else {
            throw ModelError.unsupported(model.path, "a transition model of other than \(wanted) features")
        }
        features = w.shape[0]
        hidden = w.shape[1]
        pieces = w.shape[2]
        let inputs = w.shape[3]
        let width = hidden * pieces
        guard pieces == 2, hidden % 8 == 0, inputs == reduce.outputs, inputs == reduce.columns,
            (features * width) % PackedMatrix.panel == 0, upper.inputs == hidden,
            b.values.count == width, pad.values.count == features * width
        else { throw ModelError.unsupported(model.path, "a hidden layer of \(hidden) x \(pieces)") }
        padding = FloatBuffer(count: features * width)
        bias = FloatBuffer(count: width)
        var sources = [Int](repeating: 0, count: features * width)
        for output in 0..<hidden {
            for piece in 0..<pieces {
                let target = piece * hidden + output
                bias.pointer[target] = b.values[output * pieces + piece]
                for feature in 0..<features {
                    let source = (feature * hidden + output) * pieces + piece
                    padding.pointer[feature * width + target] = pad.values[source]
                    sources[feature * width + target] = source
                }
            }
        }
        lower = PackedMatrix(inner: inputs, columns: features * width, kernel: model.kernel) { input, column in
            w.values[sources[column] * inputs + input]
        }
        actions = try TransitionModel.actions(folder, file)
        guard actions.count == upper.outputs else {
            throw ModelError.damaged(
                folder.path(file), "\(actions.count) actions where the model scores \(upper.outputs)")
        }
    }

    /// The actions in the order of their scores: by move, then by frequency and label, the highest first.
    private static func actions(_ folder: ModelFolder, _ file: String) throws(ModelError) -> [Action] {
        let path = folder.path(file)
        guard let text = try folder.messagePack(file)["moves"]?.text else {
            throw ModelError.damaged(path, "no moves")
        }
        let table = try ModelFolder.json(text, path)
        var actions: [Action] = []
        var added: [(frequency: Int, label: String, move: Int)] = []
        for (key, value) in table.sorted(by: { $0.key < $1.key }) {
            guard let move = Int(key), let labels = value as? [String: Int] else {
                throw ModelError.damaged(path, "malformed moves")
            }
            let sorted = labels.sorted { left, right in
                left.value != right.value
                    ? left.value > right.value
                    : right.key.unicodeScalars.lexicographicallyPrecedes(left.key.unicodeScalars)
            }
            for (label, frequency) in sorted {
                if frequency < 0 {
                    added.append((frequency, label, move))
                } else {
                    actions.append(Action(move: move, label: label))
                }
            }
        }
        added.sort { left, right in
            left.frequency != right.frequency
                ? left.frequency > right.frequency
                : right.label.unicodeScalars.lexicographicallyPrecedes(left.label.unicodeScalars)
        }
        for (_, label, move) in added where !actions.contains(where: { $0.move == move && $0.label == label }) {
            actions.append(Action(move: move, label: label))
        }
        return actions
    }
}
