import ChanceryCore
import Grammar

/// Reads whose an office is, where its own words do not say so: "Prime Minister Lind" is Osk's where Lind is an Oskan.
///
/// What the text tells elsewhere of the same person in the same office comes first; then the state that the index knows the
/// person by, for offices of a state as a whole; then, for somebody of no known state, the state whose ministry of that field
/// the text has just named, and the state whose authority speaks in the text's own voice. A state that merely stands near, or that most
/// of a text is about, gives nobody an office.
struct OfficeOwnerReader: StateStage {
    let context: StateFindingContext
    /// Whose office it is where a text tells it, by person and last word of the office.
    private let told: [Holder: Mention]
    /// Where each state is first named, by its code.
    private let firstNames: [String: ByteSpan]

    private struct Holder: Hashable {
        var person: String
        var office: String
    }

    init(context: StateFindingContext) {
        self.context = context
        var told: [Holder: Mention] = [:]
        for office in context.entities.offices {
            guard let holder = Self.holder(of: office), let body = office.of, told[holder] == nil else { continue }
            told[holder] = body
        }
        self.told = told
        var names: [String: ByteSpan] = [:]
        if !context.entities.offices.isEmpty {
            for mention in context.entities.mentions where mention.mention.kind == .state && !mention.isPronoun {
                if names[mention.mention.code] == nil { names[mention.mention.code] = mention.mention.span }
            }
        }
        firstNames = names
    }

    private static func holder(of office: OfficeMention) -> Holder? {
        guard let person = office.person, let word = office.office.split(separator: " ").last else { return nil }
        return Holder(person: person.name, office: word.lowercased())
    }

    /// Whose office it is; nil where nothing tells.
    func owner(of office: OfficeMention) -> Mention? {
        if let body = office.of { return body }
        guard let person = office.person, let holder = Self.holder(of: office) else { return nil }
        if let body = told[holder] {
            var carried = body
            carried.from = body.from ?? body.span
            carried.span = person.span
            return carried
        }
        guard let first = office.tokens.first, first == 0 || !isName(first - 1, besides: first),
            rules.isNational(office.office)
        else { return nil }
        var code = person.code
        if code.isEmpty {
            code = ministry(before: first, of: office) ?? sender(of: person) ?? context.author?.code ?? ""
        }
        guard !code.isEmpty, var state = entities.state(code: code, span: person.span) else { return nil }
        state.from = firstNames[code] ?? person.span
        return state
    }

    /// "the Osk Union President": a name before the title says whose it is, though the index does not know it.
    private func isName(_ index: Int, besides next: Int) -> Bool {
        tree.sentence(of: index) == tree.sentence(of: next) && (classes[index] == .propn || classes[index] == .part)
    }

    /// "Osk sent Special Envoy Lind to Tarn": the state of whoever sends, or gives the office.
    private func sender(of person: Mention) -> String? {
        guard let head = parsed.head(of: person.span), labels[head] == .dobj, let verb = tree.head(of: head),
            lists.sending.contains(lemma(verb)) || lists.giving.contains(lemma(verb))
        else { return nil }
        return arguments.agents(verb).lazy.compactMap { entities.participants(at: $0).first }.first
            .flatMap { $0.code.isEmpty ? nil : $0.code }
    }

    /// "Osk's Foreign Ministry said … Foreign Minister Lind signed": the state whose ministry of the same field is told in the
    /// same paragraph or the one before.
    private func ministry(before first: Int, of office: OfficeMention) -> String? {
        let words = office.office.lowercased().split(separator: " ").map(String.init)
        guard words.count > 1, words.last == "minister", let field = words.dropLast().last else { return nil }
        let block = parsed.sentences[tree.sentence(of: first)].block
        for index in (0..<first).reversed() {
            guard parsed.sentences[tree.sentence(of: index)].block >= block - 1 else { return nil }
            guard lower(index) == "ministry", index > 0, lower(index - 1) == field else { continue }
            return entities.participants(at: index).first { $0.kind == .state }?.code
        }
        return nil
    }
}
