import { isOneOf, plain, type MailWords } from './mail-words.ts';

/** A subject without what mail programs put before it: `Re:`, `AW:`, `回复：`, `[Ticket 12]`, also several. */
export function bareSubject(subject: string, { prefixes }: Pick<MailWords, 'prefixes'>): string {
  let rest = subject.trim();
  for (;;) {
    const [whole = '', word = ''] =
      /^(?:\[[^\][]{1,40}\]\s*)?([\p{L}. ]{1,12}?)(?:\[\d{1,2}\]|\(\d{1,2}\))?\s*[:：]\s*/u.exec(rest) ?? [];
    if (whole === '' || !prefixes.includes(plain(word))) return rest;
    rest = rest.slice(whole.length);
  }
}

/** Whether it answers or forwards something. */
export function isAnswered(subject: string, words: Pick<MailWords, 'prefixes'>): boolean {
  return bareSubject(subject, words) !== subject.trim();
}

/** Whether it says what a letter is about. */
export function saysSomething(subject: string, { emptySubjects }: Pick<MailWords, 'emptySubjects'>): boolean {
  return /\p{L}{2}/u.test(subject) && !isOneOf(subject, emptySubjects);
}
