import { convert } from 'html-to-text';
import { sentencesOf } from '../../text/sentences.ts';
import { markdown } from '../markdown.ts';

/** An answer without its marks: links by their names, a list by its lines. */
export function plainAnswer(text: string): string {
  return convert(markdown(text).markup, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
  }).trim();
}

/** What an answer says first, as long as search results show it. */
export function firstSentence(text: string): string {
  const [first = ''] = sentencesOf(plainAnswer(text));
  if (first.length <= mostShown) return first;
  const cut = first.slice(0, mostShown);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}

const mostShown = 160;
