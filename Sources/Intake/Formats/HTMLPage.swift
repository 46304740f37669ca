import CMarkup
import ChanceryCore

extension DocumentBuilder {
    func page(named name: String, html: String, place: String, given: DocumentMetadata) throws(IntakeError) -> Document
    {
        throw IntakeError.malformedMarkup(place)
    }
}
