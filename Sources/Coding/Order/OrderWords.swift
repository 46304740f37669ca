import ChanceryCore

/// The words by which signals of order and what they relate are told apart.
///
/// Read from `Resources/order/words.txt`, where each list says what it is for.
struct OrderWords: Sendable {
    let occurring: Set<String>
    let carrying: Set<String>
    let past: Set<String>
    let perfect: Set<String>
    let bounding: Set<String>

    init(_ lists: WordLists) throws(WordLists.Fault) {
        occurring = try lists.set("occurring")
        carrying = try lists.set("carrying")
        past = try lists.set("past")
        perfect = try lists.set("perfect")
        bounding = try lists.set("bounding")
    }
}
