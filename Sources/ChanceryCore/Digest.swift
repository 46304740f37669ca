import CCrypto

/// SHA-256 digests, as lower-case hexadecimal (FIPS 180-4, computed by OpenSSL).
public enum Digest {
    /// The SHA-256 of bytes, 64 hexadecimal digits.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &digest)
        return hexadecimal(digest)
    }

    /// The SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits.
    public static func sha256(_ text: String) -> String { sha256(text.utf8) }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
