import Coding
import TestSupport

extension TestModel {
    private static let standard = Result { try Coder.standard() }

    /// The coder with the program's own data, read once for all tests.
    static func coder() throws -> Coder { try standard.get() }

    /// The same by the codebook's rules alone, for tests of what rules say.
    static func ruleCoder() throws -> Coder { try standard.get().byRulesAlone() }
}
