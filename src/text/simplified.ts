import { Converter } from 'opencc-js/t2cn';

/** Chinese in the one of its two scripts that our texts are written in: 醫療保險 → 医疗保险. All else stays as it is. */
export function simplified(text: string): string {
  return han.test(text) ? (convert ??= converterOf({ from: 't', to: 'cn' }))(text) : text;
}

const han = /\p{Script=Han}/u;
// The package's types import each other without extensions, which Node's resolution does not find.
const converterOf = Converter as (scripts: { from: 't'; to: 'cn' }) => (text: string) => string;
/** Its table is read when the first Chinese text comes. */
let convert: ((text: string) => string) | null = null;
