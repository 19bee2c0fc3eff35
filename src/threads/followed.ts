import { Worker } from 'node:worker_threads';
import { withBoundary } from '../boundary.ts';

/** A thread that tells how far it is. `state` never waits; `end` stops it, done or not. */
export type Followed<State> = { readonly state: () => State; readonly end: () => void };

/**
 * Starts the module as a thread and adds up what it tells.
 * @param failed the state when the thread broke
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- who names the module knows what it tells
export function followThread<State, News>(
  module: URL,
  order: unknown,
  {
    start,
    withNews,
    failed,
  }: {
    readonly start: State;
    readonly withNews: (state: State, news: News) => State;
    readonly failed: (state: State, problem: string) => State;
  },
): Followed<State> {
  let state = start;
  const worker = new Worker(module, { workerData: order });
  // A process that stops does not wait for what nobody will read.
  worker.unref();
  const broke = (problem: unknown): void => {
    state = failed(state, String(problem));
  };
  const told = (news: News): void => {
    state = withNews(state, news);
  };
  worker.on('message', withBoundary(told, broke));
  worker.on('error', broke);
  return { state: () => state, end: () => void worker.terminate() };
}
