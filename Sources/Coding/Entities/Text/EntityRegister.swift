import ChanceryCore

/// The entities of one document, each once, in the order in which they are found.
struct EntityRegister: Sendable {
    var entities: [DocumentEntity] = []
    private var ofEntry: [Int: Int] = [:]
    private let lists: Kept<EntityLexicon>

    init(_ lists: Kept<EntityLexicon>) { self.lists = lists }

    /// The entity of a lexicon entry, made when it is first asked for.
    mutating func entity(ofEntry entry: Int) -> Int {
        if let known = ofEntry[entry] { return known }
        let added = add(DocumentEntity(lists.value.entries[entry], entry: entry))
        ofEntry[entry] = added
        return added
    }

    /// The entity of a capital or seat as it belonged to a former state.
    mutating func entity(ofEntry entry: Int, in code: String) -> Int {
        if let known = entities.firstIndex(where: { $0.entry == entry && $0.code == code }) { return known }
        var entity = DocumentEntity(lists.value.entries[entry], entry: entry)
        entity.code = code
        return add(entity)
    }

    /// Whether an entry has been found.
    func holds(entry: Int) -> Bool { ofEntry[entry] != nil }

    mutating func add(_ entity: DocumentEntity) -> Int {
        entities.append(entity)
        return entities.count - 1
    }

    /// Counts a name of an entity.
    mutating func count(_ name: NameSpan) {
        entities[name.entity].count += 1
        if entities[name.entity].first.isEmpty || name.span.start < entities[name.entity].first.start {
            entities[name.entity].first = name.span
        }
    }

    /// Gives a name, counted before, to another entity.
    mutating func move(_ name: NameSpan, to entity: Int) -> NameSpan {
        entities[name.entity].count -= 1
        var name = name
        name.entity = entity
        count(name)
        return name
    }
}
