#!/usr/bin/env python3
"""Tampers with a dossier and its export, and shows that `chancery verify` notices, or that nothing any view prints is other.

    Scripts/tamper.py CHANCERY [--documents Examples/adriatic] [--edits 300] [--seed 1] [--quick]

First come alterations made by hand, of a dossier (SQL behind its back) and of an export; then single bytes at random
outside free space, spread over the header and every table and index, those of the full-text index among them; then
single bytes inside free space, which mean nothing. Each alteration is one line of the table: `noticed` (verify exits with
1), `no effect` (verify proves it, and every view prints the same bytes), or a failure: `UNNOTICED`, `CRASH`, `HANG`.
Exit status 1 where there is a failure. Python's own library only.
"""
import argparse, collections, concurrent.futures, os, random, shutil, sqlite3, subprocess, sys, tempfile

VIEWS = [
    ["timeline"], ["timeline", "--entity", "Palestine"], ["timeline", "--from", "1990", "--to", "2005"],
    ["relation", "Albania", "Israel"], ["statements"], ["figures"], ["entities"], ["documents"], ["search", "embassy"],
    ["disputes"], ["origins"], ["names", "Albania"], ["compare", "FIRST", "SECOND"], ["decisions"], ["show", "ENTRY"],
    ["timeline", "--format", "json"], ["export"],
]
TIMEOUT = 60

# Statements of SQL, run with foreign keys off; :entry and :report stand for ids. MAYBE: in a small file it may mean nothing.
BY_HAND = {
    "an index of parties less": "REINDEXED participants_folded",
    "an index of codes less": "REINDEXED participants_code",
    "an index of blocks less": "REINDEXED reports_block",
    "an index of kinds less": "REINDEXED reports_kind",
    "an index of documents less": "REINDEXED reports_document",
    "an index of names less": "REINDEXED documents_name",
    "full-text data cut": "DELETE FROM items_fts_data WHERE id > 10",
    "full-text index emptied": "INSERT INTO items_fts(items_fts) VALUES('delete-all')",
    "full-text index of documents emptied": "INSERT INTO documents_fts(documents_fts) VALUES('delete-all')",
    "full-text index of other words": "INSERT INTO documents_fts(rowid, title, text) VALUES(1, 'forged', 'forged')",
    "a full-text posting taken away": "INSERT INTO items_fts(items_fts, rowid, words, names) SELECT 'delete', row, words, names FROM reports LIMIT 1",
    "full-text sizes": "UPDATE items_fts_docsize SET sz = x'01' WHERE id = (SELECT min(id) FROM items_fts_docsize)",
    "full-text sizes gone": "DELETE FROM documents_fts_docsize",
    "full-text term index": "MAYBE DELETE FROM items_fts_idx",
    "full-text settings": "INSERT INTO items_fts_config VALUES('rank', 'bm25(0.0, 9.0)')",
    "full-text totals": "UPDATE items_fts_data SET block = x'0101010101' WHERE id = 1",
    "a trigger that deletes reports": "CREATE TRIGGER later AFTER INSERT ON documents BEGIN DELETE FROM reports; END",
    "a guard dropped": "DROP TRIGGER decisions_stay",
    "another guard dropped": "DROP TRIGGER decisions_hold",
    "a guard that guards nothing": "DROP TRIGGER decisions_stay; CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT 1; END",
    "an index dropped": "DROP INDEX participants_folded",
    "a full-text trigger dropped": "DROP TRIGGER items_fts_insert",
    "a table added": "CREATE TABLE notes(a)",
    "a view added": "CREATE VIEW v AS SELECT * FROM reports",
    "a column added": "ALTER TABLE reports ADD COLUMN extra TEXT",
    "an index added": "CREATE INDEX more ON reports(type)",
    "statistics added": "ANALYZE",
    "a migration forgotten": "DELETE FROM grdb_migrations WHERE identifier = '2'",
    "a migration too many": "INSERT INTO grdb_migrations VALUES('9')",
    "an older version": "PRAGMA user_version = 1",
    "a newer version": "PRAGMA user_version = 9",
    "another program's file": "PRAGMA application_id = 1",
    "lineage emptied": "UPDATE documents SET lineage = ''",
    "lineage altered": "UPDATE documents SET lineage = replace(lineage, '\"standing\":\"', '\"standing\":\"x')",
    "lineages exchanged": "UPDATE documents SET lineage = (SELECT lineage FROM documents d ORDER BY hash LIMIT 1)",
    "a stale block invented": "INSERT INTO stale_blocks VALUES('event')",
    "said to be stale": "UPDATE meta SET value = '1' WHERE key = 'stale-origins'",
    "an odd state": "UPDATE meta SET value = '' WHERE key = 'stale-origins'",
    "a state invented": "INSERT INTO meta VALUES('trusted', 'yes')",
    "the head of decisions": "UPDATE meta SET value = '' WHERE key = 'decisions-head'",
    "the head of the record": "UPDATE meta SET value = '' WHERE key = 'record-head'",
    "a report deleted": "DELETE FROM reports WHERE id = :report",
    "a report copied": "INSERT INTO reports(id, document_row, kind, type, concept, modality, date, start, words, names, block, line, row_hash) SELECT 'x', document_row, kind, type, concept, modality, date, start, words, names, block, line, row_hash FROM reports WHERE id = :report",
    "a report's line": "UPDATE reports SET line = replace(line, '\"modality\":\"asserted\"', '\"modality\":\"denied\"')",
    "a second member in a line": "UPDATE reports SET line = replace(line, '\"modality\":\"asserted\"', '\"modality\":\"asserted\",\"modality\":\"denied\"')",
    "an unknown member in a line": "UPDATE reports SET line = replace(line, '{\"', '{\"aaa\":1,\"') WHERE id = :report",
    "a report's confidence column": "UPDATE reports SET confidence = 1 - confidence WHERE confidence <> 0.5",
    "a confidence taken away": "UPDATE reports SET confidence = NULL",
    "a confidence in the line": "UPDATE reports SET line = replace(line, '\"confidence\":0.', '\"confidence\":1.')",
    "a report's kind column": "UPDATE reports SET kind = 'state' WHERE id = :report",
    "a report's type column": "UPDATE reports SET type = 'ASSAULT' WHERE id = :report",
    "a report's concept column": "UPDATE reports SET concept = 'x' WHERE id = :report",
    "a report's modality column": "UPDATE reports SET modality = 'x' WHERE id = :report",
    "a report's date column": "UPDATE reports SET date = '1900' WHERE id = :report",
    "a report's first day": "UPDATE reports SET date_from = 1",
    "an open day as an empty text": "UPDATE reports SET date_from = '' WHERE date_from IS NULL",
    "a report's place": "UPDATE reports SET start = start + 1 WHERE id = :report",
    "a report's words": "UPDATE reports SET words = words || '!' WHERE id = :report",
    "a report's names": "UPDATE reports SET names = '' WHERE id = :report",
    "a report's block": "UPDATE reports SET block = 'x' WHERE id = :report",
    "a report's document": "UPDATE reports SET document_row = 2",
    "a text as bytes": "UPDATE reports SET kind = CAST(kind AS BLOB)",
    "a text with a hidden end": "UPDATE participants SET folded = folded || char(0) || 'x'",
    "a participant's name": "UPDATE participants SET name = 'Osk' WHERE name = 'Albania'",
    "a participant's folded name": "UPDATE participants SET folded = 'osk' WHERE folded = 'palestine'",
    "a participant's code": "UPDATE participants SET code = 'OSK' WHERE code = 'ALB'",
    "a participant's sector": "UPDATE participants SET sector = 'GOV'",
    "a participant's kind": "UPDATE participants SET kind = 'place'",
    "a participant's role": "UPDATE participants SET role = 'recipient' WHERE role = 'actor'",
    "a participant's position": "UPDATE participants SET position = position + 9",
    "participants deleted": "DELETE FROM participants WHERE code = 'PSE'",
    "a participant of nothing": "INSERT INTO participants VALUES(99999, 0, 'actor', 'Osk', 'osk', 'OSK', '', 'state')",
    "a document's title": "UPDATE documents SET title = 'x'",
    "a document's name": "UPDATE documents SET name = name || 'x'",
    "a document's text": "UPDATE documents SET text = replace(text, 'Albania', 'Algeria')",
    "a document's length": "UPDATE documents SET code_points = 1",
    "a document's blocks": "UPDATE documents SET blocks = '[]'",
    "a document's number": "UPDATE documents SET row = row + 100",
    "a document deleted": "DELETE FROM documents WHERE row = 1",
    "a copy deleted": "DELETE FROM copies WHERE name = 'reprint.txt'",
    "a copy invented": "INSERT INTO copies SELECT row + 99, document_row, 'x', publisher, url, via, published_on, original, original_hash, line, row_hash || 'x' FROM copies LIMIT 1",
    "a copy's bytes": "UPDATE copies SET original = x'00' WHERE name = 'reprint.txt'",
    "a copy's publisher": "UPDATE copies SET publisher = 'x'",
    "a copy's document": "UPDATE copies SET document_row = 1",
    "an entry deleted": "DELETE FROM entries WHERE id = :entry",
    "an entry and its places deleted": "DELETE FROM entry_reports WHERE entry_id = :entry; DELETE FROM entries WHERE id = :entry",
    "an entry's line": "UPDATE entries SET line = replace(line, '\"date\":\"', '\"date\":\"1') WHERE id = :entry",
    "an entry's kind": "UPDATE entries SET kind = 'x' WHERE id = :entry",
    "an entry's count of origins": "UPDATE entries SET line = replace(line, '\"independent_origins\":0', '\"independent_origins\":1')",
    "a report put elsewhere": "UPDATE entry_reports SET entry_id = (SELECT id FROM entries LIMIT 1) WHERE report_id = :report",
    "a report in no entry": "DELETE FROM entry_reports WHERE report_id = :report",
    "disputes deleted": "DELETE FROM dispute_entries; DELETE FROM disputes",
    "one dispute deleted": "DELETE FROM dispute_entries WHERE dispute_id = (SELECT min(id) FROM disputes); DELETE FROM disputes WHERE id = (SELECT min(id) FROM disputes)",
    "a dispute's entries": "DELETE FROM dispute_entries",
    "a dispute's dimension": "UPDATE disputes SET dimension = 'number'",
    "a dispute's line": "UPDATE disputes SET line = replace(line, '\"says\":\"', '\"says\":\"x')",
    "origins deleted": "DELETE FROM origins",
    "an origin's line": "UPDATE origins SET line = replace(line, '[]', '[ ]')",
    "a decision deleted": "DROP TRIGGER decisions_stay; DELETE FROM decisions; CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN\n    SELECT RAISE(ABORT, 'decisions are never removed');\nEND",
    "a decision's line": "DROP TRIGGER decisions_hold; UPDATE decisions SET line = replace(line, 'seen', 'read')",
    "a former entry": "INSERT INTO former_entries VALUES('e123456789abcdef', '[\"x\"]')",
}

def by_hand_export():
    """Alterations of an export: a name and what makes of its lines other lines."""
    def put(old, new, first=True):
        def change(lines):
            done, out = False, []
            for line in lines:
                if old in line and not (first and done):
                    line, done = line.replace(old, new, 1 if first else -1), True
                out.append(line)
            return out
        return change
    asserted, end = '"modality":"asserted"', '"kind":"end"'
    yield "a second member that denies", put(asserted, asserted + ',"modality":"denied"')
    yield "a first member that denies", put(asserted, '"modality":"denied",' + asserted)
    yield "an unknown member", put(asserted, asserted + ',"retracted":true')
    yield "an unknown member in front", put('{"', '{"forged":1,"')
    yield "a second name of a party", put('"name":"Albania"', '"name":"Albania","name":"Osk"')
    yield "a member escaped", put('"kind":"event"', '"k\\u0069nd":"event"')
    yield "a count removed", put(',"independent_origins":0', '')
    yield "a count of the end removed", put('"entries":', '"x":')
    yield "a count of the end doubled", put('"kind":"end"', '"kind":"end","kind":"end"')
    yield "an empty list removed", put('"attribution":[],', '')
    yield "modality altered", put(asserted, '"modality":"denied"')
    yield "a text altered", put("Albania", "Algeria")
    yield "a date altered", put('"date":"19', '"date":"18')
    yield "a word altered", put('"concept":"', '"concept":"x')
    yield "a number written otherwise", put('"start":1', '"start":1.0e0')
    yield "blanks", put(':', ': ')
    yield "blanks at the end", lambda lines: [line + " " for line in lines]
    yield "carriage returns", lambda lines: [line + "\r" for line in lines]
    yield "a byte order mark", lambda lines: ["\ufeff" + lines[0]] + lines[1:]
    yield "an empty line", lambda lines: lines[:3] + [""] + lines[3:]
    yield "a line behind the end", lambda lines: lines + [lines[0]]
    yield "two ends", lambda lines: lines + [lines[-1]]
    yield "no end", lambda lines: lines[:-1]
    yield "not up to date", put('"reconciled":true', '"reconciled":false')
    yield "another format", put('"format":3', '"format":1')
    for kind in ["document", "copy", "event", "statement", "figure", "state", "origin", "entry", "dispute", "decision"]:
        mark = '"kind":"%s"' % kind
        def without(lines, mark=mark):
            at = next((n for n, line in enumerate(lines) if mark in line), None)
            return lines if at is None else lines[:at] + lines[at + 1:]
        def twice(lines, mark=mark):
            at = next((n for n, line in enumerate(lines) if mark in line), None)
            return lines if at is None else lines[:at] + [lines[at]] + lines[at:]
        def moved(lines, mark=mark):
            at = next((n for n, line in enumerate(lines) if mark in line), None)
            return lines if at in (None, 0) else [lines[at]] + lines[:at] + lines[at + 1:]
        yield "a line of kind %s less" % kind, without
        yield "a line of kind %s twice" % kind, twice
        yield "a line of kind %s moved" % kind, moved
    def fewer_disputes(lines):
        import json
        cut = [line for line in lines[:-1] if '"kind":"dispute"' not in line]
        end = json.loads(lines[-1])
        end["disputes"] = 0
        return cut + [json.dumps(end, separators=(",", ":"), sort_keys=True)]
    yield "all disputes less, and the count", fewer_disputes


class Pages:
    """Which bytes of an SQLite file mean something, by table and index (https://www.sqlite.org/fileformat.html)."""
    def __init__(self, path):
        self.data = open(path, "rb").read()
        size = int.from_bytes(self.data[16:18], "big")
        self.size = 65536 if size == 1 else size
        self.usable = self.size - self.data[20]
        self.used, self.free = collections.defaultdict(list), []
        # The counters of changes and versions, and what is reserved, mean nothing to a reader.
        self.used["header"] = [(0, 24), (28, 40), (44, 48), (52, 72)]
        self.free += [(24, 28), (40, 44), (48, 52), (72, 100)]
        with sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True) as db:
            roots = [(1, "sqlite_schema")] + db.execute("SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0").fetchall()
        for root, name in roots:
            self.walk(root, name)
        trunk = int.from_bytes(self.data[32:36], "big")
        while trunk:
            base = (trunk - 1) * self.size
            count = int.from_bytes(self.data[base + 4:base + 8], "big")
            for at in range(count):
                leaf = int.from_bytes(self.data[base + 8 + 4 * at:base + 12 + 4 * at], "big")
                self.free.append(((leaf - 1) * self.size, leaf * self.size))
            trunk = int.from_bytes(self.data[base:base + 4], "big")

    def varint(self, at):
        value = 0
        for n in range(9):
            byte = self.data[at + n]
            if n == 8:
                return (value << 8) | byte, at + 9
            value = (value << 7) | (byte & 127)
            if byte < 128:
                return value, at + n + 1

    def walk(self, page, name):
        base = (page - 1) * self.size
        head = base + (100 if page == 1 else 0)
        kind = self.data[head]
        cells = int.from_bytes(self.data[head + 3:head + 5], "big")
        start = int.from_bytes(self.data[head + 5:head + 7], "big") or 65536
        pointers = head + (8 if kind in (10, 13) else 12)
        # How many bytes are free is only reckoned with when something is written.
        self.used[name].append((head, pointers + 2 * cells))
        self.free.append((pointers + 2 * cells, base + start))
        for at in range(cells):
            cell = base + int.from_bytes(self.data[pointers + 2 * at:pointers + 2 * at + 2], "big")
            self.cell(cell, kind, name)
        if kind in (2, 5):
            self.walk(int.from_bytes(self.data[head + 8:head + 12], "big"), name)

    def cell(self, cell, kind, name):
        at = cell
        if kind in (2, 5):
            self.walk(int.from_bytes(self.data[at:at + 4], "big"), name)
            at += 4
        if kind == 5:
            self.used[name].append((cell, self.varint(at)[1]))
            return
        payload, at = self.varint(at)
        if kind == 13:
            at = self.varint(at)[1]
        most = self.usable - 35 if kind == 13 else (self.usable - 12) * 64 // 255 - 23
        least = (self.usable - 12) * 32 // 255 - 23
        local = payload
        if payload > most:
            local = least + (payload - least) % (self.usable - 4)
            local = local if local <= most else least
        end = at + local + (4 if local < payload else 0)
        self.used[name].append((cell, end))
        left, page = payload - local, int.from_bytes(self.data[end - 4:end], "big") if local < payload else 0
        while left > 0 and page:
            base = (page - 1) * self.size
            take = min(left, self.usable - 4)
            self.used[name].append((base, base + 4 + take))
            if take < self.usable - 4:
                self.free.append((base + 4 + take, base + self.usable))
            left, page = left - take, int.from_bytes(self.data[base:base + 4], "big")

    @staticmethod
    def pick(ranges, chance):
        ranges = [r for r in ranges if r[1] > r[0]]
        at = chance.randrange(sum(b - a for a, b in ranges))
        for a, b in ranges:
            if at < b - a:
                return a + at
            at -= b - a


class Trial:
    def __init__(self, chancery, folder):
        self.chancery, self.folder = chancery, folder
        self.views = VIEWS

    def run(self, words):
        try:
            done = subprocess.run([self.chancery] + words, capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return None, b""
        # Of a view its output counts; where the proof itself fails, the message.
        return done.returncode, done.stdout or (done.stderr if words[0] == "verify" else b"")

    def view(self, words, path):
        status, printed = self.run([words[0], path] + words[1:])
        # A page may name the file it was asked of: that is no difference.
        return status, printed.replace(os.fsencode(path), b"DOSSIER")

    def outcome(self, path, chance, quick):
        """What verify says of a file, and what views print of it."""
        status, output = self.run(["verify", path])
        if status is None:
            return "HANG", "verify"
        if status not in (0, 1):
            return "CRASH", "verify: status %d" % status
        told = output.decode("utf-8", "replace").splitlines()
        views = self.views if status == 0 else chance.sample(self.views, 1 if quick else 4)
        for words in views:
            code, printed = self.view(words, path)
            if code is None:
                return "HANG", " ".join(words)
            if code not in (0, 1):
                return "CRASH", "%s: status %d" % (" ".join(words), code)
            if status == 0 and (code, printed) != self.expected[tuple(words)]:
                return "UNNOTICED", "%s prints other bytes" % " ".join(words)
        if status == 0:
            return "no effect", ""
        return "noticed", (told[0] if told else "not opened")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("chancery")
    options.add_argument("--documents", default=os.path.join(os.path.dirname(__file__), "../Examples/adriatic"))
    options.add_argument("--edits", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--quick", action="store_true", help="fewer views of what was noticed")
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    folder = tempfile.mkdtemp(prefix="chancery-tamper-")
    try:
        return trials(given, folder)
    finally:
        shutil.rmtree(folder)


def made(trial, given, folder):
    """A dossier with all there can be in one: copies, a ruling, former entries."""
    path = os.path.join(folder, "whole.dossier")
    reprint = os.path.join(folder, "reprint.txt")
    source = next(os.path.join(given.documents, name) for name in sorted(os.listdir(given.documents)) if name.endswith(".txt"))
    shutil.copy(source, reprint)
    for words in (["new", path], ["add", path, given.documents], ["add", path, reprint, "--published-on", "2030"]):
        if trial.run(words)[0] != 0:
            sys.exit("tamper: '%s' failed" % " ".join(words))
    with sqlite3.connect(path) as db:
        report, entry = db.execute("SELECT report_id, entry_id FROM entry_reports JOIN reports ON id = report_id WHERE kind = 'event' ORDER BY 1").fetchone()
        # What is doubtful raises no dispute until somebody accepts it.
        doubtful = [row[0] for row in db.execute("SELECT id FROM reports WHERE confidence < 0.5 AND id <> ? ORDER BY 1", (report,))]
        two = [row[0] for row in db.execute("SELECT entry_id FROM entry_reports JOIN reports ON id = report_id WHERE kind = 'figure' ORDER BY 1 LIMIT 2")]
        names = [row[0] for row in db.execute("SELECT name FROM documents ORDER BY name LIMIT 2")]
    for words in (["decide", "accept", path, report] + doubtful + ["--reason", "seen", "--author", "Ana"],
                  ["decide", "merge", path] + two + ["--reason", "one thing", "--author", "Ana"]):
        if trial.run(words)[0] != 0:
            sys.exit("tamper: '%s' failed" % " ".join(words))
    sqlite3.connect(path).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    words = {"FIRST": names[0], "SECOND": names[1], "ENTRY": entry}
    trial.views = [[words.get(word, word) for word in view] for view in VIEWS]
    return path, report, entry


def altered_by_sql(path, sql, report, entry):
    """Alters a dossier behind its back; `REINDEXED name` leaves out entries of an index alone."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA foreign_keys = OFF")
    if sql.startswith("REINDEXED "):
        name = sql.split()[1]
        own, = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        root, = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        # The index is made as a partial one, which holds less, and then said to be whole.
        db.execute("DROP INDEX " + name)
        column = {"participants": "report_row", "reports": "start", "documents": "code_points"}[name.split("_")[0]]
        db.execute(own + " WHERE %s %% 3 = 0" % column)
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (own, name))
        db.execute("PRAGMA writable_schema = OFF")
    else:
        for statement in sqlite_statements(sql.replace(":report", "'%s'" % report).replace(":entry", "'%s'" % entry)):
            db.execute(statement)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def sqlite_statements(text):
    statement = ""
    for part in text.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip(" ;"):
        yield statement


def trials(given, folder):
    trial = Trial(given.chancery, folder)
    whole, report, entry = made(trial, given, folder)
    trial.expected = {tuple(words): trial.view(words, whole) for words in trial.views}
    for words, (status, output) in trial.expected.items():
        if status != 0 or not output:
            sys.exit("tamper: '%s' prints nothing of a sound dossier" % " ".join(words))
    if trial.run(["verify", whole])[0] != 0:
        sys.exit("tamper: a sound dossier is not proved")
    lines = trial.expected[("export",)][1].decode().split("\n")[:-1]
    chance = random.Random(given.seed)
    jobs = []
    for name, sql in BY_HAND.items():
        sort = "may mean nothing" if sql.startswith("MAYBE ") else "by hand"
        sql = sql.removeprefix("MAYBE ")
        jobs.append(("dossier", name, lambda path, sql=sql: altered_by_sql(path, sql, report, entry), sort))
    for name, change in by_hand_export():
        if change(lines) != lines:
            jobs.append(("export", name, change, "by hand"))
    pages = Pages(whole)
    objects = sorted(pages.used)
    for number in range(given.edits):
        name = objects[number % len(objects)]
        at, flip = Pages.pick(pages.used[name], chance), chance.randrange(1, 256)
        jobs.append(("dossier", "byte %d of %s, xor %d" % (at, name, flip), byte_edit(at, flip), "at random"))
    for number in range(max(1, given.edits // 10)):
        at, flip = Pages.pick(pages.free, chance), chance.randrange(1, 256)
        jobs.append(("dossier", "free byte %d, xor %d" % (at, flip), byte_edit(at, flip), "free space"))
    export = "\n".join(lines) + "\n"
    for number in range(given.edits // 3):
        at, flip = chance.randrange(len(export.encode()) - 1), chance.randrange(1, 256)
        jobs.append(("export", "byte %d, xor %d" % (at, flip), byte_edit(at, flip), "at random"))

    def work(numbered):
        number, (kind, name, change, sort) = numbered
        own = random.Random("%s %s" % (given.seed, number))
        # As long as "whole": a page that names the file breaks its lines in the same places.
        path = os.path.join(folder, "%05d.%s" % (number, kind))
        try:
            if kind == "dossier":
                shutil.copy(whole, path)
                change(path)
                return kind, name, sort, trial.outcome(path, own, given.quick)
            if sort == "by hand":
                open(path, "w", newline="").write("".join(line + "\n" for line in change(lines)))
            else:
                open(path, "w", newline="").write(export)
                change(path)
            status, output = trial.run(["verify", path])
            told = output.decode("utf-8", "replace").splitlines()
            if status is None or status not in (0, 1):
                return kind, name, sort, ("HANG" if status is None else "CRASH", "verify")
            return kind, name, sort, ("noticed", told[0] if told else "") if status else ("UNNOTICED", "")
        finally:
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(path + suffix):
                    os.remove(path + suffix)

    counts, failures = collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for kind, name, sort, (outcome, detail) in pool.map(work, enumerate(jobs)):
            # What was made by hand changes something: it must be noticed.
            if sort == "by hand" and outcome == "no effect":
                outcome = "UNNOTICED"
            counts[(kind, sort, outcome)] += 1
            failures += outcome not in ("noticed", "no effect")
            print("%-9s | %-7s | %-60s | %s" % (outcome, kind, name[:60], detail.replace(folder, "")[:140]), flush=True)
    print()
    for (kind, sort, outcome), count in sorted(counts.items()):
        print("%-7s | %-16s | %-9s | %d" % (kind, sort, outcome, count))
    return 1 if failures else 0


def byte_edit(at, flip):
    def change(path):
        with open(path, "r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ flip]))
    return change


if __name__ == "__main__":
    sys.exit(main())
