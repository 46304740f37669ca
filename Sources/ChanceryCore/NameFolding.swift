import Foundation

/// Makes names comparable: case and accents make no difference, nor does the space around a name.
public enum NameFolding {
    /// The name without case, accents, outer spaces and doubled blanks: "Tiranë " becomes "tirane".
    public static func fold(_ name: String) -> String {
        var isPlain = true
        for byte in name.utf8 where byte >= 0x80 {
            isPlain = false
            break
        }
        // Foundation's folding is slow, and most names are ASCII.
        let folded =
            isPlain ? name.lowercased() : name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
