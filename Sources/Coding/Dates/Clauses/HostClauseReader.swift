import Grammar
import SpacyPipeline

/// Finds the clause above a verb's that tells of the same time: "opened an office in May, hoping to stay".
struct HostClauseReader: DateStage {
    let facts: DateFacts

    /// A clause whose date another shares.
    struct Host {
        /// Its verb.
        let verb: Int
        /// The token before which its date stands to be shared; nil where it is shared wherever it stands.
        var limit: Int?
    }

    /// The clause whose date a verb shares, by the arc between them.
    func host(of verb: Int, as use: DateUse) -> Host? {
        guard let above = tree.head(of: verb) else { return nil }
        switch labels[verb] {
        case .conj:
            guard isVerb(above), clauses.agreesInTime(verb, above) else { return nil }
            // "On Monday Osk left and Tarn stayed": with a subject of its own, only a date before the other's.
            let hasSubject = tree.child(of: verb, [.nsubj, .nsubjpass]) != nil
            return Host(verb: above, limit: hasSubject ? tree.child(of: above, [.nsubj, .nsubjpass]) ?? above : verb)
        case .xcomp:
            return isVerb(above) && !words.ahead.contains(lemmas[above]) ? Host(verb: above) : nil
        case .ccomp where use != .lasting:
            let isSame =
                isVerb(above) && words.witnesses.contains(lemmas[above])
                && tags[verb] != .VBD && tags[verb] != .VBZ && tags[verb] != .VBP
            return isSame ? Host(verb: above) : nil
        case .advcl where use != .lasting:
            return isVerb(above) && isOfSameTime(verb, above) ? Host(verb: above) : nil
        case .pcomp where use != .lasting:
            guard words.doing.contains(forms[above]), let place = tree.head(of: above) else { return nil }
            let host = isVerb(place) ? place : labels[place] == .dobj ? clauses.verb(of: place) : nil
            return host.map { Host(verb: $0) }
        case .acl where tags[verb] == .VBG && followsComma(verb) && use != .lasting:
            // ", killing five": the parser may hang it on the noun before.
            return clauses.verb(of: above).map { Host(verb: $0) }
        case .relcl where use != .lasting:
            return copula(over: above).map { Host(verb: $0) }.flatMap { host in
                clauses.agreesInTime(verb, host.verb) ? host : nil
            }
        default: return nil
        }
    }

    /// The "was" of "was one of the states that voted for it", "was the first that recognised Osk": it only says who did it.
    private func copula(over noun: Int) -> Int? {
        var place = noun
        for _ in 0..<3 {
            guard let above = tree.head(of: place) else { return nil }
            switch labels[place] {
            case .attr: return lemmas[above] == "be" ? above : nil
            case .prep where isVerb(above): return lemmas[above] == "be" ? above : nil
            case .pobj, .prep: place = above
            default: return nil
            }
        }
        return nil
    }

    private func followsComma(_ verb: Int) -> Bool {
        let first = tree.extent(of: verb).lowerBound
        return first > 0 && tree.tokens[first - 1].text == ","
    }

    /// Whether an adverbial clause tells of the time of the one above it.
    private func isOfSameTime(_ verb: Int, _ above: Int) -> Bool {
        let mark = clauses.mark(of: verb)
        switch tags[verb] {
        case .VBG, .VBN:
            // ", backed by the council": what a participle tells after its clause may have been so before.
            if tags[verb] == .VBN, verb > above { return false }
            return (mark.map { words.meanwhile.contains($0) } ?? true)
                && tree.child(of: verb, [.nsubj, .nsubjpass]) == nil
                && !tree.children(of: verb, [.aux]).contains { lemmas[$0] == "have" }
        case .VB:
            return mark == nil && !words.ahead.contains(lemmas[above]) && clauses.time(of: above) == .past
                && tree.child(of: verb, [.nsubj]) == nil
        default:
            guard let mark, mark == "as" || words.meanwhile.contains(mark) else { return false }
            return clauses.time(of: verb) == clauses.time(of: above)
        }
    }
}
