import type { Unit } from '../../core/dated.ts';
import type { Day } from '../../core/day.ts';
import { readAmount } from '../../core/money.ts';
import { bearsOut, holdsWords } from '../bears-out.ts';
import type { Shelves } from '../kinds.ts';
import type { Knowledge, RateFile } from '../schema.ts';
import type { YamlFile } from '../yaml-file.ts';
import { finding, type Finding, type Rule } from './finding.ts';

/** A value stands in one of the facts that it names: else the fact is another's, or the value a slip of the hand. */
export const borneOut: Rule = ({ shelves, knowledge }) => [
  ...rates(shelves, knowledge),
  ...prices(shelves, knowledge),
  ...places(shelves, knowledge),
];

function rates({ rates }: Shelves, knowledge: Knowledge): Finding[] {
  return [...rates.values()].flatMap(({ file, value: { unit, values } }) =>
    values.flatMap(({ value, facts }, index) =>
      value === null || rateHeld(unit, value, ledger(facts, knowledge))
        ? []
        : [unborne(file, ['values', index, 'value'], String(value), facts)],
    ),
  );
}

function rateHeld(
  unit: Unit,
  value: NonNullable<RateFile['values'][number]['value']>,
  facts: readonly string[],
): boolean {
  const read = unit === 'euro' ? readAmount(String(value)) : typeof value === 'string' ? (value as Day) : value;
  return read !== null && facts.some((fact) => bearsOut(fact, unit, read));
}

function prices({ offers }: Shelves, knowledge: Knowledge): Finding[] {
  return [...offers.values()].flatMap(({ file, value: { products, bundle } }) => {
    const terms = products.flatMap((product, at) =>
      product.terms.flatMap(({ insurance, expenses, facts }, index) =>
        Object.entries({ insurance, expenses }).flatMap(([name, cents]) =>
          ledger(facts, knowledge).some((fact) => bearsOut(fact, 'euro', cents))
            ? []
            : [unborne(file, ['products', at, 'terms', index, name], euros(cents), facts)],
        ),
      ),
    );
    const together = ledger(bundle.facts, knowledge).some((fact) => bearsOut(fact, 'euro', bundle.expenses));
    return together ? terms : [...terms, unborne(file, ['bundle', 'expenses'], euros(bundle.expenses), bundle.facts)];
  });
}

/** A place that cites no fact is a link alone: the sentence that states its address is asked for one. */
function places({ places }: Shelves, knowledge: Knowledge): Finding[] {
  return [...places.values()].flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([id, { address, phone, email, facts }]) => {
      if (facts.length === 0) return [];
      const written = [[address], phone === undefined ? [] : [phone.written, ...phone.alsoWritten], [email]];
      const fields = ['address', 'phone', 'email'];
      return written.flatMap((ways, at) => {
        const said = ways.filter((way) => way !== undefined);
        const [first] = said;
        const held = said.some((way) => ledger(facts, knowledge).some((fact) => holdsWords(fact, way)));
        return first === undefined || held ? [] : [unborne(file, [id, fields[at] ?? ''], first, facts)];
      });
    }),
  );
}

/** What the facts say; one that the ledger lacks is another finding. */
function ledger(facts: readonly string[], { facts: known }: Knowledge): readonly string[] {
  return facts.map((id) => known[id]?.fact ?? '');
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}

function unborne(file: YamlFile, path: readonly PropertyKey[], value: string, facts: readonly string[]): Finding {
  const many =
    facts.length > 1 ? `none of the facts ${facts.join(', ')} says it` : `the fact ${facts[0]} does not say it`;
  return finding('borne-out', file, path, `${value}: ${many}; cite the fact that does, or correct the value`, {
    key: 'not-borne-out',
    values: { value, facts: facts.join(', ') },
  });
}
