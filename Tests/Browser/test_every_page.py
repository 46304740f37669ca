"""What holds of every page: links lead somewhere, programs get the same, nothing is wider than a telephone, print is plain."""

import functools
import json
import re
import unittest
from urllib.parse import parse_qs, quote, urlsplit

import crawl
from house import Room, RoomCase, adriatic

# How many pages are gone through.
MOST = 300

# Pages that only take what is sent to them: programs have the command for that.
FORMS = {"/add", "/sample"}

# What reaches further right than the page is wide, unless it is inside something that scrolls.
WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5).map((each) => each.outerHTML.slice(0, 160))"""


@functools.cache
def pages():
    """The pages of the example's room, gone through once a run."""
    return crawl.crawl(Room.shared(adriatic).get, MOST)


def every_page(each=1):
    """Some of each kind, what is not there among them."""
    return [*crawl.samples(pages(), each), "/search?q=embassy", "/search?q=%22no+such+words%22", "/nowhere", "/party"]


def to_itself(links):
    """Addresses that relate a party to itself."""
    fields = [(address, parse_qs(urlsplit(address).query)) for address in links]
    return [address for address, field in fields if "a" in field and field["a"] == field.get("b")]


class LinkTests(unittest.TestCase):
    def test_the_walk_reaches_every_kind_of_page(self):
        kinds = {crawl.shape(address).split("?")[0] for address in pages()}
        for kind in ["party", "relation", "entry", "document", "timeline", "statements", "states", "figures", "entities",
                     "disputes", "names", "network", "review", "documents", "origins", "decisions"]:
            self.assertIn("/" + kind, kinds)
        self.assertEqual(len(pages()), MOST)

    def test_every_link_leads_somewhere(self):
        broken = [fault for fault in crawl.faults(pages()) if "status" in fault]
        self.assertEqual(broken, [])

    def test_every_place_within_a_page_is_there(self):
        broken = [fault for fault in crawl.faults(pages()) if "status" not in fault]
        self.assertEqual(broken[:10], [], f"{len(broken)} in all")

    def test_no_party_is_related_to_itself(self):
        links = {link for sheet in pages().values() for link in sheet.links}
        # A group and what it is a group of have the readings of each other.
        for group, whole in [("Palestine Liberation Organization", "Palestine"), ("Iran's foreign ministry", "Iran")]:
            shown = crawl.read(*Room.shared(adriatic).get(f"/relation?a={quote(group)}&b={whole}"))
            self.assertEqual(shown.status, 200)
            links.update(shown.links)
        self.assertEqual(to_itself(links), [])
        self.assertEqual(to_itself(["/relation?a=Iran&b=Iran", "/relation?a=Iran&b=Israel"]), ["/relation?a=Iran&b=Iran"])

    def test_every_page_has_a_twin_for_programs(self):
        for address, sheet in pages().items():
            if not sheet.type.startswith("text/html") or sheet.status >= 400 or address in FORMS:
                continue
            with self.subTest(address):
                self.assertTrue(sheet.twin.startswith("/api/v1/"), sheet.twin)
                self.assertIn(f'<{sheet.twin}>; rel="alternate"; type="application/json"', sheet.header)
        for address in set(crawl.samples(pages(), each=5)) - FORMS:
            with self.subTest(address):
                status, headers, text = Room.shared(adriatic).get(pages()[address].twin)
                self.assertEqual((status, headers.get_content_type()), (200, "application/json"))
                json.loads(text)

    def test_a_page_that_is_not_there_has_none_and_programs_are_told_why(self):
        room = Room.shared(adriatic)
        self.assertEqual(crawl.read(*room.get("/nowhere")).twin, "")
        for path, expected in [("/nowhere", 404), ("/party", 400), ("/party?name=Atlantis", 404)]:
            status, headers, text = room.get("/api/v1" + path)
            self.assertEqual((status, headers.get_content_type()), (expected, "application/problem+json"))
            self.assertEqual(json.loads(text)["status"], expected)


class WalkTests(unittest.TestCase):
    """The walk itself sees what is broken."""

    SITE = {
        "/": '<a href="/one">1</a><a href="/gone#x">2</a><a href="">3</a><a href="https://elsewhere.example/">4</a>',
        "/one": '<p id="here"></p><p id=""></p><a href="#here">a</a><a href="/#there">b</a><p id="here"></p>',
    }

    def get(self, path):
        html = {"Content-Type": "text/html"}
        return (200, html, self.SITE[path]) if path in self.SITE else (404, html, "")

    def test_what_is_broken_is_named(self):
        found = crawl.crawl(self.get, 10)
        self.assertEqual(set(found), {"/", "/one", "/gone"})
        self.assertEqual(sorted(crawl.faults(found)), [
            "/: /gone#x names a place that is not there", "/: a link without an address", "/gone: status 404",
            "/one: /#there names a place that is not there", "/one: an id without a name", "/one: id here stands 2 times",
        ])

    def test_it_ends_where_it_is_told(self):
        self.assertEqual(len(crawl.crawl(self.get, 2)), 2)


class NarrowTests(RoomCase):
    options = {"viewport": {"width": 390, "height": 844}}

    def test_no_page_is_wider_than_a_telephone(self):
        for address in every_page(each=2):
            with self.subTest(address):
                self.visit(address)
                self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
                self.assertEqual(self.page.evaluate(WIDE), [])

    def test_what_is_wider_is_found(self):
        self.open("/")
        self.page.evaluate("document.querySelector('h1').style.width = '500px'")
        self.assertEqual(len(self.page.evaluate(WIDE)), 1)

    def visit(self, address):
        """Opens a page, whichever status it has."""
        self.watch.forgive("status of 40[04]")
        self.page.goto(address)


class PrintTests(RoomCase):
    AWAY = ".views, .search, .skip, .filters, .groups, .pages, button, form.fields, form.ruling, dialog"

    def seen(self, selector):
        return self.page.locator(selector).evaluate_all(
            "(all) => all.filter((each) => each.getClientRects().length).map((each) => each.outerHTML.slice(0, 120))"
        )

    def test_paper_has_the_record_and_no_navigation(self):
        for address in every_page():
            with self.subTest(address):
                self.watch.forgive("status of 40[04]")
                self.page.emulate_media(media="screen")
                self.page.goto(address)
                self.assertTrue(self.seen(self.AWAY), "on the screen it is there")
                self.page.emulate_media(media="print")
                self.assertEqual(self.seen(self.AWAY), [])
                self.assertTrue(self.seen("h1"))
                self.assertEqual(self.page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")

    def test_what_is_folded_is_printed(self):
        self.open("/relation?a=Albania&b=Palestine")
        note = self.page.locator("details.folded .note").first
        self.assertFalse(note.is_visible())
        self.page.emulate_media(media="print")
        self.assertTrue(note.is_visible())


class DirectionTests(RoomCase):
    """A text in Arabic and Hebrew lies beside the example."""

    ARABIC, HEBREW, ENGLISH = "سفارة فلسطين", "שגרירות ישראל", "The plate beside the door"

    def direction(self, selector, text):
        """Of the element that holds some words: its dir, how it is set, and from which side its first letter begins."""
        return self.page.locator(selector).filter(has_text=text).last.evaluate(
            """(element) => {
              const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              let node = walker.nextNode();
              while (node && !node.data.trim()) node = walker.nextNode();
              const range = document.createRange();
              const start = node.data.search(/\\S/);
              range.setStart(node, start);
              range.setEnd(node, start + 1);
              const [letter, block] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
              const side = letter.left - block.left > block.right - letter.right ? "right" : "left";
              return [element.dir, getComputedStyle(element).direction, side];
            }"""
        )

    def test_in_its_document(self):
        gate = next(item for item in self.room.json("/documents")["items"] if item["name"].endswith("scripts.txt"))
        self.open(f"/document/{gate['hash']}")
        self.assertEqual(self.direction(".run-on", self.ARABIC), ["auto", "rtl", "right"])
        self.assertEqual(self.direction(".run-on", self.HEBREW), ["auto", "rtl", "right"])
        self.assertEqual(self.direction(".run-on", self.ENGLISH), ["auto", "ltr", "left"])

    def test_in_what_a_search_finds(self):
        self.open("/search?q=" + self.HEBREW.split()[0])
        found = self.page.locator("main .quote", has_text=self.HEBREW)
        self.assertGreater(found.count(), 0)
        self.assertEqual(found.first.get_attribute("dir"), "auto")

    def test_words_keep_their_places_behind_other_scripts(self):
        gate = next(item for item in self.room.json("/documents")["items"] if item["name"].endswith("scripts.txt"))
        item = next(
            item for item in self.room.json("/timeline?limit=1000")["items"]
            if item["kind"] == "event" and "in Hebrew" in item["tellings"][0]["quote"]
        )
        self.open(f"/entry/{item['id']}")
        self.assertEqual(self.direction(".words", "in Hebrew"), ["auto", "ltr", "left"])
        self.page.locator(".apparatus .source a").last.click()
        self.page.wait_for_url(f"**/document/{gate['hash']}**")
        lit = re.sub(r"\s+", " ", "".join(self.page.locator("[data-text] .lit").all_inner_texts()))
        self.assertEqual(lit, item["tellings"][0]["quote"])


if __name__ == "__main__":
    unittest.main()
