import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import { Id } from '../ids.ts';
import { topicFile } from '../layout.ts';
import type { Knowledge } from '../schema.ts';
import type { YamlFile } from '../yaml-file.ts';
import { duplicate, invalid, unknownReference } from './report.ts';

/** Conflicts, follow-ups, offers and places that a file names exist; file names are ids; no product is sold twice. */
export function checkNames(shelves: Shelves, knowledge: Knowledge, paths: ReadonlySet<string>): readonly Problem[] {
  return [
    ...fileNames(shelves),
    ...topicNames(shelves, knowledge, paths),
    ...guidancePlaces(shelves, knowledge),
    ...deskOffers(shelves, knowledge),
    ...productsOnce(shelves),
  ];
}

function fileNames({ topics, rates, offers }: Shelves): Problem[] {
  const named = [...topics, ...rates, ...offers].filter(([id]) => !Id.safeParse(id).success);
  return named.map(([, { file }]) =>
    invalid(file, [], 'the file name is the id: lower-case words joined by hyphens, e.g. carte-vitale-delay.yaml'),
  );
}

/** A topic whose file cannot be read is there: what names it is right. */
function topicNames({ topics }: Shelves, knowledge: Knowledge, paths: ReadonlySet<string>): Problem[] {
  return [...topics].flatMap(([id, { file, value }]) => [
    ...value.conflicts.flatMap((conflict, index) =>
      conflict in knowledge.conflicts
        ? []
        : [unknownReference(file, ['conflicts', index], `no conflict ${conflict} in conflicts.yaml`)],
    ),
    ...value.followUps.flatMap((next, index) => {
      if (next !== id && paths.has(topicFile(next))) return [];
      const why =
        next === id ? 'a topic does not follow itself' : `no topic ${next}: accepted is the name of a file of topics/`;
      const plain = { key: next === id ? 'follows-itself' : 'no-such-topic', values: { id: next } };
      return [unknownReference(file, ['followUps', index], why, plain)];
    }),
  ]);
}

function guidancePlaces({ guidance }: Shelves, { places }: Knowledge): Problem[] {
  return [...guidance.values()].flatMap(({ file, value }) =>
    (['steps', 'papers', 'alternatives', 'open'] as const).flatMap((kind) =>
      Object.entries(value[kind]).flatMap(([id, { place }]) =>
        place === undefined || place in places
          ? []
          : [unknownReference(file, [kind, id, 'place'], `no place ${place} in places.yaml`)],
      ),
    ),
  );
}

function deskOffers({ desk, offers }: Shelves, knowledge: Knowledge): Problem[] {
  const sold = knowledge.desk.offers;
  const file = [...desk.values()][0]?.file;
  if (sold === null || offers.has(sold) || file === undefined) return [];
  return [
    unknownReference(file, ['offers'], `no offers/${sold}.yaml; accepted: ${[...offers.keys()].join(', ')} or null`),
  ];
}

function productsOnce({ offers }: Shelves): Problem[] {
  const seen = new Map<string, YamlFile>();
  return [...offers.values()].flatMap(({ file, value }) =>
    value.products.flatMap(({ id }, index) => {
      const first = seen.get(id);
      seen.set(id, first ?? file);
      return first === undefined
        ? []
        : [duplicate(file, ['products', index, 'id'], `${id} is already sold in ${first.path}`)];
    }),
  );
}
