import type { Encoding } from './encoder.ts';
import { featureId } from './feature-table.ts';
import { gramsOf, hashGap } from './features.ts';
import { hashPair } from './hash.ts';
import type { CorpusIntent, Explanation, Match } from './matcher.ts';
import type { MatcherModel } from './model.ts';
import type { Reading, Recognizer } from './recognizer.ts';

/** Why a text was matched as it was: its tokens step by step, and what spoke for the winner and the runner-up. */
export function explainMatch(model: MatcherModel, recognizer: Recognizer, reading: Reading, match: Match): Explanation {
  const { calibration, learned } = model;
  const { tokens } = reading;
  const vector = recognizer.encode(tokens);
  const values = new Map(Array.from(vector.ids, (id, i) => [id, vector.values[i] as number]));
  const names = namesOf(tokens, recognizer, learned.encoding);
  return {
    match,
    steps: [
      { step: 'words', tokens: reading.words },
      { step: 'abbreviations', tokens: reading.expanded },
      { step: 'spelling', tokens: reading.respelt },
      { step: 'framing', tokens: reading.bare },
      { step: 'synonyms', tokens },
      { step: 'stems', tokens: tokens.map(recognizer.dictionary.stem) },
    ],
    corrections: reading.corrections,
    evidence: match.ranked.slice(0, 2).map(({ intent }) => {
      const number = model.intents.findIndex(({ id }) => id === intent);
      return {
        intent,
        phrasing: nearestPhrasing(model, recognizer, number, values),
        features: strongest(model, number, names, values),
      };
    }),
    threshold: calibration.accept,
    margin: calibration.margin,
  };
}

/** Readable names of the seen features of a text. All the numbers of its direction are one: none means anything alone. */
function namesOf(tokens: readonly string[], { wordFeatures, dictionary }: Recognizer, encoding: Encoding) {
  const names = new Map<number, string>();
  for (let k = 0; k < encoding.bearings.lean.length; k++) names.set(encoding.idf.length + k, '≈');
  const name = (hash: number, text: string): void => {
    const id = featureId(encoding.table, hash);
    if (id >= 0 && !names.has(id)) names.set(id, text);
  };
  tokens.forEach((token, i) => {
    const { word, parts, grams } = wordFeatures(token);
    name(word, dictionary.stem(token));
    dictionary.partsOf(token).forEach((part, p) => {
      name(parts[p] as number, dictionary.stem(part));
    });
    const [next, nextButOne] = tokens.slice(i + 1, i + 3);
    if (next !== undefined)
      name(hashPair(word, wordFeatures(next).word), `${dictionary.stem(token)} ${dictionary.stem(next)}`);
    if (nextButOne !== undefined)
      name(hashGap(word, wordFeatures(nextButOne).word), `${dictionary.stem(token)} _ ${dictionary.stem(nextButOne)}`);
    gramsOf(token).forEach((gram, g) => {
      name(grams[g] as number, `…${gram}…`);
    });
  });
  return names;
}

function strongest(
  model: MatcherModel,
  intent: number,
  names: ReadonlyMap<number, string>,
  values: ReadonlyMap<number, number>,
) {
  const { starts, classOf, weights } = model.learned.index;
  const sums = new Map<string, number>();
  for (const [id, feature] of names) {
    for (let at = starts[id] as number; at < (starts[id + 1] as number); at++) {
      if (classOf[at] !== intent) continue;
      sums.set(feature, (sums.get(feature) ?? 0) + (weights[at] as number) * (values.get(id) as number));
    }
  }
  return [...sums]
    .map(([feature, weight]) => ({ feature, weight: Math.round(weight * 1e4) / 1e4 }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, 8);
}

/** The intent's phrasing most like the text. */
function nearestPhrasing(
  { intents }: MatcherModel,
  recognizer: Recognizer,
  intent: number,
  values: ReadonlyMap<number, number>,
): string {
  let [best, bestLikeness] = ['', -1];
  for (const { text, language } of (intents[intent] as { phrasings: CorpusIntent['phrasings'] }).phrasings) {
    const number = recognizer.dictionary.languages.findIndex((data) => data.language === language);
    const vector = recognizer.encode(recognizer.read(text, number).tokens);
    let likeness = 0;
    vector.ids.forEach((id, i) => (likeness += (values.get(id) ?? 0) * (vector.values[i] as number)));
    if (likeness > bestLikeness) [best, bestLikeness] = [text, likeness];
  }
  return best;
}
