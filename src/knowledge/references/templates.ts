import { readInterpolation } from '../../voice/interpolations/registry.ts';
import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { factsOf, interpolationsOf, isVariable } from '../../voice/template.ts';
import { templatesOf } from '../templates.ts';
import { unknownReference } from './report.ts';

/** What sentences name in their braces and fact marks exists. */
export function checkTemplates(shelves: Shelves, knowledge: Knowledge): readonly Problem[] {
  return templatesOf(shelves).flatMap(({ file, path, template, variables }) => [
    ...interpolationsOf(template)
      .filter((body) => !(variables && isVariable(body)))
      .flatMap((body) => {
        const read = readInterpolation(body, knowledge);
        return 'accepted' in read ? [unknownReference(file, path, `{{${body}}}: accepted is ${read.accepted}`)] : [];
      }),
    ...factsOf(template)
      .filter((fact) => !(fact in knowledge.facts))
      .map((fact) => unknownReference(file, path, `no fact ${fact} in facts.yaml`)),
  ]);
}
