"""What a reviewer does: rules and takes back, by key and by mouse, corrects, describes documents, reviews."""

import re
import unittest

from house import AUTHOR, RoomCase, words


class RulingCase(RoomCase):
    """Each class has a dossier of its own; each test rules on entries that no other one touches."""

    changes = True

    def entry(self, quote, tellings=1):
        """An event that was read from some words, and has so many tellings."""
        found = [
            item for item in self.room.json("/timeline?limit=1000")["items"]
            if item["kind"] == "event" and any(quote in telling["quote"] for telling in item["tellings"])
            and len(item["tellings"]) == tellings
        ]
        self.assertTrue(found, quote)
        return found[0]["id"]

    def standing(self):
        """The ids of all entries that stand."""
        return {item["id"] for item in self.room.json("/timeline?limit=1000")["items"]}

    def notice(self):
        """What the page says was done."""
        self.page.wait_for_load_state()
        return words(self.page.get_by_role("status").inner_text())

    def press(self, key):
        """A key that rules: the page comes anew."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


class KeyTests(RulingCase):
    def test_a_accepts_and_u_takes_back(self):
        entry = self.entry("Ahmad Shuqayri")
        self.open(f"/entry/{entry}")
        self.page.keyboard.press("j")
        self.press("a")
        self.assertRegex(self.notice(), f"^Kept: .*accept.*by {AUTHOR}")
        self.assertEqual(self.page.locator(".history li:not(.undone)").count(), 1)
        self.open("/decisions")
        self.assertIn("accept", " ".join(self.texts("main .item")))
        self.page.go_back()
        self.press("u")
        self.assertNotIn("Kept", self.notice())
        self.assertEqual(self.page.locator(".history li:not(.undone)").count(), 0)
        self.assertIn("taken back", " ".join(self.texts(".history li.undone")))

    def test_r_rejects_and_the_timeline_is_without_it_until_u(self):
        entry = self.entry("In 1970 the PLO sought an office in Tirana")
        self.assertIn(entry, self.standing())
        self.open(f"/entry/{entry}")
        self.page.keyboard.press("j")
        self.press("r")
        self.assertIn("reject", self.notice())
        self.assertNotIn(entry, self.standing())
        self.press("u")
        self.assertIn(entry, self.standing())

    def test_without_an_item_in_hand_a_key_rules_on_nothing(self):
        self.open(f"/entry/{self.entry('Elbit Systems')}")
        self.page.keyboard.press("a")
        self.page.wait_for_timeout(300)
        self.assertEqual(self.page.locator(".history li").count(), 0)
        self.page.keyboard.press("j")
        self.press("a")
        self.assertEqual(self.page.locator(".history li").count(), 1)


class MouseTests(RulingCase):
    def test_a_telling_is_rejected_and_the_ruling_taken_back(self):
        entry = self.entry("Albania suspended the training of the fighters")
        self.open(f"/entry/{entry}")
        self.page.get_by_role("button", name="Reject telling 1").click()
        self.assertIn("reject", self.notice())
        self.assertNotIn(entry, self.standing())
        self.page.get_by_role("button", name="Undo").click()
        self.page.locator(".history .undone").wait_for()
        self.assertIn(entry, self.standing())

    def test_who_rejects_one_of_two_tellings_stays_with_what_was_read(self):
        entry = self.entry("Albania suspended the training of the fighters", tellings=2)
        self.open(f"/entry/{entry}")
        self.page.get_by_role("button", name="Reject telling 1").click()
        self.assertIn("reject", self.notice())
        self.assertGreater(self.page.locator(".telling").count(), 0, self.texts("main"))
        self.page.get_by_role("button", name="Undo").click()
        self.page.wait_for_url("**told=*")
        self.assertIn(entry, self.standing())

    def test_a_ruling_of_earlier_is_taken_back_in_its_history(self):
        entry = self.entry("Fatos Nano met Arafat")
        self.open(f"/entry/{entry}")
        self.page.get_by_role("button", name="Reject telling 1").click()
        self.notice()
        self.open(f"/entry/{entry}")
        self.page.locator(".history").get_by_role("button", name="Take back").click()
        self.page.locator(".history .undone").wait_for()
        self.assertIn(entry, self.standing())

    def test_the_rulings_page_says_what_by_whom_and_why(self):
        entry = self.entry("In 1967 Foreign Minister Behar Shtylla")
        self.open(f"/entry/{entry}")
        form = self.page.locator("form.fields[action='/rule']")
        form.locator("[name=ruling]").select_option("accept")
        form.locator("[name=reason]").fill("the letter is in the archive")
        form.locator("[name=by]").fill("Besa Kola")
        form.get_by_role("button").click()
        self.assertIn("Besa Kola", self.notice())
        self.open("/decisions")
        told = " ".join(self.texts("main"))
        self.assertIn("the letter is in the archive", told)
        self.assertIn("Besa Kola", told)
        self.assertIn("Behar Shtylla", told)


class CorrectionTests(RulingCase):
    def correct(self, entry, **fields):
        """Corrects an entry by its form."""
        self.open(f"/entry/{entry}")
        form = self.page.locator("form.fields[action='/rule']")
        form.locator("[name=ruling]").select_option("correct")
        for name, value in fields.items():
            form.locator(f"[name={name}]").fill(value)
        form.locator("[name=reason]").fill("by the protocol of the visit")
        form.get_by_role("button").click()

    def year_of(self, quote):
        """Under which year the relation has some words."""
        self.open("/relation?a=Albania&b=Israel")
        year = self.page.locator(".year", has=self.page.locator(".quote", has_text=quote)).locator("h3")
        return words(year.first.inner_text())

    def test_a_corrected_date_moves_the_entry(self):
        quote = "Prime Minister Edi Rama visited Israel in 2015."
        entry = self.entry(quote)
        self.assertEqual(self.year_of(quote), "2015")
        self.correct(entry, date="1993-05")
        self.notice()
        self.assertEqual(self.texts(".entry > .when"), ["May 1993"])
        self.assertEqual(self.year_of(quote), "1993")
        self.page.go_back()
        self.page.get_by_role("button", name="Undo").click()
        self.page.locator(".history .undone").wait_for()
        self.assertEqual(self.year_of(quote), "2015")

    def test_whoever_fills_in_a_field_corrects_it(self):
        quote = "Prime Minister Edi Rama visited Israel in 2015."
        entry = self.entry(quote)
        self.open(f"/entry/{entry}")
        form = self.page.locator("form.fields[action='/rule']")
        self.assertEqual(form.locator("[name=ruling]").input_value(), "accept")
        form.locator("[name=date]").fill("1994")
        form.get_by_role("button").click()
        self.notice()
        self.assertEqual(self.texts(".entry > .when"), ["1994"])
        self.page.get_by_role("button", name="Undo").click()
        self.page.locator(".history .undone", has_text="1994").wait_for()
        # To reject and to correct are two things.
        self.watch.forgive("status of 409")
        form.locator("[name=ruling]").select_option("reject")
        form.locator("[name=date]").fill("1994")
        form.get_by_role("button").click()
        self.page.locator("a", has_text="Back to where you were").click()
        self.page.wait_for_url(f"**/entry/{entry}*")

    def test_a_date_that_is_none_is_told_and_changes_nothing(self):
        entry = self.entry("Herzog awarded him a medal")
        before = self.room.json(f"/entry/{entry}")
        for status in (400, 409):
            self.watch.forgive(f"status of {status}")
        self.correct(entry, date="last spring")
        self.page.locator("h1", has_text="Not").wait_for()
        self.assertIn("last spring", " ".join(self.texts("main")))
        self.assertEqual(self.room.json(f"/entry/{entry}"), before)


class DocumentTests(RulingCase):
    def lacking(self, title):
        return self.page.locator(".sources li", has_text=title)

    def test_a_missing_publisher_is_said_where_the_document_stands(self):
        self.open("/")
        item = self.lacking("Albania–Palestine relations")
        self.assertEqual(item.locator("[name=publisher]").count(), 1)
        self.assertEqual(self.lacking("Two Embassies").locator("form").count(), 0, "what is known is not asked")
        item.locator("[name=publisher]").fill("The Open Encyclopedia")
        item.locator("[name=publisher]").press("Enter")
        self.assertIn("Kept", self.notice())
        self.assertIn("The Open Encyclopedia", words(item.inner_text()))
        self.assertEqual(item.locator("[name=publisher]").count(), 0)
        self.assertEqual(item.locator("[name=published]").count(), 1)
        item.locator("[name=published]").fill("2024-02-01")
        item.get_by_role("button").click()
        self.assertIn("Kept", self.notice())
        self.assertIn("1 Feb 2024", words(item.inner_text()))
        self.assertEqual(item.locator("form").count(), 0)
        item.locator(".headline a").click()
        self.page.wait_for_url("**/document/*")
        self.assertIn("The Open Encyclopedia", " ".join(self.texts(".facts")))

    def test_a_date_that_is_none_is_told(self):
        essay = next(item for item in self.room.json("/documents")["items"] if item["name"].endswith("brief.txt"))
        self.open(f"/document/{essay['hash']}")
        self.page.locator(".describe summary").click()
        self.page.locator(".describe [name=published]").fill("long ago")
        for status in (400, 409):
            self.watch.forgive(f"status of {status}")
        self.page.locator(".describe").get_by_role("button").click()
        self.page.locator("h1", has_text="Not").wait_for()
        self.assertIn("long ago", " ".join(self.texts("main")))
        self.assertIn("18 Jul 2025", self.room.get(f"/document/{essay['hash']}")[2])


class ReviewTests(RulingCase):
    def done(self):
        """How many are ruled on, by the bar and by its words."""
        self.page.wait_for_load_state()
        bar = self.page.locator("progress#done")
        done, of = int(bar.get_attribute("value")), int(bar.get_attribute("max"))
        self.assertEqual(self.texts(".progress .count"), [f"{done} of {of} ruled on"])
        return done

    def items(self):
        return self.page.locator("[data-item]").evaluate_all("(items) => items.map((item) => item.id)")

    def test_one_key_after_another(self):
        self.open("/review")
        before, first = self.done(), self.items()
        self.page.keyboard.press("j")
        self.press("a")
        self.assertEqual(self.done(), before + 1)
        self.assertNotIn(first[0], self.items())
        second = self.items()[0]
        self.page.keyboard.press("j")
        self.press("r")
        self.assertEqual(self.done(), before + 2)
        self.assertNotIn(second, self.items())
        self.press("u")
        self.assertEqual(self.done(), before + 1)
        self.assertIn(second, self.items())
        self.page.keyboard.press("j")
        held = self.page.locator("[data-item]:focus").get_attribute("id")
        self.press("s")
        self.assertEqual(self.done(), before + 1, "to pass over is no ruling")
        self.assertNotIn(held, self.items())

    def test_all_that_can_be_seen_and_no_more(self):
        self.open("/review")
        before, seen = self.done(), self.items()
        waiting = {item["entry"]["id"] for item in self.room.json("/review?limit=1000")["items"]}
        self.assertGreater(len(waiting), len(seen))
        self.page.get_by_role("button", name="Accept all on this page").click()
        self.assertIn("Kept", self.notice())
        self.assertEqual(self.done(), before + len(seen))
        self.assertFalse(set(seen) & set(self.items()))
        left = {item["entry"]["id"] for item in self.room.json("/review?limit=1000")["items"]}
        self.assertEqual(left, waiting - set(seen))

    def test_all_that_were_ruled_on_at_once_are_taken_back_at_once(self):
        self.open("/review?party=United%20States")
        before, seen = self.done(), self.items()
        self.assertGreater(len(seen), 1)
        self.page.get_by_role("button", name="Accept all on this page").click()
        self.assertIn("Kept", self.notice())
        self.assertEqual(self.done(), before + len(seen))
        self.page.get_by_role("button", name="Undo").click()
        self.page.wait_for_url("**told=*")
        self.assertEqual(self.done(), before)

    def test_a_sentence_is_said_once_with_all_that_was_read_from_it(self):
        self.open("/review?document=essay.txt")
        said = [re.sub(r"^\W+|\W+$", "", text) for text in self.texts(".sentence")]
        self.assertTrue(said)
        self.assertEqual(len(said), len(set(said)))


if __name__ == "__main__":
    unittest.main()
