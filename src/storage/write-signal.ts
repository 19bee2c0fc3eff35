import { EventEmitter } from 'node:events';
import { withBoundary } from '../boundary.ts';

/**
 * Tells who follows a conversation that something was written to it, or that something is to be sent, within this process.
 * @param failed told of a listener that broke: it must not fail the write that it was told of
 */
export function createWriteSignal(failed: (problem: unknown) => void) {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    wrote: (conversation: string): void => {
      emitter.emit(topic(conversation));
    },
    wasPut: (): void => {
      emitter.emit(delivery);
    },
    onDelivery: (put: () => void): void => {
      emitter.on(delivery, withBoundary(put, failed));
    },
    follow: (conversation: string, heard: () => void): (() => void) => {
      const safely = withBoundary(heard, failed);
      emitter.on(topic(conversation), safely);
      return () => {
        emitter.off(topic(conversation), safely);
      };
    },
  };
}

/** An emitter treats the names `error` and `newListener` in its own way; a conversation may be called that. */
function topic(conversation: string): string {
  return `written:${conversation}`;
}

const delivery = 'delivery';
