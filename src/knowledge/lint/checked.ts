import { hashOfAnswer, hashOfPhrases } from '../checks.ts';
import { phrasesFile } from '../layout.ts';
import type { Checked } from '../topic-schema.ts';
import type { YamlFile } from '../yaml-file.ts';
import { finding, type Finding, type Rule } from './finding.ts';

/** A translation was checked against the text as it stands: where that was changed since, somebody has to look again. */
export const checked: Rule = ({ shelves, knowledge: { originals } }) => {
  const [source] = originals;
  const answers = [...shelves.answers].flatMap(([key, { file, value }]) => {
    const text = shelves.answers.get(`${source}/${key.slice(3)}`)?.value;
    if (value.checked == null || text === undefined) return [];
    return outdated(file, ['checked', 'of'], value.checked, { what: `the text in ${source}`, now: hashOfAnswer(text) });
  });
  const phrases = [...shelves.checked.values()].flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([namespace, check]) => {
      const text = shelves.phrases.get(`${source}/${namespace}`)?.value;
      if (text === undefined) return [nothingThere(file, namespace)];
      return outdated(file, [namespace, 'of'], check, {
        what: phrasesFile(source, namespace),
        now: hashOfPhrases(text),
      });
    }),
  );
  return [...answers, ...phrases];
};

function outdated(
  file: YamlFile,
  path: readonly string[],
  { by, on, of }: Checked,
  { what, now }: { readonly what: string; readonly now: string },
): readonly Finding[] {
  if (of === now) return [];
  const message = `${what} was changed since ${by} compared this one with it (${on}): compare them again, then write \`of: '${now}'\``;
  return [finding('checked', file, path, message, { key: 'original-changed', values: { by, on } })];
}

function nothingThere(file: YamlFile, namespace: string): Finding {
  return finding('checked', file, [namespace], `there are no phrases "${namespace}": take the entry away`);
}
