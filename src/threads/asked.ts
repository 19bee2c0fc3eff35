import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../core/errors.ts';

/** A thread that is kept and asked one thing after the other. */
export type AskedThread<Order, Answer> = {
  /** @throws AppError what the thread refused with; `tooMuch` of the limits when it was ended over this order */
  ask(order: Order): Promise<Answer>;
  /** What was asked and is not answered yet fails: it has to be asked again another time. */
  end(): Promise<void>;
};

export type ThreadLimits = {
  /** For one order, from when the thread begins with it. */
  readonly ms: number;
  readonly megabytes: number;
  /** What is thrown when an order takes more of either. */
  readonly tooMuch: () => AppError;
};

/** What a thread sends back for each order. */
export type ThreadAnswer<Answer> =
  { readonly answer: Answer } | { readonly refused: { readonly code: ErrorCode; readonly message: string } };

/**
 * Starts the module as a thread at the first order and keeps it: starting costs more than most orders. An order that takes
 * too long or too much memory is ended with the thread, and the next one starts another: nothing waits for a bad order
 * longer than its own time.
 */
export function keepAskedThread<Order, Answer>(module: URL, limits: ThreadLimits): AskedThread<Order, Answer> {
  const kept: Kept = { worker: null, ended: false };
  let before: Promise<unknown> = Promise.resolve();

  const askNow = async (order: Order): Promise<Answer> => {
    if (kept.ended) throw wasEnded();
    kept.worker ??= started(module, limits);
    const { worker } = kept;
    worker.ref();
    try {
      const said = await answerOf<Answer>(worker, order, limits);
      if ('refused' in said) throw new AppError(said.refused.code, said.refused.message);
      return said.answer;
    } catch (problem) {
      if (!(problem instanceof AppError) || problem.code === limits.tooMuch().code) void drop(kept);
      throw problem;
    } finally {
      // A process that stops does not wait for a thread that has nothing to do.
      worker.unref();
    }
  };
  return {
    ask(order) {
      const asked = before.then(() => askNow(order));
      before = asked.catch(() => undefined);
      return asked;
    },
    end() {
      kept.ended = true;
      return drop(kept);
    },
  };
}

type Kept = { worker: Worker | null; ended: boolean };

function started(module: URL, { megabytes }: ThreadLimits): Worker {
  const worker = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  // Who asks hears of it; a thread that breaks between two orders must not end the process.
  worker.on('error', () => undefined);
  return worker;
}

async function drop(kept: Kept): Promise<void> {
  const { worker } = kept;
  kept.worker = null;
  await worker?.terminate();
}

/** @throws AppError as the limits say; what broke the thread */
function answerOf<Answer>(worker: Worker, order: unknown, limits: ThreadLimits): Promise<ThreadAnswer<Answer>> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', broke).off('exit', gone);
      settled();
    };
    const answered = (answer: ThreadAnswer<Answer>) => {
      settle(() => {
        resolve(answer);
      });
    };
    const fail = (problem: Error) => {
      settle(() => {
        reject(problem);
      });
    };
    const broke = (problem: Error & { readonly code?: string }) => {
      fail(problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? limits.tooMuch() : problem);
    };
    const gone = () => {
      fail(wasEnded());
    };
    const late = () => {
      fail(limits.tooMuch());
    };
    const timer = setTimeout(late, limits.ms);
    worker.on('message', answered).on('error', broke).on('exit', gone);
    worker.postMessage(order);
  });
}

/** No verdict on the order. */
function wasEnded(): Error {
  return new Error('The thread was ended.');
}
