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
