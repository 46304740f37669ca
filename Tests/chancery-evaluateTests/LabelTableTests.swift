import ChanceryCore
import Testing

@testable import Coding
@testable import chancery_evaluate

@Suite struct LabelTableTests {
    private func concept(_ name: String, _ type: String) -> Codebook.Concept {
        Codebook.Concept(
            name: name, type: type, modes: [], contexts: [], isReciprocal: false, governsComplement: false,
            impliesOther: false, isForeign: false, isJoint: false, isOfficial: false)
    }

    @Test func aConceptsLineGoesBeforeItsTypesAndAModalityBeforeAny() throws {
        let table = try LabelTable("default\t*\tCONSULT\nAID\tplanned\tAGREE\nAID\t*\tAID\nrescue\t*\tYIELD\n")
        #expect(table.label(concept("train", "AID"), .asserted) == "AID")
        #expect(table.label(concept("train", "AID"), .planned) == "AGREE")
        #expect(table.label(concept("rescue", "AID"), .planned) == "YIELD")
        #expect(table.label(concept("meet", "CONSULT"), .negated) == "CONSULT")
        #expect(table.fallback == "CONSULT")
    }

    @Test func aLineWithoutThreeFieldsIsNamed() {
        #expect { try LabelTable("# note\nAID\tAGREE\n") } throws: { "\($0)".contains("labels.tsv:2") }
    }

    @Test func everyLabelOfTheStandardTableIsOneOfTheFifteen() throws {
        let table = try LabelTable.standard()
        let known: Set<String> = [
            "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
            "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
        ]
        for concept in try Codebook.standard(extendedBy: [CodebookReader.Source]()).concepts.values {
            for modality in Modality.allCases {
                #expect(known.contains(table.label(concept, modality)), "\(concept.name)")
            }
        }
    }
}
