import { readInterpolation } from '../../voice/interpolations/registry.ts';
import type { NotAccepted } from '../../voice/interpolations/interpolation.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { factsOf, interpolationsOf, isVariable } from '../../voice/template.ts';
import type { Shelves } from '../kinds.ts';
import type { Plain, Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { templatesOf } from '../templates.ts';
import { unknownReference } from './report.ts';

/** What sentences name in their braces and fact marks exists. A file that there is and that cannot be read is named where it stands. */
export function checkTemplates(shelves: Shelves, knowledge: Knowledge, paths: ReadonlySet<string>): readonly Problem[] {
  const isThere = ({ unknown }: NotAccepted): boolean =>
    (unknown?.what === 'rate' && paths.has(`rates/${unknown.id}.yaml`)) ||
    (unknown?.what === 'offer' && [...paths].filter((path) => path.startsWith('offers/')).length > shelves.offers.size);
  return templatesOf(shelves).flatMap(({ file, path, template, variables }) => [
    ...interpolationsOf(template)
      .filter((body) => !(variables && isVariable(body)))
      .flatMap((body) => {
        const read = readInterpolation(body, knowledge);
        if (!('accepted' in read) || isThere(read)) return [];
        return [unknownReference(file, path, `{{${body}}}: accepted is ${read.accepted}`, inWords(body, read))];
      }),
    ...factsOf(template)
      .filter((fact) => !(fact in knowledge.facts))
      .map((fact) =>
        unknownReference(
          file,
          path,
          `no fact ${fact} in facts.yaml`,
          named('fact', fact, Object.keys(knowledge.facts)),
        ),
      ),
  ]);
}

function inWords(body: string, { accepted, unknown }: NotAccepted): Plain {
  if (unknown === undefined) return { key: 'not-read', values: { body, accepted } };
  const { what, id, near } = unknown;
  return near === null ? { key: `no-${what}`, values: { id } } : { key: `no-${what}-near`, values: { id, near } };
}

function named(what: string, id: string, names: readonly string[]): Plain {
  return inWords(id, { accepted: '', unknown: { what, id, near: nearestName(id, names) } });
}
