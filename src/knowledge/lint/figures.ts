import { templatesOf, type Template } from '../templates.ts';
import { finding, type Finding, type Rule } from './finding.ts';
import { anyOf, ownWords } from './prose.ts';

/** A figure, phone number, address or link that stands in a sentence would be forgotten when it changes. */
export const figures: Rule = ({ shelves, knowledge }) => {
  const titles = [...shelves.answers].map(([key, { file, value }]): Template => {
    return { file, path: ['title'], language: key.slice(0, 2), template: value.title, variables: false };
  });
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
  return !/^languages\/..\/phrases\/(intents|api)\.yaml$/.test(file.path) && !path.includes('suggestions');
}

function typedIn(
  { file, path, template }: Template,
  names: readonly string[],
  numberWords: readonly string[],
): readonly Finding[] {
  let said = ownWords(template)
    .replace(anyOf(names, 'giu'), ' ')
    .replace(/^\s*\d+\.\s/gm, '');
  const inLetters = { what: 'a figure in letters', pattern: anyOf(numberWords, 'giu'), instead: '{{rate ID}}' };
  return [...typedForms, inLetters].flatMap(({ what, pattern, instead }) => {
    const typed = said.match(pattern) ?? [];
    // What was found as an address is not found again as a figure.
    said = said.replace(pattern, ' ');
    const remedy = `write ${instead}, or list it under officialNames in the vocabulary if it is a name`;
    return typed.map((text) =>
      finding('figures', file, path, `${what} typed into the sentence, "${text}": ${remedy}`, {
        key: 'typed',
        values: { text: text.trim(), instead },
      }),
    );
  });
}

const typedForms = [
  { what: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+\.\w+/g, instead: '{{place ID email}} or {{desk email}}' },
  {
    what: 'a web address',
    pattern: /https?:\/\/\S+|\bwww\.\S+|\b[\w-]+\.(?:fr|com|org|eu|net)\b/gi,
    instead: '{{link ID}} or {{place ID url}}',
  },
  { what: 'a figure', pattern: /\+?\d[\d .]*\d|\d/g, instead: '{{rate ID}}, {{offer …}} or {{place ID phone}}' },
];
