import { forms } from '../../dialogs/index.ts';
import { startMailThread } from '../channels/email/mail-thread.ts';
import { warmUp } from '../channels/email/warm-up.ts';
import type { Day } from '../core/day.ts';
import { prepare } from '../desk/prepare.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { createLog } from '../log.ts';
import { fold } from '../text/fold.ts';
import { openMailDesk, type MailCame } from './trial-mail-desk.ts';
import { mailEnds, readMailFolder, type MailEnd, type MailExpectation } from '../eval/mail-files.ts';
import { percentile } from '../eval/metrics.ts';
import { tableOf } from '../eval/report.ts';

export type MailEvaluation = {
  readonly folder: string;
  readonly expectations?: string | undefined;
  readonly mode: 'auto' | 'draft';
  readonly own: string;
  readonly webForms: readonly string[];
  readonly on: Day;
  readonly json: boolean;
  readonly knowledge: string;
};

/** A folder of letters through the whole mail door: what became of each, and whether that is what was expected. */
export async function evaluateMail({ folder, expectations, json, ...options }: MailEvaluation): Promise<string> {
  const { letters, expected } = readMailFolder(folder, expectations);
  const prepared = await prepare(loadKnowledge(options.knowledge, forms), 'var');
  await warmUp(prepared, options.on);
  const thread = startMailThread();
  const noon = new Date(`${options.on}T11:00:00Z`);
  const settings = { ...options, thread, clock: () => noon, log: createLog('error', 2) };
  const lines: Line[] = [];
  for (const file of letters.keys()) {
    const wanted = expected.find((line) => line.file === file);
    const raws = [...(wanted?.after ?? []), file].flatMap((name) => letters.get(name) ?? []);
    lines.push(lineOf(file, await play(raws, () => openMailDesk(prepared, settings)), wanted, options.mode));
  }
  await thread.end();
  if (json) return lines.map((line) => JSON.stringify(line)).join('\n');
  return [...lines.map(asText), '', summary(lines)].join('\n');
}

/** One desk for a letter and those that came before it: no other letter has to do with it. */
async function play(raws: readonly Buffer[], open: () => ReturnType<typeof openMailDesk>): Promise<MailCame> {
  const desk = await open();
  let came: MailCame | null = null;
  for (const raw of raws) came = await desk.mailIn(came === null ? raw : threaded(raw, came));
  await desk.close();
  if (came === null) throw new RangeError('There is no letter to play.');
  return came;
}

/** The letter as an answer to what was last said: where it names what it answers at all. */
function threaded(raw: Buffer, { letters }: MailCame): Buffer {
  const id = letters.at(-1)?.messageId;
  if (id === undefined) return raw;
  const text = raw.toString('latin1');
  const body = text.search(/\r?\n\r?\n/);
  const head = text.slice(0, body).replaceAll(/^(In-Reply-To|References):.*(?:\r?\n[ \t].*)*/gim, `$1: ${id}`);
  return Buffer.from(`${head}${text.slice(body)}`.replaceAll('{{answered}}', id), 'latin1');
}

type Line = {
  readonly file: string;
  readonly outcome: MailEnd;
  readonly code: string | null;
  readonly to: string;
  readonly subject: string;
  readonly letter: string;
  readonly loopMs: number;
  /** Null where nothing is expected. */
  readonly right: boolean | null;
};

function lineOf(file: string, came: MailCame, wanted: MailExpectation | undefined, mode: string): Line {
  const { outcome, letters, loopMs } = came;
  const end = endOf(came);
  const letter = letters.map(({ text }) => (typeof text === 'string' ? text : '')).join('\n');
  const right = wanted === undefined || isOpen(wanted) ? null : isRight(wanted, end, letter, mode);
  const to = letters.map(addressOf).join(', ');
  const subject = letters.map((one) => one.subject ?? '').join(' | ');
  const code = outcome.kind === 'refused' ? outcome.code : null;
  return { file, outcome: end, code, to, subject, letter, loopMs: Math.round(10 * loopMs) / 10, right };
}

function endOf({ outcome, letters, handedOver }: MailCame): MailEnd {
  if (outcome.kind === 'refused') return outcome.code === 'mail/own' ? 'none' : 'refused';
  if (handedOver) return 'handover';
  return letters.length === 0 ? 'none' : outcome.kind;
}

function isOpen({ outcome, has, lacks }: MailExpectation): boolean {
  return outcome.length + has.length + lacks.length === 0;
}

/** Where all of it waits for a person, so does what would have been sent. */
function isRight({ outcome, has, lacks }: MailExpectation, end: MailEnd, letter: string, mode: string): boolean {
  const ends = mode === 'draft' && outcome.includes('answered') ? [...outcome, 'drafted'] : outcome;
  const read = fold(letter).replaceAll(/\s+/g, ' ');
  const holds = (token: string) => token.split('|').some((part) => read.includes(fold(part)));
  return (ends.length === 0 || ends.includes(end)) && has.every(holds) && !lacks.some(holds);
}

function addressOf({ to }: MailCame['letters'][number]): string {
  return typeof to === 'object' && 'address' in to ? (to.address ?? '') : '';
}

function asText({ file, outcome, code, to, right, loopMs }: Line): string {
  const mark = right === null ? ' ' : right ? '+' : '-';
  return `${mark} ${outcome.padEnd(8)} ${String(loopMs).padStart(6)} ms  ${file}  ${code ?? to}`;
}

function summary(lines: readonly Line[]): string {
  const came = mailEnds.map((end) => [end, lines.filter(({ outcome }) => outcome === end).length] as const);
  const judged = lines.filter(({ right }) => right !== null);
  const times = lines.map(({ loopMs }) => loopMs);
  return tableOf([
    ['letters in', lines.length],
    ...came,
    ['accounted for', came.reduce((sum, [, count]) => sum + count, 0)],
    ['as expected', `${judged.filter(({ right }) => right).length} of ${judged.length}`],
    ['ms of the loop: median', percentile(times, 0.5)],
    ['… p95', percentile(times, 0.95)],
    ['… most', percentile(times, 1)],
  ]);
}
