import type { DangerData } from '../core/danger/index.ts';
import { trainDanger } from '../core/danger/train.ts';
import { learnOnce } from './learn-aside.ts';

/** A process that learns to hear danger while conversations go on. */
learnOnce((data) => trainDanger(data as DangerData));
