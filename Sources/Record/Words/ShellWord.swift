/// Words as a shell takes them.
package enum ShellWord {
    /// The word, between quotation marks where a shell would divide or read it.
    package static func quoted(_ word: String) -> String {
        if !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || "-_./".contains($0) }) { return word }
        return "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
