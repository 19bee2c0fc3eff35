import { longestHold } from '../../src/eval/longest-hold.ts';

/** What once held the server for seconds, by the same bytes. */
export const freezing = {
  figures64: repeated('0 1 ', 65_536),
  figures262: repeated('0 1 ', 261_000),
  figures32: repeated('0 1 ', 32_768),
  /** A value nested 9,000 deep, as JSON. */
  nested: `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`,
  /** A 6 kB letter of plain statements. */
  statements: Array.from(
    { length: 80 },
    (_, index) => `On day ${String(index + 1)} in May the office sent me one more paper about the flat that I rent.`,
  ).join('\n'),
  /** A letter of two words with 19,000 empty lines between them. */
  lines: `x${'\n'.repeat(19_000)}x`,
  /** A forwarded letter whose day is 19,900 spaces. */
  spaces: `---------- Forwarded message ---------\nFrom: Ana <ana@mail.example>\nDate:${' '.repeat(19_900)}x`,
} as const;

/** The question that the others are measured beside. */
export const baseline = 'I am 24 years old and stay 6 months. Do I need a mutuelle, and what does a doctor cost?';

/** Texts that look as if they might hold personal data all along: each as a piece to be repeated. */
export const nearlyPersonal: Readonly<Record<string, string>> = {
  'single figures': '0 1 ',
  'zeros in pairs': '00 ',
  'a French number': '06 12 34 56 78 ',
  'a number abroad': '+33 6 ',
  'uneven separators': '0 1-2.3/',
  'open brackets': '(0',
  brackets: '(0) ',
  'wide gaps': '0   ',
  'one long number': '1',
  dates: '1/2/2020 ',
  'card groups': '4111 1111 ',
  'real cards': '4242 4242 4242 4242 ',
  'social security parts': '1 85 05 ',
  'a social security number in one': '1850578006',
  'country codes': 'FR76 3000 ',
  'country codes apart': 'fr 12 ',
  'at signs': 'a@a@a@',
  'a mailbox without end': 'a',
  'domains without end': 'a@b.b.b.b.b.b.b.b.b',
  names: 'my name is my name is ',
  'a name': 'my name is Jean ',
  introductions: 'I am Jean Paul ',
  'names in forms': 'name: surname: ',
  signatures: 'thanks,\n',
  births: 'born on ',
  'births in a place': 'born in 2 of ',
  'dates of birth': 'born 1 May 2001 ',
  streets: 'rue de ',
  'streets with numbers': '1 rue 1 ',
  'names before a street': '1 a b c street ',
  'addresses in forms': 'address: 1 ',
  'mail in words': 'a at b dot ',
  'mail in signs': 'a [at] b [dot] ',
  'numbers to call': 'call me on 1 2 ',
  'networks and signs': 'insta @a.',
  'Chinese names': '我叫王',
  'Arabic names': 'اسمي وو ',
  'figures of other scripts': '١ ٠',
  'marks of direction': '\u202a1',
  passports: 'passport number ',
  'letters and digits': 'a1',
  spaces: ' ',
  'empty lines': '\n',
  'towers of marks': '\u0301\u0323\u0327',
  'letters with marks': 'a\u0301\u0302\u0303',
  ligatures: '\ufdfa',
};

export function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** The middle one of three: the first pays for what is compiled. */
export async function usualHoldMs(task: (time: number) => Promise<unknown>): Promise<number> {
  return (await holdsMs(task))[1] ?? Number.NaN;
}

/** The shortest of three: other work on the machine only adds to what a text takes by itself. */
export async function leastHoldMs(task: (time: number) => Promise<unknown>): Promise<number> {
  return (await holdsMs(task))[0] ?? Number.NaN;
}

async function holdsMs(task: (time: number) => Promise<unknown>): Promise<readonly number[]> {
  const holds: number[] = [];
  for (let time = 0; time < 3; time++) holds.push((await longestHold(() => task(time))).ms);
  return holds.sort((a, b) => a - b);
}
