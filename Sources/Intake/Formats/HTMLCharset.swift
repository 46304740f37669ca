/// The encodings an HTML page declares.
enum HTMLCharset {
    /// The names in `<meta charset=…>`, in `<meta … content="…; charset=…">` and in an XML declaration, looked for in the
    /// page's first 4,096 bytes, in order; a script's own is not the page's. A name stands for the encoding that browsers
    /// take it for (WHATWG Encoding Standard, section 4.2): ISO-8859-1 means Windows-1252.
    static func declared(in bytes: [UInt8]) -> [String] {
        let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        var names: [String] = []
        if head.hasPrefix("<?xml"), let name = name(after: "encoding=", in: head.prefix { $0 != ">" }) {
            names.append(name)
        }
        var rest = head[...]
        while let found = rest.firstRange(of: "<meta") {
            rest = rest[found.upperBound...]
            if let name = name(after: "charset=", in: rest.prefix(while: { $0 != ">" })) { names.append(name) }
        }
        // A page that could be read up to here is no UTF-16, whatever it says.
        return names.filter { !$0.hasPrefix("utf-16") && $0 != "unicode" }.map { meant[$0] ?? $0 }
    }

    private static func name(after marker: String, in tag: Substring) -> String? {
        guard let found = tag.firstRange(of: marker) else { return nil }
        let name = tag[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" || $0 == "." }
        return name.isEmpty ? nil : String(name)
    }

    private static let meant = [
        "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252", "latin1": "WINDOWS-1252", "us-ascii": "WINDOWS-1252",
        "ascii": "WINDOWS-1252", "cp1252": "WINDOWS-1252", "windows-1252": "WINDOWS-1252", "iso-8859-9": "WINDOWS-1254",
        "tis-620": "WINDOWS-874", "gb2312": "GB18030", "gbk": "GB18030", "shift_jis": "CP932", "sjis": "CP932",
        "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "big5": "BIG5-HKSCS",
    ]
}
