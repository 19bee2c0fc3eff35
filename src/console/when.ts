import { deskZone } from '../day-in-france.ts';
import { html, type Html } from '../web/html.ts';
import type { Visit } from './page.ts';

/** An instant as the desk's clock shows it: `22 Nov 2026, 14:05`. */
export function when({ culture }: Pick<Visit, 'culture'>, instant: string): Html {
  return html`<time datetime="${instant}">${inParis(culture).format(new Date(instant))}</time>`;
}

/** How long ago, in the largest unit that says it: `3 hours`. */
export function lasted({ language }: Pick<Visit, 'language'>, from: string, to: Date): string {
  const minutes = Math.max(0, Math.round((to.getTime() - Date.parse(from)) / 60_000));
  const [value, unit] =
    minutes < 90
      ? ([minutes, 'minute'] as const)
      : minutes < 36 * 60
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 1440), 'day'] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

function inParis(culture: string): Intl.DateTimeFormat {
  const known = formats.get(culture);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(culture, {
    timeZone: deskZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  formats.set(culture, made);
  return made;
}

const formats = new Map<string, Intl.DateTimeFormat>();
