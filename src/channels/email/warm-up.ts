import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../core/day.ts';
import { freshState } from '../../conversation/state.ts';
import type { Prepared } from '../../desk/prepare.ts';
import { waysOfAsking } from '../../knowledge/corpus.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { redactIncoming } from '../../desk/redact-incoming.ts';

/**
 * A language's tables, the forms and the table of strange languages are made for who first needs them. Mail is taken in when
 * all that is there: no mail holds up the conversations by it. One sentence a piece; between two of them others are answered.
 */
export async function warmUp({ takeTurn, redact, inDanger, knowledge }: Warmed, on: Day): Promise<void> {
  for (const { text, language } of openings(knowledge)) {
    await setImmediate();
    const incoming = { conversation: 'probe', id: 'probe', text, locale: language, channel: 'email', on };
    await takeTurn(await redactIncoming({ redact, inDanger }, incoming), freshState);
  }
}

type Warmed = Pick<Prepared, 'takeTurn' | 'redact' | 'inDanger' | 'knowledge'>;

/** What starts each form, in each language of the desk, and a sentence in one that is none of its own. */
function openings(knowledge: Knowledge): readonly { readonly text: string; readonly language?: string }[] {
  const { languages, forms, otherLanguages } = knowledge;
  const strange = Object.entries(otherLanguages).find(([language]) => !languages.includes(language))?.[1];
  const own = forms.flatMap((form) => {
    const ways = waysOfAsking(form, knowledge);
    return languages.flatMap((language) => ways.find((way) => way.language === language) ?? []);
  });
  return [...own, ...(strange === undefined ? [] : [{ text: strange }])];
}
