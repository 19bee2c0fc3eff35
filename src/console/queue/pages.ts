import type { Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { draftPages } from './draft-page.ts';
import { emergencyPages } from './emergency-page.ts';
import { handoverPages } from './handover-page.ts';
import { refusedPages } from './refused-page.ts';
import { queuePage } from './list-page.ts';

export function queuePages(parts: Parts): readonly Page[] {
  return [
    queuePage(parts),
    ...emergencyPages(parts),
    ...handoverPages(parts),
    ...draftPages(parts),
    ...refusedPages(parts),
    deliveryPage(parts),
  ];
}

/** What nobody knows to have arrived: a person decides whether it goes out once more. */
function deliveryPage({ outbox }: Pick<Parts, 'outbox'>): Page {
  return {
    path: '/staff/delivery',
    role: 'reviewer',
    act: async ({ form, now, audit }) => {
      const id = form.get('id') ?? '';
      const decision = form.get('decision') === 'send-again' ? 'send-again' : 'drop';
      const done = await outbox.decide(id, decision, now.toISOString());
      await audit('delivery.decide', { delivery: id, decision, done });
      return { kind: 'go', to: '/staff/queue', notice: done === 'done' ? `queue.${decision}` : 'queue.not-waiting' };
    },
  };
}
