import type { Corpus, MatcherModel } from '../core/matching/index.ts';
import { learnAside } from './learn-aside.ts';

export type Half = 'learned' | 'calibration';
export type HalfOfCorpus = { readonly half: Half; readonly corpus: Corpus };

/** Learns a corpus off the event loop, in two processes: what is learned, and how sure of it one may be. */
export async function trainedModel(corpus: Corpus): Promise<MatcherModel> {
  const [learned, calibration] = await Promise.all([
    halfOf<Omit<MatcherModel, 'calibration'>>({ half: 'learned', corpus }),
    halfOf<MatcherModel['calibration']>({ half: 'calibration', corpus }),
  ]);
  return { ...learned, calibration };
}

function halfOf<Learned>(half: HalfOfCorpus): Promise<Learned> {
  return learnAside(new URL('./learn-corpus.ts', import.meta.url), half);
}
