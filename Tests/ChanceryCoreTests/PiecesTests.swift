import Testing

@testable import ChanceryCore

@Suite struct PiecesTests {
    @Test(arguments: ["", "osk", "osk,tarn", ",osk,,tarn,", "é,“x”,", "\n,\n"])
    func piecesAreThoseOfCharacters(text: String) {
        #expect(text.pieces(partedBy: ",") == text.split(separator: ","))
        #expect(
            text.pieces(partedBy: ",", keepsEmpty: true) == text.split(separator: ",", omittingEmptySubsequences: false)
        )
        #expect(text.dropFirst().pieces(partedBy: ",") == text.dropFirst().split(separator: ","))
    }
}
