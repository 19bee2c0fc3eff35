import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { raw, type Html } from '../../web/html.ts';
import { outcomes, type Tally } from './tally.ts';

/**
 * Stacked bars as SVG, drawn here and not in the browser. Text and lines take the page's colour, so that the dark page has
 * a fitting chart; the table beside it says the same to who does not see it.
 */
export async function stackedBars(
  rows: readonly Tally[],
  { horizontal, nameOf }: { readonly horizontal: boolean; readonly nameOf: (outcome: string) => string },
): Promise<Html> {
  const values = rows.flatMap((row) =>
    outcomes.map((outcome, order) => ({ key: row.key, outcome: nameOf(outcome), count: row[outcome], order })),
  );
  const keys = { field: 'key', type: 'nominal', title: null, sort: rows.map(({ key }) => key) } as const;
  const counts = { aggregate: 'sum', field: 'count', type: 'quantitative', title: null } as const;
  const spec: TopLevelSpec = {
    data: { values },
    width: horizontal ? 520 : 760,
    ...(horizontal ? { height: { step: 22 } } : { height: 240 }),
    background: 'transparent',
    mark: { type: 'bar', aria: false },
    encoding: {
      ...(horizontal ? { y: keys, x: counts } : { x: { ...keys, axis: { labelAngle: -45 } }, y: counts }),
      color: {
        field: 'outcome',
        type: 'nominal',
        title: null,
        sort: outcomes.map(nameOf),
        scale: { domain: outcomes.map(nameOf), range: [...colours] },
        legend: { orient: 'top' },
      },
      order: { field: 'order', type: 'ordinal' },
    },
    config: {
      axis: {
        labelColor: ink,
        domainColor: ink,
        tickColor: ink,
        gridColor: ink,
        gridOpacity: 0.15,
        labelFontSize: 12,
        labelLimit: 240,
      },
      legend: { labelColor: ink, labelFontSize: 12, labelLimit: 240, aria: false },
      view: { stroke: null },
      font: 'system-ui, sans-serif',
    },
  };
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return raw(svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" '));
}

const ink = 'currentColor';
/** Told apart by who is colour-blind as well (Okabe and Ito, 2008). */
const colours = ['#009e73', '#56b4e9', '#e69f00', '#cc79a7', '#8a8a8a'] as const;
