import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Day } from '../../core/day.ts';
import { blankLanguage } from './blank-language.ts';
import { asked } from './asked.ts';
import { checkoutAt, type Checkout } from './checkout.ts';
import { withForm } from './form-list.ts';
import type { Planned } from './planned.ts';
import { readSkeleton } from './skeleton.ts';
import { withKeys } from './with-keys.ts';
import { AppError } from '../../core/errors.ts';

/**
 * Writes the skeleton of a new piece into the checkout at `top`, all of it or nothing.
 * @throws AppError that says what is accepted, or which file is there already
 */
export function begin(
  top: string,
  wanted: { readonly kind: string; readonly id: string },
  on: Day,
): { readonly made: readonly string[]; readonly left: readonly string[] } {
  const checkout = checkoutAt(top);
  const { kind, id } = asked(wanted, checkout);
  const { planned, left } = readSkeleton(checkout, kind, { id, on });
  const blank = kind === 'language' ? blankLanguage(id, checkout.languages[0]) : [];
  const texts = new Map([...planned, ...blank].flatMap((file) => textOf(file, checkout)));
  if (kind === 'form') texts.set(formList, withForm(checkout.read(formList), id));
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return { made: [...texts.keys()].sort(), left };
}

const formList = 'dialogs/index.ts';

/** As the file is to stand; none where it stays as it is. */
function textOf({ path, text, how }: Planned, checkout: Checkout): readonly (readonly [string, string])[] {
  if (how === 'add-keys') return [[path, withKeys(checkout.read(path), text, path)]];
  if (!checkout.has(path)) return [[path, text]];
  if (how === 'unless-there') return [];
  throw new AppError('knowledge/duplicate-id', `${path} is there already: take another id. Nothing was written.`);
}
