import ChanceryCore

extension InlineMarkup {
    /// What stands at an offset of wikitext; gives where to go on.
    mutating func wikitext(_ offset: Int) -> Int {
        switch (byte(offset), byte(offset + 1)) {
        case (0x27, 0x27): return emphasis(ofQuotes: offset)
        case (0x5B, 0x5B): return internalLink(offset)
        case (0x5D, 0x5D): return mark(offset, offset + 2)
        case (0x5B, 0x68), (0x5B, 0x2F): return externalLink(offset)
        case (0x7B, 0x7B): return template(offset)
        case (0x3C, _): return reference(offset)
        default: return offset + 1
        }
    }

    /// `''italics''`, `'''bold'''`, `'''''both'''''`; of four or of more than five the first are apostrophes.
    private mutating func emphasis(ofQuotes offset: Int) -> Int {
        let end = run(0x27, from: offset)
        let width = end - offset == 4 ? 3 : min(end - offset, 5)
        return mark(end - width, end)
    }

    /// `[[Osk]]`, `[[Osk|the state]]`; links to files and categories, with the links inside their captions, hold no words
    /// of the text.
    private mutating func internalLink(_ offset: Int) -> Int {
        guard let close = find("]]", from: offset + 2) else { return offset + 2 }
        let target = text.bytes[(offset + 2)..<close]
        let bar = target.firstIndex(of: 0x7C)
        if let colon = target.prefix(20).firstIndex(of: 0x3A), colon < bar ?? close {
            let space = text.string(ByteSpan(offset + 2, colon)).lowercased()
            // `[[fr:Osk]]` leads to another wiki, `[[WP:Osk|the rule]]` says something.
            let isOfLanguage = bar == nil && (2...3).contains(space.utf8.count) && space.allSatisfy(\.isLetter)
            if isOfLanguage || words.hidesLink(space) {
                return mark(offset, balanced(offset, open: 0x5B, close: 0x5D) ?? close + 2)
            }
        }
        return mark(offset, bar.map { $0 + 1 } ?? offset + 2)
    }

    /// The end of what two equal brackets open at an offset, with all such pairs inside it.
    private mutating func balanced(_ offset: Int, open: UInt8, close: UInt8) -> Int? {
        let limit = limit(from: offset)
        var depth = 0
        var at = offset
        defer { spend(at - offset) }
        while at < limit {
            if byte(at) == open, byte(at + 1) == open {
                depth += 1
                at += 2
            } else if byte(at) == close, byte(at + 1) == close {
                depth -= 1
                at += 2
                if depth == 0 { return at }
            } else {
                at += 1
            }
        }
        return nil
    }

    /// `[https://osk.example the treaty]`.
    private mutating func externalLink(_ offset: Int) -> Int {
        guard hasPrefix("[http", offset) || hasPrefix("[//", offset), let end = find("]", from: offset) else {
            return offset + 1
        }
        guard let blank = text.bytes[offset..<end].firstIndex(of: 0x20) else { return mark(offset, end + 1) }
        close(at: end, end + 1)
        return mark(offset, blank + 1)
    }

    /// `{{template|…}}`, with those inside it; of one that `wikitext.txt` lists its parameters are read on.
    private mutating func template(_ offset: Int) -> Int {
        guard let end = balanced(offset, open: 0x7B, close: 0x7D) else { return offset + 2 }
        let fields = fields(ByteSpan(offset + 2, end - 2))
        let name = text.string(text.trimmed(fields[0])).lowercased().replacing("_", with: " ")
        guard let parts = words.parts(ofTemplate: name) else { return mark(offset, end) }
        var positional: [ByteSpan] = []
        for field in fields.dropFirst() where !isNamed(field) { positional.append(text.trimmed(field)) }
        // From one parameter to the next nothing is read but the words between them.
        var start = offset
        var literal = ""
        var next = end
        for part in parts {
            switch part {
            case .words(let words): literal += words
            case .parameter(let number):
                guard number <= positional.count, positional[number - 1].start >= start else { continue }
                let field = positional[number - 1]
                if start == offset {
                    mark(start, field.start, literal)
                    next = field.start
                } else {
                    close(at: start, field.start, literal)
                }
                literal = ""
                start = field.end
            }
        }
        if start == offset { return mark(offset, end, literal) }
        close(at: start, end, literal)
        return next
    }

    /// The parts of a template between bars that stand in no template or link inside it.
    private func fields(_ span: ByteSpan) -> [ByteSpan] {
        var fields: [ByteSpan] = []
        var start = span.start
        var depth = 0
        var at = span.start
        while at < span.end {
            switch (byte(at), byte(at + 1)) {
            case (0x7B, 0x7B), (0x5B, 0x5B):
                depth += 1
                at += 2
            case (0x7D, 0x7D), (0x5D, 0x5D):
                depth -= 1
                at += 2
            case (0x7C, _) where depth == 0:
                fields.append(ByteSpan(start, at))
                at += 1
                start = at
            default: at += 1
            }
        }
        return fields + [ByteSpan(start, span.end)]
    }

    /// Whether a field is `name=value`.
    private func isNamed(_ field: ByteSpan) -> Bool {
        guard let equals = text.bytes[field.start..<field.end].firstIndex(of: 0x3D) else { return false }
        return text.bytes[field.start..<equals].allSatisfy {
            $0 == 0x20 || $0 == 0x0A || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
                || (0x61...0x7A).contains($0 | 0x20)
        }
    }

    /// `<ref>…</ref>`, where mark and note stand in one place, or any other tag.
    private mutating func reference(_ offset: Int) -> Int {
        guard hasPrefix("<ref", offset), let end = find(">", from: offset) else { return tag(offset) }
        if byte(end - 1) == 0x2F { return note(offset, end + 1) }
        return note(offset, find("</ref>", from: end).map { $0 + 6 } ?? end + 1)
    }
}
