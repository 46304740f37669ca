import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Carries requests of a network to a room, and its answers back.
package struct RoomServer: Sendable {
    private static let readers = DispatchQueue(label: "reading room", attributes: .concurrent)

    private let room: Room
    private let limits: Limits

    /// Makes the server of a room.
    package init(_ room: Room) {
        self.room = room
        limits = .here
    }

    /// A server that did not start.
    package struct Failure: Error, CustomStringConvertible {
        /// What is told to the user, on one line.
        package let description: String
    }

    /// Serves until the process is told to end (SIGINT, SIGTERM) or the task is cancelled.
    ///
    /// - Parameters:
    ///   - address: an address of this machine.
    ///   - port: the port; 0 takes a free one.
    ///   - started: told the port as soon as requests are taken.
    /// - Throws: ``Failure`` where the address or the port cannot be had.
    package func run(
        address: String, port: Int, started: @escaping @Sendable (Int) async -> Void
    ) async throws {
        var logger = Logger(label: "reading room")
        logger.logLevel = .critical
        let limits = limits
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                try await respond(to: request)
            },
            server: .http1(
                configuration: .init(
                    // A fresh one for each connection.
                    additionalChannelHandlers: [ConnectionGuard(limits)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.header.field, maxHeaderListSize: limits.header.all,
                        maxHeaderFieldCount: limits.header.count))),
            configuration: .init(
                address: .hostname(address, port: port),
                availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            onServerRunning: { channel in await started(channel.localAddress?.port ?? port) }, logger: logger)
        do {
            try await ServiceGroup(
                configuration: .init(
                    services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            ).run()
        } catch is CancellationError {
            return
        } catch {
            throw Failure(
                description:
                    "Cannot serve at \(address), port \(port): \(error). Choose another --port, or 0 for a free one.")
        }
    }

    private static var malformed: Response {
        Response(
            status: .badRequest, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: "This is no request that can be answered.\n")))
    }

    private func respond(to request: Hummingbird.Request) async throws -> Response {
        let body = try await request.body.collect(upTo: limits.body)
        var headers: [String: String] = [:]
        for field in request.headers {
            let name = field.name.rawName.lowercased()
            headers[name] = headers[name].map { "\($0), \(field.value)" } ?? field.value
        }
        // The library keeps the first Host apart; a second one is no request of a browser.
        guard headers["host"] == nil else { return Self.malformed }
        headers["host"] = request.head.authority ?? ""
        let asked = ReadingRoom.Request(
            method: request.method.rawValue, target: request.uri.string, headers: headers,
            body: Data(body.readableBytesView))
        guard let asked else { return Self.malformed }
        // A page may read for long: the few threads that carry connections are not kept waiting for it.
        let answer = await withCheckedContinuation { continuation in
            Self.readers.async { [room] in continuation.resume(returning: room.answer(asked)) }
        }
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: .init(code: answer.status), headers: fields,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}
