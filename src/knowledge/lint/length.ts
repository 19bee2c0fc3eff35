import { finding, type Rule } from './finding.ts';

/** Characters of an answer as it is read: what fits a phone's screen twice. */
const longest = 1200;

export const length: Rule = ({ shelves, knowledge, speaker, on }) =>
  [...shelves.answers.values()].flatMap(({ file, value }) =>
    knowledge.languages.flatMap((language) => {
      const { length } = speaker.render(language, value.text[language]?.answer ?? '', on);
      if (length <= longest) return [];
      const message = `${length} characters as it is read, at most ${longest}: say less, or make two topics of it`;
      return [finding('length', file, ['text', language, 'answer'], message)];
    }),
  );
