import { createHash, randomBytes } from 'node:crypto';
import { registerBotService } from '../../../src/channels/bot-service/register.ts';
import { directLineDefaults, registerDirectLine } from '../../../src/channels/direct-line/register.ts';
import { momentInFrance } from '../../../src/day-in-france.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createServer } from '../../../src/http/create-server.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { registerWeb, webDefaults } from '../../../src/web/register.ts';
import { noon, recordingLog } from '../../desk/real-desk.ts';
import { prepared } from '../../own-desk.ts';

export const secret = 'the-secret-of-the-same-reply';

/** Every door that is a server, over one desk with the real knowledge; the day is fixed. */
export async function openHouse() {
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const log = recordingLog();
  const clock = () => noon;
  const moment = momentInFrance(noon);
  const desk = createDesk({ ...prepared, conversations: storage.conversations, clock, log });
  const server = createServer(log);
  registerBotService(server, {
    ...storage,
    ...prepared,
    desk,
    say: (...phrase) => prepared.speaker.say(...phrase),
    clock,
    log,
    config: { appId: null, settings: {}, publicUrl: null, trustProxy: false },
  });
  const patient = { burst: 1000, perSecond: 1000 };
  const directLine = registerDirectLine(server, {
    ...storage,
    desk,
    postBox: null,
    say: (...phrase) => prepared.speaker.say(...phrase),
    languages: () => prepared.speaker.languages,
    keepDays: () => prepared.knowledge.desk.keepTranscriptsDays,
    deskName: () => prepared.knowledge.desk.name,
    keys: { signing: randomBytes(32), secrets: [createHash('sha256').update(secret).digest()] },
    clock,
    config: directLineDefaults,
    log,
  });
  registerWeb(server, {
    desk,
    numbers: storage.numbers,
    current: () => prepared,
    mails: false,
    clock,
    config: { ...webDefaults, asksPerAddress: patient },
    log,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    ...prepared,
    storage,
    url: `http://127.0.0.1:${server.address().port}`,
    desk,
    log,
    today: moment.day,
    /** When all of them are asked: what is said of the desk's hours is theirs too. */
    now: { on: moment.day, moment },
    close() {
      directLine.close();
      server.close();
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
