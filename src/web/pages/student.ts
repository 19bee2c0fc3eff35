import { html, type Html } from '../html.ts';
import { say, type Reader, type Site } from '../site.ts';
import { layout } from './layout.ts';
import { chatRoom, chatScripts } from './chat-room.ts';
import { topicsOf } from './topics.ts';

/** The front page: what Guichet is, what one can ask, and the chat. */
export function studentPage(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  return layout(site, reader, {
    title: t('home.title'),
    description: t('home.lead'),
    pathIn: (language) => `/${language}`,
    anyLanguage: '/',
    home: true,
    main: html`<div class="welcome">
        <h1>${t('home.heading')}</h1>
        <p class="lead">${t('home.lead')}</p>
        ${suggestions(site, reader)}
      </div>
      ${chatRoom(site, reader)}
      <section class="about" aria-labelledby="topics-heading">
        <h2 id="topics-heading">${t('home.topics')}</h2>
        <ul class="topics">
          ${topicsOf(site, reader).map(
            ({ topic, name, count }) =>
              html`<li>
                <a href="/${reader.language}/answers#${topic}">${name}</a> <span class="count">${count}</span>
              </li>`,
          )}
        </ul>
        <h2>${t('home.how')}</h2>
        <ul class="how">
          ${site.speaker.list(reader.language, 'web:home.promises').map((promise) => html`<li>${promise}</li>`)}
        </ul>
        <p class="privacy">
          ${say(site, reader, 'home.privacy', { days: site.knowledge.desk.keepTranscriptsDays })}
          <a href="/${reader.language}/privacy">${t('privacy.title')}</a>
        </p>
      </section>`,
    scripts: chatScripts(site, reader),
  });
}

/** What most come for first, then the questions that are asked most: one press asks. Without scripts on a page of its own. */
function suggestions(site: Site, reader: Reader): Html {
  const first = site.speaker.say(reader.language, 'dialog:start.eligibility');
  const others = site.speaker.list(reader.language, 'web:home.suggestions').filter((question) => question !== first);
  const ask = (question: string, look: string): Html =>
    html`<button class="${look}" name="choice" value="${question}" data-ask="${question}">${question}</button>`;
  return html`<form
    class="suggestions"
    method="post"
    action="/ask?lang=${reader.language}"
    role="group"
    aria-label="${say(site, reader, 'home.suggested')}"
  >
    ${ask(first, 'button')} ${others.slice(0, 3).map((question) => ask(question, 'suggestion'))}
  </form>`;
}
