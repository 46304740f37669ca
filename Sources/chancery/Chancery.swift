// Placeholder: replaced by the command.
@main
struct Chancery {
    static func main() {}
}
