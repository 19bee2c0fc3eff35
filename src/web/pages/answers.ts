import { sourceLines } from '../../conversation/result/list-sources.ts';
import { translationWords } from '../../conversation/result/say-translated.ts';
import type { Answer } from '../../knowledge/schema.ts';
import { sayTopic } from '../../conversation/topics/say-topic.ts';
import { directionOf } from '../../text/direction.ts';
import { html, type Html } from '../html.ts';
import { markdown } from '../markdown.ts';
import { say, type Reader, type Site } from '../site.ts';
import { layout } from './layout.ts';
import { firstSentence, plainAnswer } from './plain-answer.ts';
import { searchAnswers } from './search.ts';
import { titleOf, topicsOf } from './topics.ts';

/** One answer as a page: for today, with its sources, what is asked next, and the way to the chat. */
export function answerPage(site: Site, reader: Reader, answer: Answer): Html {
  const { language } = reader;
  const t = (key: string, params = {}): string => say(site, reader, key, params);
  const said = sayTopic(site, answer, language, site.today);
  const { text, note } = said;
  const sources = sourceLines(said.facts, site.knowledge, site.speaker, language);
  const title = titleOf(answer, reader);
  return layout(site, reader, {
    title: `${title} · Guichet`,
    description: firstSentence(text),
    question: { name: title, answer: plainAnswer(text) },
    pathIn: (other) => `/${other}/answers/${answer.id}`,
    main: html`<article class="answer">
      <p class="crumb"><a href="/${language}/answers">${t('answers.title')}</a></p>
      <h1>${title}</h1>
      ${note === null ? null : html`<p class="dated">${note}</p>`}
      <div class="prose" ${note === null ? null : html` lang="${said.language}" dir="${directionOf(said.language)}"`}>
        ${markdown(text)}
      </div>
      ${translated(site, reader, answer)}
      <p class="dated">
        ${t('answers.dated', { today: site.speaker.date(language, site.today), reviewed: site.speaker.date(language, answer.reviewed) })}
      </p>
      ${
        sources.length === 0
          ? null
          : html`<h2>${t('answers.sources')}</h2>
              <ul class="sources">
                ${sources.map((source) => html`<li>${source.url === null ? source.title : html`<a class="external" rel="noopener noreferrer external" href="${safeUrl(source.url)}">${source.title}</a>`}, ${source.dated}</li>`)}
              </ul>`
      }
      ${next(site, reader, answer)}
      <p class="ask"><a class="button" href="/?lang=${language}">${t('answers.ask')}</a></p>
    </article>`,
  });
}

/** That nobody has checked it, and where the original stands. */
function translated(site: Site, { language }: Reader, { id }: Answer): Html | null {
  const state = site.knowledge.checks[language]?.answers[id] ?? 'checked';
  const words = state === 'checked' ? null : translationWords(site, language);
  if (words === null) return null;
  const { original, note, offer } = words;
  return html`<p class="dated">${note} <a href="/${original}/answers/${id}" hreflang="${original}">${offer}</a></p>`;
}

/** All answers by topic, or those that a search finds. */
export function answersIndex(site: Site, reader: Reader, query: string): Html {
  const { language } = reader;
  const t = (key: string, params = {}): string => say(site, reader, key, params);
  const found = query === '' ? null : searchAnswers(site, reader, query);
  return layout(site, reader, {
    title: `${t('answers.title')} · Guichet`,
    description: t('answers.lead'),
    pathIn: (other) => `/${other}/answers`,
    main: html`<h1>${t('answers.title')}</h1>
      <p class="lead">${t('answers.lead')}</p>
      <form class="search" role="search" method="get" action="/${language}/answers">
        <label for="q">${t('answers.search')}</label>
        <div class="row">
          <input id="q" name="q" type="search" maxlength="200" value="${query}" /><button class="button">
            ${t('answers.go')}
          </button>
        </div>
      </form>
      ${
        found === null
          ? byTopic(site, reader)
          : html`<p role="status">${t('answers.found', { count: found.length })}</p>
              ${list(reader, found)}`
      }`,
  });
}

function byTopic(site: Site, reader: Reader): Html {
  return html`${topicsOf(site, reader).map(
    ({ topic, name, answers }) =>
      html`<section class="topic">
        <h2 id="${topic}">${name}</h2>
        ${list(reader, answers)}
      </section>`,
  )}`;
}

function list(reader: Reader, answers: readonly Answer[]): Html {
  return html`<ul class="answers">
    ${answers.map((answer) => html`<li><a href="/${reader.language}/answers/${answer.id}">${titleOf(answer, reader)}</a></li>`)}
  </ul>`;
}

function next(site: Site, reader: Reader, answer: Answer): Html | null {
  const following = answer.followUps.flatMap((id) => site.knowledge.answers.get(id) ?? []);
  return following.length === 0
    ? null
    : html`<h2>${say(site, reader, 'answers.next')}</h2>
        ${list(reader, following)}`;
}

function safeUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#';
}
