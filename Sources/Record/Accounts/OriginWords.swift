package import ChanceryCore

/// Says in words where tellings come from, and what that carries.
package enum OriginWords {
    /// The note after an entry's documents: "2 independent origins", "1 origin", "independence not established", and
    /// what is disputed; empty where one document tells it and nothing is.
    package static func note(_ origins: [OriginGroup], documents: Int, disputed: Set<Dispute.Dimension>) -> String {
        var parts: [String] = []
        if documents > 1, !origins.isEmpty { parts.append(count(origins, documents: documents)) }
        let named = Dispute.Dimension.allCases.filter(disputed.contains).map(\.rawValue)
        if !named.isEmpty { parts.append("disputed: \(named.joined(separator: ", "))") }
        return parts.joined(separator: "; ")
    }

    /// How many origins there are, and whether they are established as different.
    ///
    /// - Parameter documents: how many documents they are; where they are more than the origins, these are counted.
    package static func count(_ origins: [OriginGroup], documents: Int) -> String {
        let origins = origins.filter { $0.standing != .doubtful }
        let established = origins.count { $0.standing.isEstablished }
        if origins.count == 1 { return "1 origin" }
        if established < 2 {
            return (origins.count < documents ? "\(origins.count) origins, " : "") + "independence not established"
        }
        return established == origins.count
            ? "\(established) independent origins" : "\(established) independent origins of \(origins.count)"
    }

    /// What is known of where a group's tellings come from.
    package static func standing(_ standing: OriginGroup.Standing) -> String {
        switch standing {
        case .own: "its publisher's own telling"
        case .namedSource: "its publisher's own account of what a source tells that it names"
        case .unnamedSource: "from a source that is not named"
        case .sharedPassage: "in a paragraph that stands in another document too"
        case .doubtful: "a doubtful reading, which carries nothing beside the others"
        default: DocumentLineage.Standing(rawValue: standing.rawValue).map { self.standing($0) } ?? ""
        }
    }

    /// Whose telling a document is.
    package static func standing(_ standing: DocumentLineage.Standing) -> String {
        switch standing {
        case .own: "publisher and author are named, and nothing points elsewhere"
        case .authorsUnknown: "no author is named"
        case .sharesOrigin: "a document of the same origin points elsewhere"
        case .translation: "it says that it is translated"
        case .agency: "it names an agency as the one that tells it"
        case .elsewhere: "it names another publication as the one it comes from"
        case .publisherUnknown: "no publisher is known"
        case .unknown: "nothing is known of the document"
        }
    }

    /// Why tellings of several documents are of one origin.
    package static func join(_ join: OriginGroup.Join) -> String {
        switch join.kind {
        case .origin: "the documents are copies, reprints or translations of one text"
        case .passage: "the words stand in a paragraph that the documents share"
        case .publisher: "\(join.name) published the documents"
        case .author: "\(join.name) wrote them"
        case .source: "both give \(join.name) as their source"
        case .namedOrigin: "both say that they come from \(join.name)"
        case .restsOn: "one rests on \(join.name), who published, wrote or supplied the other"
        }
    }

    /// The grade of the Admiralty scale in words.
    package static func grade(_ grade: Credibility.Grade) -> String {
        let words =
            switch grade {
            case .confirmed: "confirmed by other sources"
            case .probablyTrue: "probably true"
            case .possiblyTrue: "possibly true"
            case .doubtful: "doubtful"
            case .improbable: "improbable"
            case .cannotBeJudged: "truth cannot be judged"
            }
        return "\(grade.rawValue) (\(words))"
    }

    /// A reason for a grade.
    package static func reason(_ reason: Credibility.Reason) -> String {
        switch reason {
        case .independentOrigins: "two or more origins are established as independent"
        case .independenceNotEstablished: "that its origins are independent is not established"
        case .oneOrigin: "all tellings come from one place"
        case .oneAsserts: "one of the independent origins alone tells it as fact"
        case .nobodyAsserts: "no account tells it as fact"
        case .notYet: "it is told as planned or supposed"
        case .onlyDenied: "every telling says that it is not so"
        case .denialsOutweigh: "more origins deny it than tell it"
        case .factualityDisputed: "accounts differ on whether it happened"
        case .dateDisputed: "accounts differ on the date"
        case .numberDisputed: "accounts differ on the number"
        case .agencyDisputed: "accounts differ on who did it"
        }
    }

    /// What shows that two documents, or stretches of them, come from one place.
    package static func link(_ kind: OriginLink.Kind, share: Int) -> String {
        switch kind {
        case .nearDuplicate: "shares about \(share) % of its runs of words with"
        case .reprint: "says that it comes from the publisher of"
        case .translation: "says that it is translated from the publisher of"
        case .passage: "shares a paragraph with"
        case .decided: "was ruled to come from one place with"
        }
    }
}
