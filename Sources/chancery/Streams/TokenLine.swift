import SpacyPipeline

/// Writes a document's tokens as `annotate` does, one line of JSON.
enum TokenLine {
    /// The line with its line end.
    ///
    /// Tokens stand in the order of the text, so their offsets are counted from bytes to code points in one pass.
    static func bytes(id: String, text: String, tokens: [Token]) -> [UInt8] {
        var json = JSONBytes(capacity: tokens.count * 128 + 64)
        var text = text
        json.raw("{\"id\":")
        json.string(id)
        json.raw(",\"tokens\":[")
        text.withUTF8 { utf8 in
            var byte = 0
            var codePoint = 0
            func codePoints(upTo offset: Int) -> Int {
                while byte < offset, byte < utf8.count {
                    if utf8[byte] & 0xC0 != 0x80 { codePoint += 1 }
                    byte += 1
                }
                return codePoint
            }
            for (place, token) in tokens.enumerated() {
                if place > 0 { json.raw(",") }
                json.raw("{\"start\":")
                json.number(codePoints(upTo: token.start))
                json.raw(",\"end\":")
                json.number(codePoints(upTo: token.end))
                write(token, to: &json)
            }
        }
        json.raw("]}\n")
        return json.bytes
    }

    private static func write(_ token: Token, to json: inout JSONBytes) {
        json.raw(",\"text\":")
        json.string(token.text)
        json.raw(",\"lemma\":")
        json.string(token.lemma)
        json.raw(",\"tag\":")
        json.string(token.tag)
        json.raw(",\"pos\":")
        json.string(token.pos)
        json.raw(",\"dep\":")
        json.string(token.dep)
        json.raw(",\"head\":")
        json.number(token.head)
        json.raw(",\"ent\":")
        json.string(token.ent)
        json.raw(",\"sent\":")
        json.number(token.isSentenceStart ? 1 : 0)
        json.raw("}")
    }
}
