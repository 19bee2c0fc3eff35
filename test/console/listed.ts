import type { Trace } from '../../src/conversation/reply.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { Effect } from '../../src/conversation/reply.ts';
import type { Storage } from '../../src/storage/open-storage.ts';
import { reply, trace } from '../desk/real-desk.ts';

export type Spoken = {
  readonly says: string;
  readonly hears?: string;
  readonly trace?: Partial<Trace>;
  readonly effects?: readonly Effect[];
  readonly at?: string;
};

/** Turns written as the desk writes them; versions count on from what stands there. */
export async function converse(
  { conversations }: Pick<Storage, 'conversations'>,
  conversation: string,
  turns: readonly Spoken[],
  channel = 'webchat',
): Promise<void> {
  for (const { says, hears = `to ${says}`, effects = [], at = '2026-11-22T09:00:00.000Z', ...more } of turns) {
    const { version, state } = await conversations.load(conversation);
    const handedOver = effects.find((effect) => effect.kind === 'handover');
    const said: Trace = { ...trace, ...more.trace };
    const { decision, intent, score } = said;
    const why = { ...said, intents: more.trace?.intents ?? [{ intent, decision, score }] };
    const about = { conversation, channel, at, activityJson: null };
    const id = `${conversation}-${String(version + 1)}`;
    await conversations.save({
      conversation,
      expected: version,
      state: {
        ...freshState,
        handover:
          handedOver === undefined ? (state?.handover ?? null) : { reference: handedOver.reference, turn: version },
      },
      entries: [
        { ...about, activity: id, direction: 'in', text: says, reply: null, trace: null },
        { ...about, activity: `${id}/1`, direction: 'out', text: hears, reply: reply(hears), trace: why },
      ],
      effects,
      at,
    });
  }
}
