import { expect, test } from 'vitest';
import { day } from '../../../src/core/day.ts';
import { isRegistered } from '../../../src/core/eligibility/registered.ts';
import type { StudentSituation } from '../../../src/core/eligibility/index.ts';
import { law } from './law.ts';

const moved: StudentSituation = { inStudentScheme2017: true };

test.each<readonly [string, StudentSituation, string, boolean | undefined]>([
  ['somebody of the student scheme, since it ended', moved, '2020-10-01', true],
  ['the same at a university', { ...moved, school: 'higher-education' }, '2020-10-01', true],
  ['the same at a language school, where nobody was moved', { ...moved, school: 'other' }, '2020-10-01', undefined],
  ['the same in the year of transition', moved, '2018-10-01', undefined],
  ['somebody who was not in it', { inStudentScheme2017: false }, '2020-10-01', undefined],
  ['somebody who says no, whatever else', { ...moved, registered: false }, '2020-10-01', false],
])('%s', (_, situation, on, registered) => {
  expect(isRegistered(situation, day(on), law)).toBe(registered);
});
