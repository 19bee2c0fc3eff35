import { setImmediate } from 'node:timers/promises';
import { bothEnds, withoutRuns } from '../conversation/reading/keep-both-ends.ts';
import { piecesOf } from '../conversation/reading/cut-pieces.ts';
import { withoutTowers } from '../conversation/redaction/redact.ts';

/** Whether a text speaks of danger. */
export type InDanger = (text: string) => boolean;

/**
 * What is kept and read of what was said: of a text longer than anybody writes, the beginning, the end, and the first place
 * between them that speaks of danger. Others are answered while that is looked for.
 */
export async function letIn(text: string, inDanger: InDanger): Promise<string> {
  if (text.length <= 2 * letInAtEitherEnd) return text;
  const whole = withoutTowers(withoutRuns(text));
  const place = whole.length <= 2 * letInAtEitherEnd ? null : await placeOfDanger(whole, inDanger);
  return bothEnds(whole, letInAtEitherEnd, place ?? '').text;
}

async function placeOfDanger(text: string, inDanger: InDanger): Promise<string | null> {
  const between = text.slice(letInAtEitherEnd - seam, seam - letInAtEitherEnd);
  const near = await firstPiece(between, lookedThroughAtOnce, inDanger);
  return near === null ? null : ((await firstPiece(near, place, inDanger)) ?? near);
}

async function firstPiece(text: string, length: number, inDanger: InDanger): Promise<string | null> {
  for (const piece of piecesOf(text, length)) {
    await setImmediate();
    if (inDanger(piece)) return piece;
  }
  return null;
}

/** As much as of a mail. */
const letInAtEitherEnd = 10_000;
/** Words that the ends are cut in are looked at from the middle as well. */
const seam = 200;
const lookedThroughAtOnce = 8_000;
const place = 1_000;
