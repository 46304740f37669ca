import ChanceryCore
import DossierStore
import Mustache
import Testing

@testable import ReadingRoom
@testable import Record

/// What a page holds by the hundred tells templates its fields itself: all of them, and nothing else.
@Suite struct TemplateFieldsTests {
    private static let run = DocumentText.Run(
        id: "c0", at: 3, text: "Osk", marks: "mark", href: "/entry/e1", title: "Osk: met", quiet: true)
    private static let note = DocumentText.Note(label: "met", href: "/entry/e1", kind: "event")
    private static let told = Page.Item(
        margin: "1991", caveat: "planned", headline: "Osk met Tarn", tag: "consult",
        notes: [
            Page.Note(quote: "Osk met Tarn", clause: "Osk met Tarn", voice: "in", source: Shelf().source(named: "a")),
            Page.Note(quote: "They met", clause: "They met", voice: "in", source: Shelf().source(named: "b")),
        ], remarks: ["2 documents"], ids: ["e1"])
    private static let item = ItemPart(told, DocumentLinks(["a": "0f"]), rulings: true)

    private static let values: [any MustacheParent & Sendable] = [
        run, note, item, item.notes[0],
        DocumentText.Block(
            isHeading: true, isFurniture: false, tint: "speech", speaker: "answer", locator: "1 · 0", runs: [run],
            margin: [note]),
        SectionPart.Table.Row(cells: []), SectionPart.Table.Cell(text: "a", href: "b", right: true),
        NamesPage.Row(phrase: "the Osks", cells: []), NamesPage.Cell(count: "2", href: "/document/0f"),
    ]

    @Test(arguments: values.indices) func everyFieldIsToldAsItIsStored(_ place: Int) {
        let value = Self.values[place]
        let fields = Mirror(reflecting: value).children
        #expect(!fields.isEmpty)
        for field in fields {
            let name = field.label ?? ""
            #expect(value.child(named: name).map { "\($0)" } == "\(field.value)", "\(type(of: value)).\(name)")
        }
        #expect(value.child(named: "no such field") == nil)
    }
}
