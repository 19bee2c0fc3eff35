import { lazily } from '../core/lazily.ts';
import { createMatcher, trainModel, type Corpus, type Matcher, type MatcherModel } from '../core/matching/index.ts';
import { fingerprint } from './fingerprint.ts';
import { isKept, keep, readKept } from './kept-file.ts';
import { trainedModel } from './trained-model.ts';

/** A model without what stands in the corpus: whoever asks for it has that, and it is most of its bytes. */
type KeptModel = Omit<MatcherModel, 'languages' | 'intents'>;

/** What is to be learned from, made when it is needed, and its fingerprint. */
export type ToLearn<T> = { readonly data: () => T; readonly key: string };

/**
 * A matcher for the corpus: from the cache when this very corpus was learned before, and then not read before the first text,
 * else trained in processes of their own, so that a hot reload never holds up a conversation, and kept. A cache that cannot be
 * written or read costs time, nothing else.
 */
export function trainedMatcher(corpus: Corpus, cacheFolder: string): Promise<Matcher> {
  return learnedMatcher({ data: () => corpus, key: fingerprintOf(corpus) }, cacheFolder);
}

export async function learnedMatcher({ data, key }: ToLearn<Corpus>, cacheFolder: string): Promise<Matcher> {
  const kept = (): Matcher | null =>
    isKept(cacheFolder, kind, key) ? whenAsked(() => readMatcher(data(), key, cacheFolder)) : null;
  const learn = async (): Promise<Matcher> => {
    const model = await trainedModel(data());
    keepModel(model, key, cacheFolder);
    // Read back, its arrays lie where they were read, and what brought it here is let go.
    return kept() ?? createMatcher(model);
  };
  return kept() ?? learn();
}

function readMatcher(corpus: Corpus, key: string, cacheFolder: string): Matcher {
  const kept = readKept(cacheFolder, kind, key) as KeptModel | null;
  if (kept !== null) return createMatcher({ ...kept, languages: corpus.languages, intents: corpus.intents });
  // Damaged, or gone since the start: whoever writes first waits until it is learned again.
  const model = trainModel(corpus);
  keepModel(model, key, cacheFolder);
  return createMatcher(model);
}

function keepModel(model: MatcherModel, key: string, cacheFolder: string): void {
  const { settings, learned, language, calibration } = model;
  keep(cacheFolder, kind, key, { settings, learned, language, calibration } satisfies KeptModel);
}

function whenAsked(make: () => Matcher): Matcher {
  const matcher = lazily(make);
  return {
    match: (text) => matcher().match(text),
    stems: (text) => matcher().stems(text),
    explain: (text) => matcher().explain(text),
    identifyLanguage: (text, prior) => matcher().identifyLanguage(text, prior),
  };
}

export function fingerprintOf(corpus: Corpus): string {
  return fingerprint(corpus, 'matching');
}

const kind = 'matcher-';
