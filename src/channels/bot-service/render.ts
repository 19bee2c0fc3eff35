import type { Activity } from 'botbuilder';
import type { Reply } from '../../conversation/reply.ts';
import { toActivity } from '../render-activity.ts';
import type { Say } from '../render-text.ts';
import { hasButtons, toTeams } from '../teams/render.ts';
import { isPersonal } from './hear.ts';
import type { Whereabouts } from './reference.ts';

type Reference = Whereabouts['reference'];

/** Replies as the channel of a reference shows them: Teams in its own way, every other as Bot Framework messages. */
export type Render = {
  /** @param to the message of the journal that is answered @param since what was said after the reply */
  all(reply: Reply, reference: Reference, to: string, since?: string): Partial<Activity>[];
  /** Whether the reply's last message has buttons that stay until they are taken off. */
  hasButtons(reply: Reply, reference: Reference): boolean;
};

export function createRender(say: Say): Render {
  return {
    all(reply, reference, to, since) {
      if (reference.channelId !== 'msteams') return [toActivity(reply)];
      const showing = { personal: isPersonal(reference), to, reader: reference.user.id };
      return toTeams(reply, since === undefined ? showing : { ...showing, since }, say);
    },
    hasButtons: (reply, reference) => reference.channelId === 'msteams' && hasButtons(reply, isPersonal(reference)),
  };
}
