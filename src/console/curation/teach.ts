import { isKnowledgeFile } from '../../curation/knowledge-file.ts';
import { newAnswerFiles, withPhrasing } from '../../curation/edit-file.ts';
import { formIn } from '../../conversation/forms/dialogs.ts';
import { answerFile, phrasesFile, topicFile } from '../../knowledge/layout.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import { isKnown, titleOf } from '../title-of.ts';
import type { Parts } from '../parts.ts';
import { changePath, findingsList } from './parts-of-page.ts';
import type { CurationRoom } from './room.ts';

type Needed = Pick<Parts, 'current'> & { readonly room: CurationRoom };

/** From a message to a further phrasing of an answer or a form: the likeliest are offered, any can be named. */
export function teachPage({ current, room }: Needed): Page {
  return {
    path: '/staff/knowledge/teach',
    role: 'curator',
    show: async (asked) =>
      Promise.resolve(teachForm(asked, readWish(asked.query, current().knowledge), { current, room }, null)),
    act: async (asked) => {
      const { knowledge } = current();
      const wish = readWish(asked.form, knowledge);
      const file = fileOf(wish, knowledge);
      const text = file === null ? null : room.curation.read(file);
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
      const reason =
        (asked.form.get('reason') ?? '').slice(0, 500) || asked.t('curation:teach.reason', { text: wish.text });
      const proposed = await room.curation.propose({ files: [{ file, after }], author: asked.person, reason });
      if (proposed.kind === 'unchanged') return teachForm(asked, wish, { current, room }, 'curation:unchanged');
      await asked.audit('knowledge.propose', { file, change: proposed.id });
      return { kind: 'go', to: changePath(proposed.id), notice: 'curation:proposed' };
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

function teachForm(
  asked: Asked,
  wish: Wish,
  { current }: Needed,
  problem: string | null,
  findings: Html = findingsList(asked, null),
): Outcome {
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
    ${findings}
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

/** A new answer, in every language of the desk. */
export function newAnswerPage({ current, room }: Needed): Page {
  return {
    path: '/staff/knowledge/new',
    role: 'curator',
    show: async (asked) => Promise.resolve(newAnswerForm(asked, asked.query, current().knowledge, null)),
    act: async (asked) => {
      const { knowledge } = current();
      const id = asked.form.get('id') ?? '';
      const file = topicFile(id);
      const problem = !isKnowledgeFile(file)
        ? 'curation:new.bad-id'
        : room.curation.read(file) !== null
          ? 'curation:new.taken'
          : null;
      if (problem !== null) return newAnswerForm(asked, asked.form, knowledge, problem);
      const written = writtenAnswer(id, asked, knowledge);
      if (asked.form.has('check')) {
        const findings = await room.lint(written, asked.today);
        return newAnswerForm(asked, asked.form, knowledge, null, findingsList(asked, findings));
      }
      const reason = (asked.form.get('reason') ?? '').slice(0, 500);
      const files = [...written].map(([path, after]) => ({ file: path, before: null, after }));
      const proposed = await room.curation.propose({ files, author: asked.person, reason });
      if (proposed.kind === 'unchanged') return newAnswerForm(asked, asked.form, knowledge, 'curation:unchanged');
      await asked.audit('knowledge.propose', { file, change: proposed.id });
      return { kind: 'go', to: changePath(proposed.id), notice: 'curation:proposed' };
    },
  };
}

function writtenAnswer(
  id: string,
  { form: fields, today }: Asked,
  { languages }: Knowledge,
): ReadonlyMap<string, string> {
  const of = (name: string, language: string) =>
    (fields.get(`${name}-${language}`) ?? '').replace(/\r\n?/g, '\n').trim();
  const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);
  return newAnswerFiles(id, {
    topic: fields.get('topic') ?? '',
    reviewed: today,
    title: Object.fromEntries(languages.map((language) => [language, of('title', language)])),
    text: Object.fromEntries(
      languages.map((language) => [
        language,
        { answer: `${of('answer', language)}\n`, phrasings: lines(of('phrasings', language)) },
      ]),
    ),
  });
}

function newAnswerForm(
  asked: Asked,
  given: URLSearchParams,
  { languages, vocabulary, answers }: Knowledge,
  problem: string | null,
  findings: Html = findingsList(asked, null),
): Outcome {
  const { t } = asked;
  const topics = [...new Set([...answers.values()].map(({ topic }) => topic))].sort();
  const asPhrasing = (language: string) => (given.get('language') === language ? (given.get('text') ?? '') : '');
  const inLanguage = (language: string): Html => {
    const id = (name: string): string => `${name}-${language}`;
    return html`<fieldset>
      <legend>${vocabulary[language]?.name ?? language}</legend>
      <label for="${id('title')}">${t('curation:new.name')}</label>
      <input
        id="${id('title')}"
        name="${id('title')}"
        required
        maxlength="80"
        lang="${language}"
        value="${given.get(id('title')) ?? ''}"
      />
      <label for="${id('answer')}">${t('curation:new.answer')}</label>
      <textarea id="${id('answer')}" name="${id('answer')}" required rows="7" lang="${language}">
${given.get(id('answer')) ?? ''}</textarea>
      <label for="${id('phrasings')}">${t('curation:new.phrasings')}</label>
      <textarea id="${id('phrasings')}" name="${id('phrasings')}" required rows="10" lang="${language}">
${given.get(id('phrasings')) ?? asPhrasing(language)}</textarea>
    </fieldset>`;
  };
  const fields = html`<label for="id">${t('curation:new.id')}</label>
    <input
      id="id"
      name="id"
      required
      pattern="[a-z0-9]+(-[a-z0-9]+)*"
      maxlength="80"
      value="${given.get('id') ?? ''}"
    />
    <label for="topic">${t('curation:new.topic')}</label>
    <select id="topic" name="topic">
      ${topics.map((topic) => html`<option${given.get('topic') === topic ? html` selected` : null}>${topic}</option>`)}
    </select>
    <p class="hint">${t('curation:new.how')}</p>
    ${languages.map(inLanguage)}
    <label for="reason">${t('curation:reason')}</label>
    <input id="reason" name="reason" maxlength="500" value="${given.get('reason') ?? ''}" />
    ${findings}
    <div class="actions">
      <button class="button">${t('curation:propose')}</button>
      <button class="plain" name="check" value="yes">${t('curation:check')}</button>
    </div>`;
  return {
    kind: 'page',
    title: t('curation:new.title'),
    ...(problem !== null && { status: 422 }),
    main: html`${problem === null ? null : html`<p class="problem" role="alert">${t(problem)}</p>`}
    ${form(asked, '/staff/knowledge/new', fields, 'stacked lint')}`,
  };
}
