import type { Knowledge } from '../../knowledge/schema.ts';
import type { PhraseTree } from '../../voice/content.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { html, type Html } from '../../web/html.ts';
import { markdown } from '../../web/markdown.ts';
import type { Asked } from '../page.ts';
import { table } from '../table.ts';
import { languageNamed } from '../title-of.ts';
import type { Item } from './translation-items.ts';

/** What texts are read from, and by. */
export type Read = { readonly knowledge: Knowledge; readonly speaker: Speaker };

/** A translation and the originals side by side: an answer as it is read today, sentences line by line. */
export function besideOriginals(asked: Asked, read: Read, language: string, item: Item): Html {
  const shown = [language, ...read.knowledge.originals];
  return item.kind === 'answers'
    ? answerBeside(asked, read, shown, item.name)
    : phrasesBeside(asked, read, shown, item.name);
}

function answerBeside(asked: Asked, { knowledge, speaker }: Read, shown: readonly string[], topic: string): Html {
  const answer = knowledge.answers.get(topic);
  const columns = shown.flatMap((language) => {
    const text = answer?.text[language];
    if (text === undefined) return [];
    const texts = [text.answer, ...Object.values(text.later)];
    return html`<div lang="${language}">
      <p class="quiet">${languageNamed(asked, language)}</p>
      <p><strong>${answer?.title[language] ?? ''}</strong></p>
      ${texts.map((one) => html`<div class="prose">${markdown(speaker.render(language, one, asked.today))}</div>`)}
    </div>`;
  });
  return html`<div class="versus">${columns}</div>`;
}

function phrasesBeside(asked: Asked, { knowledge }: Read, shown: readonly string[], namespace: string): Html {
  const columns = shown.map((language) => new Map(sentencesIn(knowledge.phrases[language]?.[namespace] ?? {})));
  const keys = [...(columns[0]?.keys() ?? [])];
  return table(
    namespace,
    ['', ...shown.map((language) => languageNamed(asked, language))],
    keys.map(
      (key) =>
        html`<tr>
          <th scope="row"><code>${key}</code></th>
          ${columns.map((column, at) => html`<td lang="${shown[at] ?? ''}">${column.get(key) ?? '–'}</td>`)}
        </tr>`,
    ),
  );
}

function sentencesIn(tree: PhraseTree, path: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, held]) => {
    const here = [...path, key];
    if (typeof held === 'string') return [[here.join('.'), held] as const];
    if (isList(held)) return [[here.join('.'), held.join(' · ')] as const];
    return sentencesIn(held, here);
  });
}

function isList(held: PhraseTree[string]): held is readonly string[] {
  return Array.isArray(held);
}
