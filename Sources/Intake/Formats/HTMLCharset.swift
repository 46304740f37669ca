/// The encoding an HTML page declares.
enum HTMLCharset {
    /// The name in `<meta charset=…>`, in `<meta … content="…; charset=…">` or in an XML declaration, looked for in the
    /// page's first 4,096 bytes; nil where there is none. ISO-8859-1 and US-ASCII mean Windows-1252, as browsers have it
    /// (WHATWG Encoding Standard, section 4.2).
    static func declared(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        for marker in ["charset=", "encoding="] {
            var rest = head[...]
            while let found = rest.firstRange(of: marker) {
                rest = rest[found.upperBound...]
                let name = rest.drop { $0 == "\"" || $0 == "'" || $0 == " " }
                    .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" || $0 == "." }
                if name.isEmpty { continue }
                switch name {
                case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252":
                    return "WINDOWS-1252"
                // A page that could be read up to here is no UTF-16, whatever it says.
                case "utf-16", "utf-16le", "utf-16be", "unicode": return nil
                default: return String(name)
                }
            }
        }
        return nil
    }
}
