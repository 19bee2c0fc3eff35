import { overlap, type Span } from '../lexicon.ts';
import { inside, polarityOf } from '../polarity.ts';
import { partAround, type Scene } from '../scene.ts';

/** "My bank card says 06/27", asked for the European one: a paper is named, and no such card. */
export function isOfAnotherPaper(scene: Scene, date: Span): boolean {
  const { from } = partAround(scene, date.from);
  const papers = inside(scene, 'role.document.around', { from, to: date.from });
  const cards = ['thing.ehic', 'role.card.before'].flatMap((name) => scene.marks.of(name));
  return papers.length > 0 && cards.every((card) => papers.some((paper) => overlap(paper, card)));
}

/** "No European card, in Pau until June": what is not there ends on no day. */
export function isLacked(scene: Scene, at: Span): boolean {
  const card = scene.marks.of('thing.ehic').find((thing) => overlap(thing, at));
  return card !== undefined && polarityOf(scene, card)?.has === false;
}
