"""What somebody brings to a record: an item made by hand, a document added, a sentence checked, a sample judged."""

import re
import unittest

from house import TEXTS, RoomCase, words


class MakingTests(RoomCase):
    changes = True

    def test_words_behind_a_dove_are_made_an_event(self):
        # A browser counts the dove twice, the record once.
        gate = next(item for item in self.room.json("/documents")["items"] if item["name"].endswith("scripts.txt"))
        self.open(f"/document/{gate['hash']}")
        run = self.page.locator("[data-text] .quiet", has_text="painted over")
        chosen = run.inner_text()
        run.select_text()
        self.assertIn("painted over", self.page.locator("[data-chosen]").inner_text())
        form = self.page.locator("[data-make]")
        form.locator("[name=type]").select_option("ASSAULT")
        form.locator("[name=actor]").fill("Albania")
        form.locator("[name=recipient]").fill("Israel")
        form.locator("[name=date]").fill("2021")
        form.get_by_role("button").click()
        self.page.wait_for_url("**at=*")
        self.assertIn("Kept", " ".join(self.texts("[role=status]")), self.texts("body"))
        start, end = re.search(r"at=(\d+)-(\d+)", self.page.url).groups()
        text = (TEXTS / "scripts.txt").read_text("utf-8")
        self.assertEqual(text[int(start):int(end)].strip(), chosen.strip())
        self.assertEqual(words("".join(self.page.locator("[data-text] .lit").all_inner_texts())), words(chosen))
        self.open("/timeline?from=2021&to=2021")
        self.assertIn("painted over", " ".join(self.texts(".item")))

    def test_a_text_and_a_file_are_added(self):
        self.open("/add")
        self.page.locator("[name=files]").set_input_files({
            "name": "note.md", "mimeType": "text/markdown", "buffer": b"# A note\n\nIn 1965 Albania accused Iran of a plot.\n",
        })
        self.page.locator("[name=text]").fill("In 1966 Iran visited Albania.")
        self.page.locator("[name=name]").fill("a card")
        self.page.locator("[name=publisher]").fill("The Card Box")
        self.page.get_by_role("button", name="Add", exact=True).click()
        self.page.locator("h2", has_text="What came of it").wait_for()
        self.page.locator("td", has_text="is being read").first.wait_for(state="detached", timeout=60_000)
        self.assertEqual(self.page.locator("td .caveat").count(), 0, self.texts("main table"))
        self.open("/timeline?to=1970")
        self.assertLessEqual({"1965", "1966"}, set(self.texts(".when")))
        self.open("/")
        self.assertIn("The Card Box", " ".join(self.texts(".sources")))

    def test_a_sentence_is_looked_up(self):
        self.open("/check")
        self.page.locator("[name=sentence]").fill("Albania recognised Palestine in 1988.")
        self.page.locator("main").get_by_role("button").click()
        same = self.page.locator(".part", has_text="The record tells the same")
        same.wait_for(timeout=30_000)
        self.assertIn("recognise", words(same.inner_text()))

    def test_a_sample_is_judged_by_keys(self):
        self.open("/sample")
        self.page.locator("[name=size]").fill("3")
        self.page.locator("[name=size]").press("Enter")
        for done, key in enumerate("ara"):
            self.page.locator(".progress .count", has_text=f"{done} of 3 judged").wait_for()
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
        self.page.locator("h2", has_text="Precision").wait_for()
        self.assertIn("3 2", " ".join(self.texts("tbody tr")[:1]))


class PersonTests(RoomCase):
    def test_what_somebody_said_lies_behind_his_party(self):
        self.open("/party?name=Ilir%20Vasha")
        self.page.locator(".turn a", has_text="What was said").click()
        self.at("/person")
        self.assertIn("Where were you in July 2022?", " ".join(self.texts(".question")))
        self.page.locator(".turns .source a").first.click()
        self.page.wait_for_url("**/document/*")


if __name__ == "__main__":
    unittest.main()
