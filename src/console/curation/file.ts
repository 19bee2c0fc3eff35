import { withRateValue, withReview } from '../../curation/edit-file.ts';
import { isKnowledgeFile } from '../../curation/knowledge-file.ts';
import { parseDay } from '../../core/day.ts';
import { formatAmount, readAmount } from '../../core/money.ts';
import type { Change } from '../../ports/knowledge-changes.ts';
import { html, type Html } from '../../web/html.ts';
import { form, press } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import { filePath, findingsList } from './parts-of-page.ts';
import { proposalIn, propose, standingIn, whereTo } from './proposal.ts';
import { plainWords } from './plain-words.ts';
import type { CurationRoom } from './room.ts';

/** A file of the knowledge as text, linted as one types; for a rate and a review there is a form of fewer words. */
export function filePages(room: CurationRoom): readonly Page[] {
  return [
    {
      path: '/staff/knowledge/file',
      role: 'curator',
      formBytes: 1_000_000,
      show: async (asked) => {
        const file = asked.query.get('file') ?? '';
        const change = await proposalIn(asked.query, room);
        const text = isKnowledgeFile(file) ? standingIn(room, change)(file) : null;
        if (text === null) return { kind: 'missing' };
        return filePage(asked, room, file, { text, stood: text, change });
      },
      act: async (asked) => {
        const file = asked.form.get('file') ?? '';
        if (!isKnowledgeFile(file)) return { kind: 'missing' };
        const text = unix(asked.form.get('text') ?? '');
        const stood = unix(asked.form.get('stood') ?? '');
        const change = await proposalIn(asked.form, room);
        if (asked.form.has('check')) {
          const findings = await room.lint(new Map([[file, text]]), asked.today);
          return filePage(asked, room, file, { text, stood, change }, findingsList(asked, findings));
        }
        if (needsReason(file) && (asked.form.get('reason') ?? '').trim() === '')
          return filePage(asked, room, file, { text, stood, change, problem: 'admin:say-why' });
        return proposal(asked, room, { file, after: text, before: stood });
      },
    },
    {
      path: '/staff/knowledge/lint',
      role: 'curator',
      formBytes: 1_000_000,
      act: async (asked) => {
        const file = asked.form.get('file') ?? '';
        if (!isKnowledgeFile(file)) return { kind: 'missing' };
        const findings = await room.lint(new Map([[file, unix(asked.form.get('text') ?? '')]]), asked.today);
        await asked.audit('knowledge.lint', { file, findings: findings.length });
        return {
          kind: 'json',
          value: {
            findings: findings.map((one) => ({ line: one.line, field: one.field, message: plainWords(asked, one) })),
          },
        };
      },
    },
    {
      path: '/staff/knowledge/rate',
      role: 'curator',
      act: async (asked) => {
        const { form: fields } = asked;
        const file = fields.get('file') ?? '';
        const from = parseDay(fields.get('from') ?? '');
        const given = (fields.get('value') ?? '').trim();
        const text = isKnowledgeFile(file) && file.startsWith('rates/') ? room.curation.read(file) : null;
        if (text === null || from === null || given === '') return { kind: 'missing' };
        const value = text.includes('unit: euro') ? amountIn(given) : /^\d+$/.test(given) ? Number(given) : given;
        const facts = (fields.get('facts') ?? '').split(/[\s,]+/).filter((fact) => fact !== '');
        const after = withReview(withRateValue(text, { from, value, facts }) ?? text, asked.today);
        if ((fields.get('reason') ?? '').trim() === '')
          return { kind: 'go', to: filePath(file), notice: 'admin:say-why' };
        return proposal(asked, room, { file, after: after ?? text, before: text });
      },
    },
    {
      path: '/staff/knowledge/reviewed',
      role: 'curator',
      act: async (asked) => {
        const file = asked.form.get('file') ?? '';
        const text = isKnowledgeFile(file) ? room.curation.read(file) : null;
        const after = text === null ? null : withReview(text, asked.today);
        if (after === null) return { kind: 'missing' };
        return proposal(asked, room, { file, after, before: text }, asked.t('curation:reviewed.reason'));
      },
    },
  ];
}

async function proposal(
  asked: Asked,
  room: CurationRoom,
  wish: { readonly file: string; readonly after: string; readonly before: string | null },
  usual = '',
): Promise<Outcome> {
  return propose(asked, room, [wish], { usual, back: filePath(wish.file) });
}

/** A figure that changes says why; of other files the page asks. */
function needsReason(file: string): boolean {
  return /^(rates|offers)\//.test(file);
}

type Opened = {
  readonly text: string;
  readonly stood: string;
  readonly change: Change | null;
  readonly problem?: string;
};

async function filePage(
  asked: Asked,
  room: CurationRoom,
  file: string,
  { text, stood, change, problem }: Opened,
  findings: Html = findingsList(asked, null),
): Promise<Outcome> {
  const { t } = asked;
  const fields = html`<input type="hidden" name="file" value="${file}" />
    <textarea name="stood" hidden aria-hidden="true" tabindex="-1">${stood}</textarea>
    <label for="text">${t('curation:file.text')}</label>
    <textarea id="text" name="text" rows="30" spellcheck="false" class="code" data-lint="/staff/knowledge/lint">
${text}</textarea>
    ${findings} ${problem === undefined ? null : html`<p class="problem" role="alert">${t(problem)}</p>`}
    <label for="reason">${t('curation:reason')}</label>
    <input
      id="reason"
      name="reason"
      maxlength="500"
      required
      value="${asked.form.get('reason') ?? change?.reason ?? ''}"
    />
    ${await whereTo(asked, room, change)}
    <div class="actions">
      <button class="button">${t('curation:propose')}</button>
      <button class="plain" name="check" value="yes" formnovalidate>${t('curation:check')}</button>
    </div>`;
  return {
    kind: 'page',
    title: t('curation:file.title', { file }),
    wide: true,
    ...(problem !== undefined && { status: 422 }),
    main: html`<p class="actions">
        <a href="/staff/knowledge/history?file=${encodeURIComponent(file)}">${t('curation:history.title')}</a>
      </p>
      ${file.startsWith('rates/') ? rateForm(asked, file) : null}
      ${/^(topics|rates|offers)\//.test(file) ? press(asked, '/staff/knowledge/reviewed', t('curation:reviewed.go'), { file }) : null}
      ${form(asked, '/staff/knowledge/file', fields, 'stacked')}`,
  };
}

function rateForm(asked: Asked, file: string): Html {
  const { t } = asked;
  const fields = html`<input type="hidden" name="file" value="${file}" />
    <label for="value">${t('curation:rate.value')}</label>
    <input id="value" name="value" required size="10" />
    <label for="from">${t('curation:rate.from')}</label>
    <input id="from" name="from" type="date" required />
    <label for="facts">${t('curation:rate.facts')}</label>
    <input id="facts" name="facts" required size="12" placeholder="X-30" />
    <label for="rate-reason">${t('curation:reason')}</label>
    <input id="rate-reason" name="reason" maxlength="500" required size="30" />
    <button class="plain">${t('curation:rate.go')}</button>`;
  return form(asked, '/staff/knowledge/rate', fields, 'inline');
}

/** "32" and "32,5" are amounts as people write them. */
function amountIn(given: string): string {
  const amount = readAmount(given);
  return amount === null ? given : formatAmount(amount);
}

function unix(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
