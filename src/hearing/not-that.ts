import type { Span } from './lexicon.ts';
import { correctionsIn, isEmpty, type Scene } from './scene.ts';

/**
 * "10 months, ah no, that's my lease": what was told last before such words is of something else. Where they say what it is
 * instead, "no, that is the 6th", the correction counts.
 */
export function withoutWhatIsElse<Told extends Span>(scene: Scene, told: readonly Told[]): readonly Told[] {
  const marks = scene.marks.of('answer.notThat').filter((mark) => !told.some((one) => isWhatItIs(scene, one, mark)));
  return marks.length === 0 ? told : told.filter((one) => !marks.some((mark) => isRightBefore(scene, one, mark)));
}

function isWhatItIs({ parts }: Scene, { from }: Span, mark: Span): boolean {
  return from >= mark.from && parts[from] === parts[mark.to - 1];
}

function isRightBefore(scene: Scene, { to }: Span, mark: Span): boolean {
  return to <= mark.from && isEmpty(scene, { from: to, to: mark.from }, correctionsIn(scene));
}
