import Foundation

/// An open file or stream, read forward in bounded memory.
final class ByteSource {
    /// The file, for messages.
    let place: String
    private let descriptor: Int32
    private let closesAtEnd: Bool
    /// The size the system gives for a regular file; nil for a pipe.
    let size: Int?

    /// Opens a file.
    ///
    /// - Throws: `missing`, `unreadable`.
    init(path: String, place: String) throws(IntakeError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ByteSource.fault(errno, place: place, isFolder: false) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw ByteSource.fault(code, place: place, isFolder: false)
        }
        self.place = place
        self.descriptor = descriptor
        closesAtEnd = true
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Reads from a descriptor that is open already, such as standard input, and leaves it open.
    init(descriptor: Int32, place: String) {
        self.place = place
        self.descriptor = descriptor
        closesAtEnd = false
        size = nil
    }

    deinit { if closesAtEnd { close(descriptor) } }

    static func fault(_ code: Int32, place: String, isFolder: Bool) -> IntakeError {
        if code == ENOENT || code == ENOTDIR { return IntakeError.missing(place) }
        return IntakeError.unreadable(place, reason: String(cString: strerror(code)), isFolder: isFolder)
    }

    /// What was looked at ahead and is still to be read.
    private var ahead: [UInt8] = []

    /// The bytes that `read` will give next, at least `count` of them unless the source has fewer.
    func peek(_ count: Int) throws(IntakeError) -> [UInt8] {
        while ahead.count < count {
            let part = try readOn(limit: count - ahead.count)
            if part.isEmpty { break }
            ahead += part
        }
        return ahead
    }

    /// The next bytes, at most `limit`; empty at the end.
    func read(limit: Int = 1 << 18) throws(IntakeError) -> [UInt8] {
        guard ahead.isEmpty else {
            defer { ahead = [] }
            return ahead
        }
        return try readOn(limit: limit)
    }

    private func readOn(limit: Int) throws(IntakeError) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            var got = -1
            repeat {
                got = Foundation.read(descriptor, buffer.baseAddress, limit)
            } while got < 0 && errno == EINTR
            if got < 0 { code = errno }
            count = max(0, got)
        }
        guard code == 0 else { throw ByteSource.fault(code, place: place, isFolder: false) }
        return bytes
    }

    /// All the bytes, refused over a limit: before anything is read where the size is known, else as soon as it is passed.
    func readAll(limit: Int) throws(IntakeError) -> [UInt8] {
        if let size, size > limit { throw IntakeError.tooLarge(place, limit: limit) }
        var all: [UInt8] = []
        if let size { all.reserveCapacity(size) }
        while true {
            let part = try read()
            if part.isEmpty { return all }
            guard all.count + part.count <= limit else { throw IntakeError.tooLarge(place, limit: limit) }
            all += part
        }
    }
}

/// The lines of a source, one at a time, with a limit on the length of each.
struct LineSource {
    /// One line without its line end; nil bytes where it was over the limit.
    struct Item {
        var number: Int
        var bytes: [UInt8]?
    }

    /// The file or stream, for messages.
    var place: String { source.place }
    private let source: ByteSource
    private let limit: Int
    private var buffer: [UInt8] = []
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    init(_ source: ByteSource, limit: Int) {
        self.source = source
        self.limit = limit
    }

    /// The next line; a line over the limit is passed over without being kept, and reported as such.
    mutating func next() throws(IntakeError) -> Item? {
        var line: [UInt8] = []
        var isOver = false
        while true {
            if position == buffer.count {
                if isAtEnd { return nil }
                position = 0
                buffer = []
                // A source that cannot be read has no more lines: the error is given once.
                isAtEnd = true
                buffer = try source.read()
                isAtEnd = buffer.isEmpty
                if isAtEnd {
                    guard !line.isEmpty || isOver else { return nil }
                    number += 1
                    return Item(number: number, bytes: isOver ? nil : line)
                }
            }
            let end = lineEnd()
            let stop = end ?? buffer.count
            if line.count + (stop - position) > limit {
                isOver = true
                line = []
            } else if !isOver {
                line += buffer[position..<stop]
            }
            position = stop
            if end != nil {
                position += 1
                number += 1
                if line.last == 0x0D { line.removeLast() }
                return Item(number: number, bytes: isOver ? nil : line)
            }
        }
    }

    /// The next line feed of the buffer.
    private func lineEnd() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + position, 0x0A, bytes.count - position)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
