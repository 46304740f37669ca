import ChanceryCore

/// The words around an expression of time by which it is placed.
///
/// Read from `Resources/en/context.txt`, where each list says what it is for.
struct ContextWords: Sendable {
    let approaching: Set<String>
    let supporting: Set<String>
    let openModals: Set<String>
    let futureAuxiliaries: Set<String>
    let aheadOfParticiple: Set<String>
    let weekdaySpan: Set<String>
    let span: Set<String>
    let joining: Set<String>
    let fillers: Set<String>
    let parting: Set<String>
    let onward: Set<String>

    /// Reads the module's lists.
    ///
    /// - Throws: `ChronologyError` where the file is missing, ``ChanceryCore/WordLists/Fault`` with the line at fault.
    init() throws {
        let file = "en/context.txt"
        let lists = try WordLists(text: String(decoding: try ModuleResources.data(file), as: UTF8.self), file: file)
        approaching = try lists.set("approaching")
        supporting = try lists.set("supporting")
        openModals = try lists.set("open-modals")
        futureAuxiliaries = try lists.set("future-auxiliaries")
        aheadOfParticiple = try lists.set("ahead-of-participle")
        weekdaySpan = try lists.set("weekday-span")
        span = try lists.set("span")
        joining = try lists.set("joining")
        fillers = try lists.set("fillers")
        parting = try lists.set("parting")
        onward = try lists.set("onward")
    }
}
