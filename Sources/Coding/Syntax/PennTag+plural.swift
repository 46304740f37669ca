import Grammar

extension PennTag {
    /// Whether a tag ends as those of plurals do: plurals, and superlatives, which stand for several ("the 20 largest").
    ///
    /// Of what else ends so, list marks and the possessive's mark, no noun's head is one.
    var endsAsPlural: Bool {
        switch self {
        case .NNS, .NNPS, .JJS, .RBS, .POS, .LS: true
        default: false
        }
    }
}
