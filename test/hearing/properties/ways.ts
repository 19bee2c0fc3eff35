import { readFileSync } from 'node:fs';
import worldCountries, { type Countries } from 'world-countries';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = 'test/hearing/properties';
const Texts = z.array(z.string());

/** How people write in a language what must be heard right in it; `ways.yaml` says what each field is. */
const Ways = z.strictObject({
  names: Texts,
  peoples: Texts.default([]),
  inflected: z.array(z.tuple([z.string()], z.string())).default([]),
  capitals: Texts,
  months: Texts.default(['']),
  figures: Texts.default(['0123456789']),
  counted: z.string().optional(),
  days: Texts,
  firsts: Texts.default([]),
  told: z.record(z.string(), z.record(z.string(), z.unknown())),
});
export type Ways = z.infer<typeof Ways>;

export const ways = z.record(z.string(), Ways).parse(parse(readFileSync(`${folder}/ways.yaml`, 'utf8')));
export const languages = Object.keys(ways);

export const world = worldCountries as unknown as Countries;
export type Country = Countries[number];

/** Country → its words in a language; the library has no more than English and French peoples, and English capitals. */
function table(file: string): (language: string, code: string) => readonly string[] {
  const [head = [], ...rows] = readFileSync(`${folder}/${file}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const byCode = new Map(rows.map((row) => [row[0], row]));
  return (language, code) => (byCode.get(code)?.[head.indexOf(language)] ?? '').split('/').filter(Boolean);
}

const peoplesOf = table('peoples');
const capitalsOf = table('capitals');

const library: Readonly<Record<string, string>> = {
  en: 'eng',
  fr: 'fra',
  es: 'spa',
  it: 'ita',
  pt: 'por',
  de: 'deu',
  zh: 'zho',
  ar: 'ara',
};

/** As two lists name it, which differ: that of the library and that of Unicode. */
export function namesOf(language: string, { cca2, name, translations }: Country): readonly string[] {
  const unicode = new Intl.DisplayNames([language], { type: 'region' }).of(cca2) ?? cca2;
  return [...new Set([(translations[library[language] ?? ''] ?? name).common, unicode])];
}

/** In every gender and number. */
export function demonymsOf(language: string, { cca2, demonyms }: Country): readonly string[] {
  const { m, f } = demonyms[library[language] ?? ''] ?? { m: '', f: '' };
  const own = [m, f].filter(Boolean).flatMap((word) => (/[sxz]$/.test(word) ? [word] : [word, `${word}s`]));
  const written = peoplesOf(language, cca2).flatMap((word) => inflected(word, ways[language]?.inflected ?? []));
  return [...new Set([...own, ...written])];
}

function inflected(word: string, endings: Ways['inflected']): readonly string[] {
  const [ending, ...others] = word.includes(' ') ? [] : (endings.find(([end]) => word.endsWith(end)) ?? []);
  if (ending === undefined) return [word];
  const stem = word.slice(0, word.length - ending.length);
  return [word, ...others.map((end) => stem + end)];
}

export function capitalsIn(language: string, { cca2, capital }: Country): readonly string[] {
  const own = capitalsOf(language, cca2);
  return own.length > 0 ? own : capital;
}
