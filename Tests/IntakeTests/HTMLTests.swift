import ChanceryCore
import Foundation
import Intake
import Testing

@Suite struct HTMLTests {
    private func page(_ html: String, _ name: String = "a.html", bytes: [UInt8]? = nil) throws -> Document {
        let scratch = try Scratch()
        let path = try scratch.write(name, bytes ?? Array(html.utf8))
        return try #require(try read(path).first).get().document
    }

    @Test func cleanTextWithItsBlocks() throws {
        let document = try page(
            """
            <!DOCTYPE html><html lang="en-GB"><head><title>Osk pact | Herald</title>
            <meta property="og:title" content="Osk signs a pact"><meta property="og:site_name" content="Osk Herald">
            <meta property="article:published_time" content="2024-03-09T10:00:00Z"><meta name="author" content="Jana Roe">
            <style>p { color: red }</style><script>var a = "<p>no</p>";</script></head><body>
            <nav><a href="/">Home</a></nav><h1>Osk signs  a pact</h1>
            <p>Osk &amp; Veldania signed a <b>pa</b>ct<sup>1</sup> on&nbsp;Monday.<br>It runs.</p>
            <blockquote><p>We are glad.</p></blockquote><figure><figcaption>The ministers</figcaption></figure>
            <ul><li>One</li><li>Two</li></ul><aside>Elsewhere</aside><div class="post-share">Tell all</div>
            <div class="related">More</div><hr><p hidden>Unseen</p><p>The end came.</p><footer>© 2024</footer></body></html>
            """)
        #expect(
            document.outline == [
                "furniture: Home", "title: Osk signs a pact",
                "paragraph: Osk & Veldania signed a pact1 on\u{00A0}Monday.\nIt runs.", "blockQuote: We are glad.",
                "caption: The ministers", "listItem: One", "listItem: Two", "furniture: Elsewhere",
                "paragraph: Tell all",
                "furniture: More", "furniture: * * *", "paragraph: The end came.", "furniture: © 2024",
            ])
        #expect(document.blocks[2].noteMarks.map { document.words($0) } == ["1"])
        #expect(
            document.metadata
                == DocumentMetadata(
                    title: "Osk signs a pact", authors: ["Jana Roe"], publisher: "Osk Herald",
                    publishedOn: "2024-03-09",
                    language: "en"))
        #expect(document.spanFaults == [])
    }

    @Test func declaredCharsetIsRead() throws {
        let html = "<html><head><meta charset=\"iso-8859-2\"></head><body><p>Škoda"
        let bytes =
            Array("<html><head><meta charset=\"iso-8859-2\"></head><body><p>".utf8) + [0xA9] + Array("koda".utf8)
        #expect(try page(html, bytes: bytes).text == "Škoda")
        #expect(try page("", bytes: Array("<meta charset=latin1><p>".utf8) + [0x93, 0x4F, 0x94]).text == "“O”")
    }

    /// No entity of the page's own is expanded, no file of the system is read.
    @Test func entitiesAreNotExpanded() throws {
        let bomb = """
            <!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
            <p>Osk &b;&b;&x; heard.</p>
            """
        let document = try page(bomb)
        #expect(!document.text.contains("aaaa"))
        #expect(!document.text.contains("root:"))
    }

    /// As browsers do: a stray quotation mark is part of a name, and what is too much is dropped.
    @Test func elementWithThousandsOfAttributesIsReadWithoutThem() throws {
        let attributes = (0..<5000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(
            try page("<p>Osk</p><p \(attributes)>left.</p><p>It came.").outline.suffix(2) == [
                "paragraph: left.", "paragraph: It came.",
            ])
        let blanks = String(repeating: " \n", count: 4000)
        #expect(try page("<p>Osk</p><div class=\"a\"\(blanks)><p>left.").outline.last == "paragraph: left.")
        // A quotation mark too many swallows no text.
        let stray =
            "<p>Osk</p><a href=\"x\"\" title=\"y\">left.</a>"
            + String(repeating: "<p>It said no and yes.</p>", count: 400)
        #expect(try page(stray).outline.count == 402)
        // The same words in a script or a comment are none of an element's.
        let free = "<script>if (a<b) { \(attributes) }</script><!-- <p \(attributes) --><p title=\"\(attributes)\">Osk"
        #expect(try page(free).outline.count == 1)
    }

    @Test func hintsForLineBreaksAreNoPartOfAWord() throws {
        let html =
            "<p>Ve<wbr>lda<wbr/>nia&shy;n O&#8203;sk" + String(repeating: "<wbr>", count: 2000)
            + " left.</p><p>It came.</p>"
        #expect(try page(html).outline == ["paragraph: Veldanian Osk left.", "paragraph: It came."])
    }

    @Test(arguments: [
        "style=\"display:none\"", "style=\"color: red; DISPLAY : None !important\"", "style=\"visibility:hidden\"",
        "style=\"visibility: collapse\"", "style=\"opacity:0\"", "style=\"font-size:0px\"",
        "style=\"position:absolute;left:-9999px\"", "style=\"text-indent:-9999px\"",
        "style=\"height:0; overflow:hidden\"", "style=\"clip:rect(0,0,0,0);position:absolute\"",
        "style=\"display/* x */:none\"", "style=\"display:block;display:none\"", "hidden", "hidden=\"hidden\"",
        "popover",
    ])
    func whatIsHiddenIsNotRead(attribute: String) throws {
        for name in ["div", "span", "p", "section", "b"] {
            let html = "<p>Osk left.</p><\(name) \(attribute)>It <i>bombed</i> Veldania.</\(name)><p>It came.</p>"
            #expect(try page(html).outline == ["paragraph: Osk left.", "paragraph: It came."])
            let inside = "<p>Osk left. <\(name) \(attribute)>It came back.</\(name)></p><p>It came.</p>"
            #expect(try page(inside).outline == ["paragraph: Osk left.", "paragraph: It came."])
        }
    }

    @Test(arguments: [
        "<div style=\"display:block\">Osk left.</div>", "<div style=\"display:none;display:block\">Osk left.</div>",
        "<div style=\"opacity:0.9\">Osk left.</div>", "<div style=\"height:0\">Osk left.</div>",
        "<div style=\"position:absolute;left:10px\">Osk left.</div>",
        "<div style=\"visibility:hidden\">No. <p style=\"visibility:visible\">Osk left.</p></div>",
        "<div style=\"font-size:0\"><p style=\"font-size:12px\">Osk left.</p></div>",
        "<div style=\"font-size:0\"><p class=\"text\">Osk left.</p></div>",
        "<p><span aria-hidden=\"true\">O</span>sk left.</p>",
        "<div class=\"reveal\" style=\"opacity:0; transform: translateY(9px)\">Osk left.</div>",
    ])
    func whatIsSeenIsRead(html: String) throws {
        #expect(
            try page("<p>The talks went on.</p>" + html).outline == [
                "paragraph: The talks went on.", "paragraph: Osk left.",
            ])
    }

    @Test func pageThatSeemsAllHiddenIsRead() throws {
        #expect(
            try page("<body aria-hidden=true><div aria-hidden=\"true\"><p>Osk left.").outline == [
                "paragraph: Osk left."
            ])
        #expect(try page("<div style=\"opacity:0\"><p>Osk left.").outline == ["paragraph: Osk left."])
    }

    @Test func quotationBearsItsSource() throws {
        for source in [
            "<footer>— <cite>Jana Roe, minister of Osk</cite></footer>", "<cite>Jana Roe, minister of Osk</cite>",
            "<p>— Jana Roe, minister of Osk</p>",
        ] {
            let document = try page(
                "<p>The talks went on.</p><blockquote><p>We left.</p><p>We came.</p>\(source)</blockquote>")
            #expect(document.kinds == [.paragraph, .blockQuote, .blockQuote, .paragraph])
            #expect(
                document.blocks.map { $0.speaker.map { document.words($0) } } == [
                    nil, "Jana Roe, minister of Osk", nil, nil,
                ])
            #expect(document.spanFaults == [])
        }
        let figure = try page(
            "<figure><blockquote>We left.</blockquote><figcaption>Jana Roe, <cite>Osk Herald</cite></figcaption></figure>"
        )
        #expect(figure.blocks[0].speaker.map { figure.words($0) } == "Jana Roe, Osk Herald")
    }

    @Test(arguments: [
        (
            Array("<meta charset=utf-8><p>Tiran".utf8) + [0xEB] + Array(" heard Osk.".utf8), "Tiranë heard Osk.",
            "WINDOWS-1252"
        ),
        (Array("<p>Tiran".utf8) + [0xEB] + Array(" heard Osk.".utf8), "Tiranë heard Osk.", "WINDOWS-1252"),
        (Array("<meta charset=klingon><p>Tiranë heard Osk.".utf8), "Tiranë heard Osk.", nil),
        (Array("<script charset=koi8-r></script><p>Tiranë heard Osk.".utf8), "Tiranë heard Osk.", nil),
        (Array("<p>Osk".utf8) + [1, 0x7F] + Array(" heard.".utf8), "Osk heard.", nil),
    ])
    func pageIsReadAsBrowsersDo(bytes: [UInt8], text: String, assumed: String?) throws {
        let scratch = try Scratch()
        let loaded = try #require(try read(scratch.write("a.html", bytes)).first).get()
        #expect(loaded.document.text == text)
        #expect(loaded.assumedEncoding == assumed)
    }

    /// Cut short in silence, a page would lose words.
    @Test func pageThatNestsTooDeepIsRefused() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.html", "<p>Osk</p>" + String(repeating: "<div>", count: 100_000) + "<p>Osk")
        let error = try #require(try read(path).first?.error)
        #expect(error.code == .malformedMarkup)
        #expect(error.description.contains("256"))
    }

    @Test func pageOverItsLimitIsRefused() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.html", "<p>" + String(repeating: "Osk ", count: 100))
        #expect(try read(path, options: .init(pageLimit: 100)).map(\.error?.code) == [.tooLarge])
    }
}
