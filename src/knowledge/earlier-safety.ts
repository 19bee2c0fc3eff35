import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readFiles, type SourceFile } from './files.ts';

/**
 * Version 0.1.0 had the words of danger in one `safety.yaml`, as phrases by kind. A folder of then hears by the release's own
 * words, its own phrases among them, until somebody brings it up to date: who is in danger must not wait for that.
 */
export function withEarlierSafety(files: readonly SourceFile[]): readonly SourceFile[] {
  const earlier = EarlierSafety.safeParse(parsed(files.find(({ path }) => path === 'safety.yaml')));
  const release = earlier.success ? releaseFiles() : null;
  if (!earlier.success || release === null) return files;
  const dial = numbersOf(release);
  const brought = release
    .filter(({ path }) => broughtAlong.test(path))
    .map((file) => {
      const language = /^languages\/([a-z]{2})\/safety\.yaml$/.exec(file.path)?.[1];
      return language === undefined ? file : { ...file, bytes: withOwnPhrases(file, earlier.data, language, dial) };
    });
  const paths = new Set(brought.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...brought].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const Phrases = z.record(z.string(), z.array(z.string()));
const EarlierSafety = z.object({ kinds: z.record(z.string(), z.object({ always: Phrases })) });
const WordsOfDanger = z.looseObject({ words: Phrases });
const Places = z.record(z.string(), z.looseObject({ phone: z.looseObject({ dial: z.string() }).nullish() }));

const broughtAlong = /^(safety\.yaml|languages\/[a-z]{2}\/(safety\.yaml|danger\.jsonl))$/;

/** What the kinds of then are by today's names. */
const meaningOf: Readonly<Record<string, string>> = { suicide: 'enough-self-harm', danger: 'enough-life' };

/** Phrases that the release does not have are the school's own. */
function withOwnPhrases(
  { bytes }: SourceFile,
  { kinds }: z.infer<typeof EarlierSafety>,
  language: string,
  dial: (place: string) => string,
): Buffer {
  const text = bytes.toString('utf8').replaceAll(/\{\{place (\S+) phone\}\}/g, (_, place: string) => dial(place));
  const file = WordsOfDanger.parse(parse(text));
  const known = new Set(Object.values(file.words).flat());
  const words = { ...file.words };
  for (const [kind, meaning] of Object.entries(meaningOf)) {
    const own = (kinds[kind]?.always[language] ?? []).filter((phrase) => !known.has(phrase));
    words[meaning] = [...(words[meaning] ?? []), ...own];
  }
  return Buffer.from(stringify({ ...file, words }, { aliasDuplicateObjects: false }));
}

/** The folder's places may be of a time before all of these had a number of their own. */
function numbersOf(files: readonly SourceFile[]): (place: string) => string {
  const places = Places.parse(parsed(files.find(({ path }) => path === 'places.yaml')));
  return (place) => places[place]?.phone?.dial ?? '';
}

/** Where a volume lies over the release's folder, the image has what is needed here beside it. */
function releaseFiles(): readonly SourceFile[] | null {
  const folders = ['../../release-knowledge/', '../../knowledge/'].map((at) =>
    fileURLToPath(new URL(at, import.meta.url)),
  );
  const found = folders.find((folder) => existsSync(`${folder}languages/en/safety.yaml`));
  return found === undefined ? null : readFiles(found);
}

function parsed(file: SourceFile | undefined): unknown {
  try {
    return file === undefined ? null : parse(file.bytes.toString('utf8'), { maxAliasCount: 0 });
  } catch {
    // Whoever reads the file itself says what is wrong with it.
    return null;
  }
}
