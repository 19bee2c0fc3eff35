import type { Day } from '../../core/day.ts';
import { AppError } from '../../core/errors.ts';
import type { Kind } from './asked.ts';
import type { Checkout } from './checkout.ts';
import { nameOf } from './name-of.ts';
import type { Planned } from './planned.ts';

/**
 * `.config/skeletons/<kind>/` holds the files of a kind where they will stand, and `left.txt`, what is left to do after. In
 * paths and texts `__id__` and its like are filled in; what names `__language__` stands once for each language of the desk.
 * `<name>.add.yaml` is added to the `<name>.yaml` that there is.
 * @throws AppError `input/not-supported` where there is no checkout
 */
export function readSkeleton(
  checkout: Checkout,
  kind: Kind,
  { id, on }: { readonly id: string; readonly on: Day },
): { readonly planned: readonly Planned[]; readonly left: readonly string[] } {
  const folder = `.config/skeletons/${kind}`;
  const names = checkout.filesIn(folder);
  if (names.length === 0)
    throw new AppError('input/not-supported', `That is begun in a checkout of Guichet: ${folder}/ is not here.`);
  const fill = (text: string) =>
    text
      .replaceAll('__id__', id)
      .replaceAll('__name__', nameOf(id))
      .replaceAll('__words__', wordsOf(id))
      .replaceAll('__today__', on);
  const planned = names
    .filter((name) => name !== left)
    .flatMap((name): Planned[] => {
      const text = fill(checkout.read(`${folder}/${name}`));
      const how = added.test(name) ? 'add-keys' : 'new';
      const path = fill(name).replace(added, '.yaml');
      return path.includes(language)
        ? checkout.languages.map((one) => ({
            path: path.replace(language, one),
            text: inLanguage(text, one, checkout),
            how,
          }))
        : [{ path, text: inEach(text, checkout), how }];
    });
  return {
    planned,
    left: fill(checkout.read(`${folder}/${left}`))
      .trimEnd()
      .split('\n'),
  };
}

function wordsOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inEach(text: string, { languages }: Checkout): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line) => (line.includes(language) ? languages.map((one) => line.replace(language, one)) : [line]))
    .join('\n');
}

/** A line for translations alone goes where the language's other answers are originals. */
function inLanguage(text: string, one: string, { translates }: Checkout): string {
  const kept = text.split('\n').filter((line) => !line.includes(translated) || translates(one));
  return kept.map((line) => line.replace(translated, '')).join('\n');
}

const left = 'left.txt';
const added = /\.add\.yaml$/;
const language = '__language__';
const translated = ' # __translated__';
