import ChanceryCore
import Grammar
import SpacyPipeline

/// Who "we" and "I" are where nobody is quoted: whoever the text itself says it is by.
///
/// Three things tell it, the first of them first: an apposition ("We, the ministers of Osk, …"), an opening that names whose
/// words follow ("Statement by President Velgard on …"), and the publisher a document was given, where a list knows it as an
/// authority. A newspaper's "we" is nobody's whom a record names. What is found has its name in the text: who is named only
/// outside of it is left out.
struct AuthorVoice: Sendable {
    /// The words by which an opening tells whose words follow.
    struct Words: Sendable {
        /// Nouns for texts that speak in the first person: "statement", "remarks".
        let works: Set<String>
        /// Prepositions that name whose they are.
        let by: Set<String>
        /// Pronouns of several.
        let plural: WordSet

        /// Reads the module's list.
        ///
        /// - Throws: what the file's reading throws, with the line at fault.
        init() throws {
            let lists = try ModuleResources.words("entities/authors.txt")
            works = try lists.set("works")
            by = try lists.set("by")
            plural = try lists.wordSet("we")
        }
    }

    /// How many sentences an opening takes at most.
    private static let openings = 2

    private let parsed: ParsedDocument
    private let entities: EntityIndex
    private let words: Words

    init(_ parsed: ParsedDocument, entities: EntityIndex, words: Words) {
        self.parsed = parsed
        self.entities = entities
        self.words = words
    }

    /// Who speaks in the text's own voice; nil where nothing says so, or nothing in it is in the first person.
    func speaker() -> Mention? { apposed() ?? opening() ?? publisher() }

    /// "We, the ministers of Osk, …"
    private func apposed() -> Mention? {
        for token in parsed.tokens.indices
        where words.plural.contains(parsed.lowerTexts[token], key: parsed.textKeys[token]) {
            guard let name = parsed.tree.child(of: token, [.appos]), let found = entities.participants(at: name).first
            else {
                continue
            }
            return taken(found)
        }
        return nil
    }

    /// "Statement by President Velgard on the talks", "Osk's statement on the talks": a line without a verb of its own.
    private func opening() -> Mention? {
        for sentence in parsed.sentences.prefix(Self.openings) {
            guard let root = sentence.tokens.first(where: { parsed.head(of: $0) == nil }),
                let work = ([root] + parsed.children(of: root)).first(where: {
                    words.works.contains(parsed.lowerLemmas[$0]) && parsed.tree.classes[$0] != .verb
                }),
                !parsed.grammar.isVerb(root)
            else { continue }
            let named = parsed.tree.children(of: work, [.prep]).filter { words.by.contains(parsed.lowerTexts[$0]) }
                .flatMap { parsed.tree.children(of: $0, [.pobj]) }
            for head in named + parsed.tree.children(of: work, [.poss]) {
                if let found = entities.participants(at: head).first { return taken(found) }
            }
        }
        return nil
    }

    /// The publisher, where it is an authority, by where the text names its state.
    private func publisher() -> Mention? {
        guard let publisher = parsed.document.metadata.publisher,
            let code = entities.authority(named: publisher),
            let named = entities.mentions.first(where: { $0.mention.kind == .state && $0.mention.code == code })
        else { return nil }
        return taken(named.mention)
    }

    private func taken(_ mention: Mention) -> Mention {
        var mention = mention
        mention.from = mention.from ?? mention.span
        return mention
    }
}

extension EntityIndex {
    /// The code of the state whose authority a name is, as the lists have it: of "The White House" or "Government of Osk".
    func authority(named words: String) -> String? {
        let bare = words.hasPrefix("The ") ? String(words.dropFirst(4)) : words
        var found: Set<String> = []
        for reading in lexicon.names.readings(of: words) + lexicon.names.readings(of: bare) {
            let entry = lexicon.entries[reading.entry]
            let isAuthority = entry.sort == .seat || entry.sort == .organisation && entry.sector == "GOV"
            if isAuthority, !entry.code.isEmpty { found.insert(entry.code) }
        }
        return found.count == 1 ? found.first : nil
    }
}
