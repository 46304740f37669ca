import Grammar

/// One row of the matrix: a verb with its frame, its event noun, its light-verb form.
struct MatrixPredicate {
    /// The forms of a verb, each with its particle.
    struct Forms {
        let base, past, participle, gerund, third: String

        /// Reads "sign, signed, signed, signing, signs".
        init(_ cell: String) throws {
            let parts = cell.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
            guard parts.count == 5 else { throw MatrixFault(reason: "'\(cell)' is not five forms") }
            (base, past, participle, gerund, third) = (parts[0], parts[1], parts[2], parts[3], parts[4])
        }

        /// The form that a template asks for.
        func form(_ name: Substring) throws -> String {
            switch name {
            case "base": return base
            case "past": return past
            case "part": return participle
            case "ing": return gerund
            case "s": return third
            default: throw MatrixFault(reason: "'\(name)' is no form of a verb")
            }
        }
    }

    /// What follows a verb or noun: the preposition before the second party, and what that is to it.
    struct Link {
        let preposition: String?
        let role: Role
    }

    /// An event noun as it stands in a sentence.
    struct Noun {
        /// The noun.
        let word: String
        /// The noun with its article, if it has one.
        let phrase: String
        let link: Link
    }

    let type: String
    let verb: Forms
    /// The object between the verb and the second party.
    let object: String?
    let link: Link
    let noun: Noun?
    let light: (verb: Forms, noun: Noun)?

    /// The rows of the two files of predicates.
    static func read(_ text: String, lights: String) throws -> [MatrixPredicate] {
        let lights = try matrixRows(lights).map { try Forms($0[0]) }
        return try matrixRows(text).map { row in
            guard row.count == 12 else { throw MatrixFault(reason: "not twelve columns: \(row)") }
            return try MatrixPredicate(row, lights: lights)
        }
    }

    private init(_ row: [String], lights: [Forms]) throws {
        func given(_ column: Int) -> String? { row[column] == "-" ? nil : row[column] }
        func role(_ column: Int) throws -> Role {
            guard let role = Role(rawValue: row[column]) else {
                throw MatrixFault(reason: "'\(row[column])' is no role")
            }
            return role
        }
        type = row[0]
        verb = try Forms(row[1])
        object = given(2)
        link = Link(preposition: given(3), role: try role(4))
        noun =
            try given(5).map { word in
                let lacksArticle = word.hasSuffix("s") || given(9)?.contains(" ") == false
                let article = "aeio".contains(word.prefix(1)) ? "an " : "a "
                return Noun(
                    word: word, phrase: (lacksArticle ? "" : article) + word,
                    link: Link(preposition: given(6), role: try role(7)))
            }
        light =
            try given(8).map { base in
                guard let forms = lights.first(where: { $0.base == base }) else {
                    throw MatrixFault(reason: "light-verbs.tsv does not have '\(base)'")
                }
                let word = row[9].split(separator: " ").last.map(String.init) ?? row[9]
                return (
                    forms,
                    Noun(word: word, phrase: row[9], link: Link(preposition: given(10), role: try role(11)))
                )
            }
    }
}

/// What is wrong with the matrix's files.
struct MatrixFault: Error, CustomStringConvertible {
    let reason: String
    var description: String { "matrix: \(reason)" }
}

/// The rows of a tab-separated file behind its comments and its line of names.
func matrixRows(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}
