/// PLOVER's sectors, as far as it matters who acts for a state.
public enum Sector {
    /// Sectors of those who act for a state, or did: government, military, parliament, courts, intelligence, police, and
    /// former officials (PLOVER's elite).
    public static let official: Set<String> = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP", "ELI"]
    /// Sectors of movements and parties: they stand apart from the state they come from, even where they govern part of it.
    public static let movement: Set<String> = ["REB", "OPP", "PTY"]
}
