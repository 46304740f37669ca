/// The same bytes as the line's `Encodable` gives: most of it are the numbers of its sketches.
extension DocumentLine: JSONWritable {
    func write(to text: inout JSONText) throws {
        // What only an export has is as rare as exports are.
        let exported = [url, archiveURL, retrievedOn, via, structureHash, reportsHash, copiesHash, self.text]
        guard stamp == nil, exported.allSatisfy({ $0 == nil }) else { return try text.other(self) }
        try text.object {
            try $0.member("authors", ifPresent: authors)
            try $0.member("declared_stance", ifPresent: declaredStance)
            try $0.member("doc", doc)
            try $0.member("doc_hash", docHash)
            try $0.member("kind", kind)
            try $0.member("language", language)
            try $0.member("origin_marks", originMarks)
            try $0.member("passages", ifPresent: passages)
            try $0.member("published_on", publishedOn)
            try $0.member("publisher", publisher)
            try $0.member("sketch", sketch)
            try $0.member("title", title)
        }
    }
}

extension DocumentLine.Mark: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", end)
            try $0.member("kind", kind.rawValue)
            try $0.member("name", name)
            try $0.member("start", start)
        }
    }
}

extension Passage: JSONWritable {
    func write(to text: inout JSONText) throws {
        try text.object {
            try $0.member("end", end)
            try $0.member("sketch", sketch)
            try $0.member("start", start)
        }
    }
}
