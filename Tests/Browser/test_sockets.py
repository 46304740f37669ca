"""What no browser sends: slow heads, foreign hosts and origins, paths out of the folder, bodies without end."""

import re
import select
import socket
import statistics
import time
import unittest

import crawl
from house import MACHINE, Room, adriatic

CLIENTS = 20


class SocketTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.room = Room.shared(adriatic)
        cls.host = f"{MACHINE}:{cls.room.port}"

    def connect(self):
        connection = socket.create_connection((MACHINE, self.room.port), timeout=15)
        self.addCleanup(connection.close)
        return connection

    def ask(self, head, body=b""):
        """What the first line of the answer to some bytes says: its status."""
        connection = self.connect()
        connection.sendall("\r\n".join([*head, "", ""]).encode() + body)
        answer = b""
        while b"\r\n" not in answer:
            part = connection.recv(4096)
            if not part:
                return None
            answer += part
        return int(answer.split(b" ")[1])

    def get(self, path, host=None):
        return self.ask([f"GET {path} HTTP/1.1", f"Host: {host or self.host}", "Connection: close"])

    def post(self, path, body, **headers):
        given = {"Host": self.host, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": len(body),
                 "Connection": "close"}
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.ask([f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items())], body)

    def form(self):
        """A form that a page of this room has: its token, and nothing to rule on."""
        token = re.search(r'name="token" value="(\w+)"', self.room.get("/add")[2]).group(1)
        return f"token={token}&id=&ruling=accept".encode()

    def test_slow_heads_are_cut_off_while_others_are_answered(self):
        slow = [self.connect() for _ in range(CLIENTS)]
        head = f"GET / HTTP/1.1\r\nHost: {self.host}\r\nX-Slow: ".encode() + b"a" * 60
        started = time.monotonic()
        ended = {}
        times = []
        sent = 0
        while len(ended) < CLIENTS and time.monotonic() - started < 16:
            for connection in slow:
                if connection in ended:
                    continue
                try:
                    connection.sendall(head[sent:sent + 1])
                    while select.select([connection], [], [], 0)[0]:
                        if not connection.recv(4096):
                            raise ConnectionResetError
                except OSError:
                    ended[connection] = time.monotonic() - started
            sent += 1
            asked = time.monotonic()
            self.assertEqual(self.get("/static/room.css"), 200)
            times.append(time.monotonic() - asked)
            time.sleep(max(0, 1 - (time.monotonic() - asked)))
        self.assertEqual(len(ended), CLIENTS)
        self.assertLess(max(ended.values()), 15)
        self.assertGreater(min(ended.values()), 5, "an honest asker on a bad line is let be")
        self.assertLess(statistics.median(times), 0.5)
        self.assertLess(max(times), 2)

    def test_who_sends_a_head_at_once_is_answered(self):
        self.assertEqual(self.get("/"), 200)
        self.assertEqual(self.get("/", host=f"localhost:{self.room.port}"), 200)

    def test_a_foreign_name_of_this_machine_is_refused(self):
        for host in ["elsewhere.example", f"elsewhere.example:{self.room.port}", f"{MACHINE}.elsewhere.example", "[::2]", ""]:
            with self.subTest(host):
                head = ["GET / HTTP/1.1", f"Host: {host}", "Connection: close"]
                self.assertIn(self.ask(head), [421] if host else [400, 421])

    def test_a_form_of_another_origin_is_refused(self):
        own = f"http://{self.host}"
        # The room's own form passes the gate: then it is told that it names nothing to rule on.
        self.assertEqual(self.post("/rule", self.form(), Origin=own, Sec_Fetch_Site="same-origin"), 409)
        self.assertEqual(self.post("/rule", self.form()), 409, "a program that sends no origin is no browser")
        for headers in [
            {"Origin": "http://elsewhere.example"}, {"Origin": f"http://{MACHINE}:1"}, {"Origin": f"https://{self.host}"},
            {"Origin": own, "Sec_Fetch_Site": "cross-site"}, {"Origin": own, "Sec_Fetch_Site": "same-site"},
            {"Origin": "null", "Sec_Fetch_Site": "cross-site"},
        ]:
            with self.subTest(headers):
                self.assertEqual(self.post("/rule", self.form(), **headers), 403)

    def test_a_form_without_its_token_is_refused(self):
        own = f"http://{self.host}"
        for body in [b"id=&ruling=accept", b"token=&id=", b"token=" + b"0" * 32]:
            self.assertEqual(self.post("/rule", body, Origin=own), 403)
        self.assertEqual(self.post("/rule", self.form(), Origin=own, Content_Type="text/plain"), 403)

    def test_no_path_leads_out_of_the_folder(self):
        self.assertEqual(self.get("/static/room.css"), 200)
        for path in ["/static/../../etc/passwd", "/static/..%2f..%2fetc%2fpasswd", "/static/%2e%2e/%2e%2e/etc/passwd",
                     "/static//etc/passwd", "/static/../templates/head.mustache", "/static/room.css/../../templates"]:
            with self.subTest(path):
                self.assertEqual(self.get(path), 404)

    def test_a_body_announced_with_ten_gigabytes_is_refused_at_once(self):
        started = time.monotonic()
        self.assertEqual(self.post("/rule", b"token=", Content_Length=10_000_000_000), 413)
        self.assertLess(time.monotonic() - started, 2)
        self.assertEqual(self.post("/rule", self.form() + b"&reason=" + b"a" * 100_000), 409, "a long reason is none too long")

    def test_the_room_answers_still(self):
        self.assertEqual(crawl.read(*self.room.get("/")).status, 200)


if __name__ == "__main__":
    unittest.main()
