import { randomUUID } from 'node:crypto';
import type { Knowledge } from '../../knowledge/schema.ts';
import { html, type Html } from '../../web/html.ts';
import { saidTo } from '../conversations/said.ts';
import { turnsOf, type Turn } from '../conversations/turns-of.ts';
import { form } from '../form.ts';
import type { Asked } from '../page.ts';
import type { Parts } from '../parts.ts';
import { titleOf } from '../title-of.ts';

/** What was said last in a conversation that a colleague writes into. */
export async function lastOfTalk(
  asked: Asked,
  { journal, current }: Pick<Parts, 'journal' | 'current'>,
  conversation: string,
): Promise<Html> {
  const { knowledge } = current();
  const turns = turnsOf(await journal.read(conversation, 0, 400)).slice(-turnsShown);
  const [earlier, last] = [turns.slice(0, -turnsOpen), turns.slice(-turnsOpen)];
  return html`${
    earlier.length === 0
      ? null
      : html`<details class="folded">
          <summary>${asked.t('transcript.earlier', { count: earlier.length })}</summary>
          ${listOf(asked, knowledge, earlier)}
        </details>`
  }
  ${listOf(asked, knowledge, last)}`;
}

function listOf(asked: Asked, knowledge: Knowledge, turns: readonly Turn[]): Html {
  return html`<ol class="transcript alone">
    ${turns.map(
      ({ heard, said, position, trace }) =>
        html`<li id="m${position}">
          <div class="talk">
            ${heard === null || heard.text.trim() === '' ? null : html`<p class="bubble question" ${trace === null ? null : html` lang="${trace.language}"`}>${heard.text}</p>`}
            ${about(titleOf(asked, knowledge, trace?.intent ?? null))} ${said.map((entry) => saidTo(asked, entry))}
          </div>
        </li>`,
    )}
  </ol>`;
}

/** The student may write a language that the colleague does not read: what was answered stands in the colleague's. */
function about(title: string | null): Html | null {
  return title === null ? null : html`<p class="quiet">${title}</p>`;
}

/** What a form for a reply has besides: what was written and not sent, where that is kept, what can be put into it, further buttons. */
export type ReplyFormMore = {
  readonly text?: string;
  readonly keep?: string;
  readonly first?: Html;
  readonly more?: Html;
};

export function replyForm(
  asked: Asked,
  action: string,
  about: Readonly<Record<string, string>>,
  { text = '', keep, first, more }: ReplyFormMore = {},
): Html {
  const { t } = asked;
  const hidden = Object.entries(about).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  // The page's own number for the reply: sent twice by mistake it is said once.
  const fields = html`${hidden}
    <input type="hidden" name="reply" value="${randomUUID()}" />
    <label for="text">${t('handover.reply')}</label>
    <p class="hint" id="text-hint">${t('handover.hint')}</p>
    <textarea
      id="text"
      name="text"
      rows="6"
      maxlength="8000"
      required
      aria-describedby="text-hint"
      ${keep === undefined ? null : html` data-keep="${keep}"`}
    >
${text}</textarea>
    ${first ?? null}
    <div class="actions"><button class="button">${t('handover.send')}</button> ${more ?? null}</div>`;
  return form(asked, action, fields, 'stacked reply');
}

/** What the form sent; null when nothing was written. */
export function readReply(fields: URLSearchParams): { readonly id: string; readonly text: string } | null {
  const text = (fields.get('text') ?? '').trim();
  const id = fields.get('reply') ?? '';
  return text === '' || !/^[0-9a-f-]{36}$/.test(id) ? null : { id, text };
}

const turnsShown = 40;
/** What a reply is written to; what was said before is one press away. */
const turnsOpen = 3;
