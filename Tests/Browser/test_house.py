"""The house itself: what a page must not do is noticed when one does it."""

import unittest

from house import RoomCase, is_here


class WatchTests(RoomCase):
    def setUp(self):
        super().setUp()
        self.other, self.seen = self.fresh(bypass_csp=True)
        self.other.route("**/*elsewhere*", lambda route: route.fulfill(body="x"))
        self.other.route("http://elsewhere.example/**", lambda route: route.fulfill(body="x"))
        self.other.goto("/")
        self.assertEqual(self.seen.faults, [])

    def test_an_error_on_the_console(self):
        self.other.evaluate("console.warn('let be'); console.error('wrong')")
        self.assertEqual(self.seen.faults, ["console: wrong"])
        self.seen.forgive("^wr")
        self.assertEqual(self.seen.faults, [])

    def test_an_error_of_a_script(self):
        self.other.evaluate("setTimeout(() => { throw new Error('thrown'); })")
        self.other.wait_for_timeout(200)
        self.assertIn("thrown", " ".join(self.seen.faults))

    def test_a_request_off_the_machine(self):
        self.other.evaluate("fetch('http://elsewhere.example/x', { mode: 'no-cors' })")
        self.assertEqual(self.seen.faults, ["request off the machine: http://elsewhere.example/x"])

    def test_a_dialog(self):
        self.other.evaluate("alert('boo')")
        self.assertEqual(self.seen.faults, ["dialog: alert: boo"])

    def test_what_is_of_this_machine(self):
        for url in [self.room.address + "/", "data:,x", "about:blank"]:
            self.assertTrue(is_here(url), url)
        for url in ["http://localhost.elsewhere.example/", "https://elsewhere.example/", "ws://127.0.0.2/", "file:///x"]:
            self.assertFalse(is_here(url), url)


if __name__ == "__main__":
    unittest.main()
