import { withPhrasing } from '../../curation/edit-file.ts';
import { formIn } from '../../conversation/forms/dialogs.ts';
import { answerFile, phrasesFile } from '../../knowledge/layout.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import { isKnown, titleOf } from '../title-of.ts';
import type { Parts } from '../parts.ts';
import { findingsList } from './parts-of-page.ts';
import { proposalIn, propose, standingIn, whereTo } from './proposal.ts';
import type { CurationRoom } from './room.ts';

type Needed = Pick<Parts, 'current'> & { readonly room: CurationRoom };

/** From a message to a further phrasing of an answer or a form: the likeliest are offered, any can be named. */
export function teachPage({ current, room }: Needed): Page {
  return {
    path: '/staff/knowledge/teach',
    role: 'curator',
    show: (asked) => teachForm(asked, readWish(asked.query, current().knowledge), { current, room }, null),
    act: async (asked) => {
      const { knowledge } = current();
      const wish = readWish(asked.form, knowledge);
      const file = fileOf(wish, knowledge);
      const standing = standingIn(room, await proposalIn(asked.form, room));
      const text = file === null ? null : standing(file);
      const after = file === null || text === null ? null : withPhrasing(text, file, wish.intent, wish.text);
      if (file === null || after === null || wish.text === '')
        return teachForm(asked, wish, { current, room }, 'curation:teach.which');
      if (asked.form.has('check')) {
        return teachForm(
          asked,
          wish,
          { current, room },
          null,
          findingsList(asked, await room.lint(new Map([[file, after]]), asked.today)),
        );
      }
      const usual = asked.t('curation:teach.reason', { text: wish.text });
      return propose(asked, room, [{ file, after, before: text }], { usual, back: '/staff/knowledge/teach' });
    },
  };
}

type Wish = { readonly text: string; readonly language: string; readonly intent: string };

function readWish(fields: URLSearchParams, { languages }: Knowledge): Wish {
  const language = fields.get('language') ?? '';
  return {
    text: (fields.get('text') ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    language: languages.includes(language) ? language : languages[0],
    intent: (fields.get('other') ?? '').trim() || (fields.get('intent') ?? ''),
  };
}

/** The file that holds the phrasings of an answer, or of a form's start. */
function fileOf({ intent, language }: Wish, knowledge: Knowledge): string | null {
  if (knowledge.answers.has(intent)) return answerFile(language, intent);
  return formIn(knowledge, intent) === null ? null : phrasesFile(language, 'intents');
}

async function teachForm(
  asked: Asked,
  wish: Wish,
  { current, room }: Needed,
  problem: string | null,
  findings: Html = findingsList(asked, null),
): Promise<Outcome> {
  const { t } = asked;
  const { knowledge, matcher } = current();
  const near = wish.text === '' ? [] : matcher.match(wish.text).ranked.slice(0, 6);
  const names = near.map(({ intent }) => intent);
  const title = (id: string): string => titleOf(asked, knowledge, id) ?? id;
  const choices = [...new Set([...names, ...(wish.intent === '' ? [] : [wish.intent])])].filter((id) =>
    isKnown(knowledge, id),
  );
  const fields = html`<label for="text">${t('curation:teach.text')}</label>
    <input id="text" name="text" required maxlength="200" value="${wish.text}" />
    <label for="language">${t('curation:teach.language')}</label>
    <select id="language" name="language">
      ${knowledge.languages.map((language) => html`<option value="${language}" ${language === wish.language ? html` selected` : null}>${knowledge.vocabulary[language]?.name ?? language}</option>`)}
    </select>
    <fieldset>
      <legend>${t('curation:teach.means')}</legend>
      ${choices.map((id) => html`<label><input type="radio" name="intent" value="${id}" ${id === wish.intent ? html` checked` : null} /> ${title(id)} <code>${id}</code></label>`)}
    </fieldset>
    <label for="other">${t('curation:teach.other')}</label>
    <input id="other" name="other" list="answers" autocomplete="off" />
    <datalist id="answers">
      ${[...knowledge.answers.keys()].sort().map((id) => html`<option value="${id}">${title(id)}</option>`)}
    </datalist>
    <label for="reason">${t('curation:reason')}</label>
    <input id="reason" name="reason" maxlength="500" value="${asked.form.get('reason') ?? ''}" />
    ${await whereTo(asked, room, await proposalIn(asked.form, room))} ${findings}
    <div class="actions">
      <button class="button">${t('curation:propose')}</button>
      <button class="plain" name="check" value="yes">${t('curation:check')}</button>
      <a href="/staff/knowledge/new?${new URLSearchParams({ text: wish.text, language: wish.language }).toString()}"
        >${t('curation:teach.new')}</a
      >
    </div>`;
  return {
    kind: 'page',
    title: t('curation:teach.title'),
    ...(problem !== null && { status: 422 }),
    main: html`<p class="lead">${t('curation:teach.lead')}</p>
      ${problem === null ? null : html`<p class="problem" role="alert">${t(problem)}</p>`}
      ${form(asked, '/staff/knowledge/teach', fields, 'stacked')}`,
  };
}
