import type { CaseSpoken } from './heard.ts';
import { overlap, within, type Span } from './lexicon.ts';
import { isEmpty, type Scene } from './scene.ts';
import { maySayTheSame } from './same-person.ts';
import { whoIn } from './scene-about.ts';
import { turnsOf } from './whose.ts';

/** A language without hearing.yaml: its students speak of themselves. */
export const nobodySpokenOf: CaseSpoken = {
  turnsToSelf: false,
  askedFor: null,
  byName: false,
  alone: false,
  endsWith: null,
  both: false,
};

/**
 * Whose case a text says that it is about.
 * @param about whose is at hand: by another word they are the same
 */
export function caseSpokenOf(scene: Scene, about: string | null): CaseSpoken {
  const said = caseSaid(scene);
  const asAtHand = (who: string) => (about !== null && maySayTheSame(scene, who, about) ? about : who);
  const { askedFor, endsWith } = said;
  return {
    ...said,
    askedFor: askedFor === null ? null : asAtHand(askedFor),
    endsWith: endsWith?.person === 'other' ? { ...endsWith, who: asAtHand(endsWith.who) } : endsWith,
  };
}

function caseSaid(scene: Scene): CaseSpoken {
  const { marks } = scene;
  const others = marks.of('case.turnsToOther');
  const toOther = others.find((span) => opens(scene, span) && isClosed(scene, span));
  // "Para mi hermana" is not "para mí".
  const toSelf = marks
    .of('case.turnsToSelf')
    .find((span) => opens(scene, span) && !others.some((other) => overlap(other, span)));
  const askedFor = [...marks.of('speaker.behalf'), ...marks.of('case.other')];
  const asked = askedFor.toSorted((a, b) => Number(names(scene, b)) - Number(names(scene, a)))[0];
  const other = toOther ?? asked;
  const ends = endOf(scene);
  const named = ends?.person === 'other' ? ends.who : personNamed(scene);
  const turn = toSelf ?? toOther;
  return {
    turnsToSelf: toSelf !== undefined,
    askedFor: other === undefined ? null : names(scene, other) ? whoIn(scene, other) : named,
    byName: other !== undefined && names(scene, other),
    alone: turn !== undefined && isEmpty(scene, { from: turn.to, to: scene.tokens.length }),
    endsWith: ends,
    both: marks.of('case.both').length > 0 && personNamed(scene) !== null,
  };
}

/** Greetings and a yes or no may stand before it. */
function opens(scene: Scene, { from }: Span): boolean {
  const before = ['answer.yes', 'answer.no', 'join.on', 'join.turn'].flatMap((name) => scene.marks.of(name));
  return isEmpty(scene, { from: 0, to: from }, before);
}

/** "And my wife?", "for my wife: …", "for my wife, who …"; "and my wife works" turns to nobody. */
function isClosed({ tokens, marks }: Scene, { to }: Span): boolean {
  const next = tokens[to];
  return next === undefined || next.kind !== 'word' || marks.of('speaker.relative').some(({ from }) => from === to);
}

function names(scene: Scene, span: Span): boolean {
  return scene.marks.of('case.person').some((person) => within(person, span));
}

/** The last that a text names as spoken of; null where it names nobody. */
function personNamed(scene: Scene): string | null {
  const others = scene.marks.of('speaker.other').filter((span) => names(scene, span));
  const last = others.at(-1);
  return last === undefined ? null : whoIn(scene, last);
}

function endOf(scene: Scene): CaseSpoken['endsWith'] {
  const [, person] = [...turnsOf(scene)].toSorted(([a], [b]) => a - b).at(-1) ?? [];
  const who = personNamed(scene);
  if (person === undefined || (person === 'other' && who === null)) return null;
  return person === 'other' ? { person, who: who ?? '' } : { person };
}
