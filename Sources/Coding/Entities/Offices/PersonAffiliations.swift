import ChanceryCore
import Grammar
import SpacyPipeline

/// What the words around a person's name tell of state and sector: "X, head of Y", "a delegation led by X".
struct PersonAffiliations: EntityStage {
    struct Affiliation {
        /// The state's code, or empty.
        var code = ""
        /// The sector, or empty.
        var sector = ""
    }

    let named: NamedText

    var text: EntityText { named.text }
    private var owners: OwnerReader { OwnerReader(named: named) }

    /// Everything told of one name.
    func read(_ name: NameSpan) -> [Affiliation] {
        var found: [Affiliation] = []
        for child in parsed.tree.children(of: name.head, [.appos]) {
            if let noun = role(at: child)?.role.noun, noun == .office || noun == .person {
                found.append(affiliation(at: child))
            }
        }
        let nouns = OfficeNouns(named: named)
        if let noun = nouns.predicate(of: name.head), role(at: noun)?.role.noun == .office {
            found.append(affiliation(at: noun))
        }
        let above = tokens[name.head].head
        if parsed.tree.labels[name.head] == .appos, let noun = role(at: above)?.role.noun,
            noun == .office || noun == .person
        {
            found.append(affiliation(at: above))
        } else if let before = nouns.beforeComma(name), let (role, _) = text.role(endingAt: before + 1) {
            found.append(affiliation(role, at: before))
        }
        if parsed.tree.labels[name.head] == .pobj, parsed.tree.labels[above] == .agent,
            text.lists.offices.leading.contains(tokens[tokens[above].head].lemma)
        {
            let verb = tokens[above].head
            if parsed.tree.labels[verb] == .acl || parsed.tree.labels[verb] == .relcl {
                found.append(Affiliation(code: owners.code(of: tokens[verb].head)))
            }
        }
        let after = name.tokens.upperBound
        if after + 1 < tokens.count, lower[after] == "of",
            let party = TitleReader(named: named).owner(after: name), named.entity(of: party).kind != .place,
            tokens[after].head == name.head
        {
            found.append(Affiliation(code: named.entity(of: party).code))
        }
        return found
    }

    private func affiliation(at noun: Int) -> Affiliation {
        role(at: noun).map { affiliation($0.role, at: noun) } ?? Affiliation()
    }

    /// The state of an office's owner, and the sector: that of the body it is an office of, where it is no state's.
    private func affiliation(_ role: RoleTable.Role, at noun: Int) -> Affiliation {
        let owners = owners.owners(of: noun)
        let code = owners.map(\.entity.code).first { !$0.isEmpty } ?? ""
        guard role.sector == "GOV", let owner = owners.first?.entity, owner.isBody else {
            return Affiliation(code: code, sector: role.sector)
        }
        return Affiliation(code: code, sector: owner.sector)
    }
}
