import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { questions } from '../bench/web/questions.ts';

/** What a student's messages came to. */
export type Tally = {
  acknowledged: number;
  /** Answers to a POST that were none, by status or `no answer`. */
  readonly errors: Map<string, number>;
  /** Acknowledged and not in the conversation afterwards. */
  lost: number;
  /** In the conversation, or answered, more than once. */
  twice: number;
  /** Acknowledged, and no reply on an open socket within `unseenMs`. */
  unseen: number;
  /** Milliseconds from the first try to the reply that was seen, the longest. */
  longest: number;
};

export type Crowd = {
  /** Everybody goes on saying something until `stop`. */
  readonly tally: Tally;
  /** Lets everybody finish the message they are at, then reads back what stands in each conversation. */
  stop(): Promise<Tally>;
};

export type CrowdOptions = {
  /** Where a balancer would send the next message, asked each time. */
  readonly posts: () => readonly string[];
  readonly sockets: readonly string[];
};

/** What every Guichet here is given, and every student has. */
export const secret = 'the-secret-of-the-faults';

type Wire = {
  readonly id: string;
  readonly replyToId?: string;
  readonly text?: string;
  readonly channelData?: { readonly clientActivityID?: string };
};

/**
 * Students who post to each address in turn (a balancer without sticky sessions) and hold their socket at one. Who is not
 * answered sends the same message again, as clients do.
 */
export async function crowd(
  options: CrowdOptions,
  { students, pauseMs }: { readonly students: number; readonly pauseMs: number },
): Promise<Crowd> {
  const tally: Tally = { acknowledged: 0, errors: new Map(), lost: 0, twice: 0, unseen: 0, longest: 0 };
  const going = { on: true };
  const everybody = await Promise.all(Array.from({ length: students }, (_, number) => open(options, number)));
  const talking = everybody.map((student) => talk(student, tally, () => going.on, pauseMs));
  return {
    tally,
    async stop() {
      going.on = false;
      await Promise.all(talking);
      for (const student of everybody) {
        student.close();
        await readBack(student, tally);
      }
      return tally;
    },
  };
}

type Student = {
  readonly said: Map<string, string>;
  /** Ids of messages that a reply was seen to. */
  readonly seen: Set<string>;
  call(path: string, init?: { readonly method: string; readonly body: unknown }): Promise<Response>;
  readonly number: number;
  /** Whether their socket is open. */
  readonly listens: () => boolean;
  close(): void;
};

async function open({ posts, sockets }: CrowdOptions, number: number): Promise<Student> {
  let next = number;
  let token = secret;
  const address = `10.9.${String(number >> 8)}.${String(number & 255)}`;
  const call = async (url: string, init?: { readonly method: string; readonly body: unknown }): Promise<Response> =>
    fetch(url, {
      method: init?.method ?? 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-forwarded-for': address },
      signal: AbortSignal.timeout(postPatienceMs),
      ...(init !== undefined && { body: JSON.stringify(init.body) }),
    });
  const anywhere = (): string => {
    const open = posts();
    return open[next++ % open.length] ?? sockets[0]!;
  };
  const opened = (await (
    await call(`${anywhere()}/v3/directline/conversations`, { method: 'POST', body: {} })
  ).json()) as { conversationId: string; token: string };
  token = opened.token;
  const path = `/v3/directline/conversations/${opened.conversationId}`;
  const seen = new Set<string>();
  const holding = { on: true, open: false };
  const hold = async (): Promise<void> => {
    let at = sockets[number % sockets.length]!;
    let watermark = '0';
    while (holding.on) {
      try {
        const again = (await (await call(`${at}${path}?watermark=${watermark}`)).json()) as {
          streamUrl: string;
          token?: string;
        };
        // One is good for half an hour.
        token = again.token ?? token;
        await readUntilClosed(
          again.streamUrl,
          (set) => {
            watermark = set.watermark ?? watermark;
            for (const { replyToId } of set.activities) if (replyToId !== undefined) seen.add(replyToId);
          },
          holding,
        );
      } catch {
        // A client comes back, as it does when its line breaks.
      }
      // By whatever process the balancer has.
      at = anywhere();
      await sleep(500);
    }
  };
  void hold();
  return {
    number,
    said: new Map(),
    seen,
    listens: () => holding.open,
    call: (rest, init) => call(`${anywhere()}${path}${rest}`, init),
    close() {
      holding.on = false;
    },
  };
}

async function readUntilClosed(
  url: string,
  heard: (set: { readonly activities: readonly Wire[]; readonly watermark?: string }) => void,
  holding: { readonly on: boolean; open: boolean },
): Promise<void> {
  const socket = new WebSocket(url, { handshakeTimeout: postPatienceMs });
  const look = setInterval(() => {
    if (!holding.on) socket.terminate();
  }, 100);
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data.length > 0) heard(JSON.parse(data.toString('utf8')) as Parameters<typeof heard>[0]);
    });
    socket.on('error', () => undefined);
    socket.once('open', () => {
      holding.open = true;
    });
    socket.once('close', () => {
      resolve();
    });
  });
  clearInterval(look);
  holding.open = false;
}

async function talk(student: Student, tally: Tally, going: () => boolean, pauseMs: number): Promise<void> {
  await sleep((pauseMs * student.number) % 997);
  for (let turn = student.number; going(); turn++) {
    const client = randomUUID();
    const began = performance.now();
    const id = await say(student, { client, text: questions[turn % questions.length]! }, tally);
    if (id === null) continue;
    student.said.set(client, id);
    tally.acknowledged += 1;
    // Who has no socket because nobody answers at all knows that they wait.
    let listenedMs = 0;
    while (!student.seen.has(id) && listenedMs < unseenMs) {
      const since = performance.now();
      await sleep(20);
      if (student.listens()) listenedMs += performance.now() - since;
    }
    if (student.seen.has(id)) tally.longest = Math.max(tally.longest, performance.now() - began);
    else tally.unseen += 1;
    await sleep(pauseMs);
  }
}

/** Tries until it is taken. Null: it was refused for good. */
async function say(
  student: Student,
  { client, text }: { readonly client: string; readonly text: string },
  tally: Tally,
): Promise<string | null> {
  for (;;) {
    const problem = await student
      .call('/activities', {
        method: 'POST',
        body: { type: 'message', text, channelData: { clientActivityID: client } },
      })
      .then(async (response) => {
        if (response.ok) return { id: ((await response.json()) as { readonly id?: string }).id ?? '' };
        await response.arrayBuffer();
        return { status: response.status };
      })
      .catch(() => ({ status: 'no answer' as const }));
    if ('id' in problem) return problem.id;
    const name = String(problem.status);
    tally.errors.set(name, (tally.errors.get(name) ?? 0) + 1);
    if (problem.status === 400) return null;
    await sleep(300);
  }
}

async function readBack(student: Student, tally: Tally): Promise<void> {
  const all: Wire[] = [];
  for (let watermark = ''; ;) {
    const response = await student.call(`/activities?watermark=${watermark}`);
    const page = (await response.json()) as { readonly activities: readonly Wire[]; readonly watermark: string };
    all.push(...page.activities);
    if (page.activities.length === 0) break;
    watermark = page.watermark;
  }
  for (const [client, id] of student.said) {
    const kept = all.filter((activity) => activity.channelData?.clientActivityID === client);
    const replies = all.filter((activity) => activity.replyToId === id).map(({ text }) => text);
    if (kept.length === 0 || replies.length === 0) tally.lost += 1;
    if (kept.length > 1 || new Set(replies).size < replies.length) tally.twice += 1;
  }
}

/** What a person waits for an answer that was acknowledged, and has long given up. */
const unseenMs = 20_000;
const postPatienceMs = 30_000;
