import ChanceryCore
import Coding
import Testing

/// Chains of sources, the outermost first, with the language model.
@Suite struct StatementChainTests {
    /// The chain of the statement whose content is the given words.
    private func chain(_ text: String, to content: String) throws -> [String] {
        let told = try #require(try TextStatements.reports(text).first { $0.content == content })
        return told.report.attribution.map(\.source) + [told.statement.speaker?.name ?? "-"]
    }

    @Test(arguments: [
        (
            "Reuters reported that the minister told the council that the general had said that the army left Oslo.",
            "that the army left Oslo", ["Reuters", "minister", "general"]
        ),
        (
            "The mayor told the council that, according to the police, the witness had claimed that the guards fled.",
            "that the guards fled", ["mayor", "police", "witness"]
        ),
        (
            "The Norwegian agency, citing Reuters, reported that the minister had said the bridge was shut.",
            "the bridge was shut", ["Norwegian agency", "Reuters", "minister"]
        ),
        (
            "The agency reported that the ministry announced that, according to the police, the mayor had claimed that "
                + "the guards fled.", "that the guards fled", ["agency", "ministry", "police", "mayor"]
        ),
        (
            "Reuters quoted the mayor as saying that the port was closed.", "that the port was closed",
            ["Reuters", "mayor"]
        ),
        (
            "“The minister told me, ‘We will never sign the treaty,’” the mayor of Oslo said.",
            "We will never sign the treaty", ["mayor of Oslo", "minister"]
        ),
        (
            "The envoy said: “The general’s claim that rebels burned the mill is false.”",
            "that rebels burned the mill",
            ["envoy", "general"]
        ),
        (
            "A spokesman told Reuters that the ministry had confirmed that soldiers had crossed the river.",
            "that soldiers had crossed the river", ["spokesman", "ministry"]
        ),
    ]) func theOutermostSourceComesFirst(text: String, content: String, sources: [String]) throws {
        #expect(try chain(text, to: content) == sources)
    }

    @Test func twoSayingsOfTheSameWordsAreTwoReports() throws {
        let told = try TextStatements.reports("The mayor said that, according to the police, the guards had fled.")
        #expect(told.map { $0.statement.speaker?.name } == ["mayor", "police"])
        #expect(Set(told.map(\.report.id)).count == 2)
    }
}
