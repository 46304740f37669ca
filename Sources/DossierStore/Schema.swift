import GRDB
import Reconciling

/// The tables of a dossier; `Documentation/dossier.md` explains them.
enum Schema {
    /// What SQLite's header says of the application that owns the file: `CHRY` in ASCII.
    static let applicationID = 0x4348_5259
    /// The format this program writes; one more with every migration.
    static let version = 4

    /// Brings a file up to the format of this program.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: documents)
            try db.execute(sql: items)
            try db.execute(sql: decisions)
            try db.execute(sql: search)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = 1")
        }
        // Copies and what reconciling made are hashed together; entries that are no more are remembered.
        migrator.registerMigration("2") { db in
            try db.execute(
                sql: "CREATE TABLE former_entries (id TEXT PRIMARY KEY, reports TEXT NOT NULL) WITHOUT ROWID")
            for row in try StoredRow.values(db, of: "documents", "row", sql: "SELECT row FROM documents") as [Int64] {
                try Dossier.settleCopies(db, documentRow: row, rulings: Rulings(try DecisionRecord.fetchAll(db)))
            }
            if try !Staleness.areBlocks(db) { try RecordHead.set(db) }
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        // How far a report is to be trusted, by which views filter.
        migrator.registerMigration("3") { db in
            try db.execute(sql: "ALTER TABLE reports ADD COLUMN confidence REAL")
            try ReportRow.fillConfidence(db)
            // Entries carry it too, and what is doubtful raises no dispute.
            try Staleness.markBlocks(db, reportsWhere: "confidence IS NOT NULL", arguments: [])
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        // On what questions accounts of different entries are held against one another.
        migrator.registerMigration("4") { db in
            try db.execute(sql: questions)
            try QuestionRow.fill(db)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        return migrator
    }

    private static let documents = """
        CREATE TABLE documents (
            row INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            code_points INTEGER NOT NULL,
            blocks TEXT NOT NULL,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL,
            lineage TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX documents_name ON documents(name);
        CREATE TABLE copies (
            row INTEGER PRIMARY KEY,
            document_row INTEGER NOT NULL REFERENCES documents(row) ON DELETE CASCADE,
            name TEXT NOT NULL,
            publisher TEXT NOT NULL,
            url TEXT NOT NULL,
            via TEXT NOT NULL,
            published_on TEXT NOT NULL,
            original BLOB NOT NULL,
            original_hash TEXT NOT NULL,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL,
            UNIQUE (document_row, row_hash)
        );
        CREATE INDEX copies_name ON copies(name);
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """

    private static let items = """
        CREATE TABLE reports (
            row INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document_row INTEGER NOT NULL REFERENCES documents(row) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            type TEXT NOT NULL,
            concept TEXT NOT NULL,
            modality TEXT NOT NULL,
            date TEXT NOT NULL,
            date_from INTEGER,
            date_to INTEGER,
            start INTEGER NOT NULL,
            words TEXT NOT NULL,
            names TEXT NOT NULL,
            block TEXT NOT NULL,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL
        );
        CREATE INDEX reports_block ON reports(block);
        CREATE TABLE stale_blocks (block TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE INDEX reports_document ON reports(document_row, start);
        CREATE INDEX reports_kind ON reports(kind, date_from);
        CREATE TABLE participants (
            report_row INTEGER NOT NULL REFERENCES reports(row) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            code TEXT NOT NULL,
            sector TEXT NOT NULL,
            kind TEXT NOT NULL,
            PRIMARY KEY (report_row, position)
        ) WITHOUT ROWID;
        CREATE INDEX participants_folded ON participants(folded);
        CREATE INDEX participants_code ON participants(code);
        CREATE TABLE origins (
            id TEXT PRIMARY KEY,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE entries (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE entry_reports (
            report_id TEXT PRIMARY KEY REFERENCES reports(id) ON DELETE CASCADE,
            entry_id TEXT NOT NULL REFERENCES entries(id) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX entry_reports_entry ON entry_reports(entry_id);
        CREATE TABLE disputes (
            id TEXT PRIMARY KEY,
            dimension TEXT NOT NULL,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE dispute_entries (
            dispute_id TEXT NOT NULL REFERENCES disputes(id) ON DELETE CASCADE,
            entry_id TEXT NOT NULL REFERENCES entries(id) ON DELETE CASCADE,
            PRIMARY KEY (dispute_id, entry_id)
        ) WITHOUT ROWID;
        CREATE INDEX dispute_entries_entry ON dispute_entries(entry_id);
        """

    private static let questions = """
        CREATE TABLE report_questions (
            question TEXT NOT NULL,
            report_row INTEGER NOT NULL REFERENCES reports(row) ON DELETE CASCADE,
            PRIMARY KEY (question, report_row)
        ) WITHOUT ROWID;
        CREATE INDEX report_questions_report ON report_questions(report_row);
        CREATE TABLE stale_questions (question TEXT PRIMARY KEY) WITHOUT ROWID;
        ALTER TABLE disputes ADD COLUMN question TEXT NOT NULL DEFAULT '';
        CREATE INDEX disputes_question ON disputes(question);
        """

    /// Decisions can only be added.
    private static let decisions = """
        CREATE TABLE decisions (
            id TEXT PRIMARY KEY,
            line TEXT NOT NULL,
            row_hash TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN
            SELECT RAISE(ABORT, 'decisions are never removed');
        END;
        CREATE TRIGGER decisions_hold BEFORE UPDATE ON decisions BEGIN
            SELECT RAISE(ABORT, 'decisions are never changed');
        END;
        """

    /// The indexes read their words from the tables, and triggers keep them in the same transaction.
    private static let search = """
        CREATE VIRTUAL TABLE documents_fts USING fts5(
            title, text, content='documents', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
        CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
            INSERT INTO documents_fts(rowid, title, text) VALUES (new.row, new.title, new.text);
        END;
        CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
            INSERT INTO documents_fts(documents_fts, rowid, title, text)
            VALUES ('delete', old.row, old.title, old.text);
        END;
        CREATE TRIGGER documents_fts_update AFTER UPDATE OF title, text ON documents BEGIN
            INSERT INTO documents_fts(documents_fts, rowid, title, text)
            VALUES ('delete', old.row, old.title, old.text);
            INSERT INTO documents_fts(rowid, title, text) VALUES (new.row, new.title, new.text);
        END;
        CREATE VIRTUAL TABLE items_fts USING fts5(
            words, names, content='reports', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
        CREATE TRIGGER items_fts_insert AFTER INSERT ON reports BEGIN
            INSERT INTO items_fts(rowid, words, names) VALUES (new.row, new.words, new.names);
        END;
        CREATE TRIGGER items_fts_delete AFTER DELETE ON reports BEGIN
            INSERT INTO items_fts(items_fts, rowid, words, names) VALUES ('delete', old.row, old.words, old.names);
        END;
        CREATE TRIGGER items_fts_update AFTER UPDATE OF words, names ON reports BEGIN
            INSERT INTO items_fts(items_fts, rowid, words, names) VALUES ('delete', old.row, old.words, old.names);
            INSERT INTO items_fts(rowid, words, names) VALUES (new.row, new.words, new.names);
        END;
        """
}
