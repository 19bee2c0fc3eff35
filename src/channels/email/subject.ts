import { isOneOf, plain, type MailWords } from './mail-words.ts';

type Prefixes = Pick<MailWords, 'prefixes' | 'forwards'>;

/** A subject without what mail programs put before it: `Re:`, `AW:`, `回复：`, `[Ticket 12]`, also several. */
export function bareSubject(subject: string, { prefixes, forwards }: Prefixes): string {
  let rest = subject.trim();
  for (;;) {
    const [whole = '', word = ''] = prefix.exec(rest) ?? [];
    if (whole === '' || ![...prefixes, ...forwards].includes(plain(word))) return rest;
    rest = rest.slice(whole.length);
  }
}

/** Whether it answers or forwards something. */
export function isAnswered(subject: string, words: Prefixes): boolean {
  return bareSubject(subject, words) !== subject.trim();
}

/** Whether it forwards something. */
export function isForward(subject: string, { forwards }: Pick<MailWords, 'forwards'>): boolean {
  return forwards.includes(plain(prefix.exec(subject.trim())?.[1] ?? ''));
}

/** Whether it says what a letter is about. */
export function saysSomething(subject: string, { emptySubjects }: Pick<MailWords, 'emptySubjects'>): boolean {
  return /\p{L}{2}/u.test(subject) && !isOneOf(subject, emptySubjects);
}

const prefix = /^(?:\[[^\][]{1,40}\]\s*)?([\p{L}\p{M}. ]{1,14}?)(?:\[\d{1,2}\]|\(\d{1,2}\))?\s*[:：]\s*/u;
