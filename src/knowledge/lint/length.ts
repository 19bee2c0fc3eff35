import { finding, type Rule } from './finding.ts';

/** Characters of an answer as it is read: what fits a phone's screen twice. */
const longest = 1200;

export const length: Rule = ({ shelves, speaker, on }) =>
  [...shelves.answers].flatMap(([key, { file, value }]) => {
    const { length } = speaker.render(key.slice(0, 2), value.answer, on);
    if (length <= longest) return [];
    const message = `${length} characters as it is read, at most ${longest}: say less, or make two topics of it`;
    return [finding('length', file, ['answer'], message)];
  });
