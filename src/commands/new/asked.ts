import { Script } from 'node:vm';
import { AppError } from '../../core/errors.ts';
import { Id } from '../../knowledge/ids.ts';
import type { Checkout } from './checkout.ts';
import { nameOf } from './name-of.ts';

export type Kind = 'topic' | 'form' | 'row' | 'rate' | 'language' | 'document';

const words = { accepts: (id: string) => Id.safeParse(id).success, like: 'lower-case words joined by hyphens' };

/** What an id of each kind is like. */
const kinds: Readonly<Record<Kind, { readonly accepts: (id: string) => boolean; readonly like: string }>> = {
  topic: words,
  form: {
    accepts: (id) => words.accepts(id) && isName(nameOf(id)),
    like: `${words.like}, together a name that TypeScript takes, e.g. "lost-card"`,
  },
  row: { accepts: (id) => /^[A-Z]\d\d$/.test(id), like: 'a capital and two figures, e.g. D32' },
  rate: words,
  language: { accepts: isLanguage, like: 'an ISO 639-1 language, e.g. nl' },
  document: { accepts: (id) => /^S\d+$/.test(id), like: 'S and a number, e.g. S5' },
};

/** @throws AppError `input/invalid` that says what is accepted, `knowledge/duplicate-id` for what is called so already */
export function asked(
  { kind, id }: { readonly kind: string; readonly id: string },
  checkout: Checkout,
): { readonly kind: Kind; readonly id: string } {
  if (!isKind(kind))
    throw new AppError(
      'input/invalid',
      `No kind "${kind}": guichet new takes ${Object.keys(kinds).join(', ')}, then its id.`,
    );
  const { accepts, like } = kinds[kind];
  if (!accepts(id)) throw new AppError('input/invalid', `"${id}" is no id of a ${kind}: accepted is ${like}.`);
  // What students ask for is a topic or a form, by one name.
  if (kind === 'form' && checkout.has(`knowledge/topics/${id}.yaml`)) throw taken(id, 'a topic');
  if ((kind === 'form' || kind === 'topic') && checkout.has(`dialogs/${id}`)) throw taken(id, 'a folder of dialogs/');
  if (kind === 'language' && checkout.languages.includes(id)) throw taken(id, 'a language of the desk');
  return { kind, id };
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(kinds, kind);
}

function taken(id: string, what: string): AppError {
  return new AppError('knowledge/duplicate-id', `${id} is ${what} already: take another id. Nothing was written.`);
}

function isLanguage(id: string): boolean {
  return (
    /^[a-z]{2}$/.test(id) && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(id) !== undefined
  );
}

/** No reserved word, and not the list's own name. */
function isName(name: string): boolean {
  try {
    new Script(`'use strict'; async () => { const forms = 0; const ${name} = forms; }`);
    return true;
  } catch {
    return false;
  }
}
