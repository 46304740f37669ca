/// The fine part of speech of a token: the tags of the Penn Treebank, as the model's tagger gives them.
///
/// Source: Santorini, "Part-of-Speech Tagging Guidelines for the Penn Treebank Project", 1990.
public enum PennTag: UInt8, Hashable, Sendable, CaseIterable {
    case CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, SYM,
        TO
    case UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB
    /// Punctuation, blanks, and what the treebank has no tag for.
    case other

    /// The tag of a token, as a model writes it.
    public init(tag: String) { self = Self.named[tag] ?? .other }

    /// A noun, common or proper.
    public var isNoun: Bool { isCommonNoun || isProperNoun }
    /// A noun that is no name.
    public var isCommonNoun: Bool { self == .NN || self == .NNS }
    /// A name.
    public var isProperNoun: Bool { self == .NNP || self == .NNPS }
    /// An adjective.
    public var isAdjective: Bool { self == .JJ || self == .JJR || self == .JJS }
    /// A verb's form, auxiliaries among them, modals not.
    public var isVerb: Bool { Self.VB.rawValue <= rawValue && rawValue <= Self.VBZ.rawValue }
    /// A verb's form that stands by itself in a clause.
    public var isFinite: Bool { self == .VBD || self == .VBP || self == .VBZ || self == .MD }
    /// A pronoun that joins a clause to a noun.
    public var isRelative: Bool { self == .WDT || self == .WP || self == .WPS || self == .WRB }

    private static let named = LabelTable<PennTag>(
        allCases.filter { $0 != .other }.map { tag in
            switch tag {
            case .PRPS: ("PRP$", tag)
            case .WPS: ("WP$", tag)
            default: (String(describing: tag), tag)
            }
        })
}

/// The coarse part of speech of a token: those of Universal Dependencies.
public enum WordClass: UInt8, Hashable, Sendable, CaseIterable {
    case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, space, sym, verb
    /// What has no class.
    case x

    /// The class of a token, as a model writes it.
    public init(pos: String) { self = Self.named[pos] ?? .x }

    private static let named = LabelTable(allCases.map { (String(describing: $0).uppercased(), $0) })
}
