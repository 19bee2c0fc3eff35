import type { Answer } from '../../knowledge/schema.ts';
import { withoutAccents } from '../../text/letters.ts';
import type { Site } from '../site.ts';
import { pagedAnswers, titleOf } from './topics.ts';

/**
 * Answers that hold every word of the query or its beginning, in title or phrasings; titles first, then by id. A look-up
 * by words for somebody who browses; the chat is what understands questions.
 */
export function searchAnswers(site: Site, reader: { readonly language: string }, query: string): readonly Answer[] {
  const wanted = words(query);
  if (wanted.length === 0) return [];
  const holds = (text: string): boolean => {
    const there = words(text);
    return wanted.every((word) => there.some((each) => each.startsWith(word)));
  };
  return pagedAnswers(site)
    .map((answer) => {
      const title = titleOf(answer, reader);
      const phrasings = answer.text[reader.language]?.phrasings ?? [];
      return { answer, inTitle: holds(title), inPhrasings: holds([title, ...phrasings].join(' ')) };
    })
    .filter(({ inPhrasings }) => inPhrasings)
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || (a.answer.id < b.answer.id ? -1 : 1))
    .map(({ answer }) => answer);
}

/** So that "securite" finds "sécurité". */
function words(text: string): string[] {
  return withoutAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
