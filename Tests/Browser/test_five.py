"""One reader's way through the five articles that lie beside the project, where they do: from a name to a citation."""

import functools
import unittest

from house import PROJECT, RoomCase, chancery, place, words

FIVE = PROJECT.parent / "shared/seeds"


@functools.cache
def five():
    """The record of the five articles."""
    path = place() / "five.dossier"
    chancery("new", path)
    chancery("add", path, FIVE)
    return path


@unittest.skipUnless(FIVE.is_dir(), "needs the five articles of ../shared/seeds")
class FiveArticlesTests(RoomCase):
    dossier = staticmethod(five)
    changes = True

    def test_from_a_name_to_a_citation(self):
        page = self.page
        # A name is completed.
        self.open("/")
        page.locator("input[name=name]").press_sequentially("MEK")
        page.locator("[role=option]").filter(has_text="Mojahedin").first.wait_for()
        # Two parties.
        page.locator("form[action='/relation'] [name=a]").fill("Albania")
        page.locator("form[action='/relation'] [name=b]").fill("Palestine")
        page.locator("form[action='/relation']").get_by_role("button").click()
        self.at("/relation")
        self.assertIn("1988", self.texts(".spine .year h3"))
        # An entry, and its words in their text.
        page.locator(".spine .item .headline a", has_text="recognise").first.click()
        page.wait_for_url("**/entry/*")
        entry = page.url
        quote = words(page.locator(".words .sentence").first.inner_text())
        page.locator(".apparatus .source a").nth(1).click()
        page.wait_for_url("**/document/**")
        self.assertTrue(page.locator("[data-text] .lit").first.is_visible())
        self.assertTrue(quote)
        # A ruling, and back.
        page.goto(entry)
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("r")
        self.assertIn("Kept: reject", words(page.get_by_role("status").inner_text()))
        page.get_by_role("button", name="Undo").click()
        page.locator(".history .undone").wait_for()
        # Its citation.
        page.locator(".cite summary", has_text="BibTeX").click()
        self.assertTrue(page.locator(".cite pre").nth(2).inner_text().startswith("@misc{"))

    def test_what_somebody_adds_to_it(self):
        page = self.page
        # An item by hand.
        shelf = self.room.json("/documents")["items"]
        self.open(f"/document/{shelf[0]['hash']}")
        page.locator("[data-text] .block:not(.furniture) .quiet").first.select_text()
        form = page.locator("[data-make]")
        form.locator("[name=type]").select_option("CONSULT")
        form.locator("[name=actor]").fill("Albania")
        form.locator("[name=recipient]").fill("Israel")
        form.locator("[name=date]").fill("1901")
        form.get_by_role("button").click()
        page.wait_for_url("**at=*")
        self.open("/timeline?to=1902")
        self.assertIn("1901", self.texts(".when"))
        self.assertNotIn("taken from the context", " ".join(self.texts(".item", )))
        # A text.
        self.open("/add")
        page.locator("[name=text]").fill("In 1902 Iran visited Albania.")
        page.locator("[name=name]").fill("a card")
        page.get_by_role("button", name="Add", exact=True).click()
        page.locator("h2", has_text="What came of it").wait_for()
        page.locator("td", has_text="is being read").first.wait_for(state="detached", timeout=60_000)
        self.open("/search?q=1902")
        self.assertIn("1902", " ".join(self.texts("main")))
        # A sentence.
        for sentence, heading in [
            ("Albania recognised Palestine in 1988.", "The record tells the same"),
            ("Albania recognised Palestine in 1995.", "The same at another time"),
        ]:
            self.open("/check")
            page.locator("[name=sentence]").fill(sentence)
            page.locator("main").get_by_role("button").click()
            found = page.locator(".part", has_text=heading)
            found.wait_for(timeout=30_000)
            self.assertIn("recognise", words(found.inner_text()), sentence)

    def test_review_and_a_sample(self):
        page = self.page
        self.open("/review")
        before = self.texts(".progress .count")
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("a")
        self.assertNotEqual(self.texts(".progress .count"), before)
        self.open("/sample")
        page.locator("[name=size]").fill("2")
        page.locator("[name=size]").press("Enter")
        for done, key in enumerate("ar"):
            page.locator(".progress .count", has_text=f"{done} of 2 judged").wait_for()
            with page.expect_navigation():
                page.keyboard.press(key)
        page.locator("h2", has_text="Precision").wait_for()


if __name__ == "__main__":
    unittest.main()
