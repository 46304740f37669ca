import ChanceryCore
import Coding
import Testing

/// Who takes part in an act where its own clause leaves a side open, with the language model.
@Suite struct ParticipantTests {
    /// Every event of a text as "concept actors > recipients"; paragraphs are separated by "¶".
    private static func events(_ text: String, publishedOn: String? = nil) throws -> [String] {
        try TextEvents.events(text, publishedOn: publishedOn).map { "\($0.event.concept) \($0.event.sides)" }
    }

    @Test(arguments: [
        (
            "Norway attacked Denmark in May. Norway said that the attack killed two Danish soldiers.",
            "kill Norway > Danish soldiers"
        ),
        (
            "The expulsion of Danish students in Oslo angered Finland. Sweden condemned their expulsion.",
            "expel-people Norway > Danish students"
        ),
        ("Norway invaded Denmark. Finland condemned the invasion.", "condemn Finland > Norway"),
        ("Norway accused Denmark of spying. Denmark rejected the charges.", "reject Denmark > Norway"),
        ("Norway demanded that Denmark leave the island. Denmark rejected the demand.", "reject Denmark > Norway"),
        ("Norway invited Denmark to the summit. Denmark accepted the invitation.", "agree Denmark > Norway"),
        (
            "Norway and Denmark signed an agreement. The agreement was rejected by Finland.",
            "reject Finland > Norway, Denmark"
        ),
        (
            "Norway suffered a cyberattack in May. It soon became clear that Denmark stood behind the attack.",
            "cyberattack Denmark > Norway"
        ),
    ]) func whatWasToldBeforeFillsAnOpenSide(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        "Norway attacked Denmark. Finland rejected the budget.",
        "Norway accused Denmark of spying. Finland rejected the charges.",
        "Norway attacked Denmark. Later an attack hit the coast.",
        "Norway endorsed Denmark. Finland offered its own endorsement.",
        "The king reneged on accords with Norway and Denmark.",
    ]) func anotherActTakesNothingOver(text: String) throws {
        let later = try Self.events(text).dropFirst()
        #expect(!later.contains { $0.contains("> Norway") || $0.contains("Norway >") }, "\(later)")
    }

    /// Whose envoy somebody is whom no word calls anybody's: the other's of the two that the text is about, where it is about two.
    @Test(arguments: [
        ("", "NOR"), (" Finland sent help. Finland bought ships.", ""),
        (" He was received by the king.", "NOR"),
    ]) func anEnvoyIsOfTheOtherState(further: String, code: String) throws {
        let text = """
            Norway and Denmark established relations in 1940. Norway opened a legation in Denmark.\(further)

            On 1 March 1941, Arne Holt presented his credentials to the Government of Denmark.
            """
        let told = try TextEvents.events(text).map(\.event).filter { $0.concept == "present-credentials" }
        #expect(told.map { $0.actors.map(\.code) } == [[code]])
    }

    /// Words of an office are no name, however the model reads them, and whose it is is told before all of them.
    @Test(arguments: [
        ("Norway expelled Danish Chargé d’Affaires Arne Holt in 1881.", "Denmark"),
        ("Norway expelled the Danish Ambassador Extraordinary and Plenipotentiary in 1881.", "DNK"),
        ("The U. S. Legation in Norway was established in 1881.", "United States"),
        ("Norway closed its office at St. Arne in 1881.", "Norway"),
    ]) func anOfficeIsNoName(text: String, party: String) throws {
        let parties = try TextEvents.events(text).flatMap { $0.event.actors + $0.event.recipients }
        #expect(parties.contains { $0.name == party || $0.code == party }, "\(parties.map { ($0.name, $0.code) })")
        #expect(!parties.contains { ["Chargé", "Extraordinary", "Plenipotentiary", "Arne"].contains($0.name) })
    }

    @Test func aReturnVisitIsToWhoeverCameFirst() throws {
        let text = "The king of Denmark visited Norway in May. In June the king of Norway made a return visit."
        #expect(try Self.events(text).contains("visit king of Norway > Denmark"))
    }

    @Test func violenceWithoutAVictimIsAgainstTheOneOpponent() throws {
        let twice =
            "Norway bombed Denmark in May. Norway invaded Denmark in June. The last attack of Norway came in July."
        #expect(try Self.events(twice).contains("attack Norway > Denmark"))
        let others =
            "Norway bombed Denmark in May. Norway invaded Finland in June. The last attack of Norway came in July."
        #expect(try Self.events(others).contains("attack Norway > "))
    }

    @Test(arguments: [
        ("Two Danish students were arrested in Oslo.", "arrest Norway > Danish students"),
        ("The arrest of Danish students studying in Oslo caused protests.", "arrest Norway > Danish students"),
        ("Two Danish students were arrested in Oslo by Sweden.", "arrest Sweden > Danish students"),
    ]) func authoritiesOfThePlaceActWhereNobodyElseDoes(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("The Norwegian attack, which killed six Danish sailors, began at dawn.", "attack Norway > Danish sailors"),
        (
            "Norway was behind a series of cyberattacks that shut down Danish government websites.",
            "cyberattack Norway > Denmark"
        ),
        ("At the request of Norway, Denmark hosted the exiles.", "request Norway > Denmark"),
        ("Denmark's recognition by Norway came in May.", "recognise Norway > Denmark"),
        ("Relations between Norway and Denmark were strengthened by the visit.", "strengthen-ties Norway > Denmark"),
        (
            "Norway joined the Denmark Allies Caucus.",
            "join-organisation Norway > Denmark Allies Caucus, Denmark"
        ),
        (
            "The tribunal found that it was plausible that Norway had broken the law.",
            "find-against tribunal > Norway"
        ),
        ("A delegation led by the foreign minister of Norway visited Denmark.", "visit delegation > Denmark"),
        ("Norway supports the idea of a two-state solution.", "endorse Norway > Palestine, Israel"),
    ]) func theSentenceItselfNamesTheOtherSide(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        (
            "Norway backed Denmark's decision to cut ties with Sweden and sanctioned Finland.",
            "economic-sanctions Norway > Finland"
        ),
        ("A small kingdom that broke off ties with Sweden, Norway is rich.", "break-relations Norway > Sweden"),
        ("Finland is not thrilled with Norway for recognising Denmark.", "recognise Norway > Denmark"),
        (
            "Norway supplied arms via Sweden, then ruled by a king, to the Danish army.",
            "supply-arms Norway > Danish army"
        ),
        ("Hamas took 250 people hostage.", "abduct Hamas > people"),
        (
            "Norway left the union in 1931 and in 1932 the Danish embassy, with a large staff, was opened in Oslo.",
            "open-mission Denmark > Norway"
        ),
    ]) func brokenParsesAreMended(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        (
            "Norway formed partnerships with Baltic countries such as Latvia and Estonia.",
            "establish-relations Norway > Latvia, Estonia"
        ),
        (
            "Norway broke off ties with both Sweden and Fidel Castro’s Cuba.",
            "break-relations Norway > Sweden, Cuba"
        ),
        (
            "Norway, Ireland and Spain met in May. Denmark recalled its ambassadors from the three countries.",
            "recall-envoy Denmark > Norway, Ireland, Spain"
        ),
        ("Norway and Denmark met in Oslo. The former accused the latter of spying.", "accuse Norway > Denmark"),
        (
            "Norway's support for Denmark grew. Its prime minister visited Finland.",
            "visit Norwegian prime minister > Finland"
        ),
        ("Norway imposed sanctions on Denmark after it recognised Sweden.", "recognise Denmark > Sweden"),
    ]) func pointingWordsMeanTheRightParties(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test(arguments: [
        ("In 1968 Moscow invaded Czechoslovakia. Prague condemned the invasion.", nil),
        ("The Soviet Union was strong. Moscow invaded Czechoslovakia.", nil),
        ("Moscow invaded Czechoslovakia.", "1968-08-21"),
    ]) func aCapitalStandsForTheStateOfItsYear(text: String, publishedOn: String?) throws {
        let events = try Self.events(text, publishedOn: publishedOn)
        #expect(events.contains("invade Soviet Union > Czechoslovakia"), "\(events)")
        if text.contains("Prague") { #expect(events.contains("condemn Czechoslovakia > Soviet Union"), "\(events)") }
    }

    @Test(arguments: [
        "In 2014 Moscow criticised Norway.", "Moscow criticised Norway.", "Russia acted. Moscow criticised Norway.",
    ])
    func aCapitalOfTodayIsTheStateOfToday(text: String) throws {
        #expect(try Self.events(text) == ["condemn Russia > Norway"])
    }

    @Test(arguments: [
        ("Michael Jordan criticised Norway. Jordan praised Denmark.", "praise Michael Jordan > Denmark"),
        ("Michael Jordan visited Amman. Jordan praised Denmark.", "praise Jordan > Denmark"),
        ("Georgia accused Russia of spying.", "accuse Georgia > Russia"),
    ]) func statesAreToldFromPersonsOfTheirName(text: String, event: String) throws {
        let events = try Self.events(text)
        #expect(events.contains(event), "\(events)")
    }

    @Test func georgiaAmongAmericanPlacesIsNoStateOfTheCaucasus() throws {
        let events = try TextEvents.events("Voters in Georgia and Florida praised Norway.")
        let codes = events.flatMap { $0.event.actors.map(\.code) }
        #expect(codes == ["USA", "USA"])
    }

    @Test func whatIsTakenOverSaysFromWhere() throws {
        let events = try TextEvents.events("Norway invaded Denmark. Finland condemned the invasion.").map(\.event)
        let condemned = try #require(events.first { $0.concept == "condemn" })
        #expect(condemned.recipients.map(\.from) == [CodePointSpan(0, 6)])
    }
}
