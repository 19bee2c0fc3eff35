import { decide } from './decide.ts';
import { explainMatch } from './explain.ts';
import { createIdentifier } from './identify-language.ts';
import type { Match, Matcher } from './matcher.ts';
import type { MatcherModel } from './model.ts';
import { createRecognizer } from './recognizer.ts';

/** A trained model at work. Calls share scratch memory, never results. */
export function createMatcher(model: MatcherModel): Matcher {
  const recognizer = createRecognizer(model.learned, model.languages, model.settings);
  const identifyLanguage = createIdentifier(model.language, model.languages, recognizer.dictionary);
  const match = (tokens: readonly string[]): Match => decide(recognizer.fit(tokens), model);
  const read = (text: string) => {
    const identified = identifyLanguage(text);
    return recognizer.read(
      text,
      model.languages.findIndex(({ language }) => language === identified?.language),
    );
  };
  return {
    match: (text) => match(read(text).tokens),
    stems: (text) => read(text).tokens.map(recognizer.dictionary.stem),
    explain: (text) => {
      const reading = read(text);
      return explainMatch(model, recognizer, reading, match(reading.tokens));
    },
    identifyLanguage,
  };
}
