import { within, type Span } from './lexicon.ts';
import { isEmpty, partAround, standsAlone, type Scene } from './scene.ts';

/** Whether somebody has what is named, has it not, or nothing is said of it: asked about, wanted, supposed. */
export type Polarity = { readonly has: boolean; readonly supposed: boolean };

/** Further off a negation is one of something else. */
const reach = 6;
/** "No, I have the card": a no speaks of what stands right behind it. */
const near = 2;

/** @param answers whether a yes or a no right behind it is said of it */
export function polarityOf(scene: Scene, thing: Span, answers = true): Polarity | null {
  const part = partAround(scene, thing.from);
  const supposed = inside(scene, 'having.suppose', part).length > 0;
  if (mayBeLost(scene, part)) return null;
  const answered = answers ? answeredBehind(scene, thing) : null;
  if (answered !== null) return { has: answered, supposed };
  if (!supposed && isAsked(scene, thing, part)) return null;
  if (isAllThereIs(scene, thing, part)) return { has: true, supposed };
  const said = saidBefore(scene, thing, part) ?? saidInPartBefore(scene, thing, part) ?? saidBehind(scene, thing);
  return said === null ? null : { has: said, supposed };
}

/** "If I lose my job", "I am afraid to lose it". */
export function mayBeLost(scene: Scene, part: Span): boolean {
  return inside(scene, 'having.loses', part).length > 0;
}

/** "do I need a card", "有卡吗", "I asked for the card": a question begins or ends its part, a wish may stand anywhere in it. */
export function isAsked(scene: Scene, thing: Span, part: Span): boolean {
  const wants = inside(scene, 'having.wants', part).some(({ to }) => to <= thing.from);
  const last = inside(scene, 'having.asksLast', part).some(
    ({ from, to }) => from >= thing.to && isEmpty(scene, { from: to, to: part.to }),
  );
  return wants || last || opensAsking(scene, thing.from, part) || isJoinedToAsked(scene, thing, part);
}

function opensAsking(scene: Scene, before: number, part: Span): boolean {
  return inside(scene, 'having.asks', part).some(
    (ask) => ask.from < before && opens(scene, part.from, ask.from) && !isRelative(scene, ask),
  );
}

/** "What is the difference between one thing and another?"; "… and I have a card" asks nothing. */
function isJoinedToAsked(scene: Scene, thing: Span, part: Span): boolean {
  const joined = scene.marks.of('join.on').find(({ from }) => from === part.from);
  const before = scene.tokens[part.from - 1]?.kind;
  // "Is it true that …, and that …?"
  const that = joined !== undefined && scene.marks.of('having.that').some(({ from }) => from === joined.to);
  if (that && before !== 'stop') return opensAsking(scene, part.from, partAround(scene, part.from - 1));
  if (joined === undefined || before === undefined || before === 'mark' || before === 'stop') return false;
  const own = scene.marks.of('speaker.self').some(({ from }) => from === joined.to);
  if (own || !isEmpty(scene, { from: joined.to, to: thing.from }, articles(scene))) return false;
  return opensAsking(scene, part.from, partAround(scene, part.from - 1));
}

/** "Dr Pham, who is not my doctor" asks nothing. */
function isRelative({ marks, sentences }: Scene, ask: Span): boolean {
  const within = ask.from > 0 && sentences[ask.from - 1] === sentences[ask.from];
  return within && marks.of('speaker.relative').some(({ from }) => from === ask.from);
}

/** Nothing but "and", "but" and marks before it: "I am a …" asks nothing. */
export function opens({ tokens, marks }: Scene, start: number, at: number): boolean {
  const joins = [...marks.of('join.on'), ...marks.of('join.turn')];
  for (let word = start; word < at; word++) {
    const kind = tokens[word]?.kind;
    if (kind === 'mark' || kind === 'stop') continue;
    if (!joins.some((join) => within({ from: word, to: word + 1 }, join))) return false;
  }
  return true;
}

/** "No S1, only the card": what the part begins with, and not as a question. */
function isAllThereIs(scene: Scene, thing: Span, part: Span): boolean {
  if (scene.tokens.slice(thing.to).find(({ kind }) => kind === 'stop')?.text === '?') return false;
  const joins = ['join.on', 'join.turn', 'answer.no', 'answer.yes'].flatMap((name) => scene.marks.of(name));
  const before = { from: part.from, to: thing.from };
  return inside(scene, 'having.only', part).some((only) =>
    only.to <= thing.from
      ? isEmpty(scene, before, [...joins, only, ...articles(scene)])
      : isEmpty(scene, before, [...joins, ...articles(scene)]) &&
        isEmpty(scene, { from: thing.to, to: part.to }, [only]),
  );
}

function saidBefore(scene: Scene, thing: Span, part: Span): boolean | null {
  // "have the" may reach into "the card".
  const before = (name: string, furthest = reach) =>
    inside(scene, name, part).findLast(
      ({ from, to }) => from < thing.from && to < thing.to && thing.from - to <= furthest,
    );
  const lacks = before('having.lacks', near);
  const not = before('having.not') ?? notBehind(scene, thing);
  const has = before('having.has');
  if (lacks !== undefined && (has === undefined || lacks.to >= has.from)) return false;
  if (not !== undefined) return false;
  return has === undefined && !isOwned(scene, thing) ? null : true;
}

/** "my mutuelle costs …". */
function isOwned(scene: Scene, thing: Span): boolean {
  return scene.marks.of('having.own').some(({ from, to }) => from === thing.from && to < thing.to);
}

/** "den habe ich nicht", "that one I do not have": at the end of the part. */
export function notBehind(scene: Scene, thing: Span): Span | undefined {
  const part = partAround(scene, thing.to - 1);
  return inside(scene, 'having.not', part).find(
    ({ from, to }) =>
      from >= thing.to &&
      isEmpty(scene, { from: to, to: part.to }, from - thing.to <= near ? scene.marks.of('having.has') : []),
  );
}

/** "I have an S1 and a card", "no mutuelle nor doctor": what is joined on shares its verb, what turns says the opposite. */
function saidInPartBefore(scene: Scene, thing: Span, part: Span): boolean | null {
  const turned = scene.marks.of('join.turn').find(({ from }) => from === part.from);
  const joined = turned ?? scene.marks.of('join.on').find(({ from }) => from === part.from);
  if (part.from === 0 || !isEmpty(scene, { from: joined?.to ?? part.from, to: thing.from }, articles(scene)))
    return null;
  const last = { from: part.from - 1, to: part.from };
  if (scene.tokens[last.from]?.kind === 'stop') return null;
  const before = saidBefore(scene, last, partAround(scene, last.from));
  // "No doctor, mutuelle through my parents": of which more is said, that is there.
  if (before === false && turned === undefined && !isEmpty(scene, { from: thing.to, to: part.to })) return null;
  // "no mutuelle but a doctor".
  return before === false && turned !== undefined ? true : before;
}

function articles(scene: Scene): readonly Span[] {
  return [...scene.marks.of('number.article'), ...scene.marks.of('date.between')];
}

/** "mutuelle: non", "the S1? yes". */
export function answeredBehind(scene: Scene, thing: Span): boolean | null {
  const mark = scene.tokens[thing.to]?.kind;
  const at = mark === 'mark' || (mark === 'stop' && scene.tokens[thing.to]?.text === '?') ? thing.to + 1 : thing.to;
  for (const [name, value] of [
    ['answer.yes', true],
    ['answer.no', false],
  ] as const) {
    const answer = scene.marks.of(name).find(({ from }) => from === at);
    const after = answer === undefined ? undefined : scene.tokens[answer.to];
    if (answer !== undefined && (after === undefined || after.kind === 'mark' || after.kind === 'stop')) {
      // "a card, no" is an answer; "yes a card, no work" is one thing had and another not.
      return value;
    }
  }
  return null;
}

/** "They told me to bring the S1, I have it": nothing but this stands in the part behind. */
export function saidBehind(scene: Scene, thing: Span): boolean | null {
  const { to } = partAround(scene, thing.from);
  if (thing.to !== to - 1 && thing.to !== to) return null;
  const alone = (name: string) =>
    scene.marks.of(name).some((span) => span.from >= to && span.from - to <= 1 && standsAlone(scene, span));
  return alone('answer.yesAlone') ? true : alone('answer.noAlone') ? false : null;
}

export function inside(scene: Scene, name: string, part: Span): readonly Span[] {
  return scene.marks.of(name).filter((span) => within(span, part));
}
