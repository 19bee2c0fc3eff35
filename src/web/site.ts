import type { Speaker } from '../voice/speaker.ts';
import type { Day } from '../core/day.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import type { Assets } from './assets.ts';
import type { OftenAsked } from './often-asked.ts';

/** What every page is made from. `knowledge` and `speaker` belong together: a reload swaps both. */
export type Site = {
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  readonly assets: Assets;
  /** What addresses begin with that are used elsewhere; null where nobody told us how the outside reaches us. */
  readonly origin: string | null;
  readonly oftenAsked: OftenAsked;
  /** The reader's today. */
  readonly today: Day;
  /** Whether a conversation can be mailed to the student. */
  readonly mails: boolean;
};

/** A page's place: the language that it is in, its path there, and its nonce. */
export type Reader = { readonly language: string; readonly nonce: string };

/** A phrase of the web pages. */
export function say(
  site: Site,
  reader: { readonly language: string },
  key: string,
  params: Record<string, string | number> = {},
): string {
  return site.speaker.say(reader.language, `web:${key}`, params, site.today);
}
