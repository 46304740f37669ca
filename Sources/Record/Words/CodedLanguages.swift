/// The languages the program reads.
package enum CodedLanguages {
    /// Whether texts in a language, a BCP 47 tag, are coded; a text whose language is not known is.
    package static func contain(_ tag: String) -> Bool { tag.isEmpty || tag == "en" || tag.hasPrefix("en-") }
}
