import Fuse from 'fuse.js';
import snowball from 'snowball-stemmers';
import { AppError } from '../core/errors.ts';
import type { LabelledText } from './corpus-file.ts';
import type { Outcome } from './metrics.ts';

/** What a user would install instead, at its best documented settings. */
export type Rival = { readonly name: string; ask(text: string, language: string): Promise<Omit<Outcome, 'expected'>> };

const rivalNames = ['nlpjs', 'fuse', 'minisearch'] as const;
export type RivalName = (typeof rivalNames)[number];

export function parseRivals(list: string): RivalName[] {
  return list.split(',').map((name) => {
    const known = rivalNames.find((rival) => rival === name.trim());
    if (known === undefined) throw new AppError('input/invalid', `No "${name}": one of ${rivalNames.join(', ')}`);
    return known;
  });
}

export async function buildRival(
  name: RivalName,
  texts: readonly LabelledText[],
  stemmer: string | null,
): Promise<Rival> {
  switch (name) {
    case 'nlpjs':
      return buildNlpjs(texts);
    case 'fuse':
      return buildFuse(texts);
    case 'minisearch':
      return buildMiniSearch(texts, stemmer);
  }
}

async function buildNlpjs(texts: readonly LabelledText[]): Promise<Rival> {
  const { dockStart } = await import('@nlpjs/basic');
  const { LangFr } = await import('@nlpjs/lang-fr');
  const languages = [...new Set(texts.map(({ lang }) => lang))];
  const dock = await dockStart({
    settings: { nlp: { autoSave: false, log: false, languages } },
    use: ['Basic'],
  });
  dock.getContainer().use(LangFr);
  const nlp = dock.get('nlp');
  nlp.settings['autoSave'] = false;
  for (const language of languages) nlp.addLanguage(language);
  for (const { text, intent, lang } of texts) nlp.addDocument(lang, text, intent);
  await quietly(() => nlp.train());
  return {
    name: 'NLP.js',
    async ask(text, language) {
      const { classifications } = await nlp.process(language, text);
      const ranked = classifications.filter(({ intent }) => intent !== 'None');
      // Its documented threshold: below one half it says None itself.
      const confidence = ranked[0]?.score ?? 0;
      return { ranked: ranked.map(({ intent }) => intent), confidence, declined: confidence < 0.5 };
    },
  };
}

/** Training prints its epochs whatever it is told; standard output is for results. */
async function quietly(run: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await run();
  } finally {
    console.log = log;
  }
}

/** Token search, which the documentation recommends for sentences, with the threshold that measured best. */
function buildFuse(texts: readonly LabelledText[]): Rival {
  const fuse = new Fuse(texts, {
    keys: ['text'],
    includeScore: true,
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.3,
  });
  return {
    name: 'fuse.js',
    ask(text) {
      const found = fuse.search(text, { limit: 20 });
      const [first] = found;
      const ranked = [...new Set(found.map(({ item }) => item.intent))];
      return Promise.resolve({
        ranked,
        confidence: first === undefined ? 0 : 1 - (first.score ?? 1),
        declined: first === undefined,
      });
    },
  };
}

async function buildMiniSearch(texts: readonly LabelledText[], stemmer: string | null): Promise<Rival> {
  const { default: MiniSearch } = await import('minisearch');
  const stem = stemmer === null ? null : snowball.newStemmer(stemmer);
  const search = new MiniSearch<LabelledText & { id: number }>({
    fields: ['text'],
    storeFields: ['intent'],
    processTerm: (term) => stem?.stem(term.toLowerCase()) ?? term.toLowerCase(),
    searchOptions: { fuzzy: 0.2, prefix: (term) => term.length > 3 },
  });
  search.addAll(texts.map((line, id) => ({ ...line, id })));
  return {
    name: 'MiniSearch',
    ask(text) {
      const found = search.search(text).slice(0, 20);
      const ranked = [...new Set(found.map((result) => String(result['intent'])))];
      return Promise.resolve({ ranked, confidence: found[0]?.score ?? 0, declined: found.length === 0 });
    },
  };
}
