import Testing

@testable import Coding

/// Written forms of one person's name, and of two persons' names.
@Suite struct PersonNameTests {
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
        #expect(PersonName(full).fit(PersonName(other)) == fit)
        #expect(PersonName(other).fit(PersonName(full)) == fit)
    }

    @Test(arguments: [
        ("Ivo Brandt", "A. Brandt"), ("Ivo Brandt", "Anna Brandt"), ("George W. Holm", "George H. W. Holm"),
        ("Ivo Brandt", "Ivo Lind"), ("John F. Holm", "J. K. Holm"),
    ]) func namesOfTwoPersonsDoNot(one: String, other: String) {
        #expect(PersonName(one).fit(PersonName(other)) == nil)
    }

    @Test(arguments: [
        ("ARAI Shinzo", "Arai Shinzo"), ("Jean DUBOIS", "Jean Dubois"), ("Anna O'BRIEN-HOLM", "Anna O'Brien-Holm"),
        ("ORA LIND", "ORA LIND"), ("Ora Lind", "Ora Lind"), ("Lind", "Lind"), ("Pope Leo XIII", "Pope Leo XIII"),
        ("Arne Z. Holm", "Arne Z. Holm"),
    ]) func capitalsThatMarkASurnameAreNotKept(written: String, plain: String) {
        #expect(PersonName.withoutMarks(written, except: { $0 == "XIII" }) == plain)
    }

    @Test func theFullerNameIsTheOneWrittenOut() {
        #expect(PersonName("Ivo Brandt").isFuller(than: PersonName("I. Brandt")))
        #expect(PersonName("John F. Holm").isFuller(than: PersonName("John Holm")))
        #expect(!PersonName("J. F. Holm").isFuller(than: PersonName("John Holm")))
    }
}
