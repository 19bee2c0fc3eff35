import { reasons, verdicts, type ToReview } from '../../ports/annotations.ts';
import { html, type Html } from '../../web/html.ts';
import { markdown } from '../../web/markdown.ts';
import { transcriptPath } from '../conversations/path.ts';
import { form } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { isKnown, titleOf } from '../title-of.ts';
import { when } from '../when.ts';

type Needed = Pick<Parts, 'annotations' | 'current'>;

/** Turns that nobody has judged, one after the other, by keyboard or by forms. */
export function reviewPages(parts: Needed): readonly Page[] {
  const { annotations } = parts;
  return [
    {
      path: '/staff/review',
      role: 'reviewer',
      menu: 'review:title',
      show: async (asked) => {
        const { t } = asked;
        const turns = await annotations.toReview(atOnce);
        await asked.audit('review.read', { turns: turns.length });
        return {
          kind: 'page',
          title: t('review:title'),
          wide: true,
          main: html`<p>
              <a href="/staff/judgements">${t('review:judgements')}</a>
            </p>
            ${turns.length === 0 ? html`<p class="lead">${t('review:none')}</p>` : reviewed(asked, turns, parts)}`,
        };
      },
    },
    {
      path: '/staff/review/undo',
      role: 'reviewer',
      act: async ({ form: fields, audit }) => {
        const conversation = fields.get('id') ?? '';
        const position = Number(fields.get('position'));
        if (!Number.isSafeInteger(position)) return { kind: 'missing' };
        await annotations.remove({ conversation, position });
        await audit('conversation.annotate-undo', { conversation, position });
        if (fields.get('quietly') === 'yes') return { kind: 'json', value: {} };
        return { kind: 'go', to: '/staff/judgements', notice: 'review:undone' };
      },
    },
  ];
}

function reviewed(asked: Asked, turns: readonly ToReview[], parts: Needed): Html {
  const { t } = asked;
  return html`<p class="hint">${t('review:keys')}</p>
    <p>${t('review:left')} <b id="left" aria-live="polite">${turns.length}</b></p>
    <ol class="review" data-review>
      ${turns.map((turn) => entry(asked, turn, parts))}
    </ol>`;
}

function entry(asked: Asked, turn: ToReview, { current }: Needed): Html {
  const { t } = asked;
  const { knowledge, matcher } = current();
  const { conversation, position, question, language, decision, intent, reply, at } = turn;
  const near = matcher
    .match(question)
    .ranked.map((each) => each.intent)
    .filter((id) => id !== intent && isKnown(knowledge, id))
    .slice(0, mostNear);
  const choice = (name: string, value: string, label: string, key: string, required = false): Html =>
    html`<label
      ><input type="radio" name="${name}" value="${value}" ${required ? html` required` : null} />
      <kbd>${key}</kbd> ${label}</label
    >`;
  const fields = html`<input type="hidden" name="id" value="${conversation}" />
    <input type="hidden" name="position" value="${position}" />
    <input type="hidden" name="back" value="review" />
    <fieldset class="verdict">
      <legend>${t('annotate.verdict')}</legend>
      ${verdicts.map((verdict) => choice('verdict', verdict, t(`verdict.${verdict}`), verdict.slice(0, 1), true))}
    </fieldset>
    <fieldset class="reason">
      <legend>${t('annotate.reason')}</legend>
      ${reasons.map((reason, index) => choice('reason', reason, t(`reason.${reason}`), String(index + 1)))}
    </fieldset>
    <fieldset class="right">
      <legend>${t('annotate.right-answer')}</legend>
      ${near.map((id, index) => choice('right', id, titleOf(asked, knowledge, id) ?? id, String(index + 1)))}
    </fieldset>
    <button class="plain">${t('annotate.save')}</button>`;
  return html`<li>
    <p class="quiet">
      <a href="${transcriptPath(conversation, position)}">${when(asked, at)}</a> · ${t(`decision.${decision}`)}
      ${intent === null ? null : html`· ${titleOf(asked, knowledge, intent) ?? intent}`}
    </p>
    <p class="bubble question" lang="${language}">${question}</p>
    <div class="bubble reply prose" tabindex="0" lang="${language}">${markdown(reply)}</div>
    ${form({ csrf: asked.csrf }, '/staff/conversation/annotate', fields, 'judge')}
  </li>`;
}

/** A sitting. */
const atOnce = 20;
const mostNear = 8;
