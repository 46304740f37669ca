/// What stands around every page: names of fields are those of the templates.
struct Shell: Sendable {
    /// A link to another view.
    struct Way: Sendable {
        var label: String
        var href: String
        var current: Bool
    }

    /// What was done last, and how to take it back.
    struct Undo: Sendable {
        var label: String
        var action = "/undo"
        var id: String
    }

    /// How much there is.
    struct Counts: Sendable {
        var entries = ""
        var documents = ""
    }

    var title = ""
    var dossier = ""
    var nav: [Way] = []
    /// The page's twin for programs, or empty.
    var json = ""
    /// What is to be said first, or empty.
    var notice = ""
    /// What every form that changes something sends back.
    var token = ""
    /// This page's own address.
    var here = ""
    var undo: Undo?
    /// What was looked for.
    var query = ""
    var counts = Counts()
}

/// A page: a value whose fields are those of its template.
protocol Sheet: Sendable {
    /// The name of its template.
    static var template: String { get }
    /// What stands around it.
    var shell: Shell { get set }
    /// What the window is called.
    var title: String { get }
}
