import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What the log of deeds may call a conversation and what hangs on it: its name, hand-overs, letters, deliveries. */
export async function namesOf(within: Kysely<Tables>, conversation: string): Promise<readonly string[]> {
  const [handovers, drafts, deliveries] = await Promise.all([
    within.selectFrom('handovers').select('reference as name').where('conversation', '=', conversation).execute(),
    within.selectFrom('drafts').select('id as name').where('conversation', '=', conversation).execute(),
    within.selectFrom('outbox').select('id as name').where('conversation', '=', conversation).execute(),
  ]);
  return [conversation, ...[...handovers, ...drafts, ...deliveries].map(({ name }) => name)];
}

/**
 * That something was done stays in the log, by whom and when; to whose conversation does not outlast it. The log is read once
 * for all the names.
 */
export async function forgetNames(within: Kysely<Tables>, names: ReadonlySet<string>): Promise<void> {
  if (names.size === 0) return;
  for (let after = ''; ;) {
    const rows = await within
      .selectFrom('audit')
      .select(['id', 'about'])
      .where('id', '>', after)
      .where('about', '!=', '{}')
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const { id, about } of rows) {
      const fields = Object.entries(JSON.parse(about) as Record<string, unknown>);
      const rest = fields.filter(([, value]) => typeof value !== 'string' || !names.has(value));
      if (rest.length === fields.length) continue;
      const cleaned = JSON.stringify({ ...Object.fromEntries(rest), erased: true });
      await within.updateTable('audit').set({ about: cleaned }).where('id', '=', id).execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

const atOnce = 1000;
