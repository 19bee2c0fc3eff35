import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import type { Rate, Rates } from '../../../src/core/dated.ts';
import { day } from '../../../src/core/day.ts';
import type { Refusal } from '../../../src/core/decision.ts';
import type { Countries } from '../../../src/core/eligibility/index.ts';
import type { Offers } from '../../../src/core/fees/index.ts';
import { parseAmount } from '../../../src/core/money.ts';
import { rateOf } from '../../../src/knowledge/rates.ts';
import { CountriesFile, OffersFile, RateFile } from '../../../src/knowledge/schema.ts';

/** What the rules are given: the project's own figures, its desk's price list and where countries stand. */
export type Data = { readonly rates: Rates; readonly offers: Offers; readonly countries: Countries };

/** What a rule makes of the data for one person: `run` again with other data to see whether it notices. */
export type Scenario = { readonly says: string; readonly run: (data: Data) => unknown; readonly gives: unknown };

const knowledge = new URL('../../../knowledge/', import.meta.url).pathname;

export const data: Data = {
  rates: Object.fromEntries(readdirSync(`${knowledge}rates`).map((file) => [basename(file, '.yaml'), readRate(file)])),
  offers: OffersFile.parse(parse(readFileSync(`${knowledge}offers/aaa.yaml`, 'utf8'))),
  countries: CountriesFile.parse(parse(readFileSync(`${knowledge}countries.yaml`, 'utf8'))),
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
