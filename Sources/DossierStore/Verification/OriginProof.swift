import ChanceryCore
import Reconciling

/// Proves where documents and the tellings of entries are said to come from: that nothing counts as independent which the
/// document lines do not carry.
struct OriginProof {
    /// What does not hold: the item and why.
    struct Fault {
        var item: String
        var check = VerificationFault.Check.entry
        var detail: String
    }

    private var origins: [String: Origin] = [:]
    private var originOfDocument: [String: String] = [:]
    /// Groups that are said to be established, with the documents of their reports.
    private var established: [(entry: String, group: String, documents: Set<String>)] = []

    /// An origin: its id, and documents that are there and in no other.
    mutating func origin(_ origin: Origin, isThere: (String) -> Bool) -> [Fault] {
        var faults: [Fault] = []
        if Origin(documents: origin.documents, links: []).id != origin.id {
            faults.append(Fault(item: origin.id, check: .id, detail: "the id does not follow from its documents"))
        }
        for hash in origin.documents {
            if !isThere(hash) {
                faults.append(
                    Fault(item: origin.id, detail: "it names the document \(hash.prefix(12)), which is not there"))
            }
            if originOfDocument.updateValue(origin.id, forKey: hash) != nil {
                faults.append(
                    Fault(item: origin.id, detail: "the document \(hash.prefix(12)) is in another origin too"))
            }
        }
        let held = Set(origin.documents)
        if !origin.links.allSatisfy({ held.contains($0.document) && held.contains($0.other) })
            || !origin.passages.allSatisfy({ held.contains($0.document) && isThere($0.other) })
        {
            faults.append(Fault(item: origin.id, detail: "a link leads to a document that is not there"))
        }
        origins[origin.id] = origin
        return faults
    }

    /// The groups of an entry: each report in exactly one, with the documents of its reports, and the documents of one
    /// origin in one group.
    ///
    /// - Parameter documentOf: name and hash of a report's document; nil where the report is not there.
    mutating func entry(_ entry: Entry, documentOf: (String) -> (name: String, hash: String)?) -> [Fault] {
        var faults: [Fault] = []
        if entry.origins.flatMap(\.reports).sorted() != entry.reports {
            faults.append(Fault(item: entry.id, detail: "its groups by origin do not hold each of its reports once"))
        }
        var groupOfOrigin: [String: String] = [:]
        for group in entry.origins {
            if OriginGroup.id(of: group.reports) != group.id {
                faults.append(
                    Fault(
                        item: entry.id, check: .id,
                        detail: "the id of the group \(group.id) does not follow from its reports"))
            }
            let known = group.reports.compactMap(documentOf)
            if Set(known.map(\.name)) != Set(group.documents) {
                faults.append(
                    Fault(
                        item: entry.id, detail: "the documents of the group \(group.id) are not those of its reports"))
            }
            for document in known {
                guard let origin = originOfDocument[document.hash] else { continue }
                if groupOfOrigin.updateValue(group.id, forKey: origin) ?? group.id != group.id {
                    faults.append(
                        Fault(item: entry.id, detail: "tellings of the origin \(origin) stand in two of its groups"))
                }
            }
            if group.standing.isEstablished {
                established.append((entry.id, group.id, Set(known.map(\.hash))))
            }
        }
        return faults
    }

    /// What only all document lines together can show: each document is in one origin, the origins are those that the
    /// lines and rulings give, every established group has a document whose lineage is, and what is stored of a document's
    /// lineage is what they give.
    func finish(_ lines: [DocumentLine], _ rulings: Rulings, lineages: [String: String]?) -> [Fault] {
        var faults: [Fault] = []
        for line in lines where originOfDocument[line.docHash] == nil {
            faults.append(Fault(item: line.docHash, detail: "it is in no origin"))
        }
        let again: OriginFinder
        do {
            again = try OriginFinder(lines, sameOrigin: rulings.sameOrigin)
        } catch {
            return faults + [Fault(item: "origins", detail: "they cannot be worked out again: \(error)")]
        }
        for origin in again.origins {
            if let stored = origins[origin.id], stored != origin {
                faults.append(Fault(item: origin.id, detail: "its links do not follow from the document lines"))
            }
        }
        for id in Set(origins.keys).subtracting(again.origins.map(\.id)) {
            faults.append(Fault(item: id, detail: "it does not follow from the document lines"))
        }
        let given = again.lineages
        for line in lines {
            guard let stored = lineages?[line.docHash] else { continue }
            if stored != (given[line.docHash].flatMap { try? JSONLine.encode($0) } ?? "") {
                faults.append(
                    Fault(
                        item: line.docHash, check: .columns,
                        detail: "the column 'lineage' does not follow from the document lines"))
            }
        }
        for (entry, group, documents) in established
        where !documents.contains(where: { given[$0]?.isEstablished == true }) {
            faults.append(
                Fault(item: entry, detail: "the group \(group) is said to be established, and none of its documents is")
            )
        }
        return faults
    }
}
