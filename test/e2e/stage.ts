import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serve, type Served } from './serve.ts';
import { openBrowser, type Browser } from './student.ts';

/** The real program and a browser for one test file: there before its tests, gone after them. */
export type Stage = Pick<Browser, 'open'> &
  Pick<Served, 'restart'> & {
    readonly url: string;
    /** Its database's file. */
    readonly database: string;
  };

/** @param settings of the program, asked for when what stands before it stands */
export function onStage(settings: () => Readonly<Record<string, string>> = () => ({})): Stage {
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(settings()), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });
  return {
    get url() {
      return served.url;
    },
    get database() {
      return join(served.folder, 'guichet.db');
    },
    open: (options) => browser.open(options),
    restart: (meanwhile) => served.restart(meanwhile),
  };
}
