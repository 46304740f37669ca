import ChanceryCore
import SpacyPipeline

extension EntityReader {
    /// Reads acronyms and other names the text defines: "Osk Liberation Front (OLF)", "X, known as Y".
    mutating func readAcronyms() {
        for open in tokens.indices where tokens[open].text == "(" {
            guard open + 2 < tokens.count, tokens[open + 2].text == ")", open > 0 else { continue }
            let short = tokens[open + 1].text
            guard Self.isAcronym(short) else { continue }
            define(short, before: open)
        }
    }

    static func isAcronym(_ word: String) -> Bool {
        (2...10).contains(word.count) && word.filter(\.isUppercase).count >= 2
            && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0.isNumber }
    }

    /// Gives the name before a bracket its acronym.
    private mutating func define(_ short: String, before open: Int) {
        if let known = names.last(where: { $0.tokens.upperBound == open && $0.form == .name }) {
            if initialsFit(short, words(known.tokens)) || !listedAt[open + 1].isEmpty || known.tokens.count > 1 {
                aliases[short] = known.entity
            }
            return
        }
        guard let range = longForm(of: short, before: open) else { return }
        let long = words(range)
        let entity: Int
        if let index = listedAt[open + 1].first, sharesWords(entities[listed[index].entity].name, long) {
            entity = listed[index].entity
        } else {
            entities.append(DocumentEntity(name: long, code: code(inside: range), sector: "", kind: .organisation))
            entity = entities.count - 1
        }
        aliases[short] = entity
        aliases[long] = entity
        unknown.removeAll { $0.tokens.overlaps(range) }
        let inner = names.indices.filter { names[$0].tokens.overlaps(range) }
        for index in inner { for token in names[index].tokens { namesAt[token].removeAll { $0 == index } } }
        append(
            NameSpan(tokens: range, head: head(of: range), span: parsed.span(range), entity: entity, form: .name))
    }

    /// The words before a bracket whose initials make the acronym, otherwise the name that ends there.
    private func longForm(of short: String, before open: Int) -> Range<Int>? {
        let low = max(sentence(open).lowerBound, open - 12)
        var start = open - 1
        while start >= low {
            let token = tokens[start]
            guard
                isCapital(start) || ["of", "for", "the", "and", "-", "'s", "’s", "in"].contains(lower[start])
                    || token.tag == "NNP"
            else { break }
            if isCapital(start), initialsFit(short, words(start..<open)) { return start..<open }
            start -= 1
        }
        return unknown.first { $0.tokens.upperBound == open }?.tokens
    }

    private func initialsFit(_ short: String, _ long: String) -> Bool {
        let wanted = short.uppercased().filter { $0.isLetter || $0.isNumber }
        let parts = long.split { $0 == " " || $0 == "-" || $0 == "–" }
        let capitals = String(parts.compactMap { $0.first }.filter { $0.isUppercase || $0.isNumber })
        let all = String(parts.compactMap { $0.first }).uppercased()
        return capitals == wanted || all == wanted
    }

    /// Whether two long names are spellings of one: three words in four begin alike.
    private func sharesWords(_ a: String, _ b: String) -> Bool {
        func stems(_ text: String) -> Set<String> {
            Set(
                text.split { $0 == " " || $0 == "-" }.filter { $0.count > 2 }
                    .map { String($0.lowercased().prefix(5)) })
        }
        let (first, second) = (stems(a), stems(b))
        return 4 * first.intersection(second).count >= 3 * max(1, max(first.count, second.count))
    }

    /// The code of the state a name tells of: an adjective in it, or "of" a state.
    func code(inside range: Range<Int>) -> String {
        for token in range {
            for index in listedAt[token] where listed[index].tokens != range {
                let entity = entities[listed[index].entity]
                let follows = token > range.lowerBound && ["of", "in", "for"].contains(lower[token - 1])
                let followsThe =
                    token > range.lowerBound + 1 && lower[token - 1] == "the"
                    && ["of", "in"].contains(lower[token - 2])
                if listed[index].form == .adjective || follows || followsThe, !entity.code.isEmpty {
                    return entity.code
                }
            }
        }
        return ""
    }
}
