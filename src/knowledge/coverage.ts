import type { Day } from '../core/day.ts';
import { readInterpolation } from '../voice/interpolations/registry.ts';
import type { Shelves } from './kinds.ts';
import { listsNamed } from './references/cited.ts';
import type { Knowledge } from './schema.ts';
import { factsOf, interpolationsOf, isVariable } from '../voice/template.ts';
import { templatesOf } from './templates.ts';
import type { TopicFile } from './topic-schema.ts';

/** Facts that one answer states by its marks: more than this, and it answers more than one question. A list has some for each item. */
const mostFacts: Readonly<Record<TopicFile['form'], number>> = Object.freeze({ fact: 6, list: 9 });

export type Coverage = {
  /** Fact → where it is stated: `languages/en/answers/gp-price.yaml`, the same with `{{rate gp-visit}}`, a file that decisions go by. */
  readonly stated: ReadonlyMap<string, readonly string[]>;
  /** Facts of the documents that nothing states; remarks about a document are not counted. */
  readonly missing: readonly string[];
  /** External facts that nothing states. */
  readonly unused: readonly string[];
  /** Answers that state too many. */
  readonly crowded: readonly { readonly file: string; readonly facts: readonly string[]; readonly most: number }[];
};

/** What the ledger's facts are stated by: a mark, an interpolation whose value rests on the fact, or a decision. */
export function coverageOf(shelves: Shelves, knowledge: Knowledge, on: Day): Coverage {
  const stated = new Map<string, string[]>();
  const state = (fact: string, where: string) => {
    const places = stated.get(fact) ?? [];
    if (!places.includes(where)) stated.set(fact, [...places, where]);
  };
  for (const { file, template } of templatesOf(shelves)) {
    for (const fact of factsOf(template)) state(fact, file.path);
    for (const body of interpolationsOf(template).filter((held) => !isVariable(held))) {
      const read = readInterpolation(body, knowledge);
      if (!('accepted' in read)) for (const fact of read.facts(on)) state(fact, `${file.path} {{${body}}}`);
    }
  }
  for (const { file, value } of decisions(shelves))
    for (const { cited } of listsNamed('facts', value)) for (const fact of cited) state(fact, file.path);
  const unstated = Object.keys(knowledge.facts).filter((id) => !stated.has(id) && knowledge.facts[id]?.remark !== true);
  return {
    stated,
    missing: unstated.filter((id) => !isExternal(id)),
    unused: unstated.filter(isExternal),
    crowded: [...shelves.topics.values()].flatMap(({ file, value: { facts, form } }) =>
      facts.length > mostFacts[form] ? [{ file: file.path, facts, most: mostFacts[form] }] : [],
    ),
  };
}

/** The files that decisions hand facts out from. */
function decisions({ eligibility, guidance, grounds }: Shelves) {
  return [...eligibility.values(), ...guidance.values(), ...grounds.values()];
}

function isExternal(fact: string): boolean {
  return fact.startsWith('X');
}
