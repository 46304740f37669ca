import ChanceryCore
import SpacyPipeline

/// Reads who is who in one document, stage by stage; ``EntityIndex`` keeps the result.
///
/// Each stage is a value of its own, made of the text and of what earlier stages found; none changes what another found.
///
/// | stage | finds |
/// |---|---|
/// | ``ListedNameReader`` | listed names, and whom they mean here |
/// | ``OfficeholderReader`` | offices with their holders named right after them |
/// | ``CandidateReader`` | runs of tokens that may be names, by the model and by capitals |
/// | ``DefinitionReader`` | acronyms and aliases that the text defines |
/// | ``PersonReader`` | persons, by a vote of all their mentions, and whom short names mean |
/// | ``PersonFacts`` | titles and offices, with the state, sector and gender of their holders |
/// | ``PhraseReader`` | what names, noun phrases and pronouns tell, in the order of the text |
enum EntityReader {
    static func read(_ parsed: ParsedDocument, lexicon: EntityLexicon) -> (named: NamedText, told: ToldParties) {
        let text = EntityText(parsed, lexicon: lexicon)
        let listed = ListedNameReader.read(text)
        let held = OfficeholderReader(text: text, listed: listed).read()
        let candidates = CandidateReader(text: text, listed: listed).read(held: held)
        let defined = DefinitionReader.read(text, listed: listed, candidates: candidates)
        let settled = PersonReader.read(text, listed: listed, held: held, defined: defined)
        let bare = NamedText(
            text, entities: settled.register.entities, names: settled.names, listed: listed.names, held: held)
        let persons = PersonFacts.read(bare)
        let named = bare.knowing(persons)
        return (named, PhraseReader.read(named, titles: persons.titles))
    }
}
