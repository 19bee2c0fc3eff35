import type { FormEntry } from '../forms.ts';
import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import { invalid, unknownReference } from './report.ts';

/**
 * What answers offer and what ways of asking start is a form that the program has. Also one that this desk lacks: another
 * price list must not need other phrases.
 */
export function checkForms(shelves: Shelves, forms: readonly FormEntry[]): readonly Problem[] {
  return [...offered(shelves, forms), ...started(shelves, forms)];
}

function offered({ answers }: Shelves, forms: readonly FormEntry[]): Problem[] {
  const ids = forms.map(({ id }) => id);
  return [...answers.values()].flatMap(({ file, value: { offers } }) =>
    offers === undefined || ids.includes(offers)
      ? []
      : [unknownReference(file, ['offers'], `no form ${offers}; accepted: ${ids.join(', ')}`)],
  );
}

/** Ways of asking under a topic's id are learned as that topic's, beside those of its own file. */
function started({ answers, phrases }: Shelves, forms: readonly FormEntry[]): Problem[] {
  const ids = forms.filter(({ startedByWords }) => startedByWords).map(({ id }) => id);
  const accepted = `accepted: ${[...ids, 'the name of a file of answers/'].join(', ')}`;
  return [...phrases].flatMap(([key, { file, value }]) =>
    !key.endsWith('/intents')
      ? []
      : Object.entries(value).flatMap(([id, said]) => {
          if (!ids.includes(id) && !answers.has(id))
            return [unknownReference(file, [id], `no form or topic ${id}; ${accepted}`)];
          return Array.isArray(said) ? [] : [invalid(file, [id], 'accepted: a list of ways of asking')];
        }),
  );
}
