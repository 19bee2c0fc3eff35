import { setImmediate } from 'node:timers/promises';
import { bothEnds, withoutRuns } from '../conversation/reading/keep-both-ends.ts';
import { piecesOf } from '../conversation/reading/cut-pieces.ts';
import { withoutTowers } from '../conversation/redaction/redact.ts';
import type { DangerDegree } from '../core/danger/index.ts';

/** In which degree a text speaks of danger; null where it does not. */
export type InDanger = (text: string) => DangerDegree | null;

/**
 * What is kept and read of what was said: of a text longer than anybody writes, the beginning, the end, and the place
 * between them that speaks of the gravest danger. Others are answered while that is looked for.
 */
export async function letIn(text: string, inDanger: InDanger): Promise<string> {
  if (text.length <= 2 * letInAtEitherEnd) return text;
  const whole = withoutTowers(withoutRuns(text));
  const place = whole.length <= 2 * letInAtEitherEnd ? null : await placeOfDanger(whole, inDanger);
  return bothEnds(whole, letInAtEitherEnd, place ?? '').text;
}

async function placeOfDanger(text: string, inDanger: InDanger): Promise<string | null> {
  const between = text.slice(letInAtEitherEnd - seam, seam - letInAtEitherEnd);
  const near = await gravestPiece(between, lookedThroughAtOnce, inDanger);
  if (near === null) return null;
  const place = await gravestPiece(near.piece, mostKept, inDanger);
  // What is told over many sentences may be less in each part than in all.
  return place?.degree === near.degree ? place.piece : near.piece;
}

type Grave = { readonly piece: string; readonly degree: DangerDegree };

/** The first of the pieces that speak of certain danger, else the first that speaks of any. */
async function gravestPiece(text: string, length: number, inDanger: InDanger): Promise<Grave | null> {
  let possible: Grave | null = null;
  for (const piece of piecesOf(text, length)) {
    await setImmediate();
    const degree = inDanger(piece);
    if (degree === 'certain') return { piece, degree };
    if (degree === 'possible') possible ??= { piece, degree };
  }
  return possible;
}

/** As much as of a mail. */
const letInAtEitherEnd = 10_000;
/** Words that the ends are cut in are looked at from the middle as well. */
const seam = 200;
const lookedThroughAtOnce = 8_000;
const mostKept = 1_000;
