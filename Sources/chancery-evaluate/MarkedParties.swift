import ChanceryCore
import Coding
import Foundation
import Grammar
import SpacyPipeline

/// Tells the program who the parties of a benchmark row are, the way a user does: as corrections of entities.
///
/// Benchmarks take whatever phrase takes part for a party. One the program knows for a party by itself stays as it is;
/// any other becomes an organisation's name, of the state that describes it. All else is the program's own coding.
struct MarkedParties {
    let coder: Coder
    private let eventNouns: Set<String>

    init(coder: Coder) {
        self.coder = coder
        eventNouns = Set(
            coder.codebook.rules.flatMap(\.triggers).filter { $0.part == .noun }.map(\.lemma))
    }

    /// The coder that knows the marked phrases of a document too.
    ///
    /// - Parameter phrases: in bytes of what is read.
    func coder(naming phrases: [ByteSpan], in document: Document, annotations: [AnnotatedText]) -> Coder {
        let (parsed, entities) = coder.entities(in: document, annotations: annotations)
        return coder(
            naming: phrases.compactMap { phrase in parsed.head(of: phrase) }, parsed, entities)
    }

    /// The coder that takes whatever noun phrase stands as subject, object or behind a preposition for a name, but for
    /// the nouns that tell of events themselves, and times and measures.
    func coder(namingPhrasesIn document: Document, annotations: [AnnotatedText]) -> Coder {
        let (parsed, entities) = coder.entities(in: document, annotations: annotations)
        let heads = parsed.tokens.indices.filter { index in
            let token = parsed.tokens[index]
            var place = index
            while parsed.tokens[place].dep == "conj", let above = parsed.head(of: place) { place = above }
            return ["NOUN", "PROPN"].contains(token.pos)
                && Self.argumentLabels.contains(parsed.grammar.tree.labels[place])
                && !eventNouns.contains(token.lemma.lowercased())
                && !Self.measures.contains { token.ent.hasSuffix($0) }
        }
        return coder(naming: heads, parsed, entities)
    }

    private static let argumentLabels: Dependencies = [.nsubj, .nsubjpass, .dobj, .dative, .pobj]
    private static let measures = ["DATE", "TIME", "PERCENT", "ORDINAL", "MONEY", "QUANTITY"]

    private func coder(naming heads: [Int], _ parsed: ParsedDocument, _ entities: EntityIndex) -> Coder {
        var lines: [String: String] = [:]
        for head in heads where entities.participants(at: head).isEmpty {
            let modifiers = parsed.children(of: head, "amod", "compound", "nmod", "nummod")
            let first = modifiers.filter { $0 < head }.min() ?? head
            let alias = parsed.text(parsed.span(first).union(parsed.span(head)))
            // What a line of corrections cannot hold is left unnamed.
            guard !alias.contains(where: { $0.isNewline || $0 == "\t" || $0 == ";" }), !alias.hasPrefix("#") else {
                continue
            }
            // The record keeps what has a name; a common noun is given one.
            let name = alias.contains(where: \.isUppercase) ? alias : alias.capitalized
            let code = (entities.relatedParties(of: head).first ?? entities.place(at: head))?.code ?? ""
            lines[name] = "\(name)\torganisation\t\(code)\t\t\(alias == name ? "" : alias)"
        }
        let table = lines.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
        guard !table.isEmpty, let corrections = try? EntityCorrections(parsing: table) else { return coder }
        return coder.with(corrections)
    }
}
