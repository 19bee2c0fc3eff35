import { createMatcher, trainModel, type Corpus } from '../core/matching/index.ts';
import { askMatcher } from './examine.ts';
import { accuracyOf, type Outcome } from './metrics.ts';
import { fnv1a } from './typos.ts';

/**
 * Cross-validation on a corpus's own phrasings: each is put once to a matcher that was built without it. Which fold a
 * phrasing falls into depends on its text alone.
 */
export function crossValidate(corpus: Corpus, folds: number): readonly Outcome[] {
  return Array.from({ length: folds }, (_, fold) => examineFold(corpus, (text) => fnv1a(text) % folds === fold)).flat();
}

export function foldFigures(outcomes: readonly Outcome[]) {
  const { inScopeAccuracy, top3, macroF1 } = accuracyOf(outcomes);
  return { phrasings: outcomes.length, inScopeAccuracy, top3, macroF1 };
}

function examineFold(corpus: Corpus, isHeldOut: (text: string) => boolean): Outcome[] {
  const kept = {
    ...corpus,
    intents: corpus.intents.map((intent) => ({
      ...intent,
      phrasings: intent.phrasings.filter(({ text }) => !isHeldOut(text)),
    })),
  };
  const ask = askMatcher(createMatcher(trainModel(kept)));
  return corpus.intents.flatMap(({ id, phrasings }) =>
    phrasings.filter(({ text }) => isHeldOut(text)).map(({ text }) => ({ expected: id, ...ask(text) })),
  );
}
