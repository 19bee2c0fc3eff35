import { phraseOf, rowIds, type Kind } from '../../core/eligibility/index.ts';
import { kinds, type Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { YamlFile } from '../yaml-file.ts';
import { absentFile, unknownReference } from './report.ts';

/** What a row's file or the guidance names, and where. */
export type Named = {
  readonly kind: Kind | 'headlines' | 'addOns' | 'flag';
  readonly id: string;
  readonly file: YamlFile;
  readonly path: readonly PropertyKey[];
};

/** Each row of the table has its file and each file its row; what they name, the guidance has, and it has nothing besides. */
export function checkRows(shelves: Shelves, paths: ReadonlySet<string>): readonly Problem[] {
  const names = namedIn(shelves);
  return [...missingFiles(paths), ...strayFiles(paths), ...unknownItems(shelves, names), ...unsaid(shelves, names)];
}

/** Everything that rows and the remarks on any row name; only what the guidance has is said. */
export function namedIn({ eligibility, guidance }: Shelves): readonly Named[] {
  const ofRows = [...eligibility.values()].flatMap(({ file, value }) => [
    ...mentioned(file, 'headlines', value.headlines),
    ...mentioned(file, 'steps', value.steps),
    ...value.papers.flatMap((stage, at) => mentioned(file, 'papers', stage, ['papers', at])),
    ...mentioned(file, 'alternatives', value.alternatives),
    ...value.addOns.map((id, at): Named => ({ kind: 'addOns', id, file, path: ['addOns', at] })),
    ...value.conflicts.map((id, at): Named => ({ kind: 'flag', id, file, path: ['conflicts', at] })),
    ...remarked(file, value.remarks),
  ]);
  return [...ofRows, ...[...guidance.values()].flatMap(({ file, value }) => remarked(file, value.remarks))];
}

/** None at all is one thing to mend, not thirty. */
function missingFiles(paths: ReadonlySet<string>): Problem[] {
  const absent = rowIds.filter((id) => !paths.has(fileOf(id)));
  const missing = absent.length === rowIds.length ? [kinds.eligibility.example] : absent.map(fileOf);
  return missing.map((file) => absentFile(file, 'the table decides by this row (src/core/eligibility/table.ts)'));
}

function strayFiles(paths: ReadonlySet<string>): Problem[] {
  const stray = rowsWritten(paths).filter((id) => !(rowIds as readonly string[]).includes(id));
  return stray.map((id) => ({
    code: 'knowledge/unknown-reference',
    file: fileOf(id),
    line: null,
    field: '',
    message: `no row ${id} in src/core/eligibility/table.ts: add its condition, or take the file away`,
  }));
}

/** Also those that cannot be read yet: a row needs its condition and its sentence, whatever it says. */
export function rowsWritten(paths: ReadonlySet<string>): readonly string[] {
  return [...paths].flatMap((path) => kinds.eligibility.at.exec(path)?.[1] ?? []);
}

/** Each once, where it is named first. */
function unknownItems({ guidance }: Shelves, names: readonly Named[]): Problem[] {
  const known = [...guidance.values()][0]?.value;
  if (known === undefined) return [];
  const unknown = names.filter(({ kind, id }) => kind !== 'flag' && kind !== 'headlines' && !(id in known[kind]));
  return [...Map.groupBy(unknown, ({ kind, id }) => `${id} under "${kind}"`)].flatMap(([what, [first, ...others]]) => {
    if (first === undefined) return [];
    const files = [...new Set(others.map(({ file }) => file.path))].filter((path) => path !== first.file.path);
    const also = files.length === 0 ? '' : ` (named in ${files.join(', ')} too)`;
    return [unknownReference(first.file, first.path, `no ${what} in guidance.yaml${also}`)];
  });
}

/** What no row names is left over; asked only where every row can be read. */
function unsaid({ guidance, eligibility }: Shelves, names: readonly Named[]): Problem[] {
  const held = [...guidance.values()][0];
  if (held === undefined || rowIds.some((id) => !eligibility.has(id))) return [];
  const named = new Set(names.map(({ kind, id }) => `${kind} ${id}`));
  return [...itemKinds, 'addOns' as const].flatMap((kind) =>
    Object.keys(held.value[kind])
      .filter((id) => !named.has(`${kind} ${id}`))
      .map((id) =>
        unknownReference(held.file, [kind, id], 'no file of eligibility/ names it: name it there, or take it away'),
      ),
  );
}

function mentioned(
  file: YamlFile,
  kind: Kind | 'headlines',
  mentions: readonly { readonly say: string }[],
  path: readonly PropertyKey[] = [kind],
): Named[] {
  return mentions.map(({ say }, at) => ({ kind, id: say, file, path: [...path, at] }));
}

function remarked(
  file: YamlFile,
  remarks: readonly { readonly flag?: string | undefined; readonly open?: string | undefined }[],
): Named[] {
  return remarks.flatMap(({ flag, open }, at) => [
    ...(flag === undefined ? [] : [{ kind: 'flag' as const, id: flag, file, path: ['remarks', at, 'flag'] }]),
    ...(open === undefined ? [] : [{ kind: 'open' as const, id: open, file, path: ['remarks', at, 'open'] }]),
  ]);
}

export function fileOf(row: string): string {
  return `eligibility/${row}.yaml`;
}

const itemKinds = Object.keys(phraseOf) as Kind[];
