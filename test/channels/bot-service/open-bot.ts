import { registerBotService } from '../../../src/channels/bot-service/register.ts';
import type { Turn } from '../../../src/conversation/turn.ts';
import { createPump } from '../../../src/desk/pump.ts';
import { createSpeak } from '../../../src/desk/speak.ts';
import { createServer } from '../../../src/http/create-server.ts';
import { noon, openDesk, recordingLog } from '../../desk/real-desk.ts';
import { redact, speaker } from '../../own-desk.ts';

/** The door on a free port, over a real desk and a real database that is nowhere but in memory. The clock can be set. */
export async function openBot(
  settings: Readonly<Record<string, string>> = {},
  turn?: Turn,
  kept?: Parameters<typeof openDesk>[1],
) {
  let now = noon;
  const clock = () => now;
  const log = recordingLog();
  const { desk, storage } = await openDesk(turn, kept);
  const server = createServer(log);
  const { sender } = registerBotService(server, {
    ...storage,
    desk,
    redact,
    say: (...phrase) => speaker.say(...phrase),
    clock,
    log,
    config: { appId: settings['MicrosoftAppId'] ?? null, settings, publicUrl: null, trustProxy: false },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const senders = { 'bot-service': sender };
  return {
    url: `http://127.0.0.1:${server.address().port}/api/messages`,
    storage,
    log,
    pump: createPump({ outbox: storage.outbox, senders, clock, log }),
    speak: createSpeak(storage.utterances, new Set(Object.keys(senders)), clock),
    setClock: (to: Date) => (now = to),
    close: () => void server.close(),
  };
}

export type Bot = Awaited<ReturnType<typeof openBot>>;
