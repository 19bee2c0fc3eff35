import assert from 'node:assert';
import { answer, createEndpoints } from '../../../src/channels/api/answer.ts';
import { day } from '../../../src/core/day.ts';
import { knowledge, speaker } from '../../conversation/talk.ts';
import { body } from '../inputs/json.ts';
import { bodies } from '../inputs/rules.ts';
import { target, type Target } from '../target.ts';

/** Eligibility, quote, reimbursement and deadline, from the body's text to the answer's bytes. */
export function ruleTargets(): readonly Target[] {
  return createEndpoints(knowledge).map((endpoint) =>
    target(`API ${endpoint.name}`, body(bodies[endpoint.name]!), (sent) => {
      const asked = { body: sent, language: 'en', calendar: false, now, today: day('2026-11-22') };
      const { status } = answer(endpoint, asked, speaker);
      assert.ok([200, 400, 422].includes(status), `status ${String(status)}`);
    }),
  );
}

const now = new Date('2026-11-22T12:00:00Z');
