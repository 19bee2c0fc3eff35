import { setTimeout as sleep } from 'node:timers/promises';
import type { Guichet } from './guichet.ts';

/** Ends it without a word, at another moment of its work each time, and starts it again. */
export async function killed(victim: Guichet, times: number): Promise<string> {
  let refused = 0;
  for (let time = 0; time < times; time++) {
    await victim.stop('SIGKILL');
    refused += await startedAgain(victim);
    await sleep(300 + ((time * 137) % 700));
  }
  return refused === 0 ? '' : `${String(refused)} starts gave up and were made again`;
}

/** As a supervisor does. How many starts ended before they served: on a busy machine a server may not answer in time. */
async function startedAgain(victim: Guichet): Promise<number> {
  for (let refused = 0; ; refused++) {
    try {
      await victim.start();
      return refused;
    } catch (problem) {
      if (refused === mostTries) throw problem;
      await sleep(1000);
    }
  }
}

const mostTries = 5;
