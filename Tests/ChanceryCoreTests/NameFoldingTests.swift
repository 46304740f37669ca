import ChanceryCore
import Testing

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("Osk", "osk"), ("  Osk \t\nCity  ", "osk city"), ("TIRANË ", "tirane"), ("O'Dell-Roe", "o'dell-roe"), ("", ""),
        ("  ", ""), ("Çelik\u{A0}Ör", "celik or"), ("A\u{1C}B", "a\u{1C}b"),
    ])
    func caseAccentsAndBlanksMakeNoDifference(name: String, folded: String) {
        #expect(NameFolding.fold(name) == folded)
    }
}
