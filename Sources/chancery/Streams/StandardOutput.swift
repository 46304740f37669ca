import Foundation

/// Standard output, written in large pieces; says what went wrong where the reader is gone or the disk is full.
final class StandardOutput {
    /// Why a result could not be written.
    enum Failure: Error, Hashable, CustomStringConvertible {
        /// Nobody reads any more (`| head`): the run ends quietly.
        case closed
        /// Another failure, in the system's words.
        case failed(String)

        /// What is told to the user.
        var description: String {
            switch self {
            case .closed: "standard output was closed"
            case .failed(let reason): "standard output could not be written (\(reason)). Make room, then run again."
            }
        }
    }

    private static let pieceSize = 1 << 16
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Makes the output; a closed pipe is an error of ``write(_:)`` from now on rather than a signal.
    init(descriptor: Int32 = STDOUT_FILENO) {
        self.descriptor = descriptor
        signal(SIGPIPE, SIG_IGN)
    }

    /// Adds bytes to what is to be written.
    func write(_ bytes: [UInt8]) throws(Failure) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.pieceSize { try flush() }
    }

    /// Adds a text.
    func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    /// Adds a line and its line end.
    func line(_ text: String) throws(Failure) { try write(text + "\n") }

    /// Writes out what is held.
    func flush() throws(Failure) {
        var start = 0
        while start < buffer.count {
            let written = buffer[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                switch errno {
                case EINTR: continue
                case EPIPE: throw .closed
                default: throw .failed(String(cString: strerror(errno)))
                }
            }
            start += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
