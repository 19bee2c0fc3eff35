import { EventEmitter } from 'node:events';
import { withBoundary } from '../boundary.ts';
import type { Journal, Written } from '../ports/journal.ts';

/**
 * Tells who follows a conversation that something was written to it, or that something is to be sent, within this process.
 * @param failed told of a listener that broke: it must not fail the write that it was told of
 */
export function createWriteSignal(failed: (problem: unknown) => void) {
  const emitter = new EventEmitter().setMaxListeners(0);
  const follow: Journal['follow'] = (conversation, heard) => {
    const safely = withBoundary(heard, failed);
    emitter.on(topic(conversation), safely);
    return () => {
      emitter.off(topic(conversation), safely);
    };
  };
  return {
    wrote: (conversation: string, upTo: number, entries?: readonly Written[]): void => {
      emitter.emit(topic(conversation), upTo, entries);
    },
    /** Anything may have been written to any of them. */
    wroteSomewhere: (): void => {
      for (const event of emitter.eventNames()) if (event !== delivery) emitter.emit(event, Infinity);
    },
    wasPut: (): void => {
      emitter.emit(delivery);
    },
    onDelivery: (put: () => void): void => {
      emitter.on(delivery, withBoundary(put, failed));
    },
    follow,
  };
}

/** An emitter treats the names `error` and `newListener` in its own way; a conversation may be called that. */
function topic(conversation: string): string {
  return `written:${conversation}`;
}

const delivery = 'delivery';
