import ChanceryCore
import SpacyPipeline

/// Tells the office that a text gives a person where it names them.
struct OfficeTelling: ToldStage {
    let named: NamedText
    let told: ToldParties

    /// The office told by a name's title, by an enumeration of holders, or by a noun around the name.
    func office(of name: NameSpan, title: TitleReading?) -> OfficeMention? {
        if let title { return office(of: name, before: title) }
        guard named.entity(of: name).kind == .person else { return nil }
        return heldOffice(of: name) ?? officeAround(name)
    }

    private func office(of name: NameSpan, before title: TitleReading) -> OfficeMention? {
        guard var office = title.office, let role = title.role else { return nil }
        // "Former President Velk": the word before is listed with the office.
        let isListedFormer = role.noun == .person && office.count > 1 && text.isTitle(lower[office.lowerBound], .former)
        if isListedFormer { office = (office.lowerBound + 1)..<office.upperBound }
        guard role.noun == .office || isListedFormer else { return nil }
        return OfficeMention(
            person: named.mention(of: name), office: text.words(office), sector: role.sector,
            of: title.owner.map { named.mention(of: $0) }, tokens: title.tokens.lowerBound..<name.tokens.upperBound,
            isFormer: title.isFormer || isListedFormer)
    }

    /// The office that an enumeration tells.
    private func heldOffice(of name: NameSpan) -> OfficeMention? {
        guard let (held, member) = named.held.held(at: name.head) else { return nil }
        let low = held.office.lowerBound
        return OfficeMention(
            person: named.mention(of: name), office: held.role.singular, sector: held.role.sector,
            of: member.owner.map { named.mention(of: $0) }, tokens: low..<name.tokens.upperBound,
            isFormer: low > 0 && text.isTitle(lower[low - 1], .former),
            trigger: held.role.isPlural ? name.head : nil)
    }

    /// An office told after a name, or before it with a comma between.
    private func officeAround(_ name: NameSpan) -> OfficeMention? {
        for noun in OfficeNouns(named: named).nouns(of: name) {
            guard let (role, range) = role(at: noun), role.noun == .office, !role.isPlural else { continue }
            return OfficeMention(
                person: named.mention(of: name), office: text.words(range), sector: role.sector,
                of: owners.owners(of: noun).first.map(\.mention),
                tokens: min(noun, name.tokens.lowerBound)..<max(range.upperBound, name.tokens.upperBound),
                isFormer: parsed.children(of: noun).contains { text.isTitle(lower[$0], .former) })
        }
        return nil
    }
}
