import ChanceryCore

/// What is known of time outside an expression: the day of publication and the dates told so far.
struct Context {
    /// A date told earlier in the document, with its year.
    struct Told {
        let date: EDTF
        let year: Int
        let month: Int?
        let day: Int?
        let span: ByteSpan
        let sentence: Int
        /// Whether the story goes on from this date: it opens its sentence, or is finer than a year.
        let isFrame: Bool
        /// Whether it only opens or closes a span of time, "since 2013": what is told next may lie anywhere in that.
        let isBound: Bool
        /// Whether the text tells it in full.
        let isComplete: Bool
        /// Whether it is a frame, or the year of a main clause: "they went to war in 1965".
        let isOfStory: Bool
    }

    /// The number of sentences over which a date told goes on to hold.
    static let reach = 3

    /// The year of publication.
    let year: Int?
    /// The month of publication.
    let month: Int?
    /// The day of publication.
    let day: CalendarDay?
    private(set) var told: [Told] = []
    /// The date that stands as a heading over what is told now.
    private(set) var heading: Told?
    /// Whether the text tells of other years than its own, and of none of its days by its own.
    var looksBack = false

    init(publishedOn: EDTF?) {
        year = publishedOn?.year
        month = publishedOn?.month
        day = publishedOn?.precision == .day && publishedOn?.hasYear == true ? publishedOn?.bounds.first : nil
    }

    /// Opens a stretch of text under a dated heading, or under one without a date.
    mutating func head(_ told: Told?) { heading = told }

    mutating func tell(_ told: Told) { self.told.append(told) }

    /// The last date told, at most `reach` sentences back.
    func last(before sentence: Int, within reach: Int = reach, where isFit: (Told) -> Bool = { _ in true }) -> Told? {
        for candidate in told.reversed() {
            if candidate.sentence < sentence - reach { return nil }
            if isFit(candidate) { return candidate }
        }
        return nil
    }

    /// The date in full that names the same day of the year, where all that do agree on the year.
    func sameDay(month: Int, day: Int) -> Told? {
        let fit = told.filter { $0.isComplete && $0.month == month && $0.day == day }
        guard let first = fit.last, fit.allSatisfy({ $0.year == first.year }) else { return nil }
        return first
    }
}
