import ChanceryCore

/// Whose envoys are that no word calls anybody's: "On 1 March Anna Rell presented her credentials to the Government of Osk" tells,
/// in an account of Osk and Tarn, of an envoy of Tarn.
struct EnvoyStates {
    let counterparts: Counterparts

    /// The events, in text order, with the states of their envoys.
    func completed(_ events: [EventFinding]) -> [EventFinding] {
        var events = events
        for place in events.indices where events[place].concept.isOfEnvoy {
            let event = events[place]
            guard let envoy = event.actors.first, event.actors.count == 1, envoy.code.isEmpty,
                envoy.kind != .state, envoy.kind != .place,
                event.recipients.allSatisfy({ $0.from == nil }),
                let other = counterparts.other(
                    than: event.recipients, at: event.trigger, after: Array(events[..<place]))
            else { continue }
            events[place].actors[0].code = other.code
        }
        return events
    }
}
