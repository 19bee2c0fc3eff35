import type { FormEntry } from '../forms.ts';
import type { Shelves } from '../kinds.ts';
import { phrasesFile } from '../layout.ts';
import type { Problem } from '../problem.ts';
import type { PhraseTree } from '../../voice/content.ts';
import type { YamlFile } from '../yaml-file.ts';
import { invalid, unknownReference } from './report.ts';

/**
 * What answers offer, what case they speak of and what ways of asking start is a form that the program has. Also one that this desk lacks: another
 * price list must not need other phrases.
 */
export function checkForms(shelves: Shelves, forms: readonly FormEntry[]): readonly Problem[] {
  const started = forms.filter(({ startedByWords }) => startedByWords).map(({ id }) => id);
  return [...offered(shelves, forms), ...asked(shelves, started), ...untitled(shelves, started)];
}

function offered({ topics }: Shelves, forms: readonly FormEntry[]): Problem[] {
  const ids = forms.map(({ id }) => id);
  const unknown = (file: YamlFile, at: string, form: string): Problem[] =>
    ids.includes(form) ? [] : [unknownReference(file, [at], `no form ${form}; accepted: ${ids.join(', ')}`)];
  return [...topics.values()].flatMap(({ file, value: { offers, case: cases } }) => [
    ...(offers === undefined ? [] : unknown(file, 'offers', offers)),
    ...Object.keys(cases).flatMap((form) => unknown(file, 'case', form)),
  ]);
}

/** Ways of asking under a topic's id are learned as that topic's, beside those of its own file. */
function asked(shelves: Shelves, started: readonly string[]): Problem[] {
  const accepted = `accepted: ${started.join(', ')}, or the name of a file of topics/`;
  return intentsFiles(shelves).flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([id, said]) => {
      if (!started.includes(id) && !shelves.topics.has(id))
        return [unknownReference(file, [id], `no form or topic ${id}; ${accepted}`)];
      return Array.isArray(said) ? [] : [invalid(file, [id], 'accepted: a list of ways of asking')];
    }),
  );
}

/** A form that may be asked for is offered by its title. */
function untitled(shelves: Shelves, started: readonly string[]): Problem[] {
  return intentsFiles(shelves).flatMap(({ file, value, language }) => {
    const titles = shelves.phrases.get(`${language}/dialog`)?.value['start'];
    return started
      .filter((id) => id in value && typeof (titles as PhraseTree | undefined)?.[id] !== 'string')
      .map((id) =>
        unknownReference(
          file,
          [id],
          `the form has no title: write it under start.${id} of ${phrasesFile(language, 'dialog')}`,
        ),
      );
  });
}

function intentsFiles({ phrases }: Shelves): readonly { file: YamlFile; value: PhraseTree; language: string }[] {
  return [...phrases].flatMap(([key, held]) => {
    const [language = '', namespace] = key.split('/');
    return namespace === 'intents' ? [{ ...held, language }] : [];
  });
}
