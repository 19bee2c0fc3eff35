import { answersIn } from '../answers-in.ts';
import { finding, type Rule } from './finding.ts';

/** Characters of an answer as it is read: what fits a phone's screen twice. */
const longest = 1200;

export const length: Rule = ({ shelves, speaker, on }) =>
  answersIn(shelves).flatMap(({ language, file, versions }) =>
    versions.flatMap(({ text, path, from }) => {
      const { length } = speaker.render(language, text, from ?? on);
      if (length <= longest) return [];
      const message = `${length} characters as it is read, at most ${longest}: say less, or make two topics of it`;
      return [finding('length', file, path, message, { key: 'length', values: { length, longest } })];
    }),
  );
