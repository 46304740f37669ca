import Foundation

/// Makes names comparable: case and accents make no difference, nor does the space around a name.
public enum NameFolding {
    /// The name without case, accents, outer spaces and doubled blanks: "Tiranë " becomes "tirane".
    public static func fold(_ name: String) -> String {
        // Foundation's folding and the properties of characters are slow, and most names are ASCII.
        if let plain = foldASCII(name) { return plain }
        return name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The same of a name in ASCII; nil of any other.
    private static func foldASCII(_ name: String) -> String? {
        var name = name
        var isASCII = true
        let folded = name.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { buffer in
                var length = 0
                for byte in bytes {
                    switch byte {
                    case 0x80...:
                        isASCII = false
                        return 0
                    case 0x20, 0x09...0x0D:
                        if length > 0, buffer[length - 1] != 0x20 {
                            buffer[length] = 0x20
                            length += 1
                        }
                    default:
                        buffer[length] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                        length += 1
                    }
                }
                return length > 0 && buffer[length - 1] == 0x20 ? length - 1 : length
            }
        }
        return isASCII ? folded : nil
    }
}
