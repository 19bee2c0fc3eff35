import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Rate, Rates } from '../../../src/core/dated.ts';
import { day } from '../../../src/core/day.ts';
import type { Refusal } from '../../../src/core/decision.ts';
import type { Countries, Guidance, RowContent } from '../../../src/core/eligibility/index.ts';
import type { Offers } from '../../../src/core/fees/index.ts';
import type { Grounds } from '../../../src/core/grounds.ts';
import { parseAmount } from '../../../src/core/money.ts';
import { GuidanceFile, RowFile } from '../../../src/knowledge/eligibility-schema.ts';
import { GroundsFile } from '../../../src/knowledge/grounds-schema.ts';
import { rateOf } from '../../../src/knowledge/rates.ts';
import { CountriesFile } from '../../../src/knowledge/countries-schema.ts';
import { OffersFile, RateFile } from '../../../src/knowledge/schema.ts';

/** What the rules are given: the project's own figures, its desk's price list, where countries stand and what rows say. */
export type Data = {
  readonly rates: Rates;
  readonly offers: Offers;
  readonly countries: Countries;
  readonly rows: Readonly<Record<string, RowContent>>;
  readonly guidance: Guidance;
  readonly grounds: Grounds;
};

/** What a rule makes of the data for one person: `run` again with other data to see whether it notices. */
export type Scenario = { readonly says: string; readonly run: (data: Data) => unknown; readonly gives: unknown };

const knowledge = new URL('../../../knowledge/', import.meta.url).pathname;

export const data: Data = {
  rates: Object.fromEntries(readdirSync(`${knowledge}rates`).map((file) => [basename(file, '.yaml'), readRate(file)])),
  offers: OffersFile.parse(parse(readFileSync(`${knowledge}offers/aaa.yaml`, 'utf8'))),
  countries: CountriesFile.parse(parse(readFileSync(`${knowledge}countries.yaml`, 'utf8'))),
  rows: Object.fromEntries(
    readdirSync(`${knowledge}eligibility`).map((file) => [
      basename(file, '.yaml'),
      RowFile.parse(parse(readFileSync(`${knowledge}eligibility/${file}`, 'utf8'))),
    ]),
  ),
  grounds: GroundsFile.parse(parse(readFileSync(`${knowledge}grounds.yaml`, 'utf8'))),
  guidance: GuidanceFile.parse(parse(readFileSync(`${knowledge}guidance.yaml`, 'utf8'))),
};

function readRate(file: string): Rate {
  const read = rateOf(
    basename(file, '.yaml'),
    RateFile.parse(parse(readFileSync(`${knowledge}rates/${file}`, 'utf8'))),
  );
  if (read.wrong.length > 0) throw new TypeError(`${file}: ${JSON.stringify(read.wrong)}`);
  return read.rate;
}

/** `"15.10"` → 1510, for expectations that read like the sheet. */
export function euros(text: string) {
  const amount = parseAmount(text);
  if (amount === null) throw new TypeError(`Not an amount: ${text}`);
  return amount;
}

/** `on: day-from 2007-07-01`: which field is refused, and what is accepted there. */
export function refused(errors: readonly Refusal[]): string {
  return errors
    .map(
      ({ path, accepted }) =>
        `${path}: ${accepted.key.split('.').at(-1) ?? ''} ${Object.values(accepted.with ?? {}).join(', ')}`,
    )
    .join('; ');
}

export { day };
