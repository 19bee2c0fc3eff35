import { reasons, verdicts, type Annotation } from '../../ports/annotations.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { isKnown } from '../title-of.ts';
import { transcriptPath } from './path.ts';

/** A judgement of one turn: the form, and what takes it. */
export function annotateForm(
  asked: Asked,
  conversation: string,
  position: number,
  known: Annotation | undefined,
): Html {
  const { t } = asked;
  const id = (name: string): string => `${name}-${position}`;
  const fields = html`<input type="hidden" name="id" value="${conversation}" />
    <input type="hidden" name="position" value="${position}" />
    <fieldset class="inline">
      <legend>${t('annotate.verdict')}</legend>
      ${verdicts.map(
        (verdict) =>
          html`<label
            ><input
              type="radio"
              name="verdict"
              value="${verdict}"
              required${known?.verdict === verdict ? html` checked` : null}
            />
            ${t(`verdict.${verdict}`)}</label
          >`,
      )}
    </fieldset>
    <label for="${id('reason')}">${t('annotate.reason')}</label>
    <select id="${id('reason')}" name="reason">
      <option value="">–</option>
      ${reasons.map((reason) => html`<option value="${reason}" ${known?.reason === reason ? html` selected` : null}>${t(`reason.${reason}`)}</option>`)}
    </select>
    <label for="${id('right')}">${t('annotate.right-answer')}</label>
    <input id="${id('right')}" name="right" list="answers" value="${known?.rightAnswer ?? ''}" autocomplete="off" />
    <label for="${id('note')}">${t('annotate.note')}</label>
    <input id="${id('note')}" name="note" maxlength="500" value="${known?.note ?? ''}" autocomplete="off" />
    <button class="plain">${t('annotate.save')}</button>`;
  const summary =
    known === undefined
      ? t('annotate.title')
      : [
          t(`verdict.${known.verdict}`),
          known.reason === null ? '' : t(`reason.${known.reason}`),
          known.rightAnswer ?? '',
          known.note,
          known.name,
        ]
          .filter((part) => part !== '')
          .join(' · ');
  return html`<details class="annotate">
    <summary>${summary}</summary>
    ${form(asked, '/staff/conversation/annotate', fields, 'stacked')}
  </details>`;
}

export function annotatePage({
  annotations,
  search,
  current,
}: Pick<Parts, 'annotations' | 'search' | 'current'>): Page {
  return {
    path: '/staff/conversation/annotate',
    role: 'reviewer',
    act: async ({ form: fields, person, now, audit }) => {
      const conversation = fields.get('id') ?? '';
      const position = Number(fields.get('position'));
      const verdict = verdicts.find((each) => each === fields.get('verdict'));
      const known = (await search.find(conversation)) !== null;
      if (!known || verdict === undefined || !Number.isSafeInteger(position) || position < 1)
        return { kind: 'missing' };
      const { knowledge, redact } = current();
      // Typed, or chosen among what is likely.
      const right = (fields.get('other') ?? '').trim() || (fields.get('right') ?? '');
      const before = (await annotations.of(conversation)).find((one) => one.position === position) ?? null;
      await annotations.put({
        conversation,
        position,
        verdict,
        reason: reasons.find((each) => each === fields.get('reason')) ?? null,
        rightAnswer: isKnown(knowledge, right) ? right : null,
        note: redact((fields.get('note') ?? '').slice(0, 500)).text,
        who: person.id,
        name: person.name,
        at: now.toISOString(),
      });
      await audit('conversation.annotate', { conversation, position, verdict });
      if (fields.get('quietly') === 'yes') return { kind: 'json', value: { before } };
      const reviewing = fields.get('back') === 'review';
      return {
        kind: 'go',
        to: reviewing ? '/staff/review' : transcriptPath(conversation, position),
        notice: 'annotated',
      };
    },
  };
}
