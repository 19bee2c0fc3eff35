import { hashOfText } from '../hash-of-text.ts';
import { finding, type Rule } from './finding.ts';

/** A translation was checked against the text as it stands: where that was changed since, somebody has to look again. */
export const checked: Rule = ({ shelves, knowledge }) => {
  const [first] = knowledge.languages;
  return [...shelves.answers].flatMap(([key, { file, value }]) => {
    const source = shelves.answers.get(`${first}/${key.slice(3)}`)?.value.answer;
    if (value.checked == null || source === undefined) return [];
    const { by, on, of } = value.checked;
    const now = hashOfText(source);
    if (of === now) return [];
    const message = `the text in ${first} was changed since ${by} compared this one with it (${on}): compare them again, then write \`of: ${now}\``;
    return [finding('checked', file, ['checked', 'of'], message)];
  });
};
