import Testing

@testable import Coding

/// Written forms of one person's name, and of two persons' names.
@Suite struct PersonNameTests {
    private static func name(_ written: String) -> PersonName {
        PersonName(written, suffixes: WordSet(["jr", "jr.", "ii"]))
    }

    @Test(arguments: [
        ("Ivo Brandt", "I. Brandt", PersonName.Fit.byInitial),
        ("John F. Holm", "J. F. Holm", .byInitial),
        ("John F. Holm", "J.F. Holm", .byInitial),
        ("Franklin D. Holm", "Franklin Delano Holm", .plain),
        ("John Fitzgerald Holm", "John Holm", .plain),
        ("Shinzo Arai", "ARAI Shinzo", .turned),
        ("Arai Shinzo", "Shinzo Arai", .turned),
        ("Jong Un Kang", "KANG Jong Un", .turned),
        ("Ora Lind Jr.", "Ora Lind", .plain),
    ]) func formsOfOneNameFit(full: String, other: String, fit: PersonName.Fit) {
        #expect(Self.name(full).fit(Self.name(other)) == fit)
        #expect(Self.name(other).fit(Self.name(full)) == fit)
    }

    @Test(arguments: [
        ("Ivo Brandt", "A. Brandt"), ("Ivo Brandt", "Anna Brandt"), ("George W. Holm", "George H. W. Holm"),
        ("Ivo Brandt", "Ivo Lind"), ("John F. Holm", "J. K. Holm"),
    ]) func namesOfTwoPersonsDoNot(one: String, other: String) {
        #expect(Self.name(one).fit(Self.name(other)) == nil)
    }

    @Test(arguments: [
        ("ARAI Shinzo", "Arai Shinzo"), ("Jean DUBOIS", "Jean Dubois"), ("Anna O'BRIEN-HOLM", "Anna O'Brien-Holm"),
        ("ORA LIND", "ORA LIND"), ("Ora Lind", "Ora Lind"), ("Lind", "Lind"), ("Pope Leo XIII", "Pope Leo XIII"),
        ("Arne Z. Holm", "Arne Z. Holm"),
    ]) func capitalsThatMarkASurnameAreNotKept(written: String, plain: String) {
        #expect(PersonName.withoutMarks(written, except: { $0 == "XIII" }) == plain)
    }

    @Test func theFullerNameIsTheOneWrittenOut() {
        #expect(Self.name("Ivo Brandt").isFuller(than: Self.name("I. Brandt")))
        #expect(Self.name("John F. Holm").isFuller(than: Self.name("John Holm")))
        #expect(!Self.name("J. F. Holm").isFuller(than: Self.name("John Holm")))
    }
}
