/// The word forms and chunks that a worker has met, so that each is split and described once.
///
/// Bounded: `trim` empties it between batches once it is large.
struct FormTable {
    /// The forms by index.
    private(set) var forms: [Form] = []
    /// Whether an exception that affixes may have taken apart begins with the form.
    private(set) var beginsException: [Bool] = []
    /// The byte length of each form; apart from the forms because the tokenizer's inner loop reads nothing else.
    private(set) var byteCounts: [Int32] = []

    private struct Key: Hashable {
        let text: ExactText
        let norm: ExactText?
    }

    private var indexes: [Key: Int32] = [:]

    /// Chunks: open addressing over entries that name their bytes and their pieces.
    private struct Chunk {
        var hash: UInt64
        var bytes: Int32
        var byteCount: Int32
        var pieces: Int32
        var pieceCount: Int32
    }

    private var slots: [Int32]
    private var chunks: [Chunk] = []
    private var chunkBytes: [UInt8] = []
    private var pieces: [Int32] = []

    /// Above this many forms or bytes of chunks the table starts afresh with the next batch.
    private static let formLimit = 60_000
    private static let byteLimit = 4_000_000

    init() {
        slots = Array(repeating: -1, count: 1 << 14)
    }

    /// Empties the table when it has grown past its limit; true when it did, and old indexes mean nothing any more.
    mutating func trim() -> Bool {
        if forms.count <= FormTable.formLimit, chunkBytes.count <= FormTable.byteLimit { return false }
        self = FormTable()
        return true
    }

    /// The index of a form, which is added when it is new.
    mutating func index(_ part: TokenPart, model: TextRules) -> Int32 {
        let key = Key(text: ExactText(part.text), norm: part.norm.map(ExactText.init))
        if let index = indexes[key] { return index }
        let form = Form(part.text, norm: part.norm, rules: model.lexical)
        let index = Int32(forms.count)
        forms.append(form)
        byteCounts.append(Int32(form.byteCount))
        beginsException.append(model.tokenizer.rejoined.begins(form.orth))
        indexes[key] = index
        return index
    }

    /// The forms that a chunk is split into, appended to `output`.
    mutating func split(_ bytes: UnsafeBufferPointer<UInt8>, model: TextRules, into output: inout [Int32]) {
        let hash = FormTable.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let chunk = chunks[Int(slots[slot])]
            if chunk.hash == hash, Int(chunk.byteCount) == bytes.count, isEqual(chunk, bytes) {
                for place in Int(chunk.pieces)..<Int(chunk.pieces + chunk.pieceCount) { output.append(pieces[place]) }
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let parts = model.tokenizer.split(String(decoding: bytes, as: UTF8.self))
        let first = pieces.count
        for part in parts {
            let index = index(part, model: model)
            pieces.append(index)
            output.append(index)
        }
        chunks.append(
            Chunk(
                hash: hash, bytes: Int32(chunkBytes.count), byteCount: Int32(bytes.count), pieces: Int32(first),
                pieceCount: Int32(parts.count)))
        chunkBytes.append(contentsOf: bytes)
        slots[slot] = Int32(chunks.count - 1)
        if chunks.count * 2 > slots.count { grow() }
    }

    private func isEqual(_ chunk: Chunk, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(chunk.bytes)
        for index in 0..<bytes.count where chunkBytes[start + index] != bytes[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (index, chunk) in chunks.enumerated() {
            var slot = Int(truncatingIfNeeded: chunk.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// A hash for this table alone: eight bytes at a time, multiplied and folded.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
        var index = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < raw.count {
            tail = tail << 8 | UInt64(raw[index])
            index += 1
        }
        return fold(hash ^ tail)
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
        return product.high ^ product.low
    }
}

/// What splitting and describing words needs of a model.
struct TextRules: Sendable {
    let lexical: LexicalRules
    let tokenizer: TokenizerRules
}
