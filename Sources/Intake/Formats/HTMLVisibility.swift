/// Whether readers of a page see an element, by its own attributes and the style written on it; a page's style sheets are
/// not read.
struct HTMLVisibility: Hashable, Sendable {
    /// Gone with all that is in it.
    var isGone = false
    /// Not seen; an element inside may be (CSS 2.2, section 11.2).
    var isInvisible = false
    /// Set in letters of no size; an element inside may set its own.
    var isTiny = false

    /// What an element adds to what its parent hides.
    ///
    /// - Parameters:
    ///   - isBlock: whether the element is a block of text or layout, by its name.
    ///   - isFrame: whether it is one that frames a page's text, such as `body` or `main`.
    ///   - isLenient: whether only what hides for certain counts: pages fade in what scripts bring, and hide from the
    ///     blind what a box lies over.
    init(
        _ attributes: [String: String], in parent: HTMLVisibility, isBlock: Bool, isFrame: Bool, isLenient: Bool
    ) {
        let style = HTMLStyle(attributes["style"] ?? "")
        isGone =
            attributes["hidden"] != nil || attributes["popover"] != nil || style["display"] == "none"
            || style["content-visibility"] == "hidden" || Self.isClipped(style) || Self.isOffPage(style)
        // A box that has no height shows what runs over it, unless that is cut off.
        if style["overflow"].map({ $0.contains("hidden") || $0.contains("clip") }) == true,
            ["height", "max-height", "width", "max-width"].contains(where: { Self.isZero(style[$0]) })
        {
            isGone = true
        }
        if Self.isZero(style["opacity"]), !isLenient, !Self.fadesIn(attributes, style) { isGone = true }
        // Alone it hides from screen readers only: signs and initials within a line are seen, boxes mostly are not.
        if attributes["aria-hidden"]?.lowercased() == "true", isBlock, !isFrame, !isLenient { isGone = true }
        switch style["visibility"] {
        case "hidden"?, "collapse"?: isInvisible = true
        case "visible"?: isInvisible = false
        default: isInvisible = parent.isInvisible
        }
        if let size = style["font-size"] {
            isTiny = Self.isZero(size)
        } else {
            // A style sheet may give a size back to what it can name.
            isTiny = parent.isTiny && attributes["class"] == nil && attributes["id"] == nil
        }
    }

    /// Nothing hidden.
    init() {}

    /// Whether text straight inside is not seen.
    var hidesText: Bool { isGone || isInvisible || isTiny }

    /// Whether what is transparent now waits for a script to show it, as pages that move do.
    private static func fadesIn(_ attributes: [String: String], _ style: HTMLStyle) -> Bool {
        attributes["class"] != nil || attributes.keys.contains { $0.hasPrefix("data-") }
            || ["transform", "transition", "animation", "will-change"].contains { style[$0] != nil }
    }

    private static func isClipped(_ style: HTMLStyle) -> Bool {
        if let path = style["clip-path"], path.hasPrefix("inset("), let first = HTMLStyle.number(path.dropFirst(6)) {
            return first.value >= 50 && first.unit.hasPrefix("%")
        }
        guard let clip = style["clip"], clip.hasPrefix("rect("), style["position"] == "absolute" else { return false }
        let sides = clip.dropFirst(5).split(whereSeparator: { ", )".contains($0) }).compactMap { HTMLStyle.number($0) }
        return sides.count == 4 && sides.allSatisfy { $0.value <= 1 }
    }

    private static func isOffPage(_ style: HTMLStyle) -> Bool {
        func isFar(_ key: String) -> Bool {
            style[key].flatMap { HTMLStyle.number($0[...]) }.map { $0.value <= -900 } == true
        }
        if isFar("text-indent") { return true }
        guard let position = style["position"], position == "absolute" || position == "fixed" else { return false }
        return ["left", "right", "top", "bottom"].contains(where: isFar)
    }

    private static func isZero(_ value: String?) -> Bool {
        value.flatMap { HTMLStyle.number($0[...]) }.map { $0.value == 0 } == true
    }
}

/// The declarations of a `style` attribute.
struct HTMLStyle: Hashable, Sendable {
    private var values: [String: String] = [:]

    /// Reads declarations; of a property that comes twice the last counts, unless only an earlier one is `!important`.
    init(_ source: String) {
        guard !source.isEmpty else { return }
        var important: Set<String> = []
        for part in Self.withoutComments(source.lowercased()).split(separator: ";") {
            guard let colon = part.firstIndex(of: ":") else { continue }
            let name = part[..<colon].filter { !$0.isWhitespace }
            var value = part[part.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            var isImportant = false
            if let mark = value.firstIndex(of: "!") {
                isImportant = value[mark...].filter({ $0 != " " }) == "!important"
                value = String(value[..<mark])
                while value.last == " " { value.removeLast() }
            }
            if important.contains(name), !isImportant { continue }
            if isImportant { important.insert(name) }
            values[name] = value
        }
    }

    /// The value of a property, in lower case with single blanks.
    subscript(_ name: String) -> String? { values[name] }

    /// The number a value begins with, and what stands behind it.
    static func number(_ value: Substring) -> (value: Double, unit: Substring)? {
        let digits = value.prefix { $0.isASCII && ($0.isNumber || "+-.".contains($0)) }
        return Double(digits).map { ($0, value[digits.endIndex...]) }
    }

    private static func withoutComments(_ source: String) -> String {
        guard source.contains("/*") else { return source }
        var result = ""
        var rest = source[...]
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound]
            rest = rest[start.upperBound...].firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
        }
        return result + rest
    }
}
