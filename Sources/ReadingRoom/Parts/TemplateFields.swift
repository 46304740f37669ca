import Mustache

// The library finds a field by reflection, which costs more than all else of a long page. What a page holds by the hundred tells
// its fields itself; a test holds them against what reflection finds.

extension DocumentText.Block: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "isHeading": isHeading
        case "isFurniture": isFurniture
        case "tint": tint
        case "speaker": speaker
        case "locator": locator
        case "runs": runs
        case "margin": margin
        default: nil
        }
    }
}

extension DocumentText.Run: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "id": id
        case "at": at
        case "text": text
        case "marks": marks
        case "href": href
        case "title": title
        case "quiet": quiet
        default: nil
        }
    }
}

extension DocumentText.Note: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "label": label
        case "href": href
        case "kind": kind
        default: nil
        }
    }
}

extension ItemPart: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "margin": margin
        case "caveat": caveat
        case "headline": headline
        case "tag": tag
        case "href": href
        case "doubtful": doubtful
        case "further": further
        case "notes": notes
        case "folded": folded
        case "remarks": remarks
        case "numbers": numbers
        case "rulings": rulings
        case "id": id
        case "foldedCount": foldedCount
        case "hasFolded": hasFolded
        default: nil
        }
    }
}

extension NotePart: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "quote": quote
        case "above": above
        case "voice": voice
        case "source": source
        case "href": href
        case "url": url
        case "archive": archive
        case "question": question
        default: nil
        }
    }
}

extension SectionPart.Table.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "cells": cells
        default: nil
        }
    }
}

extension SectionPart.Table.Cell: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "text": text
        case "href": href
        case "right": right
        default: nil
        }
    }
}

extension NamesPage.Row: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "phrase": phrase
        case "cells": cells
        default: nil
        }
    }
}

extension NamesPage.Cell: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "count": count
        case "href": href
        default: nil
        }
    }
}
