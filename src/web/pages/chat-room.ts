import { mailCodeMinutes } from '../../ports/mail-codes.ts';
import { linkDays } from '../../ports/revocations.ts';
import { html, type Html } from '../html.ts';
import { markdown } from '../markdown.ts';
import { say, type Reader, type Site } from '../site.ts';

/**
 * The place of the chat, greeted by the page itself. The browser's code puts Web Chat there at the first touch; all that it
 * says stands here in the reader's language, as data. Without scripts the box asks on a page of its own.
 */
export function chatRoom(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  const { language, nonce } = reader;
  // A stream's address is absolute: where there is none to give, the chat asks every second instead.
  const stream = site.origin !== null;
  const webChat = site.assets.address('webchat.js');
  const settings = { locale: localeOf(site, language), language, nonce, stream, webChat, texts: textsOf(site, reader) };
  return html`<section class="chat" aria-labelledby="chat-heading">
    <p class="print-head">
      Guichet · ${site.knowledge.desk.name} ·
      <span class="print-day"></span>${site.origin === null ? null : ` · ${site.origin}`}
    </p>
    <div class="chat-bar">
      <h2 id="chat-heading" class="with-room">${t('chat.heading')}</h2>
      ${tools(site, reader)}
    </div>
    ${site.mails ? mailForms(site, reader) : null} ${privateLink(site, reader)} ${comingBack(site, reader)}
    <p class="without-script">${t('ask.alone')}</p>
    <p class="chat-notice" role="status"></p>
    <div id="webchat" tabindex="-1" data-settings="${JSON.stringify(settings)}">${greeting(site, reader)}</div>
    ${composer(site, reader)}
  </section>`;
}

/** A person is one press away; what is needed less often is folded. */
function tools(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  return html`<div class="chat-tools needs-script" role="group" aria-label="${t('chat.tools')}">
    <button type="button" data-tool="person">${t('chat.person')}</button>
    <details class="more">
      <summary aria-label="${t('chat.more')}" title="${t('chat.more')}">⋯</summary>
      <div class="more-tools">
        <button type="button" data-tool="print">${t('chat.print')}</button>
        ${site.mails ? html`<button type="button" data-tool="mail" aria-expanded="false" aria-controls="mail-me">${t('chat.mail')}</button>` : null}
        <button type="button" data-tool="link">${t('chat.link-make')}</button>
        <button type="button" data-tool="restart">${t('chat.restart')}</button>
        <button type="button" data-tool="forget">${t('chat.forget')}</button>
        <a href="/${reader.language}/answers" target="_blank" rel="noopener">${t('nav.answers')}</a>
        ${site.speaker.languages.map((other) => html`<a class="only-small" href="/?lang=${other}" lang="${other}" hreflang="${other}">${site.speaker.say(other, 'web:language')}</a>`)}
      </div>
    </details>
  </div>`;
}

/** What Guichet says first in every conversation. */
function greeting(site: Site, { language }: Reader): Html {
  const days = site.knowledge.desk.keepTranscriptsDays;
  const text = site.speaker.say(language, 'conversation:greeting', { days }, site.today);
  return html`<div class="before"><div class="reply prose">${markdown(text)}</div></div>`;
}

function composer(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  return html`<form class="composer" method="post" action="/ask?lang=${reader.language}">
    <div class="chips" role="group" aria-label="${t('chat.suggested')}"></div>
    <label class="unseen" for="say">${t('ask.label')}</label>
    <textarea
      id="say"
      name="text"
      rows="1"
      maxlength="4000"
      enterkeyhint="send"
      placeholder="${t('chat.placeholder')}"
      autocomplete="off"
    ></textarea>
    <button class="send" aria-label="${t('ask.send')}">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M3 4l19 8-19 8 3-8zm3 8h8" /></svg>
    </button>
  </form>`;
}

function privateLink(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  return html`<div class="private-link panel" id="private-link" role="group" aria-labelledby="link-label" hidden>
    <label id="link-label" for="link">${t('chat.link-label')}</label>
    <input id="link" type="text" readonly aria-describedby="link-note" />
    <div class="row">
      <button type="button" class="button" data-link="copy">${t('chat.link-copy')}</button>
      <button type="button" class="plain" data-link="end">${t('chat.link-end')}</button>
      <button type="button" class="plain" data-link="close">${t('chat.link-close')}</button>
    </div>
    <p id="link-note">${say(site, reader, 'chat.link-note', { days: linkDays })}</p>
  </div>`;
}

/** Shown after a day, in place of what was said: the device may be shared. */
function comingBack(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  return html`<div class="coming-back panel" id="coming-back" role="status" hidden>
    <p></p>
    <span class="badge" hidden></span>
    <div class="row">
      <button type="button" class="button" data-back="show">${t('chat.back-show')}</button>
      <button type="button" class="plain" data-back="forget">${t('chat.forget')}</button>
    </div>
  </div>`;
}

/** Two steps, one shown at a time. Sent by the browser's code with the conversation's token: no other page can send it. */
function mailForms(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, `chat.${key}`);
  return html`<div class="mail-me" id="mail-me" hidden>
    <form id="mail-to">
      <label for="mail-address">${t('mail-address')}</label>
      <input
        id="mail-address"
        name="address"
        type="email"
        required
        maxlength="254"
        autocomplete="email"
        aria-describedby="mail-note"
      />
      <button class="button">${t('mail-send')}</button>
      <p id="mail-note">${t('mail-note')}</p>
    </form>
    <form id="mail-confirm" hidden>
      <label for="mail-code">${t('mail-code')}</label>
      <input
        id="mail-code"
        name="code"
        inputmode="numeric"
        pattern="\\s*(\\d\\s*){6}"
        title="${t('mail-code')}"
        required
        maxlength="12"
        autocomplete="one-time-code"
        aria-describedby="mail-code-note"
      />
      <button class="button">${t('mail-confirm')}</button>
      <button type="button" class="plain" data-mail="again">${t('mail-again')}</button>
      <p id="mail-code-note">${say(site, reader, 'chat.mail-code-note', { minutes: mailCodeMinutes })}</p>
    </form>
  </div>`;
}

export function chatScripts(site: Site, reader: Reader): Html {
  const { nonce } = reader;
  const script = (name: 'chat.js' | 'mail-me.js'): Html =>
    html`<script src="${site.assets.address(name)}" nonce="${nonce}" defer></script>`;
  return html`${script('chat.js')}${site.mails ? script('mail-me.js') : null}`;
}

function textsOf(site: Site, reader: Reader): Record<string, string> {
  const keys = [
    'person-message',
    'helped',
    'not-helped',
    'copy',
    'copied',
    'share',
    'page-copied',
    'sources',
    'suggested',
    'ended',
    'offline',
    'waiting',
    'refused',
    'blocked',
    'failed',
    'restart-confirm',
    'forget-confirm',
    'person-says',
    'print-answer',
    'link-make',
    'link-copied',
    'link-by-hand',
    'link-ended',
    'link-failed',
    'mail-code-sent',
    'mail-wrong-code',
    'mail-later',
    'mail-sent',
    'mail-nothing',
    'mail-failed',
  ];
  const filledIn = {
    reference: site.speaker.say(reader.language, 'conversation:handover.card.reference.label'),
    'back-kept': say(site, reader, 'chat.back-kept', { day: '{day}' }),
    'back-unread': say(site, reader, 'chat.back-unread', { count: '{count}' }),
  };
  return { ...filledIn, ...Object.fromEntries(keys.map((key) => [key, say(site, reader, `chat.${key}`)])) };
}

/** Web Chat's own words come by locale: those of the language as it is spoken in its culture. */
function localeOf(site: Site, language: string): string {
  return site.knowledge.vocabulary[language]?.recognizer ?? language;
}
