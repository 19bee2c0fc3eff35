import assert from 'node:assert';
import fc from 'fast-check';
import { toActivity } from '../../../src/channels/render-activity.ts';
import { toTeams } from '../../../src/channels/teams/render.ts';
import { createRedact } from '../../../src/conversation/redaction/redact.ts';
import { freshState, type ConversationState } from '../../../src/conversation/state.ts';
import { redactIncoming } from '../../../src/desk/redact-incoming.ts';
import { createSpeaker } from '../../../src/voice/speaker.ts';
import { hearDanger, incoming, knowledge, readText, takeTurn } from '../../conversation/talk.ts';
import { value } from '../inputs/json.ts';
import { shortText, text } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';

/** Redaction, danger and a whole turn, in conversations that go on. */
export function conversationTargets(): readonly Target[] {
  const redact = createRedact(knowledge);
  const inDanger = (said: string) => hearDanger(said)?.degree ?? null;
  const speaker = createSpeaker(knowledge);
  const say = (...phrase: Parameters<typeof speaker.say>) => speaker.say(...phrase);
  let state: ConversationState = freshState;
  return [
    target('redaction', text, (said) => {
      assert.ok(redact(said).text.isWellFormed() || !said.isWellFormed());
    }),
    target('danger', text, inDanger),
    target(
      'turn',
      fc.record({ said: text, again: fc.nat(12), pressed: fc.option(fc.dictionary(shortText, value), { freq: 6 }) }),
      async ({ said, again, pressed }) => {
        if (again === 0) state = freshState;
        const heard = { ...incoming(said, 1), ...(pressed !== null && { value: pressed }) };
        const turn = await takeTurn(await redactIncoming({ redact, inDanger }, heard), state);
        state = turn.state;
        assert.ok(readText(turn).trim() !== '', 'a reply that says nothing');
        assert.ok(JSON.stringify(state).length < largestState, 'a state over 32 kB');
        for (const reply of turn.replies) {
          toActivity(reply);
          toTeams(reply, { personal: true, to: 'a', reader: 'b' }, say);
        }
      },
      6,
    ),
  ];
}

const largestState = 32 * 1024;
