import ChanceryCore
import Foundation
import Record

/// Lays out a network with Graphviz's `dot`, where that is installed.
enum Graphviz {
    /// The drawing; empty where there is no `dot`, or it does not manage.
    static func svg(_ edges: [NetworkView.Edge]) -> String {
        guard !edges.isEmpty, let dot = program else { return "" }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: dot)
        process.arguments = ["-Tsvg"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(source(edges).utf8))
            try input.fileHandleForWriting.close()
        } catch { return "" }
        let drawn = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let start = drawn.range(of: "<svg") else { return "" }
        return plain(String(drawn[start.lowerBound...]))
    }

    /// Where the program lies.
    private static let program = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The network in Graphviz's language.
    static func source(_ edges: [NetworkView.Edge]) -> String {
        var names: [String] = []
        for name in edges.flatMap({ [$0.a, $0.b] }) where !names.contains(name) { names.append(name) }
        var lines = [
            "graph {", "layout=neato; overlap=false; splines=true; bgcolor=transparent; sep=0.2;",
            "node [shape=plaintext, fontname=\"serif\", fontsize=12, margin=0.05];",
        ]
        for (number, name) in names.enumerated() {
            lines.append("n\(number) [label=\"\(quoted(name))\", URL=\"\(Link.party(name))\"];")
        }
        for edge in edges {
            guard let a = names.firstIndex(of: edge.a), let b = names.firstIndex(of: edge.b) else { continue }
            let width = min(1 + Double(edge.count) / 4, 5)
            lines.append("n\(a) -- n\(b) [class=\"edge-\(edge.kind.rawValue)\", penwidth=\(width)];")
        }
        return (lines + ["}"]).joined(separator: "\n")
    }

    private static func quoted(_ name: String) -> String {
        SafeText.oneLine(name).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// The drawing in the page's own colours and without what a screen reader would read twice.
    private static func plain(_ svg: String) -> String {
        var svg = svg
        svg.replace(/<title>.*?<\/title>\n?/.dotMatchesNewlines(), with: "")
        svg.replace(/<!--.*?-->\n?/.dotMatchesNewlines(), with: "")
        svg.replace(/\ xlink:title="[^"]*"/, with: "")
        svg.replace(/\ xmlns:xlink="[^"]*"/, with: "")
        svg.replace("xlink:href=", with: "href=")
        svg.replace(/\ (fill|stroke|font-family|stroke-dasharray)="[^"]*"/, with: "")
        svg.replace(
            /<svg width="[^"]*" height="[^"]*"\s*/, with: "<svg role=\"group\" aria-label=\"Who has to do with whom\" ")
        return svg
    }
}
