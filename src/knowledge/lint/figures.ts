import { templatesOf, type Template } from '../templates.ts';
import { finding, type Finding, type Rule } from './finding.ts';
import { ownWords } from './prose.ts';

/** A figure, phone number, address or link that stands in a sentence would be forgotten when it changes. */
export const figures: Rule = ({ shelves, knowledge }) => {
  const titles = [...shelves.answers.values()].flatMap(({ file, value }) =>
    Object.entries(value.title).map(([language, template]): Template => {
      return { file, path: ['title', language], language, template, variables: false };
    }),
  );
  return [...templatesOf(shelves).filter(isSaid), ...titles].flatMap((template) => {
    const { officialNames = [], notFigures = [], numberWords = [] } = knowledge.vocabulary[template.language] ?? {};
    return typedIn(template, [...officialNames, ...notFigures], numberWords);
  });
};

/**
 * Free to hold figures: what students say (the ways to start a form, the suggestions of a page), and the description of the
 * JSON API, whose figures are formats and status codes.
 */
function isSaid({ file, path }: Template): boolean {
  return !/^phrases\/..\/(intents|api)\.yaml$/.test(file.path) && !path.includes('suggestions');
}

function typedIn(
  { file, path, template }: Template,
  names: readonly string[],
  numberWords: readonly string[],
): readonly Finding[] {
  const said = withoutNames(ownWords(template), names).replace(/^\s*\d+\.\s/gm, '');
  const words = new RegExp(`(?<![\\p{L}'’-])(${numberWords.join('|')})(?![\\p{L}-])`, 'giu');
  const typed = [
    ...found(said, /[\w.+-]+@[\w-]+\.\w+/g, 'an e-mail address', '{{place ID email}} or {{desk email}}'),
    ...found(
      said,
      /https?:\/\/\S+|\bwww\.\S+|\b[\w-]+\.(?:fr|com|org|eu|net)\b/gi,
      'a web address',
      '{{link ID}} or {{place ID url}}',
    ),
    ...found(said, /\+?\d[\d .]*\d|\d/g, 'a figure', '{{rate ID}}, {{offer …}} or {{place ID phone}}'),
    ...(numberWords.length === 0 ? [] : found(said, words, 'a figure in letters', '{{rate ID}}')),
  ];
  return typed.map(({ text, what, instead }) => {
    const remedy = `write ${instead}, or list it under officialNames in the vocabulary if it is a name`;
    return finding('figures', file, path, `${what} typed into the sentence, "${text}": ${remedy}`);
  });
}

function found(text: string, pattern: RegExp, what: string, instead: string) {
  return [...text.matchAll(pattern)].map(([match]) => ({ text: match, what, instead }));
}

/** Longest first, so that no name is cut in two by a shorter one. */
function withoutNames(text: string, names: readonly string[]): string {
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce(
      (rest, name) => rest.replace(new RegExp(`(?<![\\p{L}\\d])${escaped(name)}(?![\\p{L}\\d])`, 'giu'), ' '),
      text,
    );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
