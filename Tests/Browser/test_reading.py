"""What a reader does: finds parties, opens entries and their words, searches, filters, compares; by mouse and by keyboard."""

import re
import unittest
from urllib.parse import parse_qs, urlsplit

from house import RoomCase, words

# Where the words are that somebody came for: their texts, whether all of them can be seen, and whether they look like it.
LIT = """() => {
  const lit = [...document.querySelectorAll("[data-text] .lit")];
  const ground = getComputedStyle(document.querySelector("[data-text]")).backgroundColor;
  const boxes = lit.flatMap((run) => [...run.getClientRects()]);
  return {
    words: lit.map((run) => (run.previousElementSibling ? "" : " ") + run.textContent).join(""),
    seen: boxes.length > 0 && boxes.every((box) => box.top >= 0 && box.bottom <= innerHeight),
    marked: lit.length > 0 && lit.every((run) => getComputedStyle(run).backgroundColor !== ground),
  };
}"""


class ReadingCase(RoomCase):
    def complete(self, field, typed, option=None):
        """Types into a field that completes names, and waits for what is offered."""
        field.click()
        field.press_sequentially(typed)
        offered = self.page.locator("[role=option]")
        (offered.filter(has_text=option) if option else offered).first.wait_for()
        return offered

    def assert_lit(self, expected):
        """The words somebody came for are marked in the document, and within sight."""
        self.page.wait_for_load_state()
        lit = self.page.evaluate(LIT)
        self.assertEqual(words(lit["words"]), words(expected))
        self.assertTrue(lit["seen"], "the words are out of sight")
        self.assertTrue(lit["marked"], "the words look like all others")


class HomeTests(ReadingCase):
    def setUp(self):
        super().setUp()
        self.open("/")
        self.name = self.page.locator("input[name=name]")

    def test_a_name_is_completed_with_arrows_and_enter(self):
        offered = self.complete(self.name, "Pal", "Palestine")
        self.assertGreater(offered.count(), 1)
        self.assertEqual(self.name.get_attribute("aria-expanded"), "true")
        self.name.press("ArrowDown")
        self.name.press("ArrowDown")
        self.name.press("ArrowUp")
        chosen = self.page.locator("[role=option][aria-selected=true]")
        self.assertEqual(chosen.get_attribute("data-name"), "Palestine")
        self.assertEqual(self.name.get_attribute("aria-activedescendant"), chosen.get_attribute("id"))
        self.name.press("Enter")
        self.assertEqual(self.name.input_value(), "Palestine")
        self.assertEqual(offered.count(), 0)
        self.assertEqual(urlsplit(self.page.url).path, "/", "the first Enter chooses, and sends nothing")
        self.name.press("Enter")
        self.at("/party")
        self.assertEqual(self.texts("h1"), ["Palestine"])

    def test_a_name_is_completed_with_the_mouse(self):
        self.complete(self.name, "isr", "Israel").filter(has_text="Israel").first.click()
        self.assertEqual(self.name.input_value(), "Israel")
        self.page.locator(".box", has=self.name).get_by_role("button").click()
        self.at("/party")
        self.assertEqual(self.texts("h1"), ["Israel"])

    def test_another_name_of_the_texts_finds_its_party(self):
        for typed, party in [("MEK", "People's Mojahedin Organization of Iran"), ("Tehran", "Iran")]:
            self.open("/")
            offered = self.complete(self.name, typed, party)
            self.assertEqual(offered.first.get_attribute("data-name"), party)
            self.name.press("ArrowDown")
            self.name.press("Enter")
            self.name.press("Enter")
            self.at("/party")
            self.assertEqual(self.texts("h1"), [party])
        self.assertIn("Tehran", " ".join(self.texts(".run-in")), "and is told there as what texts call it")

    def test_escape_closes_the_list_and_nobody_of_that_name_opens_none(self):
        offered = self.complete(self.name, "Alb", "Albania")
        self.name.press("Escape")
        self.assertEqual(offered.count(), 0)
        self.assertEqual(self.name.input_value(), "Alb")
        with self.page.expect_response(lambda answer: "q=Atlantis" in answer.url):
            self.name.fill("Atlantis")
        self.page.wait_for_timeout(100)
        self.assertEqual(offered.count(), 0)

    def test_two_parties_are_opened_by_keyboard(self):
        first, second = self.page.locator("input[name=a]"), self.page.locator("input[name=b]")
        self.complete(first, "Alb", "Albania")
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Tab")
        self.complete(second, "Pal", "Palestine")
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        self.page.keyboard.press("Enter")
        self.assertEqual(parse_qs(self.at("/relation")), {"a": ["Albania"], "b": ["Palestine"]})
        self.assertEqual(self.texts("h1"), ["Albania and Palestine"])

    def test_a_party_leads_to_whom_it_has_to_do_with(self):
        self.page.locator(".parties a", has_text="Albania").first.click()
        self.at("/party")
        self.page.locator(".run-in a", has_text="Israel").first.click()
        self.at("/relation")
        self.assertEqual(self.texts("h1"), ["Albania and Israel"])


class RelationTests(ReadingCase):
    def test_from_two_parties_to_an_entry_to_its_words(self):
        self.open("/relation?a=Albania&b=Palestine")
        headline = self.page.locator(".spine .item", has_text="1996").locator(".headline a").first
        told = words(headline.inner_text())
        headline.click()
        self.page.wait_for_url("**/entry/*")
        self.assertIn(told, self.texts("h1")[0])
        telling = self.page.locator(".telling").last
        sentence = telling.locator(".sentence").evaluate(
            "(said) => [...said.childNodes].map((part) => part.firstChild?.data ?? part.data).join('')"
        )
        telling.locator(".apparatus .source a").last.click()
        self.page.wait_for_url("**/document/*")
        self.assert_lit(sentence)

    def test_the_same_by_keyboard(self):
        self.open("/relation?a=Albania&b=Palestine")
        for _ in range(3):
            self.page.keyboard.press("j")
        self.page.keyboard.press("k")
        held = self.page.locator(".item:focus")
        self.assertEqual(held.get_attribute("id"), self.page.locator("[data-item]").nth(1).get_attribute("id"))
        self.assertTrue(held.evaluate("(item) => item.getBoundingClientRect().bottom <= innerHeight"))
        target = held.locator("a").first.get_attribute("href")
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"**{target}")

    def test_a_bar_of_the_chart_opens_its_year(self):
        self.open("/relation?a=Albania&b=Israel")
        bar = self.page.locator(".chart svg a").last
        year = re.match(r"\d+", bar.get_attribute("aria-label")).group()
        bar.focus()
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"**from={year}&to={year}")
        self.assertEqual(self.texts(".spine .year > h3"), [year])

    def test_what_is_folded_opens(self):
        self.open("/relation?a=Albania&b=Palestine")
        folded = self.page.locator("details.folded").first
        note = folded.locator(".note").first
        self.assertFalse(note.is_visible())
        folded.locator("summary").press("Enter")
        self.assertTrue(note.is_visible())

    def test_headlines_alone_hide_what_they_rest_on(self):
        self.open("/relation?a=Albania&b=Palestine")
        note = self.page.locator(".spine .note").first
        self.assertTrue(note.is_visible())
        self.page.get_by_label("Headlines only").check()
        self.assertFalse(note.is_visible())
        self.assertTrue(self.page.locator(".spine .headline").first.is_visible())

    def test_the_groups_of_either_are_readings_of_their_own(self):
        self.open("/relation?a=Albania&b=Palestine")
        self.page.locator(".groups a", has_text="Palestinian students").click()
        self.page.wait_for_url("**Palestinian%20students**")
        self.assertEqual(self.texts("h1"), ["Albania and Palestinian students"])


class DocumentTests(ReadingCase):
    def test_the_margin_leads_to_the_entry_and_the_words_too(self):
        essay = next(item for item in self.room.json("/documents")["items"] if item["name"].endswith("essay.txt"))
        self.open(f"/document/{essay['hash']}")
        entry = self.page.locator(".beside-text a").first.get_attribute("href")
        self.page.locator(f".beside-text a[href='{entry}']").click()
        self.page.wait_for_url(f"**{entry}")
        self.page.go_back()
        self.page.locator(f".run-on a[href='{entry}']").first.click()
        self.page.wait_for_url(f"**{entry}")

    def test_where_nothing_was_read_is_marked_too(self):
        essay = next(item for item in self.room.json("/documents")["items"] if item["name"].endswith("essay.txt"))
        self.open(f"/document/{essay['hash']}")
        quiet = self.page.locator("[data-text] .quiet").all_inner_texts()
        read = self.page.locator("[data-text] .mark").all_inner_texts()
        self.assertIn("The law is not silent about this.", " ".join(quiet))
        self.assertIn("In 1989 Palestine opened an embassy in Tirana", " ".join(read))


class SearchTests(ReadingCase):
    def find(self, query):
        """Searches by keyboard from the home page: the passages that are shown."""
        self.open("/")
        self.page.keyboard.press("/")
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "q")
        self.page.keyboard.type(query)
        self.page.keyboard.press("Enter")
        self.assertEqual(parse_qs(self.at("/search")), {"q": [query]})
        self.assertEqual(self.page.locator("#q").input_value(), query)
        return self.texts("main .quote")

    def test_a_phrase_finds_its_words_in_a_row(self):
        found = self.find('"opened an office"')
        self.assertTrue(found)
        for passage in found:
            self.assertIn("opened an office", passage)

    def test_the_same_words_in_another_order_are_no_phrase(self):
        self.assertEqual(self.find('"an office opened"'), [])
        self.assertTrue(self.find("an office opened"))

    def test_typographic_quotation_marks_make_a_phrase_too(self):
        self.assertEqual(self.find("“an office opened”"), [])
        self.assertTrue(self.find("“opened an office”"))

    def test_a_passage_leads_to_its_words_in_the_document(self):
        found = self.find('"the files show"')[-1].strip("“”… ")
        self.page.locator("main .source a").last.click()
        self.page.wait_for_url("**/document/*")
        self.assertIn("the files show", found)
        self.assert_lit(found)


class TimelineTests(ReadingCase):
    def show(self, **fields):
        """Filters the timeline by its form: the ids that are shown then."""
        form = self.page.locator("form.filters")
        for name, value in fields.items():
            field = form.locator(f"[name={name}]")
            if field.evaluate("(field) => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        with self.page.expect_navigation():
            form.get_by_role("button").click()
        return self.ids()

    def ids(self):
        return self.page.locator(".item").evaluate_all("(items) => items.map((item) => item.id)")

    def test_of_one_party(self):
        self.open("/timeline")
        everything = self.ids()
        field = self.page.locator("form.filters [name=party]")
        self.complete(field, "Ira", "Iran")
        field.press("ArrowDown")
        field.press("Enter")
        self.assertEqual(field.input_value(), "Iran")
        with self.page.expect_navigation():
            field.press("Enter")
        iran = self.ids()
        self.assertTrue(0 < len(iran) < len(everything))
        for headline in self.texts(".item"):
            self.assertRegex(headline, "Iran|Tehran")
        self.assertEqual(self.page.locator("form.filters [name=party]").input_value(), "Iran", "the form says so")

    def test_from_a_year(self):
        self.open("/timeline?undated=no")
        self.assertIn("1988", self.texts(".item > .when"), "without the filter there are earlier ones")
        self.show(**{"from": "2015"})
        shown = self.texts(".item > .when")
        self.assertIn("Jul 2022", shown)
        for margin in shown:
            # What began before may last.
            year = re.search(r"^(?!since).*(\d{4})$", margin)
            self.assertGreaterEqual(int(year.group(1)) if year else 2015, 2015, margin)

    def test_without_the_doubtful(self):
        self.open("/timeline")
        doubtful = self.page.locator(".item.doubtful")
        everything = len(self.ids())
        self.assertGreater(doubtful.count(), 0)
        sure = self.show(show="sure")
        self.assertEqual(doubtful.count(), 0)
        self.assertTrue(0 < len(sure) < everything)

    def test_a_date_that_is_none_is_told(self):
        self.open("/timeline?from=yesterday", status=400)
        self.assertIn("yesterday", words(self.page.locator("main").inner_text()))

    def assert_bar_opens_its_time(self, path):
        """The tallest bar opens as much as it says; gives the query of what it opened."""
        self.open(path)
        bars = self.page.locator(".strip svg a")
        self.assertGreater(bars.count(), 3)
        labels = [bar.get_attribute("aria-label") for bar in bars.all()]
        most = max(range(len(labels)), key=lambda place: int(re.search(r": (\d+)", labels[place]).group(1)))
        time, count = re.match(r"(\d+)(?:–\d+)?: (\d+) entr", labels[most]).groups()
        bars.nth(most).locator("rect").click()
        query = parse_qs(self.at("/timeline"))
        self.assertEqual(query["from"], [time])
        opened = self.room.json(f"/timeline?{urlsplit(self.page.url).query}&limit=1000")["items"]
        self.assertEqual(len([item for item in opened if item["date"].startswith(time)]), int(count))
        return query

    def test_a_bar_of_the_strip_opens_its_time(self):
        self.assert_bar_opens_its_time("/timeline")

    def test_a_bar_of_a_party_s_strip_stays_with_that_party(self):
        self.assertEqual(self.assert_bar_opens_its_time("/timeline?party=Israel").get("party"), ["Israel"])


class AccountTests(ReadingCase):
    options = {"viewport": {"width": 1280, "height": 900}}

    def test_disputes_show_a_column_a_side(self):
        self.open("/disputes")
        self.assertGreater(self.page.locator(".dispute").count(), 0)
        for dispute in self.page.locator(".dispute").all():
            boxes = [side.bounding_box() for side in dispute.locator(".side").all()]
            self.assertGreater(len(boxes), 1)
            self.assertEqual(len({round(box["y"]) for box in boxes}), 1, "sides begin at one height")
            self.assertEqual(len({round(box["x"]) for box in boxes}), len(boxes), "and each in its own column")

    def test_a_side_leads_to_its_words(self):
        self.open("/disputes")
        note = self.page.locator(".side .note").first
        quote = note.locator(".quote").inner_text().strip("“”")
        note.locator(".source a").first.click()
        self.page.wait_for_url("**/document/*")
        self.assert_lit(quote)

    def test_an_entry_leads_to_its_dispute(self):
        dispute = self.room.json("/disputes")["items"][0]
        self.open("/disputes")
        self.assertEqual(self.page.locator(f"#{dispute['id']}").count(), 1)
        entries = [item["id"] for item in self.room.json("/timeline?limit=1000")["items"] if item["disputes"]]
        self.assertTrue(entries)
        self.open(f"/entry/{entries[0]}")
        link = self.page.locator("a[href^='/disputes#']").first
        link.click()
        self.page.wait_for_url("**/disputes#*")
        self.assertTrue(self.page.locator(":target").is_visible())

    def test_names_say_what_each_account_calls_a_party(self):
        self.open("/party?name=Iran")
        self.page.locator(".turn a", has_text="calls it").click()
        self.at("/names")
        self.assertIn("Iran", self.texts("h1")[0])
        self.assertGreater(self.page.locator(".grid thead th").count(), 2)
        row = self.page.locator(".grid tbody tr", has=self.page.locator("th", has_text=re.compile("^Tehran$")))
        self.assertEqual(row.count(), 1)
        row.locator("td a").first.click()
        self.page.wait_for_url("**/document/*")
        self.assert_lit("Tehran")

    def test_two_documents_side_by_side(self):
        self.open("/documents")
        form = self.page.locator("form.filters")
        form.locator("[name=first]").select_option(index=0)
        form.locator("[name=second]").select_option(index=2)
        form.get_by_role("button").click()
        self.at("/compare")
        columns = self.page.locator(".columns > section")
        self.assertEqual(self.texts(".columns h2"), ["Both tell", "Only the first", "Only the second"])
        boxes = [column.bounding_box() for column in columns.all()]
        self.assertEqual(len({round(box["x"]) for box in boxes}), 3)
        self.page.locator("h1 a").first.click()
        self.page.wait_for_url("**/document/*")

    def test_the_network_says_the_same_in_words(self):
        self.open("/network")
        self.page.locator("tbody tr[data-item] a").first.click()
        self.at("/relation")


class KeyTests(ReadingCase):
    def test_the_keys_are_listed_and_the_list_closes(self):
        self.open("/")
        self.page.keyboard.press("?")
        self.assertTrue(self.page.locator("#keys").is_visible())
        self.page.keyboard.press("Escape")
        self.assertFalse(self.page.locator("#keys").is_visible())
        self.page.get_by_role("button", name="Keys").click()
        self.assertTrue(self.page.locator("#keys").is_visible())
        self.page.locator("#keys").get_by_role("button").click()
        self.assertFalse(self.page.locator("#keys").is_visible())

    def test_what_is_typed_into_a_field_is_no_key(self):
        self.open("/")
        self.page.locator("#q").click()
        self.page.keyboard.type("?jar/u")
        self.assertEqual(self.page.locator("#q").input_value(), "?jar/u")
        self.assertFalse(self.page.locator("#keys").is_visible())

    def test_the_first_tab_skips_to_the_record(self):
        self.open("/timeline")
        self.page.keyboard.press("Tab")
        self.assertEqual(self.page.evaluate("document.activeElement.className"), "skip")
        self.page.keyboard.press("Enter")
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "record")


if __name__ == "__main__":
    unittest.main()
