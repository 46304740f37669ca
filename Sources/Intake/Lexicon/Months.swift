import ChanceryCore

/// The names of months, and the dates of publication that are written with them.
struct Months: Hashable, Sendable {
    private let numbers: [String: Int]
    private let weekdays: Set<String>
    /// How the ordinal of a day ends: "7th".
    private let ordinalEndings: [String]

    /// Reads `en/months.txt`: a number from 1 to 12 and its names; the line `weekday` and the names of days; the line `ordinal`
    /// and how the ordinal of a day ends.
    init(resource: String) throws(IntakeError) {
        var numbers: [String: Int] = [:]
        var weekdays: Set<String> = []
        var endings: [String] = []
        for line in try ModuleResources.lines(resource) {
            let parts = line.text.split(separator: " ").map(String.init)
            guard let head = parts.first, parts.count > 1 else {
                throw IntakeError.brokenResource(resource, line: line.number, "a line is a number and its names")
            }
            if head == "weekday" {
                weekdays.formUnion(parts.dropFirst())
            } else if head == "ordinal" {
                endings += parts.dropFirst()
            } else if let number = Int(head), (1...12).contains(number) {
                for name in parts.dropFirst() { numbers[name] = number }
            } else {
                throw IntakeError.brokenResource(resource, line: line.number, "'\(head)' is no month from 1 to 12")
            }
        }
        self.numbers = numbers
        self.weekdays = weekdays
        ordinalEndings = endings
    }

    /// The date that begins at a word, as EDTF, and how many words it takes.
    ///
    /// `May 7, 2005`, `7 May 2005`, `Saturday, May 7th, 2005`, `2005-05-07` are 2005-05-07; `May 2005` is 2005-05. A date in
    /// digits alone, such as 7/5/2005, is not read: its order is not known.
    func date(in words: [Word], at start: Int) -> (edtf: String, count: Int)? {
        var index = start
        if index < words.count, weekdays.contains(words[index].folded) { index += 1 }
        guard index < words.count else { return nil }
        let first = words[index].folded
        if let date = iso(first) { return (date, index + 1 - start) }
        if let month = numbers[first], words[index].isCapitalised {
            if let day = day(words, index + 1), let year = year(words, index + 2) {
                return (edtf(year, month, day), index + 3 - start)
            }
            if let year = year(words, index + 1) { return (edtf(year, month, nil), index + 2 - start) }
            return nil
        }
        if let day = day(words, index), index + 1 < words.count, let month = numbers[words[index + 1].folded],
            let year = year(words, index + 2)
        {
            return (edtf(year, month, day), index + 3 - start)
        }
        return nil
    }

    private func day(_ words: [Word], _ index: Int) -> Int? {
        guard index < words.count else { return nil }
        var digits = words[index].folded[...]
        for ending in ordinalEndings where digits.hasSuffix(ending) { digits = digits.dropLast(ending.count) }
        guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
        return day
    }

    private func year(_ words: [Word], _ index: Int) -> Int? {
        guard index < words.count, words[index].folded.utf8.count == 4, let year = Int(words[index].folded),
            (1500...2999).contains(year)
        else { return nil }
        return year
    }

    private func iso(_ word: String) -> String? {
        let date = word.prefix(10)
        guard word.utf8.count == 10 || (word.utf8.count > 10 && word.dropFirst(10).first == "t") else { return nil }
        return EDTFDate.isDay(String(date)) ? String(date) : nil
    }

    private func edtf(_ year: Int, _ month: Int, _ day: Int?) -> String {
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return day.map { "\(year)-\(two(month))-\(two($0))" } ?? "\(year)-\(two(month))"
    }
}

/// The few shapes of EDTF that a date of publication takes.
enum EDTFDate {
    /// Whether the value is a calendar day, `2005-05-07`.
    static func isDay(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            Int(parts[0]) != nil, let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }

    /// A date of publication as EDTF: the value itself, or the day of a date and time; nil where it is neither.
    static func value(_ value: String) -> String? {
        let day = value.prefix(10)
        if value.utf8.count > 10, value.dropFirst(10).first.map({ "T t".contains($0) }) == true, isDay(String(day)) {
            return String(day)
        }
        return EDTF(value) == nil ? nil : value
    }
}
