import { withBoundary } from '../boundary.ts';
import type { Log } from '../ports/log.ts';
import type { Claimed, Outbox, Sender, Sending, Settled } from '../ports/outbox.ts';

export type Pump = {
  start(): void;
  /** Waits for what is being sent; what is queued stays for the next start. */
  stop(): Promise<void>;
  /** Sends what is due now. */
  run(): Promise<void>;
  /** Something was put: look at once instead of at the next beat. */
  nudge(): void;
};

type Parts = {
  readonly outbox: Outbox;
  /** By channel: `email`, `bot-service`. What no sender is for waits. */
  readonly senders: Readonly<Record<string, Sender>>;
  readonly clock: () => Date;
  readonly log: Log;
  readonly beatMs?: number;
};

/** Carries the outbox out: claims what is due, sends it, notes how it went. One run at a time. */
export function createPump({ outbox, senders, clock, log, beatMs = 2000 }: Parts): Pump {
  let running: Promise<void> | null = null;
  const asked = { again: false };
  let timer: NodeJS.Timeout | undefined;

  const carryOut = async (sender: Sender, delivery: Claimed): Promise<void> => {
    const end = endOf(await sent(sender, delivery, log), delivery, clock());
    await outbox.settle(delivery.id, end);
    note(log, delivery, end);
  };
  /** Of one conversation one after the other, in the order it was said. */
  const sendDue = async (channel: string, sender: Sender): Promise<void> => {
    const claimed = await outbox.claim(channel, clock().toISOString(), atOnce);
    if (claimed.length === atOnce) asked.again = true;
    await Promise.all(
      Object.values(Object.groupBy(claimed, ({ conversation }) => conversation)).map(async (deliveries = []) => {
        for (const delivery of deliveries) await carryOut(sender, delivery);
      }),
    );
  };
  const work = async (): Promise<void> => {
    const lost = await outbox.recover(clock().toISOString());
    if (lost > 0) log.warn({ code: 'delivery/interrupted', lost }, 'deliveries may have gone out: a person decides');
    await Promise.all(Object.entries(senders).map(([channel, sender]) => sendDue(channel, sender)));
  };
  const repeat = async (): Promise<void> => {
    asked.again = false;
    await work();
    if (asked.again as boolean) await repeat();
  };
  const run = (): Promise<void> => {
    if (running !== null) {
      asked.again = true;
      return running;
    }
    running = repeat().finally(() => {
      running = null;
    });
    return running;
  };
  const beat = withBoundary(run, (err) => {
    log.error({ code: 'storage/failed', err }, 'the outbox could not be worked on');
  });
  return {
    run,
    nudge: () => {
      if (timer !== undefined) beat();
    },
    start() {
      timer ??= setInterval(beat, beatMs).unref();
      beat();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
}

async function sent(sender: Sender, delivery: Claimed, log: Log): Promise<Sending> {
  try {
    return await sender(delivery);
  } catch (err) {
    log.error({ code: 'channel/send-failed', delivery: delivery.id, err }, 'a sender broke');
    return { kind: 'uncertain', code: 'channel/send-failed' };
  }
}

function endOf(sending: Sending, { attempts }: Claimed, now: Date): Settled {
  if (sending.kind === 'sent') return { state: 'sent', at: now.toISOString() };
  if (sending.kind !== 'again') return { state: sending.kind, code: sending.code };
  if (attempts >= mostAttempts) return { state: 'failed', code: sending.code };
  const wait = Math.max(backOff(attempts), sending.retryAfter ?? 0);
  return { state: 'queued', due: new Date(now.getTime() + wait * 1000).toISOString(), code: sending.code };
}

/** Seconds before the next try: doubling, at most an hour. */
function backOff(attempts: number): number {
  return Math.min(firstWait * 2 ** (attempts - 1), longestWait);
}

function note(log: Log, { id, channel, attempts }: Claimed, end: Settled): void {
  const fields = { delivery: id, channel, attempts, state: end.state, ...(end.state !== 'sent' && { code: end.code }) };
  if (end.state === 'sent' || end.state === 'queued') log.info(fields, 'a delivery');
  else log.warn(fields, 'a delivery needs a person');
}

const atOnce = 5;
const firstWait = 15;
const longestWait = 3600;
/** Some two days of trying. */
const mostAttempts = 56;
