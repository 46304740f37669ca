import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Keeps one connection within its ``Limits``: it stands right behind the HTTP/1 codec.
///
/// What is too slow is closed, what is too large is answered with 413 and closed. A request whose body was not read to its
/// end is the last of its connection: nothing inside a body can be taken for another request (RFC 9112, section 11.2).
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: Limits
    /// Requests whose answer is not sent yet.
    private var inFlight = 0
    /// Bytes of the body that is being read.
    private var received = 0
    private var isReading = false
    private var closesAfter = false
    private var isDone = false
    private var hasAnswered = false
    private var phase: Scheduled<Void>?
    private var body: Scheduled<Void>?
    private var stop: Scheduled<Void>?

    init(_ limits: Limits) { self.limits = limits }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }

    private func begin(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        phase?.cancel()
        phase = close(context, in: time)
    }

    func handlerAdded(context: ChannelHandlerContext) { begin(limits.headTime, context) }

    func handlerRemoved(context: ChannelHandlerContext) {
        for task in [phase, body, stop] { task?.cancel() }
    }

    /// Takes no more requests. A moment is left for what the asker still sends, so that a reset does not swallow the answer.
    private func finish(_ context: ChannelHandlerContext) {
        isDone = true
        body?.cancel()
        begin(.milliseconds(250), context)
    }

    private func refuse(_ context: ChannelHandlerContext) {
        guard !isDone else { return }
        if inFlight <= 1, !hasAnswered {
            let head = HTTPResponse(
                status: .contentTooLarge, headerFields: [.connection: "close", .contentLength: "0"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        finish(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            inFlight += 1
            received = 0
            isReading = true
            let fields = head.headerFields
            if fields[.connection]?.lowercased().contains("close") == true { closesAfter = true }
            if let length = fields[.contentLength].flatMap({ Int($0) }), length > limits.body {
                return refuse(context)
            }
            if inFlight == 1 {
                begin(limits.responseTime, context)
                if fields[.expect]?.lowercased() == "100-continue" {
                    context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
                }
            }
            body?.cancel()
            body = close(context, in: limits.bodyTime)
        case .body(let bytes):
            received += bytes.readableBytes
            if received > limits.body { return refuse(context) }
        case .end:
            isReading = false
            body?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isDone else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head):
            hasAnswered = true
            if closesAfter || isReading && inFlight == 1 { head.headerFields[.connection] = "close" }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            let flushed = promise ?? context.eventLoop.makePromise(of: Void.self)
            flushed.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
            context.write(data, promise: flushed)
        }
    }

    private func answered(_ context: ChannelHandlerContext) {
        guard !isDone else { return }
        inFlight -= 1
        hasAnswered = false
        guard inFlight == 0 else { return begin(limits.responseTime, context) }
        if closesAfter || isReading { finish(context) } else { begin(limits.headTime, context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { stop = close(context, in: limits.stopTime) }
        context.fireUserInboundEventTriggered(event)
    }
}
