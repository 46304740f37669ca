import ChanceryCore
import SpacyPipeline

/// Whom "the leaders", "the ministers", "the presidents" mean, with no number: the holders of such offices that were told.
struct LeadersTold: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// How many may be meant.
    private static let several = 2...4
    /// How many sentences back somebody may have been told.
    private static let reach = 12

    /// The holders of a plural noun's offices, each of another state and all told together; empty where they are not several.
    func holders(of noun: Int) -> [Mention] {
        let lists = text.lists.antecedents
        guard let offices = lists.pluralOffices[lower[noun]] else { return [] }
        let sentence = parsed.sentence(of: noun)
        var found: [Mention] = []
        var places: [Int] = []
        for office in told.offices
        where !office.isFormer && office.tokens.upperBound <= noun
            && sentence - parsed.sentence(of: office.tokens.lowerBound) <= Self.reach
        {
            guard let person = office.person, !person.code.isEmpty, !found.contains(where: { $0.name == person.name }),
                let last = office.office.split(separator: " ").last, offices.contains(last.lowercased())
            else { continue }
            found.append(person)
            places.append(parsed.sentence(of: office.tokens.lowerBound))
        }
        // Those told one by one need not be all.
        guard Self.several.contains(found.count), Set(found.map(\.code)).count == found.count,
            let first = places.first, let last = places.last, last - first <= 1
        else { return [] }
        return found
    }
}
