import { parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { withEarlierSafety } from '../earlier-safety.ts';
import { kinds } from '../kinds.ts';
import { phrasesFile } from '../layout.ts';
import { CurrentPrivacyFile } from '../privacy-schema.ts';
import { checkShape, parseYaml } from '../yaml-file.ts';
import { inSecondLayout, movedTo } from './second-layout.ts';
import { withOpening } from './with-opening.ts';

/** What a folder of an earlier version becomes. Nothing is done here. */
export type Plan = {
  /** Files that only change their place: from, to. */
  readonly moves: ReadonlyMap<string, string>;
  /** Files that become several: from, and what they become, whole. */
  readonly splits: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What this version needs and the folder has not: taken from the program's own knowledge. */
  readonly supplied: readonly string[];
  /** Files that this version reads in another form: the program's own take their place, theirs are kept in the old folder. */
  readonly replaced: readonly string[];
  /** Sentences, facts, conflicts and places that this version names and the folder has not, by file of the new layout. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** What is no file of the knowledge stays where it is. */
  readonly unknown: readonly string[];
};

/** Whether a folder is as this version reads it. */
export function isNothing({ moves, splits, supplied, replaced, phrases }: Plan): boolean {
  return [moves.size, splits.size, supplied.length, replaced.length, phrases.size].every((size) => size === 0);
}

/** A folder's files by path, with `/`. */
export type Folder = { readonly paths: readonly string[]; readonly read: (path: string) => string };

/** `shipped` is the program's own knowledge, in the new layout; null where that is what is migrated. */
export function planOf(old: Folder, shipped: Folder | null): Plan {
  const moves = new Map<string, string>();
  const splits = new Map<string, ReadonlyMap<string, string>>();
  const unknown: string[] = [];
  for (const path of old.paths) {
    const to = movedTo(path);
    const split = becomesSeveral(path, old);
    if (to !== null) moves.set(path, to);
    else if (split !== null) splits.set(path, split);
    else if (!stays.test(path)) unknown.push(path);
  }
  const there = new Set([
    ...old.paths,
    ...moves.values(),
    ...[...splits.values()].flatMap((files) => [...files.keys()]),
    ...saidInStaffRoom(old, moves),
  ]);
  const spoken = languagesOf(old);
  const needed = shipped?.paths.filter((path) => isNeeded(path, spoken)) ?? [];
  const supplied = needed.filter((path) => !there.has(path));
  const replaced = shipped === null ? [] : replacedBy(shipped, old, moves).filter((path) => !splits.has(path));
  // What is replaced is whole.
  const lacking = [...phrasesLacking(old, shipped, moves), ...entriesLacking(old, shipped, supplied)];
  return {
    moves,
    splits,
    unknown,
    supplied,
    replaced,
    phrases: new Map(lacking.filter(([path]) => !replaced.includes(path))),
  };
}

/** An answer of one file for all languages, hours in words, or the words of danger of then: what each becomes, by path; else null. */
function becomesSeveral(path: string, old: Folder): ReadonlyMap<string, string> | null {
  if (path.startsWith('answers/')) return inSecondLayout(path, old.read(path));
  if (path === 'desk.yaml') return withOpening(old.read(path));
  const danger = path === 'safety.yaml' ? [{ path, bytes: Buffer.from(old.read(path)) }] : [];
  const brought = withEarlierSafety(danger);
  return brought === danger ? null : new Map(brought.map(({ path: to, bytes }) => [to, bytes.toString('utf8')]));
}

/** What students read of colleagues, where the phrases of the staff room have it: the school's own words go on being said. */
function saidInStaffRoom(old: Folder, moves: Plan['moves']): readonly string[] {
  return old.paths.flatMap((from) => {
    const [, language] = /^languages\/([a-z]{2})\/phrases\/staff\.yaml$/.exec(moves.get(from) ?? from) ?? [];
    if (language === undefined || !parseDocument(old.read(from)).has('said')) return [];
    return [phrasesFile(language, 'colleague')];
  });
}

/** In `desk.yaml`; one that cannot be read is named when the new folder is. */
function languagesOf({ paths, read }: Folder): readonly string[] {
  const desk: unknown = paths.includes('desk.yaml') ? parseDocument(read('desk.yaml')).toJS() : null;
  const languages = (desk as { readonly languages?: unknown } | null)?.languages;
  return Array.isArray(languages) ? languages.map(String) : [];
}

/** What a school writes itself it may have taken away: topics, prices, questions. A figure may be one that a sentence takes. */
function isNeeded(path: string, spoken: readonly string[]): boolean {
  const [, language, name = ''] = /^languages\/([a-z]{2})\/(.+)$/.exec(path) ?? [];
  if (language === undefined) return !/^(topics|offers|questions)\//.test(path);
  // Who checked a text checked that one.
  return spoken.includes(language) ? !/^(answers\/|(checked|readback)\.yaml$)/.test(name) : understoodAlone.has(name);
}

/** What a language has that is understood for safety, when it asks for a person, and where personal data stands, alone. */
const understoodAlone: ReadonlySet<string> = new Set([
  'safety.yaml',
  'danger.jsonl',
  'dictionary.bloom',
  'person.yaml',
  'privacy.yaml',
  'mail.yaml',
]);

/** How people speak and what is danger is the program's to read; what a school says, sells and pays is never replaced. */
function replacedBy(shipped: Folder, old: Folder, moves: ReadonlyMap<string, string>): readonly string[] {
  const ours = new Set(shipped.paths);
  return old.paths.flatMap((from) => {
    const path = moves.get(from) ?? from;
    const kind = programsOwn.find(({ at }) => at.test(path));
    if (kind === undefined || !ours.has(path)) return [];
    const file = parseYaml({ path, bytes: Buffer.from(old.read(from)) });
    return checkShape(file, kind.schema).value === null ? [path] : [];
  });
}

const programsOwn: readonly { readonly at: RegExp; readonly schema: ZodType }[] = [
  kinds.safety,
  kinds.reading,
  kinds.reactions,
  kinds.vocabulary,
  { at: kinds.privacy.at, schema: CurrentPrivacyFile },
  kinds.guidance,
  kinds.grounds,
];

function phrasesLacking(old: Folder, shipped: Folder | null, moves: ReadonlyMap<string, string>): Plan['phrases'] {
  if (shipped === null) return new Map();
  const ours = new Set(shipped.paths);
  const lacking = old.paths.flatMap((from) => {
    const to = moves.get(from) ?? from;
    if (!/^languages\/..\/phrases\//.test(to) || !ours.has(to)) return [];
    const [theirs, said] = [from, to].map(
      (path, at) => parseDocument((at === 0 ? old : shipped).read(path)).toJS() as unknown,
    );
    const there = new Set(waysInto(theirs));
    const keys = waysInto(said).filter((key) => !there.has(key));
    return keys.length === 0 ? [] : [[to, keys] as const];
  });
  return new Map(lacking);
}

/** What the program's rows and guidance name stands in files that a school writes on: each entry that is not there is added. */
const ledgers = ['facts.yaml', 'conflicts.yaml', 'places.yaml'] as const;

function entriesLacking(old: Folder, shipped: Folder | null, supplied: readonly string[]): Plan['phrases'] {
  if (shipped === null) return new Map();
  const lackingIn = (path: string, depth: number): readonly string[] => {
    if (![old, shipped].every(({ paths }) => paths.includes(path))) return [];
    const entries = ({ read }: Folder) => waysInto(parseDocument(read(path)).toJS(), depth);
    const theirs = new Set(entries(old));
    return entries(shipped).filter((key) => !theirs.has(key));
  };
  const byFile = ledgers.map((path) => [path, lackingIn(path, 1)] as const);
  // Guidance that no row names is refused: of ours what our rows name, for theirs may say something else.
  const rows = supplied.filter((path) => path.startsWith('eligibility/')).map((path) => shipped.read(path));
  const named = new Set(rows.flatMap((row) => row.match(/[\w-]+/g) ?? []));
  const guidance = lackingIn('guidance.yaml', 2).filter((key) => named.has((JSON.parse(key) as string[])[1] ?? ''));
  return new Map([...byFile, ['guidance.yaml', guidance] as const].filter(([, keys]) => keys.length > 0));
}

/** The way to each sentence of a file, or to what stands so many keys deep, as JSON: a key may hold a full stop. */
function waysInto(tree: unknown, depth = Infinity, path: readonly string[] = []): readonly string[] {
  if (path.length === depth || typeof tree !== 'object' || tree === null || Array.isArray(tree))
    return [JSON.stringify(path)];
  return Object.entries(tree).flatMap(([key, held]) => waysInto(held, depth, [...path, key]));
}

/** What lies in the new layout where it lay in the old. */
const stays =
  /^(?:(?:rates|offers|eligibility|questions|questions\/conversations|topics|languages\/.+)\/[^/]+|(?:places|desk|facts|sources|pages|conflicts|countries|guidance|grounds|safety|other-languages)\.yaml|shingles\.json)$/;
