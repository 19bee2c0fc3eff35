import { createDesk } from '../desk/create-desk.ts';
import type { Prepared } from '../desk/prepare.ts';
import type { Conversations } from '../ports/conversations.ts';
import type { Desk } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import { clock } from './clock.ts';

/** One desk for every door: the same turn, the same order, the same journal, whatever knowledge answers at the moment. */
export function openDesk(current: () => Prepared, conversations: Conversations, log: Log): Desk {
  return createDesk({
    takeTurn: (incoming, state) => current().takeTurn(incoming, state),
    apologise: (incoming, state, reference) => current().apologise(incoming, state, reference),
    redact: (text, options) => current().redact(text, options),
    asking: (state) => current().asking(state),
    inDanger: (text) => current().inDanger(text),
    conversations,
    clock,
    log,
  });
}
