import { z } from 'zod';
import type { Refusal, Text } from '../../core/decision.ts';
import type { ErrorCode } from '../../core/errors.ts';
import type { Say } from './endpoint.ts';

/** Problem details of RFC 9457; `errors` names each field by its path (`items.0.term`), with what is accepted there. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), accepted: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export type ProblemName = keyof typeof kinds;

/** A problem in words. `filledWith` is what the sentence of its detail needs. */
export function problem(
  name: ProblemName,
  say: Say,
  {
    errors,
    filledWith,
  }: { readonly errors?: readonly Refusal[]; readonly filledWith?: NonNullable<Text['with']> } = {},
): Problem {
  const { status, code } = kinds[name];
  return {
    type: `${documentation}#${name}`,
    title: say({ key: `api:problem.${name}` }),
    status,
    detail: say({ key: `api:detail.${name}`, ...(filledWith !== undefined && { with: filledWith }) }),
    code,
    ...(errors !== undefined && { errors: errors.map(({ path, accepted }) => ({ path, accepted: say(accepted) })) }),
  };
}

/** Where the problems are explained: the page for people. */
const documentation = '/api/v1/';

const kinds = Object.freeze({
  invalid: { status: 400, code: 'input/invalid' },
  'not-json': { status: 400, code: 'input/not-json' },
  'not-found': { status: 404, code: 'input/not-supported' },
  method: { status: 405, code: 'input/not-supported' },
  'too-large': { status: 413, code: 'input/too-large' },
  unanswerable: { status: 422, code: 'input/unanswerable' },
  'rate-limit': { status: 429, code: 'limit/rate' },
  failed: { status: 500, code: 'http/failed' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly code: ErrorCode }>>);

export const problemNames = Object.keys(kinds) as ProblemName[];
