/// The languages the program reads.
enum CodedLanguages {
    /// Whether texts in a language, a BCP 47 tag, are coded; a text whose language is not known is.
    static func contain(_ tag: String) -> Bool { tag.isEmpty || tag == "en" || tag.hasPrefix("en-") }
}
