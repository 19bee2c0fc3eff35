import type { Result } from './bench.ts';

/** Median time of a question by number of phrasings, both axes logarithmic, as an SVG file. */
export function chartOf(results: readonly Result[]): string {
  const programs = [...new Set(results.map(({ program }) => program))];
  const lines = programs.map((program, i) =>
    lineOf(
      program,
      results.filter((result) => result.program === program),
      colours[i] ?? '#000',
    ),
  );
  const across = [1_000, 10_000, 100_000].map((size) =>
    label(x(size), height - 14, size.toLocaleString('en'), 'middle'),
  );
  const up = [10, 100, 1_000, 10_000, 100_000, 1_000_000].flatMap((micros) => [
    `<line x1="${left}" x2="${width - 90}" y1="${y(micros)}" y2="${y(micros)}" stroke="#ddd"/>`,
    label(
      left - 6,
      y(micros) + 4,
      micros < 1_000 ? `${micros} µs` : `${(micros / 1_000).toLocaleString('en')} ms`,
      'end',
    ),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    '<title>Median time of one question by number of phrasings</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...up,
    ...across,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

function lineOf(program: string, results: readonly Result[], colour: string): string {
  const points = results.flatMap(({ size, measured }) =>
    typeof measured === 'string' ? [] : [{ x: x(Number(size)), y: y(measured.p50Us) }],
  );
  const last = points.at(-1);
  if (last === undefined) return '';
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map((point) => `${point.x},${point.y}`).join(' ')}"/>`,
    ...points.map((point) => `<circle cx="${point.x}" cy="${point.y}" r="3" fill="${colour}"/>`),
    label(last.x + 8, last.y + 4, program, 'start', colour),
  ].join('\n');
}

function label(atX: number, atY: number, text: string, anchor: string, fill = '#333'): string {
  return `<text x="${atX}" y="${atY}" text-anchor="${anchor}" fill="${fill}">${text}</text>`;
}

const [width, height, left] = [560, 320, 70];
const colours = ['#0b5394', '#b45f06', '#666'];

function x(size: number): number {
  return Math.round(left + 20 + ((Math.log10(size) - 3) / 2) * (width - left - 130));
}

function y(micros: number): number {
  return Math.round(height - 40 - ((Math.log10(Math.max(micros, 10)) - 1) / 5.5) * (height - 60));
}
