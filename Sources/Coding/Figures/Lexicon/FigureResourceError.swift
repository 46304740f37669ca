/// A fault in a file of `Resources/figures`.
public struct FigureResourceError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        case noClass, unknownClass, missingClass, badQualifier, badNumber
    }

    /// What is wrong.
    public let code: Code
    /// What is wrong, where, and what to do.
    public let description: String

    /// Errors are equal when their codes are.
    public static func == (a: FigureResourceError, b: FigureResourceError) -> Bool { a.code == b.code }

    static func noClass(file: String, line: Int) -> Self {
        Self(code: .noClass, description: "\(file):\(line): words before any [class]; put a [class] line above them")
    }

    static func unknownClass(_ name: String, file: String, line: Int) -> Self {
        Self(
            code: .unknownClass,
            description: "\(file):\(line): no class is called [\(name)]; see FigureLexicon.Class")
    }

    static func missingClass(_ name: String, file: String) -> Self {
        Self(code: .missingClass, description: "\(file): no [\(name)]; add the class, empty if need be")
    }

    static func badQualifier(file: String, line: Int) -> Self {
        Self(
            code: .badQualifier,
            description: "\(file):\(line): not `before|after`, words, qualifier; separate three fields by tabs")
    }

    static func badNumber(file: String, line: Int) -> Self {
        Self(
            code: .badNumber,
            description:
                "\(file):\(line): not `small|scale|ordinal|suffix`, word, value; separate three fields by tabs")
    }
}
