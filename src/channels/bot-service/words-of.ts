import type { Activity } from 'botbuilder';
import { z } from 'zod';

/**
 * What the person wrote. In a team a message begins with the bot's own name, and may name others: names are no part of the
 * question, and nobody's business of the desk.
 */
export function textOf({ text, entities }: Pick<Activity, 'text' | 'entities'>): string {
  const mentions = (entities ?? []).slice(0, mostNamed).flatMap((entity) => Mention.safeParse(entity).data?.text ?? []);
  if (mentions.length === 0) return text;
  const without = mentions.reduce((words, mention) => words.replaceAll(mention, ' '), text);
  // What Teams leaves between a name and the question.
  return without.replace(/&nbsp;|[ \t\u00a0]+/g, ' ').trim();
}

/** The activity's language, else the one that the person's Teams speaks: it comes with every message of Teams. */
export function localeOf({ locale, entities }: Pick<Activity, 'locale' | 'entities'>): string | undefined {
  return locale ?? (entities ?? []).map((entity) => ClientInfo.safeParse(entity).data?.locale).find((each) => each);
}

/** Each is looked for in the whole text; more names than these are no address. */
const mostNamed = 50;
const Mention = z.looseObject({ type: z.literal('mention'), text: z.string().min(1) });
const ClientInfo = z.looseObject({ type: z.literal('clientInfo'), locale: z.string() });
