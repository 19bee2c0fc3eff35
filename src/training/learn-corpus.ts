// Not by the folder's index: what a process does not need to learn takes it half a second to load.
import { calibrateCorpus, learnCorpus } from '../core/matching/train.ts';
import { learnOnce } from './learn-aside.ts';
import type { Half, HalfOfCorpus } from './trained-model.ts';

/** A process that learns while conversations go on: a corpus in, one half of its model out. */
const halves: Readonly<Record<Half, (corpus: HalfOfCorpus['corpus']) => unknown>> = {
  learned: learnCorpus,
  calibration: calibrateCorpus,
};
learnOnce((data) => {
  const { half, corpus } = data as HalfOfCorpus;
  return halves[half](corpus);
});
