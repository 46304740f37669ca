import ChanceryCore
import Coding
import Testing

/// Which names are one party, whose offices are whose, and who is no party, with the language model.
@Suite struct NamePartiesTests {
    private static func sides(_ text: String) throws -> [String] {
        try TextEvents.events(text).map { $0.event.sides }
    }

    /// Offices as "person: state".
    private static func offices(_ text: String) throws -> [String] {
        try TextEvents.reports(text).compactMap { report in
            guard case .state(let state) = report.content, state.concept == "holds-office" else { return nil }
            return "\(state.subject[0].name): \(state.object[0].name)"
        }
    }

    @Test(arguments: [
        ("Sunday Okafor, the foreign minister of Nigeria, thanked Ghana.", "Sunday Okafor > Ghana"),
        ("Malawi thanked Monday Chirwa, the president of Zambia.", "Malawi > Monday Chirwa"),
        ("August Holm, Denmark's minister of defence, visited Iceland.", "August Holm > Iceland"),
        ("On Friday, Zambia criticised Malawi.", "Zambia > Malawi"),
        ("In April, Austria condemned Hungary.", "Austria > Hungary"),
    ]) func aDayOrMonthMayBeAFirstName(text: String, expected: String) throws {
        #expect(try Self.sides(text).contains(expected))
    }

    @Test(arguments: [
        ("The Anglo-Danish attack on Norway failed.", "United Kingdom, Denmark > Norway"),
        ("The U.S.-Danish agreement ended the quarrel.", "United States > Denmark"),
        ("Western European nations condemned Iceland.", "Western European nations > Iceland"),
        ("The nations of Latin America condemned Iceland.", "nations of Latin America > Iceland"),
        ("President Kennedy thanked Iceland.", "John F. Kennedy > Iceland"),
        ("President Washington thanked Iceland. Later Washington condemned Denmark.", "George Washington > Denmark"),
        ("Virginia had settlers. The Indians attacked the settlers.", "Native Americans > settlers"),
        ("Secretary of State Holm thanked Iceland.", "Holm > Iceland"),
        ("Iceland condemned Congressional leaders.", "Iceland > Congressional leaders"),
    ]) func whoIsNamedInOtherWords(text: String, expected: String) throws {
        let sides = try Self.sides(text)
        #expect(sides.contains(expected), "\(sides)")
    }

    /// The twins: the words mean somebody else, or nobody.
    @Test(arguments: [
        ("Anglo-Saxon poems pleased Iceland.", "United Kingdom"),
        ("India's settlers fled. The Indians attacked the settlers.", "Native Americans"),
        ("Envoys met in Washington. Washington condemned Denmark.", "George Washington"),
        ("Iceland sold Denmark missile and drone parts.", "drone"),
    ]) func whoIsNot(text: String, nobody: String) throws {
        let sides = try Self.sides(text)
        #expect(!sides.contains { $0.contains(nobody) }, "\(sides)")
    }

    @Test(arguments: [
        ("In 1992 armed rebels attacked Denmark.", "armed rebels > Denmark"),
        ("In 1971 thirty fighters attacked Denmark.", "fighters > Denmark"),
        ("In 1971 thirty Norwegian fighters attacked Denmark.", "Norwegian fighters > Denmark"),
        ("In 1944 partisans attacked the Danish garrison.", "partisans > Danish garrison"),
        ("In 1986 20 workers were killed by Danish soldiers.", "Danish soldiers > workers"),
        ("A 1,500-strong Norwegian force attacked Denmark.", "Norwegian force > Denmark"),
        ("In 1971 Velm Institute thanked Denmark.", "Velm Institute > Denmark"),
    ]) func howManyAndWhenIsNoPartOfAName(text: String, expected: String) throws {
        let sides = try Self.sides(text)
        #expect(sides.contains(expected), "\(sides)")
    }

    @Test(arguments: [
        ("In 1973 Black September condemned Denmark.", "Black September > Denmark"),
        ("The Five Star Movement thanked Denmark.", "Five Star Movement > Denmark"),
        ("In 1992 young rebels attacked Denmark.", "young rebels > Denmark"),
    ]) func aWordOfTimeOrNumberStaysInTheNameItBelongsTo(text: String, expected: String) throws {
        let sides = try Self.sides(text)
        #expect(sides.contains(expected), "\(sides)")
    }

    @Test func theDayInANameIsNoDate() throws {
        let text = "Monday Chirwa visited Tanzania in 2003."
        #expect(try TextEvents.reports(text).filter { $0.kind == .event }.map { $0.date?.edtf } == ["2003"])
    }

    @Test(arguments: [
        ("Ivo Brandt, the envoy of Norway, left. I. Brandt condemned Somalia.", "Ivo Brandt > Somalia"),
        ("J. F. Holm, the president of Norway, left. Later John F. Holm thanked Chad.", "John F. Holm > Chad"),
        ("Prime Minister Taro Arai left. ARAI Taro thanked Peru.", "Taro Arai > Peru"),
        ("Jean DUBOIS, the ambassador of France, left. Dubois criticised Italy.", "Jean Dubois > Italy"),
    ]) func writtenFormsOfANameAreOnePerson(text: String, expected: String) throws {
        let sides = try Self.sides(text)
        #expect(sides.contains(expected), "\(sides)")
    }

    @Test func anInitialThatFitsTwoIsNeither() throws {
        let text = "Anna Velk, Latvia's minister, met Arne Velk, Estonia's minister. A. Velk thanked Finland."
        #expect(try Self.sides(text).contains("A. Velk > Finland"))
    }

    @Test(arguments: [
        ("🇯🇵 Japan condemned 🇰🇪 Kenya.", "Japan > Kenya"), ("🇫🇷France thanked 🇩🇪Germany.", "France > Germany"),
        ("★ Peru thanked ⚠️ Chile.", "Peru > Chile"),
    ]) func flagsAndOtherPicturesAreNoWords(text: String, expected: String) throws {
        #expect(try Self.sides(text) == [expected])
    }

    @Test(arguments: [
        ("Chile's foreign minister, Lia Moreno, thanked Peru.", ["Lia Moreno: Chile"]),
        ("The prime minister of Malta, Carm Vella, thanked Italy.", ["Carm Vella: Malta"]),
        ("The ministers, Ola Holm of Norway and Anna Berg of Sweden, met.", ["Ola Holm: Norway", "Anna Berg: Sweden"]),
        ("Presidents Ali Kebe of Chad and Issa Moussa of Niger met.", ["Ali Kebe: Chad", "Issa Moussa: Niger"]),
        ("Ministers Ola Holm (Norway) and Anna Berg (Sweden) met.", ["Ola Holm: Norway", "Anna Berg: Sweden"]),
        ("The presidents of Chad and Niger, Ali Kebe and Issa Moussa, met.", ["Ali Kebe: Chad", "Issa Moussa: Niger"]),
        ("Kuwait's and Oman's ministers, Fahd Nasr and Badr Lutfi, met.", ["Fahd Nasr: Kuwait", "Badr Lutfi: Oman"]),
    ]) func eachHolderHasTheirOwnState(text: String, expected: [String]) throws {
        #expect(Set(try Self.offices(text)) == Set(expected))
    }

    @Test func holdersNamedTogetherActTogether() throws {
        let text = "The ministers, Ola Holm of Norway and Anna Berg of Sweden, signed a treaty."
        #expect(try Self.sides(text) == ["Ola Holm > Anna Berg"])
    }

    @Test(arguments: [
        "Chad entered Libya. “Libya is an aggressor”, said President Idriss Toure.",
        "Peru and Bolivia will join Prime Minister Ana Reyes in Quito.",
        "France criticised Germany. Foreign Minister Olle Berg welcomed the talks with Germany.",
        "Foreign Secretary Ruth Hale told Spain that the rock would stay as it is.",
    ]) func aStateThatStandsNearGivesNobodyAnOffice(text: String) throws {
        #expect(try Self.offices(text).isEmpty)
    }

    @Test func aStateToldElsewhereInTheTextDoes() throws {
        let text = "Sweden's prime minister, Olle Berg, visited Germany. Germany thanked Prime Minister Berg."
        #expect(Set(try Self.offices(text)) == ["Olle Berg: Sweden"])
    }

    @Test(arguments: [
        ("France's minister met his Italian counterpart.", "French minister > Italian counterpart"),
        ("Peru thanked its neighbour Ecuador.", "Peru > Ecuador"),
        ("Its neighbour Laos condemned Thailand.", "Laos > Thailand"),
        ("Egypt's president met his counterpart from Sudan.", "Egyptian president > counterpart"),
        ("Togo, joined by Benin, attacked Ghana.", "Togo, Benin > Ghana"),
        ("Togo, together with Benin, attacked Ghana.", "Togo, Benin > Ghana"),
        ("Togo attacked Ghana.", "Togo > Ghana"),
    ]) func whoStandsBesideAPartyIsNamed(text: String, expected: String) throws {
        let sides = try Self.sides(text)
        #expect(sides.contains(expected), "\(sides)")
    }

    @Test func aCounterpartBelongsToTheOtherState() throws {
        let events = try TextEvents.events("Egypt's president met his counterpart from Sudan.")
        #expect(events.map(\.event.recipients.first?.code) == ["SDN"])
    }

    @Test func theEnemiesOfAStateAreNotItsOwn() throws {
        let events = try TextEvents.events("Iran's enemies condemned Iraq.")
        #expect(events.flatMap(\.event.actors).allSatisfy { $0.code.isEmpty })
    }

    @Test func theWifeOfOneWhoComesIsNotTheHosts() throws {
        let events = try TextEvents.events("Oman's sultan received President Ismail Sabry of Egypt and his wife.")
        #expect(events.flatMap { $0.event.actors + $0.event.recipients }.allSatisfy { !$0.name.contains("sultan's") })
    }

    @Test(arguments: [
        ("Israel told Osman of a Libyan plot to kill him.", "ISR"), ("Oman, warned of a plot to bomb it, left.", "OMN"),
        ("Emperor Bao Lin, exiled in France, returned to Vietnam.", "FRA"),
    ]) func whoTellsOrHostsDoesNotAct(text: String, code: String) throws {
        let acts = try TextEvents.events(text).map(\.event).filter { ["ASSAULT", "COERCE"].contains($0.type) }
        #expect(acts.allSatisfy { !$0.actors.contains { $0.code == code } })
    }

    @Test func whosePlotItIsActs() throws {
        let events = try TextEvents.events("Libya's plot to kill Osman Ali failed.").map(\.event)
        #expect(events.contains { $0.type == "ASSAULT" && $0.actors.first?.code == "LBY" })
    }

    @Test(arguments: [
        ("Congo-Léopoldville thanked Belgium.", "COD"), ("Congo (Brazzaville) thanked Belgium.", "COG"),
        ("The Congolese government in Brazzaville thanked Belgium.", "COG"), ("Congo thanked Belgium.", "COD"),
        ("North Yemen thanked Belgium.", "YEM"), ("South Yemen thanked Belgium.", "YMD"),
        ("Prussia thanked Belgium.", "PRU"), ("Zaire thanked Belgium.", "COD"),
    ]) func namesOfFormerTimesHaveTheirState(text: String, code: String) throws {
        #expect(try TextEvents.events(text).map(\.event.actors.first?.code) == [code])
    }

    @Test func romeIsTheHolySeeWhereTheTextTellsOfIt() throws {
        let see = try TextEvents.events("The Holy See and the Vatican protested. Rome condemned Poland.")
        #expect(see.map(\.event.actors.last?.code).last == "VAT")
        let state = try TextEvents.events("Italy protested. Rome condemned Poland.")
        #expect(state.map(\.event.actors.last?.code).last == "ITA")
    }

    @Test(arguments: [
        ("Comedian Sarah Keller criticised Israel.", "Sarah Keller > Israel"),
        ("Economist Nina Varga criticised Hungary.", "Nina Varga > Hungary"),
    ]) func whatSomebodyDoesIsNoPartOfTheName(text: String, expected: String) throws {
        #expect(try Self.sides(text) == [expected])
    }
}
