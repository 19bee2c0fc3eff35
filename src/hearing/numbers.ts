import { overlap, type Span, type Valued } from './lexicon.ts';
import type { Scene } from './scene.ts';

export type NumberSaid = Span & { readonly value: number; readonly inWords: boolean };

/** Numbers in figures and in words, in the order of the text; none that is part of a name ("S1", "Q 106", "offer 2"). */
export function numbersIn(scene: Scene): readonly NumberSaid[] {
  const named = scene.marks.of('named');
  const rows = longRows(scene);
  const numbered = scene.marks.of('numbered');
  const all = [...inFigures(scene), ...inWords(scene)].filter(
    (number) =>
      !rows.some((span) => overlap(span, number)) &&
      !named.some((span) => overlap(span, number) && !countsTime(scene, number, span)) &&
      !numbered.some(({ to }) => to === number.from),
  );
  return all.sort((a, b) => a.from - b.from);
}

/** "Lyon 2" and "master 2" are names; "master in Lyon 2 years" counts years. "My M2 year" is a name again. */
function countsTime({ tokens, marks }: Scene, { from, to }: Span, name: Span): boolean {
  const isApart = name.to === to && tokens[from]?.glued === false;
  return isApart && timeUnits.some((unit) => marks.of(unit).some((one) => one.from === to));
}

const timeUnits = ['unit.year', 'unit.month', 'unit.week'];

/** "2026", which counts no years: 2026年 is a date. */
export function isYear({ value, inWords }: NumberSaid): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100 && !inWords;
}

/** A telephone number, an account: nobody counts four things in a row. */
const longestRow = 3;

function longRows({ tokens }: Scene): Span[] {
  const rows: Span[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let to = from;
    while (tokens[to]?.kind === 'number') to += 1;
    if (to - from > longestRow) rows.push({ from, to });
    from = Math.max(from, to - 1);
  }
  return rows;
}

function inFigures({ tokens }: Scene): NumberSaid[] {
  return tokens.flatMap((token, from) =>
    token.kind === 'number' ? [{ from, to: from + 1, value: valueOf(token.text), inWords: false }] : [],
  );
}

function valueOf(figures: string): number {
  return Number(figures.replaceAll(/[ \u00a0\u202f]/g, '').replace(',', '.'));
}

/** "twenty-two", "vingt et un", "two hundred": ones behind tens are added, hundreds multiply. */
function inWords(scene: Scene): NumberSaid[] {
  const pieces = (['number', 'multiplier'] as const)
    .flatMap((name) => scene.marks.valued(name).map((piece) => ({ ...piece, name })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const numbers: NumberSaid[] = [];
  for (const piece of pieces) {
    const last = numbers.at(-1);
    if (last !== undefined && overlap(last, piece)) continue;
    const joined =
      last !== undefined && follows(scene, last, piece)
        ? (together(last.value, piece) ?? yearOf(scene, last, piece))
        : null;
    if (last !== undefined && joined !== null) numbers.splice(-1, 1, { ...last, to: piece.to, value: joined });
    else numbers.push({ from: piece.from, to: piece.to, value: piece.value, inWords: true });
  }
  return numbers;
}

type Piece = Valued & { readonly name: 'number' | 'multiplier' };

function follows(scene: Scene, before: Span, piece: Piece): boolean {
  const between = scene.tokens.slice(before.to, piece.from);
  return (
    between.length === 0 ||
    (between.length === 1 &&
      (between[0]?.text === '-' ||
        scene.marks.of('number.between').some(({ from, to }) => from === before.to && to === piece.from)))
  );
}

function together(value: number, piece: Piece): number | null {
  if (piece.name === 'multiplier') return multiplied(value, piece.value);
  const place = value % 100 === 0 ? 100 : value % 20 === 0 || value % 10 === 0 ? 10 : 1;
  // "soixante-dix" is sixty and ten.
  if (place === 10 && piece.value < (value % 100 === 60 || value % 100 === 80 ? 20 : 10)) return value + piece.value;
  return place === 100 && piece.value < 100 ? value + piece.value : null;
}

/** "Twenty twenty-seven", "nineteen ninety-nine": a century, and right behind it tens; no price, which is said haltingly. */
function yearOf({ marks }: Scene, century: NumberSaid, { from, to, value }: Piece): number | null {
  const isCentury = century.value === 19 || century.value === 20;
  const ones = marks.valued('number').find((number) => number.from === to && number.value < 10);
  const isPrice = marks.of('money.euro').some((euro) => euro.from === (ones?.to ?? to));
  return isCentury && !isPrice && century.to === from && value >= 10 && value < 100
    ? century.value * 100 + value
    : null;
}

/** Nobody counts so many of anything in words. */
export function isSpelledYear({ value, inWords }: NumberSaid): boolean {
  return inWords && Number.isInteger(value) && value > 1900 && value <= 2100;
}

/** "Two hundred" is all of it times a hundred; the ten of 一百二十 counts only what stands behind the hundred. */
function multiplied(value: number, by: number): number {
  const ones = value % 10;
  return by === 10 && value > 100 ? value - ones + ones * by : value * by;
}

/** "Four and a half", with no unit behind it. */
export function withHalf({ marks }: Scene, number: NumberSaid): NumberSaid {
  const half = marks.of('half.after').find(({ from }) => from === number.to);
  return half === undefined ? number : { ...number, to: half.to, value: number.value + 0.5 };
}
