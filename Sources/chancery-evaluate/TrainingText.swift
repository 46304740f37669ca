import ChanceryCore
import Coding
import Intake
import SpacyPipeline

/// A text to train on, and what is known of it.
struct TrainingText: Decodable {
    var id: String
    var text: String
    var title: String?
    var date: String?
}

extension EvaluationOptions {
    /// Reads every text of standard input, and writes for each of its readings an answer.
    ///
    /// - Throws: ``Rows/BadRow`` naming the line at fault, or what reading the model or writing throws.
    func answerTexts<Reading, Answer: Encodable>(
        with coder: Coder, readings: (Document, [AnnotatedText]) -> [Reading], _ answer: (Reading, String) -> Answer
    ) throws {
        let model = try loadModel()
        let builder = try DocumentBuilder()
        try Rows.forEach { (row: TrainingText) in
            let document = builder.document(
                named: row.id, text: row.text, given: DocumentMetadata(title: row.title, publishedOn: row.date))
            for reading in readings(document, coder.annotate(document, with: model)) {
                try Rows.write(answer(reading, row.id))
            }
        }
    }
}
