import type { Case } from './case.ts';
import { thresholds } from './law.ts';
import { isAffiliated, isGeneralScheme } from './outcomes.ts';
import { known } from './situation.ts';

export type AddOn = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6';

/** What comes beside the regime, only where its condition is known to hold. A7, whom to call, is for questions about that. */
export function addOnsOf({ situation, on, law, row }: Case): readonly AddOn[] {
  const { cssStart, cvecStart } = thresholds(law);
  const work = known(situation.work);
  const affiliated = isAffiliated(row.outcome);
  const holds: Readonly<Record<AddOn, boolean>> = {
    A1: work === 'minor' || work === 'qualifying' || known(situation.training) === true,
    A2: true,
    A3: affiliated && on >= cssStart && known(situation.lowIncome) === true,
    A4: affiliated,
    A5: known(situation.school) === 'higher-education' && on >= cvecStart,
    A6: isGeneralScheme(row.outcome),
  };
  return (Object.keys(holds) as AddOn[]).filter((addOn) => holds[addOn]);
}
