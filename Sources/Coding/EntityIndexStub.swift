import ChanceryCore
public struct EntityIndex: Sendable {
  public func participants(at head: Int) -> [Mention] { [] }
  public func modifierParty(at token: Int) -> Mention? { nil }
  public func place(at head: Int) -> Mention? { nil }
}
