import { createAnswerMail } from '../../../src/channels/email/answer-mail.ts';
import { readMail } from '../../../src/channels/email/read-mail.ts';
import { createOwnIds } from '../../../src/channels/email/own-ids.ts';
import type { DraftSection } from '../../../src/ports/drafts.ts';
import type { House } from './open-house.ts';
import { inMarkdown, type Reading } from './reads.ts';

/** Each line a letter that answers ours; what a person reads are the sections of the letter, or of the draft for it. */
export async function throughMail(
  house: House,
  name: string,
  _locale: string,
  says: readonly string[],
): Promise<readonly (Reading | null)[]> {
  const ids = createOwnIds(Buffer.alloc(32, 7), 'school.test');
  const written: { readonly conversation: string; readonly id: string; readonly sections: readonly DraftSection[] }[] =
    [];
  const letters: (Reading | null)[] = [];
  const answerMail = createAnswerMail({
    ...house.storage,
    desk: house.desk,
    current: () => house,
    outbox: {
      put: async ({ conversation, id, content }) => {
        written.push({ conversation, id, sections: (content as { sections: readonly DraftSection[] }).sections });
        return Promise.resolve();
      },
    },
    drafts: {
      put: async (draft) => {
        written.push(draft);
        return Promise.resolve();
      },
    },
    ids,
    today: () => house.today,
    clock: () => new Date('2026-11-22T12:00:00Z'),
    log: house.log,
    thread: { read: readMail },
    settings: {
      own: 'desk@school.test',
      mode: 'auto',
      forwarders: [],
      webForms: [],
      authenticationServer: undefined,
      dailyMost: 1000,
    },
  });
  for (const [index, text] of says.entries()) {
    const last = written.at(-1);
    const reply = last === undefined ? [] : [`In-Reply-To: <${ids.of(last.conversation, last.id)}>`];
    const box = Buffer.from(name).toString('hex').slice(0, 24);
    const head = [`From: ${box}@student.test`, 'To: desk@school.test', 'Subject: insurance', ...reply];
    const more = [`Message-ID: <${box}.${index}@student.test>`, 'Content-Type: text/plain; charset=utf-8'];
    const before = written.length;
    await answerMail(Buffer.from(`${[...head, ...more].join('\r\n')}\r\n\r\n${text}\r\n`));
    const [letter] = written.slice(before);
    letters.push(letter === undefined ? null : letter.sections.flatMap(({ text }) => withoutMailsWords(text, house)));
  }
  return letters;
}

/** The letter names choices in a sentence, where a chat has buttons, and puts a heading above its sources. */
function withoutMailsWords(text: string, { speaker }: House): Reading {
  const mark = '§';
  let rest = text;
  for (const language of speaker.languages) {
    rest = rest.replace(`${speaker.say(language, 'channels:sources')}\n`, '');
    for (const key of ['mail:choices.open', 'mail:choices.asked']) {
      const [before = '', after = ''] = speaker.say(language, key, { choices: mark }).split(mark);
      const at = rest.lastIndexOf(before);
      if (at >= 0 && rest.endsWith(after)) rest = rest.slice(0, at) + rest.slice(at + before.length);
    }
  }
  return inMarkdown(rest.replaceAll(' · ', ' '));
}
