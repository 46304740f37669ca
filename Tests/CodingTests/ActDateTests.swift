import ChanceryCore
import Coding
import Intake
import TestSupport
import Testing

/// Dates that the rules leave open, weighed: which is likely, and which is none.
@Suite struct ActDateTests {
    private static func dates(_ text: String, published: String? = nil, _ coder: Coder) throws -> [ReportDate?] {
        let document = try DocumentBuilder().document(
            named: "text", text: text, given: DocumentMetadata(publishedOn: published))
        return coder.code(document, annotations: coder.annotate(document, with: try TestModel.model()))
            .filter { $0.kind == .event }.map(\.date)
    }

    /// Neither clause has a date of its own, and another stands between.
    @Test func whatGoesOnHasTheLikeliestDate() throws {
        let text = "In 1912 Norway invaded Denmark. The Danish king appealed to Peru for help, and Peru sent troops."
        #expect(try Self.dates(text, TestModel.ruleCoder()).compactMap(\.?.edtf) == ["1912"])
        let dates = try Self.dates(text, TestModel.coder())
        #expect(dates.count > 2)
        for date in dates {
            #expect(date?.edtf == "1912")
            #expect(date?.basis == (date == dates.first ? .stated : .likely))
            #expect(date?.evidence != nil)
        }
    }

    /// The twin: nothing near tells a time.
    @Test(arguments: [
        "Norway has condemned Peru.", "The port was founded in 1650. Norway attacks Denmark whenever it can.",
    ])
    func whereNoDateIsLikelyThereIsNone(text: String) throws {
        let dates = try Self.dates(text, TestModel.coder())
        #expect(!dates.isEmpty)
        #expect(dates.allSatisfy { $0 == nil }, "\(dates)")
    }

    /// What stands over a line of a chronology is its date, and not what stands over another.
    @Test func aDateThatStandsOverActsIsTheirs() throws {
        let text = "1911, May 24\n\nNorway recognised Peru.\n\n1912, June 3\n\nPeru expelled the ambassador of Norway."
        #expect(try Self.dates(text, TestModel.coder()).map(\.?.edtf) == ["1911-05-24", "1912-06-03"])
    }

    /// What the sentence states stays, whatever stands near.
    @Test func aDateOfItsOwnIsKept() throws {
        let text = "In 1912 Norway invaded Denmark. On 3 May 1915 Peru recognised Norway."
        let dates = try Self.dates(text, TestModel.coder())
        #expect(dates.compactMap(\.?.edtf) == ["1912", "1915-05-03"])
        #expect(dates.allSatisfy { $0?.basis == .stated })
    }

    /// Nothing is made up: a date is that of words of the text, or of its publication.
    @Test(arguments: [nil, "1912-05-04"]) func everyDateStandsInTheText(published: String?) throws {
        let text = """
            Norway and Denmark fought in March 1912. Peru mediated, and Norway withdrew its troops. Denmark thanked Peru. \
            The two signed a treaty of peace, which Norway broke in 1914 by attacking Denmark.
            """
        let dates = try Self.dates(text, published: published, TestModel.coder()).compactMap { $0 }
        #expect(!dates.isEmpty)
        for date in dates {
            let value = try #require(EDTF(date.edtf))
            #expect([1912, 1914].contains(value.year))
            #expect(date.evidence != nil || date.basis == .published && published != nil)
        }
    }

    @Test func theSameTextHasTheSameDates() throws {
        let text = "In 1912 Norway invaded Denmark. Peru sent troops. The war ended in 1913, and Norway paid Denmark."
        #expect(try Self.dates(text, TestModel.coder()) == Self.dates(text, TestModel.coder()))
    }
}
