import ChanceryCore
public import Mustache

// In a template an empty string is nothing: `{{#url}}…{{/url}}` stands only where there is an address.
extension String: @retroactive MustacheCustomRenderable {
    /// The text itself.
    public var renderText: String { self }
    /// Whether a section over it is left out.
    public var isNull: Bool { isEmpty }
}

/// The pages' templates and the few files beside them, read once.
struct Templates: Sendable {
    private let library: MustacheLibrary
    /// The files that pages load, by name: their type and their bytes.
    let files: [String: Answer]
    /// What the addresses under `/api/v1` give: OpenAPI 3.1.
    let description: String

    /// The templates, by name; each lies in `Resources/templates/NAME.mustache`.
    static let names = [
        "add", "also", "brief", "check", "cite", "compare", "disputes", "document", "entry", "facts", "filters", "foot",
        "head", "home", "item", "list", "make", "message", "names", "network", "note", "pages", "party", "passage",
        "person", "relation", "review", "ruling", "runs", "sample", "section", "table", "telling",
    ]

    /// The files under `Resources/static`, with their types.
    private static let types = [
        "room.css": "text/css; charset=utf-8", "room.js": "text/javascript; charset=utf-8",
        "favicon.svg": "image/svg+xml",
    ]

    /// Reads them.
    ///
    /// - Throws: `ResourceFolder.Missing` where a file is not beside the program; the library's error for a template that
    ///   cannot be read.
    init() throws {
        let folder = ResourceFolder(module: "ReadingRoom")
        var templates: [String: MustacheTemplate] = [:]
        for name in Self.names {
            let text = String(decoding: try folder.data("templates/\(name).mustache"), as: UTF8.self)
            templates[name] = try MustacheTemplate(string: text)
        }
        library = MustacheLibrary(templates: templates)
        var files: [String: Answer] = [:]
        for (name, type) in Self.types {
            files[name] = Answer(
                200, ["Content-Type": type, "Cache-Control": "private, max-age=3600"],
                try folder.data("static/\(name)"))
        }
        self.files = files
        description = String(decoding: try folder.data("api/openapi.json"), as: UTF8.self)
    }

    /// A page set in its template.
    func html<Page: Sheet>(_ sheet: Page) -> String { library.render(sheet, withTemplate: Page.template) ?? "" }
}
