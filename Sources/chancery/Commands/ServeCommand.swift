import ArgumentParser
import DossierStore
import Foundation
import ReadingRoom
import Record

/// Opens a dossier in the browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Opens the reading room: a dossier's pages in a browser of this machine.",
        discussion: """
            Pages are made on this machine and load nothing from elsewhere. At 127.0.0.1 nobody but you reaches them; \
            at any other address a pass is asked, which stands in the address that is printed. What you rule there is \
            kept in the dossier like what 'decide' records. Ctrl-C ends it.

            Every page has its like for programs under /api/v1.

            Example:
              chancery serve adriatic.dossier
              chancery serve adriatic.dossier --port 8080 --no-browser --author "Ana Dol"
            """)

    @OptionGroup var source: DossierArgument

    @Option(help: ArgumentHelp("The port; a free one where nothing is given.", valueName: "number"))
    var port = 0

    @Option(
        help: ArgumentHelp(
            "An address of this machine to be reached at; 127.0.0.1 where nothing is given.", valueName: "address"))
    var address = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "Who rules; otherwise $CHANCERY_AUTHOR, or the name the system knows you by.", valueName: "name"))
    var author: String?

    @Flag(help: "Open no browser.")
    var noBrowser = false

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError("'--port \(port)': give a number from 0 to 65535.")
        }
    }

    func run() async throws {
        let isOfThisMachine = ["127.0.0.1", "::1", "localhost"].contains(address)
        let pass = isOfThisMachine ? nil : Room.secret()
        var hosts: Set<String> = ["127.0.0.1", "localhost", "[::1]"]
        if !isOfThisMachine { hosts.formUnion([address, ProcessInfo.processInfo.hostName.lowercased()]) }
        let room = try Room(
            Room.Settings(
                path: source.dossier, author: try Author.named(author).name, hosts: hosts, pass: pass,
                helpers: OwnProgram(dossier: source.dossier).helpers, now: { .now }))
        let opensBrowser = !noBrowser
        try await RoomServer(room).run(address: address, port: port) { [address] port in
            let host = address.contains(":") ? "[\(address)]" : address
            let link = "http://\(host):\(port)/" + (pass.map { "?pass=\($0)" } ?? "")
            let output = StandardOutput()
            try? output.line("Reading room: \(link)")
            try? output.line("Ctrl-C ends it.")
            try? output.flush()
            room.warm()
            if opensBrowser { Browser.open(link) }
        }
    }
}

/// The browser of whoever sits before this machine.
enum Browser {
    /// Opens a page where there is a screen and a program that opens pages; says nothing where there is none.
    static func open(_ link: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else { return }
        let opener = ["/usr/bin/xdg-open", "/usr/bin/open"].first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let opener else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: opener)
        process.arguments = [link]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}
