import { followChanges } from './follow-changes.ts';
import type { Page } from '../page.ts';
import type { Parts } from '../parts.ts';

/** What happens while a page is open, told as it happens (server-sent events): how much waits, and which conversations went on. */
export function livePages({
  announcements,
  queue,
  closing,
}: Pick<Parts, 'announcements' | 'queue' | 'closing'>): readonly Page[] {
  return [
    {
      path: '/staff/events',
      role: 'reviewer',
      show: ({ person, req }) => {
        // Whatever asks for no stream would wait for its end.
        if (req.headers.accept?.includes('text/event-stream') !== true) return Promise.resolve({ kind: 'missing' });
        const body = followChanges(announcements, {
          // Looked at for each, so that what a colleague took waits for nobody else.
          tell: async (conversations) => ({ waiting: await queue.waitingFor(person), conversations }),
          closing,
        });
        return Promise.resolve({ kind: 'events', body });
      },
    },
  ];
}
