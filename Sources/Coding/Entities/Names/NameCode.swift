import ChanceryCore
import SpacyPipeline

/// The code of the state that an unlisted name tells of by listed names in it.
struct NameCode: EntityStage {
    let text: EntityText
    let listed: ListedNames

    /// The code of the first state told by an adjective in a name, or by "of" a state; empty where none is.
    func code(inside range: Range<Int>) -> String {
        for token in range {
            for index in listed.names.at[token] where listed.names[index].tokens != range {
                let name = listed.names[index]
                let code = listed.entity(of: name).code
                if !code.isEmpty, name.form == .adjective || follows(token, in: range) { return code }
            }
        }
        return ""
    }

    /// Whether a preposition, an article aside, stands before a token.
    private func follows(_ token: Int, in range: Range<Int>) -> Bool {
        guard token > range.lowerBound else { return false }
        if word(token - 1, in: text.lists.names.belonging) { return true }
        return token > range.lowerBound + 1 && lower[token - 1] == "the"
            && word(token - 2, in: text.lists.names.belongingWithArticle)
    }
}
