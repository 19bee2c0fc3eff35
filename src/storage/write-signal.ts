import { EventEmitter } from 'node:events';

/** Tells who follows a conversation that something was written to it, or that something is to be sent, within this process. */
export function createWriteSignal() {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    wrote: (conversation: string): void => {
      emitter.emit(topic(conversation));
    },
    wasPut: (): void => {
      emitter.emit(delivery);
    },
    onDelivery: (put: () => void): void => {
      emitter.on(delivery, put);
    },
    follow: (conversation: string, heard: () => void): (() => void) => {
      emitter.on(topic(conversation), heard);
      return () => {
        emitter.off(topic(conversation), heard);
      };
    },
  };
}

/** An emitter treats the names `error` and `newListener` in its own way; a conversation may be called that. */
function topic(conversation: string): string {
  return `written:${conversation}`;
}

const delivery = 'delivery';
