/// A view's content before it takes a form: what to say, not how it is set.
package struct Page: Hashable, Sendable {
    /// What the page shows.
    package var title: String
    /// Its parts in order.
    package var sections: [Section]
    /// One line below all of it: what was counted.
    package var summary: String
    /// How to see less or more on a command line; empty where there is nothing to say.
    package var hint = ""
    /// What else there is and how to ask for it, a line each.
    package var also: [String] = []
    /// Whether a quotation that stands above already is only pointed to; where sides are read beside one another it is not.
    package var quotesOnce = true

    /// The last line on a command line: what was counted, and how to see less.
    package var closing: String { hint.isEmpty ? summary : "\(summary); \(hint)" }

    /// A part of a page.
    package struct Section: Hashable, Sendable {
        /// The words above it; nil for a page's main part.
        package var heading: String?
        /// What stands in it.
        package var blocks: [Block]

        /// Makes a section.
        package init(_ heading: String? = nil, _ blocks: [Block]) {
            self.heading = heading
            self.blocks = blocks
        }

        /// The lines of the record in it.
        package var items: [Item] {
            blocks.compactMap { if case .item(let item) = $0 { item } else { nil } }
        }
    }

    /// One thing of a section.
    package enum Block: Hashable, Sendable {
        case item(Item)
        case table(Table)
        case facts([Fact])
        case passage(Passage)
        /// To be pasted into an article; for text it stands in the facts.
        case citation(Citation)
    }

    /// One line of the record with what it rests on.
    package struct Item: Hashable, Sendable {
        /// What stands in the margin: a date.
        package var margin: String
        /// Words before the headline that say it is not told as fact ("planned"); empty where it is.
        package var caveat: String
        /// What it says.
        package var headline: String
        /// A word of classification after the headline.
        package var tag: String
        /// What else the same words tell at the same time and on the same word, a headline each.
        package var further: [Heading]
        /// The tellings it rests on.
        package var notes: [Note]
        /// How many of the notes a terminal shows; the rest is counted in `remarks`.
        package var shownNotes: Int
        /// What else is to be said, each a short phrase.
        package var remarks: [String]
        /// The ids by which `show` finds it.
        package var ids: [String]

        /// One of several headlines over the same words.
        package struct Heading: Hashable, Sendable {
            /// Words before it that say how it is told.
            package var caveat: String
            /// What it says.
            package var headline: String
            /// A word of classification after it.
            package var tag: String
            /// The ids by which `show` finds what it says.
            package var ids: [String]
        }

        /// Makes an item.
        package init(
            margin: String, caveat: String = "", headline: String, tag: String = "", further: [Heading] = [],
            notes: [Note], shownNotes: Int = 1, remarks: [String] = [], ids: [String] = []
        ) {
            self.further = further
            self.margin = margin
            self.caveat = caveat
            self.headline = headline
            self.tag = tag
            self.notes = notes
            self.shownNotes = shownNotes
            self.remarks = remarks
            self.ids = ids.filter { !$0.isEmpty }
        }
    }

    /// A quotation and whose word it is.
    package struct Note: Hashable, Sendable {
        /// The document's words, as they stand.
        package var quote: String
        /// The part of the words that recalls them where they stand above already; empty for their beginning.
        package var clause: String
        /// Whose word it is, up to the document: "in the author's own voice of", "in".
        package var voice: String
        /// What a reader calls the document; empty where `voice` says it all.
        package var source: String
        /// Where it is found, or empty.
        package var url: String
        /// Where an archived copy lies, or empty.
        package var archiveURL: String
        /// The question that the words answer, or empty.
        package var question: String
        /// Where the words stand in the document; nil where it is not one place.
        package var place: CodePointPlace?
        /// Words of the quotation that a terminal marks: those that were looked for.
        package var marks: [String] = []

        /// Makes a note on words of a document.
        package init(
            quote: String, clause: String = "", voice: String, source: Shelf.Source? = nil, question: String = "",
            place: CodePointPlace? = nil, marks: [String] = []
        ) {
            self.marks = marks
            self.quote = quote
            self.clause = clause
            self.voice = voice
            self.source = source?.label ?? ""
            url = source?.url ?? ""
            archiveURL = source?.archiveURL ?? ""
            self.question = question
            self.place = place
        }
    }

    /// A range of a document in code points, as people read it.
    package struct CodePointPlace: Hashable, Sendable {
        /// The document's given name.
        package var document: String
        /// The first code point.
        package var start: Int
        /// The code point after the last.
        package var end: Int
    }

    /// Rows under column names.
    package struct Table: Hashable, Sendable {
        /// The columns' names.
        package var columns: [String]
        /// The rows, each as long as `columns`.
        package var rows: [[String]]
        /// Columns set flush right, as numbers are.
        package var rightAligned: Set<Int>
    }

    /// A label and what it stands for.
    package struct Fact: Hashable, Sendable {
        /// The label.
        package var label: String
        /// What it stands for.
        package var value: String

        /// Makes a fact.
        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// Words with what stands around them.
    package struct Passage: Hashable, Sendable {
        /// The words before.
        package var before: String
        /// The words meant.
        package var words: String
        /// The words after.
        package var after: String
    }
}
