import { documentOf } from '../../core/documents.ts';
import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import type { YamlFile } from '../yaml-file.ts';
import { unknownReference } from './report.ts';
import { namedIn } from './rows.ts';

/** Facts and flags that files cite stand in the ledger, and each fact's document among the sources. */
export function checkCited(shelves: Shelves, knowledge: Knowledge): readonly Problem[] {
  return [
    ...facts(shelves, knowledge),
    ...documents(shelves, knowledge),
    ...pages(shelves, knowledge),
    ...flags(shelves, knowledge),
  ];
}

/** Every list of that name in a file, at any depth. */
export function listsNamed(
  name: 'facts' | 'flags',
  value: unknown,
  path: readonly PropertyKey[] = [],
): { readonly path: readonly PropertyKey[]; readonly cited: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (path.at(-1) === name && Array.isArray(value)) return [{ path, cited: value as string[] }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, held]) => listsNamed(name, held, [...path, key]));
}

type Cited = { readonly id: string; readonly file: YamlFile; readonly path: readonly PropertyKey[] };

function facts(shelves: Shelves, knowledge: Knowledge): Problem[] {
  const { topics, rates, offers, places, conflicts, countries, eligibility, guidance, grounds } = shelves;
  const citing = [topics, rates, offers, places, conflicts, countries, eligibility, guidance, grounds];
  const cited = citing.flatMap((shelf) =>
    [...shelf.values()].flatMap(({ file, value }) => listed('facts', file, value)),
  );
  return unknownIn(cited, knowledge);
}

/** Each document once, at the first fact that stands in it. */
function documents({ facts: ledger }: Shelves, { sources }: Knowledge): Problem[] {
  return [...ledger.values()].flatMap(({ file, value }) =>
    [...Map.groupBy(Object.keys(value), documentOf)].flatMap(([document, [first = '']]) =>
      document in sources ? [] : [unknownReference(file, [first], `no document ${document} in sources.yaml`)],
    ),
  );
}

function pages({ facts: ledger }: Shelves, { pages }: Knowledge): Problem[] {
  return [...ledger.values()].flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([id, { sources }]) =>
      (typeof sources === 'object' ? sources : []).flatMap((page, index) =>
        page in pages
          ? []
          : [unknownReference(file, [id, 'sources', index], `no page ${page} in pages.yaml: enter it there`)],
      ),
    ),
  );
}

/** A flag is a conflict, or a fact where no conflict says it. */
function flags(shelves: Shelves, knowledge: Knowledge): Problem[] {
  const raised = namedIn(shelves).filter(({ kind }) => kind === 'flag');
  const ofRules = [...shelves.grounds.values()].flatMap(({ file, value }) => listed('flags', file, value));
  return unknownIn([...raised, ...ofRules], knowledge);
}

function listed(name: 'facts' | 'flags', file: YamlFile, value: unknown): Cited[] {
  return listsNamed(name, value).flatMap(({ path, cited }) =>
    cited.map((id, index) => ({ id, file, path: [...path, index] })),
  );
}

function unknownIn(cited: readonly Cited[], { facts: ledger, conflicts }: Knowledge): Problem[] {
  return cited
    .filter(({ id }) => !(id in ledger) && !(id in conflicts))
    .map(({ id, file, path }) => {
      const where = id.startsWith('C-') ? `conflict ${id} in conflicts.yaml` : `fact ${id} in facts.yaml`;
      return unknownReference(file, path, `no ${where}: enter it there first, or name one that it has`);
    });
}
