import { createDangerDetector, type DangerData, type DangerDetector, type DangerModel } from '../core/danger/index.ts';
import { trainDanger } from '../core/danger/train.ts';
import { lazily } from '../core/lazily.ts';
import { fingerprint } from './fingerprint.ts';
import { isKept, keep, readKept } from './kept-file.ts';
import { learnAside } from './learn-aside.ts';
import type { ToLearn } from './trained-matcher.ts';

/** What hears danger: from the cache when it was learned before from this very data, else learned in a process of its own, and kept. */
export function trainedDanger(data: DangerData, cacheFolder: string): Promise<DangerDetector> {
  return learnedDanger({ data: () => data, key: fingerprintOfDanger(data) }, cacheFolder);
}

/** The same; one that was kept is read when the first text is to be heard. */
export async function learnedDanger({ data, key }: ToLearn<DangerData>, cacheFolder: string): Promise<DangerDetector> {
  const kept = (): DangerDetector | null =>
    isKept(cacheFolder, kind, key) ? whenAsked(() => readDanger(data(), key, cacheFolder)) : null;
  const learn = async (): Promise<DangerDetector> => {
    const model = await learnAside<DangerModel>(new URL('./learn-danger.ts', import.meta.url), data());
    keep(cacheFolder, kind, key, model);
    return kept() ?? createDangerDetector(data(), model);
  };
  return kept() ?? learn();
}

function readDanger(data: DangerData, key: string, cacheFolder: string): DangerDetector {
  const kept = readKept(cacheFolder, kind, key) as DangerModel | null;
  if (kept !== null) return createDangerDetector(data, kept);
  const model = trainDanger(data);
  keep(cacheFolder, kind, key, model);
  return createDangerDetector(data, model);
}

function whenAsked(make: () => DangerDetector): DangerDetector {
  const detector = lazily(make);
  return {
    hear: (text, context) => detector().hear(text, context),
    explain: (text, context) => detector().explain(text, context),
  };
}

const kind = 'danger-';

export function fingerprintOfDanger(data: DangerData): string {
  return fingerprint(data, 'danger');
}
