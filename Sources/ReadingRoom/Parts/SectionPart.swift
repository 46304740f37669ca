import Record

/// A part of a page, as the template `section` has it.
struct SectionPart: Sendable {
    /// A table.
    struct Table: Sendable {
        /// A column.
        struct Column: Sendable {
            var label: String
            var right: Bool
        }

        /// A row.
        struct Row: Sendable { var cells: [Cell] }

        /// A cell.
        struct Cell: Sendable {
            var text: String
            var href = ""
            var right = false
        }

        var columns: [Column]
        var rows: [Row]
    }

    /// A label and what it stands for.
    struct Fact: Sendable {
        var label: String
        var value: String
    }

    /// Words with what stands around them.
    struct Passage: Sendable {
        var before: String
        var words: String
        var after: String
        var source = ""
        var href = ""
    }

    var heading = ""
    /// Where the heading leads, or empty.
    var href = ""
    var items: [ItemPart] = []
    var tables: [Table] = []
    var facts: [Fact] = []
    var passages: [Passage] = []

    /// Makes a part.
    init(heading: String = "", items: [ItemPart] = []) {
        self.heading = heading
        self.items = items
    }

    /// Sets a section of the record's pages.
    init(_ section: Page.Section, _ links: DocumentLinks) {
        heading = section.heading ?? ""
        for block in section.blocks {
            switch block {
            case .item(let item): items.append(ItemPart(item, links))
            case .table(let table): tables.append(Table(table))
            case .facts(let told): facts += told.map { Fact(label: $0.label, value: $0.value) }
            case .passage(let passage):
                passages.append(Passage(before: passage.before, words: passage.words, after: passage.after))
            case .citation: break
            }
        }
    }
}

extension SectionPart.Table {
    /// Sets a table of the record's pages.
    init(_ table: Page.Table) {
        columns = table.columns.enumerated().map { Column(label: $1, right: table.rightAligned.contains($0)) }
        rows = table.rows.map { row in
            Row(cells: row.enumerated().map { Cell(text: $1, right: table.rightAligned.contains($0)) })
        }
    }
}
