"""axe-core over every kind of page, in light and in dark: WCAG 2.1, levels A and AA."""

import unittest

from axe_playwright_python.sync_playwright import Axe

from house import RoomCase
from test_every_page import every_page

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}, "resultTypes": ["violations"],
}


class AxeTests(RoomCase):
    def violations(self):
        """What axe finds in the page as it is: a line for each place."""
        found = Axe().run(self.page, options=OPTIONS).response["violations"]
        return [f"{each['id']}: {node['html'][:160]} {node['target']}" for each in found for node in each["nodes"][:3]]

    def test_every_kind_of_page(self):
        self.watch.forgive("status of 40[04]")
        for address in every_page():
            self.page.goto(address)
            # What is folded is read too.
            self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            for scheme in ("light", "dark"):
                with self.subTest(address, scheme=scheme):
                    self.page.emulate_media(color_scheme=scheme)
                    self.assertEqual(self.violations(), [])

    def test_names_on_offer_and_the_list_of_keys(self):
        for scheme in ("light", "dark"):
            with self.subTest(scheme):
                self.page.emulate_media(color_scheme=scheme)
                self.open("/")
                self.page.locator("input[name=name]").press_sequentially("Pal")
                self.page.locator("[role=option]").first.wait_for()
                self.page.keyboard.press("ArrowDown")
                self.assertEqual(self.violations(), [])
                self.page.keyboard.press("Escape")
                self.page.locator("h1").click()
                self.page.keyboard.press("?")
                self.assertEqual(self.violations(), [])

    def test_what_is_wrong_is_found(self):
        self.open("/")
        self.page.evaluate("""() => {
          const faint = document.createElement("p");
          faint.textContent = "Hardly to be read";
          faint.style.color = "#ddd";
          document.querySelector("main").append(faint, document.createElement("img"), document.createElement("select"));
        }""")
        found = {line.split(":")[0] for line in self.violations()}
        self.assertEqual(found, {"color-contrast", "image-alt", "select-name"})


if __name__ == "__main__":
    unittest.main()
