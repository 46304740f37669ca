/// One address of the room, with what it answers.
struct Route: Sendable {
    /// The page; nil where there is none.
    var page: (@Sendable (Visit) throws -> Answer)?
    /// The same as JSON; nil where there is none.
    var json: (@Sendable (Visit) throws -> String)?
    /// What a form sent here does; nil where none is taken.
    var act: (@Sendable (Visit) throws -> Answer)?

    /// The route of a path; nil where nothing stands there.
    static func of(_ path: String) -> Route? {
        let parts = path.split(separator: "/").map(String.init)
        switch parts.count {
        case 0: return routes["home"]
        case 1: return routes[parts[0]]
        case 2: return ofOneThing[parts[0]]
        default: return nil
        }
    }

    /// By the first part of the path.
    static let routes: [String: Route] = [
        "home": HomePage.route, "timeline": ListPage.timeline, "statements": ListPage.statements,
        "states": ListPage.states, "figures": ListPage.figures, "entities": ListPage.entities,
        "documents": ListPage.documents, "origins": ListPage.origins, "decisions": ListPage.decisions,
        "search": ListPage.search, "relation": RelationPage.route, "party": PartyPage.route,
        "disputes": DisputesPage.route, "names": NamesPage.route, "compare": ComparePage.route,
        "network": NetworkPage.route, "review": ReviewPage.route, "parties": Completion.route,
        "check": CheckPage.route, "add": AddPage.route, "person": PersonPage.route, "sample": SamplePage.route,
        "rule": RuleForm.route,
        "undo": RuleForm.undo, "openapi.json": Route(json: { $0.room.templates.description }),
    ]

    /// The same where the second part is an id.
    static let ofOneThing: [String: Route] = [
        "entry": EntryPage.route, "document": DocumentPage.route, "describe": DescribeForm.route,
        "make": MakeForm.route,
    ]
}

extension Route {
    /// A page and its twin.
    static func read(
        _ page: @escaping @Sendable (Visit) throws -> Answer, json: @escaping @Sendable (Visit) throws -> String
    ) -> Route { Route(page: page, json: json) }

    /// What a form does.
    static func acting(_ act: @escaping @Sendable (Visit) throws -> Answer) -> Route { Route(act: act) }
}
