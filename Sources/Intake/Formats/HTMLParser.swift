import CMarkup

/// Leads the C parser's events to a page.
enum HTMLParser {
    /// How parsing went.
    enum Outcome { case read, tooDeep, gaveUp }

    /// Parses a page.
    static func parse(_ html: String, into page: HTMLPage) -> Outcome {
        var events = cmarkup_events(
            start: { context, name, attributes in
                guard let page = HTMLParser.page(context), let name else { return }
                var values: [String: String] = [:]
                if var next = attributes {
                    while let key = next.pointee, let value = next.advanced(by: 1).pointee {
                        values[String(cString: key).lowercased()] = String(cString: value)
                        next = next.advanced(by: 2)
                    }
                }
                page.start(String(cString: name).lowercased(), values)
            },
            end: { context, name in
                guard let page = HTMLParser.page(context), let name else { return }
                page.end(String(cString: name).lowercased())
            },
            text: { context, bytes, count in
                guard let page = HTMLParser.page(context), let bytes else { return }
                bytes.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
                    page.characters(UnsafeBufferPointer(start: bytes, count: count))
                }
            })
        let bytes = HTMLGuard.repaired(Array(html.utf8))
        let status = bytes.withUnsafeBufferPointer { buffer in
            cmarkup_read_html(buffer.baseAddress, buffer.count, &events, Unmanaged.passUnretained(page).toOpaque())
        }
        page.finish()
        return status == 0 ? .read : status == 1 ? .tooDeep : .gaveUp
    }

    private static func page(_ context: UnsafeMutableRawPointer?) -> HTMLPage? {
        context.map { Unmanaged<HTMLPage>.fromOpaque($0).takeUnretainedValue() }
    }
}
