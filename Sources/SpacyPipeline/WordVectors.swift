/// A model's static word vectors, as `vocab/vectors` and `vocab/key2row` hold them.
struct WordVectors {
    /// The row of each form that has a vector, by the form's identity.
    let rows: [UInt64: Int32]
    let count: Int
    let width: Int
    private let values: FloatBuffer

    /// Reads the vectors; only the plain table is known, not floret's subwords.
    init(folder: ModelFolder) throws(ModelError) {
        let mode = try folder.json("vocab/vectors.cfg")["mode"] as? String ?? "default"
        guard mode == "default" else {
            throw ModelError.unsupported(folder.path("vocab/vectors.cfg"), "vectors of mode \(mode)")
        }
        (count, width, values) = try WordVectors.table(folder)
        let file = "vocab/key2row"
        guard let pairs = try folder.messagePack(file).pairs else {
            throw ModelError.damaged(folder.path(file), "no rows")
        }
        var rows: [UInt64: Int32] = [:]
        rows.reserveCapacity(pairs.count)
        for (key, row) in pairs {
            guard let key = key.hash, let row = row.integer, (0..<count).contains(row) else {
                throw ModelError.damaged(folder.path(file), "a row that the vectors do not have")
            }
            rows[key] = Int32(row)
        }
        self.rows = rows
    }

    /// Multiplies all vectors with an encoder's projection, once: a word's projected vector is then a row to copy.
    func project(_ model: ThincModel, _ node: ThincModel.Node) throws(ModelError) -> FloatBuffer {
        let w = try model.parameter(node, "W")
        guard w.shape.count == 2, w.shape[1] == width else {
            throw ModelError.damaged(model.path, "a projection that does not fit the vectors")
        }
        let outputs = w.shape[0]
        guard outputs % PackedMatrix.panel == 0 else {
            throw ModelError.unsupported(model.path, "vectors projected to \(outputs) floats")
        }
        let weights = PackedMatrix(inner: width, columns: outputs, kernel: model.kernel) { input, output in
            w.values[output * width + input]
        }
        let result = FloatBuffer(count: count * outputs)
        weights.multiply(rows: count, values.pointer, stride: width, into: result.pointer, outputStride: outputs)
        return result
    }

    /// Reads numpy's array file: magic, version, a header in Python's syntax, then the floats row by row.
    private static func table(_ folder: ModelFolder) throws(ModelError) -> (Int, Int, FloatBuffer) {
        let file = "vocab/vectors"
        let bytes = try folder.bytes(file)
        let path = folder.path(file)
        guard bytes.count >= 10, bytes.starts(with: [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 0x01]) else {
            throw ModelError.damaged(path, "not a numpy array")
        }
        let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
        guard bytes.count >= start else { throw ModelError.damaged(path, "its header is cut short") }
        let header = String(decoding: bytes[10..<start], as: UTF8.self)
        guard header.contains("'<f4'"), header.contains("'fortran_order': False"),
            let open = header.firstIndex(of: "("), let close = header.firstIndex(of: ")"), open < close
        else { throw ModelError.unsupported(path, "vectors that are not 32-bit floats row by row") }
        let sizes = header[header.index(after: open)..<close].split(separator: ",").compactMap { item in
            Int(item.filter { !$0.isWhitespace })
        }
        guard sizes.count == 2, sizes[0] >= 0, sizes[1] > 0, sizes[0] <= bytes.count, sizes[1] <= bytes.count,
            bytes.count - start == sizes[0] * sizes[1] * 4
        else { throw ModelError.damaged(path, "its length does not fit its header") }
        let values = FloatBuffer(uninitialized: sizes[0] * sizes[1])
        bytes.withUnsafeBytes { raw in
            for index in 0..<values.count {
                let bits = raw.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self)
                values.pointer[index] = Float(bitPattern: UInt32(littleEndian: bits))
            }
        }
        return (sizes[0], sizes[1], values)
    }
}
