/// A value that is kept once, so that a copy of what holds it is one reference: for word lists and for what was read of a
/// document, whose structs hold dozens of lists and are held by every stage and by the closures in it.
final class Kept<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
