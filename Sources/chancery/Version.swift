/// The program's version, as `--version` prints it and every coding is stamped with.
enum Version {
    /// Semantic versioning; raised by hand with the changelog.
    static let current = "0.1.0"
}
