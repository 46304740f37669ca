extension StringProtocol {
    /// The words without the blanks at their ends.
    ///
    /// Lines of resource files, thousands at every start, have blanks of ASCII, which are known without asking Unicode.
    public func trimmingBlanks() -> String {
        var bytes = Substring(self).utf8
        while let first = bytes.first, first == 0x20 || 0x09...0x0D ~= first { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || 0x09...0x0D ~= last { bytes.removeLast() }
        let kept = Substring(bytes)
        guard bytes.first ?? 0 >= 0x80 || bytes.last ?? 0 >= 0x80 else { return String(kept) }
        var rest = kept.drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
