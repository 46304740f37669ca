"""Everything without scripts: forms and links alone lead from the home page to a ruling and back."""

import unittest

from house import RoomCase


class PlainTests(RoomCase):
    changes = True
    options = {"java_script_enabled": False}

    def test_from_home_to_a_ruling_and_back(self):
        self.open("/")
        self.page.locator("input[name=a]").fill("Albania")
        self.page.locator("input[name=b]").fill("Palestine")
        self.page.locator("input[name=b]").press("Enter")
        self.at("/relation")
        self.assertEqual(self.texts("h1"), ["Albania and Palestine"])
        self.page.locator(".spine .item", has_text="1996").locator(".headline a").first.click()
        self.page.wait_for_url("**/entry/*")
        entry = self.page.url
        self.page.get_by_role("button", name="Accept telling 1").click()
        self.page.wait_for_url("**done=*")
        self.assertIn("Kept", self.texts("[role=status]")[0])
        self.page.get_by_role("button", name="Undo").click()
        self.page.wait_for_url("**told=*")
        self.assertEqual(self.page.url.split("?")[0], entry)
        self.assertEqual(self.page.locator(".history .undone").count(), 1)

    def test_scripts_are_off_here_and_on_elsewhere(self):
        self.open("/")
        self.assertEqual(self.page.locator("[role=combobox]").count(), 0)
        self.assertEqual(self.page.get_by_role("button", name="Keys").count(), 0, "no button that would do nothing")
        other, _ = self.fresh()
        other.goto("/")
        self.assertEqual(other.locator("[role=combobox]").count(), 3)
        self.assertEqual(other.get_by_role("button", name="Keys").count(), 1)

    def test_what_is_folded_opens(self):
        self.open("/relation?a=Albania&b=Palestine")
        self.page.locator("details.folded summary").first.click()
        self.assertTrue(self.page.locator("details.folded .note").first.is_visible())


if __name__ == "__main__":
    unittest.main()
