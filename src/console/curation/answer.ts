import { createHash } from 'node:crypto';
import { draftOf, type AnswerDraft, type Standing } from '../../curation/answer-draft.ts';
import { isKnowledgeFile } from '../../curation/knowledge-file.ts';
import { writeAnswer } from '../../curation/write-answer.ts';
import { answerFile, topicFile } from '../../knowledge/layout.ts';
import type { Finding } from '../../knowledge/lint/finding.ts';
import type { Change } from '../../ports/knowledge-changes.ts';
import { withoutAccents } from '../../text/letters.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { titleOf } from '../title-of.ts';
import { answerFields, readDraft } from './answer-form.ts';
import { findingsByField, type Told } from './findings-by-field.ts';
import { filePath } from './parts-of-page.ts';
import { proposalIn, propose, standingIn, whereTo } from './proposal.ts';
import type { CurationRoom } from './room.ts';

type Needed = Pick<Parts, 'current'> & { readonly room: CurationRoom };

/** An answer in a form, in every language of the desk: its texts, ways of asking, follow-ups and days; and a new one. */
export function answerPages(needed: Needed): readonly Page[] {
  const { current, room } = needed;
  return [
    {
      path: answerAt,
      role: 'curator',
      formBytes: 1_000_000,
      show: async (asked) => {
        const id = asked.query.get('id') ?? '';
        const change = await proposalIn(asked.query, room);
        const standing = isKnowledgeFile(topicFile(id)) ? standingIn(room, change) : () => null;
        if (standing(topicFile(id)) === null) return { kind: 'missing' };
        const draft = draftOf(standing, id, current().knowledge.languages);
        if (draft === null) return { kind: 'go', to: filePath(topicFile(id), change?.id) };
        return answerPage(asked, needed, { id, draft, change, reason: change?.reason ?? '' });
      },
      act: (asked) => keep(asked, needed),
    },
    {
      path: newAt,
      role: 'curator',
      formBytes: 1_000_000,
      show: async (asked) => {
        const { languages } = current().knowledge;
        const draft = readDraft(startOf(asked.query), languages);
        return answerPage(asked, needed, { id: null, draft, change: null, reason: '' });
      },
      act: (asked) => keep(asked, needed),
    },
  ];
}

export function answerPath(id: string, change = ''): string {
  return `${answerAt}?${new URLSearchParams({ id, ...(change !== '' && { change }) }).toString()}`;
}

/** A message that nothing answers is the first way of asking. */
function startOf(query: URLSearchParams): URLSearchParams {
  const start = new URLSearchParams(query);
  start.set(`phrasings-${query.get('language') ?? ''}`, query.get('text') ?? '');
  return start;
}

/** Looked at first: what would keep the program from reading the answer is mended here, all else a person may decide. */
async function keep(asked: Asked, needed: Needed): Promise<Outcome> {
  const { room } = needed;
  const { knowledge } = needed.current();
  const { form: fields, today } = asked;
  const draft = readDraft(fields, knowledge.languages);
  const isNew = fields.get('stood') === null;
  const id = fields.get('id') || (isNew ? nameFor(draft, knowledge.originals) : '');
  const change = await proposalIn(fields, room);
  const standing = standingIn(room, change);
  const shown = { id: isNew ? null : id, draft, change, reason: fields.get('reason') ?? '' };
  if (!isKnowledgeFile(topicFile(id))) return answerPage(asked, needed, shown, 'curation:new.bad-id');
  if (isNew && standing(topicFile(id)) !== null) return answerPage(asked, needed, shown, 'curation:new.taken');
  const isStale = !isNew && fields.get('stood') !== printOf(standing, id, knowledge.languages);
  if (isStale) return answerPage(asked, needed, shown, 'curation:answer.changed');
  const reviewed = isNew || fields.get('reviewed') === 'yes' ? today : null;
  const files = writeAnswer(draft, id, { standing, reviewed });
  const findings = await room.lint(withTheOthers(files, id, { standing, languages: knowledge.languages }), today);
  const isBroken = findings.some(({ rule }) => rule.startsWith('knowledge/'));
  if (fields.has('check') || isBroken) {
    const problem = fields.has('check') ? null : 'curation:answer.mend-first';
    return answerPage(asked, needed, { ...shown, findings, named: id }, problem);
  }
  const wish = [...files].map(([file, after]) => ({ file, after, before: standing(file) }));
  return propose(asked, room, wish, { usual: '', back: isNew ? newAt : answerPath(id) });
}

/** The other languages as they stand: what they lack now is said beside their fields. And what a proposal holds besides. */
function withTheOthers(
  files: ReadonlyMap<string, string | null>,
  id: string,
  { standing, languages }: { readonly standing: Standing; readonly languages: readonly string[] },
): ReadonlyMap<string, string | null> {
  const all = [topicFile(id), ...languages.map((language) => answerFile(language, id))];
  const there = all.filter((file) => standing(file) !== null).map((file) => [file, standing(file)] as const);
  return new Map([...there, ...files]);
}

type Opened = {
  /** Null for a new one. */
  readonly id: string | null;
  readonly draft: AnswerDraft;
  readonly change: Change | null;
  readonly reason: string;
  readonly findings?: readonly Finding[];
  /** What the files of a new one would be called. */
  readonly named?: string;
};

async function answerPage(
  asked: Asked,
  { current, room }: Needed,
  opened: Opened,
  problem: string | null = null,
): Promise<Outcome> {
  const { t } = asked;
  const { knowledge, speaker } = current();
  const { id, draft, change, reason, findings } = opened;
  const told = findingsByField(asked, findings ?? [], {
    id: opened.named ?? id ?? '',
    languages: knowledge.languages,
    later: draft.later.map(({ from }) => from),
  });
  const standing = standingIn(room, change);
  const fields = html`<div data-checked id="problem">
      ${problem === null ? null : html`<p class="problem" role="alert">${t(problem)}</p>`}
    </div>
    ${id === null ? nameField(asked) : html`<input type="hidden" name="id" value="${id}" /><input type="hidden" name="stood" value="${printOf(standing, id, knowledge.languages)}" />`}
    ${answerFields(asked, { draft, knowledge, speaker, told })}
    ${id === null ? null : html`<label><input type="checkbox" name="reviewed" value="yes" ${asked.form.get('reviewed') === 'yes' ? html` checked` : null} /> ${t('curation:answer.reviewed')}</label>`}
    <label for="reason">${t('curation:reason')}</label>
    <input id="reason" name="reason" maxlength="500" value="${reason}" />
    ${await whereTo(asked, room, change)} ${elsewhere(asked, told, findings)}
    <div class="actions">
      <button class="button">${t('curation:propose')}</button>
      <button class="plain" name="check" value="yes">${t('curation:check')}</button>
      ${id === null ? null : html`<a href="${filePath(topicFile(id), change?.id)}">${t('curation:answer.as-file')}</a>`}
    </div>`;
  return {
    kind: 'page',
    wide: true,
    title: id === null ? t('curation:new.title') : (titleOf(asked, knowledge, id) ?? id),
    ...(problem !== null && { status: 422 }),
    main: html`<p class="lead">${t('curation:answer.lead')}</p>
      <p class="hint">${t('curation:new.how')}</p>
      ${form(asked, id === null ? newAt : answerAt, fields, 'answer-form')}`,
  };
}

function nameField({ t, form: fields }: Asked): Html {
  return html`<label for="id">${t('curation:new.id')}</label>
    <input id="id" name="id" maxlength="80" autocomplete="off" value="${fields.get('id') ?? ''}" />`;
}

/** What belongs to no field, and that all is well. */
function elsewhere({ t }: Asked, told: Told, findings: readonly Finding[] | undefined): Html {
  const rest = told.get('') ?? [];
  const clean = findings !== undefined && told.size === 0;
  return html`<div id="told" class="findings told" data-checked role="status">
    ${clean ? html`<p class="quiet">${t('curation:lint.clean')}</p>` : null}
    ${told.size === 0 ? null : html`<p>${t('curation:answer.to-mend', { count: [...told.values()].flat().length })}</p>`}
    ${
      rest.length === 0
        ? null
        : html`<ul>
            ${rest.map((message) => html`<li>${message}</li>`)}
          </ul>`
    }
  </div>`;
}

/** "Price of a GP visit" → `price-of-a-gp-visit`; empty where nothing of it could be a name. */
function nameFor({ texts }: AnswerDraft, originals: readonly string[]): string {
  const title = originals.map((language) => texts[language]?.title ?? '').find((each) => each !== '') ?? '';
  const words = withoutAccents(title).match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, mostWords).join('-');
}

/** Of the files as the author saw them: who comes second is told, and loses nothing that was typed. */
function printOf(standing: Standing, id: string, languages: readonly string[]): string {
  const files = [topicFile(id), ...languages.map((language) => answerFile(language, id))];
  return createHash('sha256')
    .update(JSON.stringify(files.map(standing)))
    .digest('hex')
    .slice(0, 16);
}

const answerAt = '/staff/knowledge/answer';
const newAt = '/staff/knowledge/new';
const mostWords = 6;
