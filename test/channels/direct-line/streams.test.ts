import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { WebSocket } from 'ws';
import type { History } from '../../../src/channels/direct-line/history.ts';
import { createStreams } from '../../../src/channels/direct-line/streams.ts';

it('sends what was written while it looked and found nothing', async () => {
  const { history, write, answerRead } = slowHistory();
  const { socket, sent } = openSocket();
  const streams = createStreams(history, (problem) => {
    throw problem;
  });
  onTestFinished(() => {
    streams.close();
  });
  streams.add('conversation', { socket, user: 'dl_student', after: 0 });
  const before = answerRead.next();
  write();
  (await before)();
  (await answerRead.next())();
  await setImmediate();
  expect(sent).toEqual([expect.stringContaining('"watermark":"1"')]);
});

/** A journal that has said what stood in it when it was asked, and takes its time with it. */
function slowHistory() {
  const followers = new EventEmitter();
  const reads: (() => void)[] = [];
  const came = new EventEmitter();
  let written = 0;
  const history: Pick<History, 'since' | 'shown' | 'follow'> = {
    since: (_conversation, after) => {
      const last = written;
      const activities = last > after ? [{ id: `conversation|${String(last)}`, type: 'message' }] : [];
      return new Promise((resolve) => {
        reads.push(() => {
          resolve({ activities, watermark: String(last), last });
        });
        came.emit('read');
      });
    },
    shown: () => null,
    follow: (_conversation, heard) => {
      followers.on('written', heard);
      return () => followers.off('written', heard);
    },
  };
  return {
    history: history as History,
    write: (): void => {
      written += 1;
      followers.emit('written', written);
    },
    answerRead: {
      async next(): Promise<() => void> {
        while (reads.length === 0) await new Promise((resolve) => came.once('read', resolve));
        return reads.shift()!;
      },
    },
  };
}

function openSocket() {
  const sent: string[] = [];
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send: (text: string) => sent.push(text),
    close: () => undefined,
    terminate: () => undefined,
  });
  return { socket: socket as unknown as WebSocket, sent };
}
