/// The weights of a tok2vec model: hash embeddings mixed by a maxout layer, then a window encoder.
///
/// Method: spaCy's `MultiHashEmbed` and `MaxoutWindowEncoder`. The embedding, and the three partial products of
/// the first window layer, depend on the form alone and are kept per form by `EncoderCache`.
struct WordEncoder: Sendable {
    /// A word's feature that is embedded.
    enum Feature: String, Sendable {
        case norm = "NORM"
        case prefix = "PREFIX"
        case suffix = "SUFFIX"
        case shape = "SHAPE"
        case lower = "LOWER"
        case orth = "ORTH"
        case spacy = "SPACY"
        case isSpace = "IS_SPACE"
    }

    /// One table of hash embeddings.
    struct Table: Sendable {
        let feature: Feature
        let seed: UInt32
        let rows: Int
        let values: FloatBuffer
    }

    /// The static vectors after this encoder's projection, and the row of each form that has one.
    struct Vectors: Sendable {
        let rows: [UInt64: Int32]
        let values: FloatBuffer
    }

    let tables: [Table]
    let vectors: Vectors?
    let mix: MaxoutLayer
    /// The window layers; each sees a token and its neighbours.
    let layers: [MaxoutLayer]
    /// The first window layer's weights, width × 3 · sums: for the token before, the token itself, the token after.
    let partialWeights: PackedMatrix
    /// Whether an embedding depends on the blank after the word.
    let usesBlank: Bool

    /// The width of a token's vector.
    var width: Int { mix.outputs }
    /// The rows of zeros that spaCy puts between texts.
    var padding: Int { layers.count }

    /// Reads the encoder that a model file holds; `wordVectors` is asked where the encoder has static vectors.
    init(_ model: ThincModel, wordVectors: () throws(ModelError) -> WordVectors) throws(ModelError) {
        let columns = try model.attribute(try model.only("extract_features"), "columns").items ?? []
        let embeddings = model.all("hashembed")
        guard columns.count == embeddings.count, !columns.isEmpty else {
            throw ModelError.unsupported(model.path, "an embedding other than MultiHashEmbed")
        }
        var tables: [Table] = []
        for node in embeddings {
            guard let column = try model.attribute(node, "column").integer, columns.indices.contains(column),
                let name = columns[column].text, let feature = Feature(rawValue: name)
            else { throw ModelError.unsupported(model.path, "a feature of an unknown name") }
            guard let seed = try model.attribute(node, "seed").integer else {
                throw ModelError.damaged(model.path, "an embedding without seed")
            }
            let parameter = try model.parameter(node, "E")
            guard parameter.shape.count == 2 else {
                throw ModelError.damaged(model.path, "an embedding of the wrong shape")
            }
            tables.append(
                Table(
                    feature: feature, seed: UInt32(truncatingIfNeeded: seed), rows: parameter.shape[0],
                    values: FloatBuffer(parameter.values)))
        }
        self.tables = tables
        if let node = model.all("static_vectors").first {
            let key = try model.attribute(node, "key_attr").text
            guard key == "ORTH" else { throw ModelError.unsupported(model.path, "vectors of \(key ?? "no attribute")") }
            let found = try wordVectors()
            vectors = Vectors(rows: found.rows, values: try found.project(model, node))
        } else {
            vectors = nil
        }
        let maxouts = model.all("maxout")
        let norms = model.all("layernorm")
        guard maxouts.count >= 2, maxouts.count == norms.count else {
            throw ModelError.unsupported(model.path, "an encoder other than MaxoutWindowEncoder")
        }
        mix = try MaxoutLayer(model, maxouts[0], norms[0])
        let width = mix.outputs
        let tableWidths = tables.map { $0.values.count / $0.rows }
        guard mix.inputs == width * (tables.count + (vectors == nil ? 0 : 1)), tableWidths.allSatisfy({ $0 == width })
        else {
            throw ModelError.damaged(model.path, "an embedding of the wrong width")
        }
        var layers: [MaxoutLayer] = []
        for index in 1..<maxouts.count {
            let layer = try MaxoutLayer(model, maxouts[index], norms[index])
            guard layer.inputs == 3 * width, layer.outputs == width else {
                throw ModelError.unsupported(model.path, "a window of other than one word to each side")
            }
            layers.append(layer)
        }
        self.layers = layers
        let sums = layers[0].sums
        let weights = layers[0].weights
        partialWeights = PackedMatrix(inner: width, columns: 3 * sums, kernel: model.kernel) { input, column in
            weights[column / sums * width + input, column % sums]
        }
        usesBlank = tables.contains { $0.feature == .spacy }
    }

    /// Sums the table rows that a form's features name.
    func embed(_ form: Form, hasTrailingBlank: Bool, into output: UnsafeMutablePointer<Float>) {
        for (index, table) in tables.enumerated() {
            let value: UInt64
            switch table.feature {
            case .norm: value = form.norm
            case .prefix: value = form.prefix
            case .suffix: value = form.suffix
            case .shape: value = form.shape
            case .lower: value = form.lowerIdentity
            case .orth: value = form.orth
            case .spacy: value = hasTrailingBlank ? 1 : 0
            case .isSpace: value = form.isSpace ? 1 : 0
            }
            let keys = StringHash.tableKeys(value, seed: table.seed)
            let target = output + index * width
            let rows = UInt32(table.rows)
            let first = table.values.pointer + Int(keys.0 % rows) * width
            let second = table.values.pointer + Int(keys.1 % rows) * width
            let third = table.values.pointer + Int(keys.2 % rows) * width
            let fourth = table.values.pointer + Int(keys.3 % rows) * width
            for lane in 0..<width { target[lane] = first[lane] + second[lane] + third[lane] + fourth[lane] }
        }
        if let vectors {
            let target = output + tables.count * width
            if let row = vectors.rows[form.orth] {
                target.update(from: vectors.values.pointer + Int(row) * width, count: width)
            } else {
                target.update(repeating: 0, count: width)
            }
        }
    }
}
