import Glibc
import NIOCore

/// How long and how much one asker may ask, so that none keeps the others from being answered.
struct Limits: Sendable {
    /// The most bytes of a form.
    var body = 16 << 20
    /// From the connection, or the last answer, to a complete head; bytes that trickle in do not extend it.
    var headTime = TimeAmount.seconds(10)
    /// From the head to the end of the form.
    var bodyTime = TimeAmount.seconds(30)
    /// From the head to the last byte of the answer.
    var responseTime = TimeAmount.seconds(60)
    /// From the signal to stop to the end of what is still under way.
    var stopTime = TimeAmount.seconds(3)
    /// The most connections at once.
    var connections = 512
    /// The most bytes of one header, of all of them, and their number.
    var header = (field: 16 << 10, all: 32 << 10, count: 100)

    /// The limits on this machine: a process that runs out of file descriptors can serve nobody.
    static var here: Limits {
        var limits = Limits()
        var files = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 {
            limits.connections = max(8, min(limits.connections, Int(clamping: files.rlim_cur) - 64))
        }
        return limits
    }
}
