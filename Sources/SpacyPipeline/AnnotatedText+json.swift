extension AnnotatedText {
    /// Appends the annotation as one JSON object, without a line end.
    ///
    /// `{"id":"a","tokens":[{"start":0,"end":3,"text":"Osk","lemma":"Osk","tag":"NNP","pos":"PROPN","dep":"nsubj",`
    /// `"head":1,"ent":"B-GPE","sent":1}, …]}`: `start` and `end` count Unicode code points of `text`, half-open; `head`
    /// is a token's index; `sent` is 1 at a sentence's first token.
    ///
    /// - Parameters:
    ///   - id: the document's name.
    ///   - text: the text that was annotated.
    ///   - output: the UTF-8 bytes that grow.
    public func appendJSON(id: String, text: String, to output: inout [UInt8]) {
        output.append(contentsOf: #"{"id":"#.utf8)
        JSONBytes.append(id, to: &output)
        output.append(contentsOf: #","tokens":["#.utf8)
        var copy = text
        copy.withUTF8 { bytes in
            var byte = 0
            var codePoint = 0
            // Tokens come in order, so one walk over the text counts all offsets.
            func codePoints(upTo end: Int) -> Int {
                while byte < min(end, bytes.count) {
                    if bytes[byte] & 0xc0 != 0x80 { codePoint += 1 }
                    byte += 1
                }
                return codePoint
            }
            for (index, token) in tokens.enumerated() {
                output.append(contentsOf: (index == 0 ? #"{"start":"# : #",{"start":"#).utf8)
                JSONBytes.append(codePoints(upTo: token.start), to: &output)
                output.append(contentsOf: #","end":"#.utf8)
                JSONBytes.append(codePoints(upTo: token.end), to: &output)
                output.append(contentsOf: #","text":"#.utf8)
                JSONBytes.append(token.text, to: &output)
                output.append(contentsOf: #","lemma":"#.utf8)
                JSONBytes.append(token.lemma, to: &output)
                output.append(contentsOf: #","tag":"#.utf8)
                JSONBytes.append(token.tag, to: &output)
                output.append(contentsOf: #","pos":"#.utf8)
                JSONBytes.append(token.pos, to: &output)
                output.append(contentsOf: #","dep":"#.utf8)
                JSONBytes.append(token.dep, to: &output)
                output.append(contentsOf: #","head":"#.utf8)
                JSONBytes.append(token.head, to: &output)
                output.append(contentsOf: #","ent":"#.utf8)
                JSONBytes.append(token.ent, to: &output)
                output.append(contentsOf: (token.isSentenceStart ? #","sent":1}"# : #","sent":0}"#).utf8)
            }
        }
        output.append(contentsOf: "]}".utf8)
    }
}

/// JSON's strings and numbers as bytes.
enum JSONBytes {
    /// Appends a number.
    static func append(_ number: Int, to output: inout [UInt8]) {
        if number < 0 { output.append(0x2d) }
        var rest = number.magnitude
        let start = output.count
        repeat {
            output.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }

    /// Appends a string in quotation marks; control characters, quotation marks and backslashes are escaped, all else
    /// stays UTF-8.
    static func append(_ text: String, to output: inout [UInt8]) {
        output.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5c:
                output.append(0x5c)
                output.append(byte)
            case 0x0a:
                output.append(contentsOf: #"\n"#.utf8)
            case 0x00..<0x20:
                output.append(contentsOf: #"\u00"#.utf8)
                output.append(0x30 + (byte >> 4))
                output.append(byte & 0x0f < 10 ? 0x30 + (byte & 0x0f) : 0x57 + (byte & 0x0f))
            default:
                output.append(byte)
            }
        }
        output.append(0x22)
    }
}
