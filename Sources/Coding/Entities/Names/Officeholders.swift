import ChanceryCore

/// Persons who are told beside the office they hold: "the foreign ministers, A of Osk and B of Veldania", "the presidents
/// of Osk and Veldania, A and B", "Presidents A of Osk and B of Veldania", "the president of Osk, A,".
struct Officeholders: Sendable {
    struct Member: Sendable {
        /// The tokens of the person's name.
        let name: Range<Int>
        /// The state whose office it is, where the words tell it.
        let owner: NameSpan?
    }

    let role: RoleTable.Role
    /// The office's own tokens.
    let office: Range<Int>
    let members: [Member]
}

/// Every office of a document that is told with its holders.
struct HeldOffices: Sendable {
    let all: [Officeholders]
    /// For each token of a holder's name the office and the holder, as indices.
    private var holderAt: [Int: (told: Int, member: Int)] = [:]
    /// For each token of an office, and of the first of several holders, the office as an index.
    private var officeAt: [Int: Int] = [:]

    init(_ all: [Officeholders]) {
        self.all = all
        for (told, it) in all.enumerated() {
            for (member, holder) in it.members.enumerated() {
                for token in holder.name where holderAt[token] == nil { holderAt[token] = (told, member) }
            }
            for token in it.office where officeAt[token] == nil { officeAt[token] = told }
            guard it.role.isPlural, let first = it.members.first else { continue }
            for token in first.name where officeAt[token] == nil { officeAt[token] = told }
        }
    }

    /// The office that a name's token is told to hold, with its own place among the holders.
    func held(at token: Int) -> (told: Officeholders, member: Officeholders.Member)? {
        holderAt[token].map { (all[$0.told], all[$0.told].members[$0.member]) }
    }

    /// Whom an office's own word, or the first holder's name, stands for: all its holders.
    func holders(at token: Int) -> [Officeholders.Member] { officeAt[token].map { all[$0].members } ?? [] }
}
