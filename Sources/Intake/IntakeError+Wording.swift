extension IntakeError {
    static func missing(_ place: String) -> IntakeError {
        IntakeError(.missing, place: place, "no such file or folder; check the path")
    }

    static func unreadable(_ place: String, reason: String, isFolder: Bool) -> IntakeError {
        let what = isFolder ? "folder" : "file"
        return IntakeError(
            .unreadable, place: place, "cannot read this \(what): \(reason); check its permissions (ls -ld)")
    }

    static func empty(_ place: String, line: Int? = nil) -> IntakeError {
        IntakeError(.empty, place: place, line: line, "holds no text; remove it or give a file that has some")
    }

    static func notText(
        _ place: String, encoding: String, line: Int? = nil, byteOffset: Int, isMarked: Bool = false
    ) -> IntakeError {
        let hint =
            line != nil
            ? "JSON Lines are always UTF-8: convert the stream (iconv -f WINDOWS-1252 -t UTF-8)"
            : isMarked
                ? "its mark says UTF-8, so the file is damaged: fetch it again"
                : "name its encoding, such as --encoding WINDOWS-1251, WINDOWS-1250 or GB18030 (iconv -l lists all)"
        return IntakeError(
            .notUTF8, place: place, line: line, byteOffset: byteOffset,
            "not valid \(encoding) at byte \(byteOffset); \(hint)")
    }

    static func notUTF16(_ place: String, byteOffset: Int) -> IntakeError {
        IntakeError(
            .notUTF16, place: place, byteOffset: byteOffset,
            "marked as UTF-16 but not valid at byte \(byteOffset); the file is damaged or cut: fetch it again")
    }

    static func unknownEncoding(_ place: String, _ encoding: String) -> IntakeError {
        IntakeError(
            .unknownEncoding, place: place,
            "unknown encoding '\(encoding)'; `iconv -l` lists the names, or convert the file to UTF-8")
    }

    static func unmarkedUTF16(_ place: String, byteOrder: String) -> IntakeError {
        IntakeError(
            .binary, place: place, byteOffset: nil,
            "looks like \(byteOrder) without a mark; name its encoding (--encoding \(byteOrder)) or convert it (iconv)")
    }

    static func binary(_ place: String, line: Int? = nil, byteOffset: Int) -> IntakeError {
        IntakeError(
            .binary, place: place, line: line, byteOffset: byteOffset,
            "is not text: control byte at byte \(byteOffset); give the text of the document instead")
    }

    static func tooLarge(_ place: String, line: Int? = nil, limit: Int) -> IntakeError {
        let what = line == nil ? "file" : "line"
        return IntakeError(
            .tooLarge, place: place, line: line,
            "\(what) is over the limit of \(megabytes(limit)); split it into documents, or give them as JSON Lines, "
                + "one document a line")
    }

    private static func megabytes(_ bytes: Int) -> String {
        bytes % 1_048_576 == 0 ? "\(bytes / 1_048_576) MiB" : "\(bytes) bytes"
    }

    static func malformedLine(_ place: String, line: Int, _ fault: String) -> IntakeError {
        IntakeError(
            .malformedLine, place: place, line: line,
            "\(fault); a line is one JSON object with \"id\" and \"text\", and optionally title, authors, publisher, "
                + "published_on, url, via, language")
    }

    static func malformedMarkup(_ place: String) -> IntakeError {
        IntakeError(.malformedMarkup, place: place, "cannot be read as HTML; save the page's text as .txt instead")
    }

    static func tooDeep(_ place: String) -> IntakeError {
        IntakeError(
            .malformedMarkup, place: place,
            "elements are nested more than 256 deep, which no article needs; save the page's text as .txt instead")
    }

    static func nothingToRead(_ place: String) -> IntakeError {
        let known = DocumentFormat.knownExtensions.map { ".\($0)" }.joined(separator: " ")
        return IntakeError(
            .nothingToRead, place: place, "folder holds no document; files that are read end in \(known)")
    }

    static func unsupportedFormat(_ place: String, _ format: ForeignFormats.Format) -> IntakeError {
        IntakeError(.unsupportedFormat, place: place, "not read: \(format.name); \(format.advice)")
    }

    static func unknownFormat(_ place: String) -> IntakeError {
        let known = DocumentFormat.knownExtensions.map { ".\($0)" }.joined(separator: " ")
        return IntakeError(
            .unsupportedFormat, place: place,
            "not read: of a folder only \(known) are; if it is plain text, give the file itself or rename it to .txt")
    }

    static func notAFile(_ place: String, _ what: String) -> IntakeError {
        IntakeError(.unsupportedFormat, place: place, "not read: \(what); give the file it stands for")
    }

    static func leftOutField(_ place: String, line: Int, _ name: String, _ fault: String) -> IntakeError {
        IntakeError(
            .malformedField, place: place, line: line, "\"\(name)\" \(fault); the document is read without it")
    }

    static func missingResource(_ name: String) -> IntakeError {
        IntakeError(
            .resource, place: name,
            "a file of the program is missing; copy the folder chancery_Intake.resources beside the program")
    }

    static func brokenResource(_ name: String, line: Int, _ fault: String) -> IntakeError {
        IntakeError(.resource, place: name, line: line, fault)
    }
}
