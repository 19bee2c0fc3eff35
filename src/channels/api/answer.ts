import type { Day } from '../../core/day.ts';
import type { Speaker } from '../../voice/speaker.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { calendarOf } from './calendar.ts';
import { deadlineEndpoint } from './deadline.ts';
import { eligibilityEndpoint } from './eligibility.ts';
import type { Endpoint, Say } from './endpoint.ts';
import { problem } from './problem.ts';
import { quoteEndpoint } from './quote.ts';
import { reimbursementEndpoint } from './reimbursement.ts';

/** A request as any server may hand it over: the body's text and what its headers ask for. */
export type ApiRequest = {
  readonly body: string;
  readonly language: string;
  readonly calendar: boolean;
  readonly now: Date;
  /** The day in Paris. */
  readonly today: Day;
};

export type ApiResponse = { readonly status: number; readonly type: string; readonly body: string };

export function createEndpoints(knowledge: Knowledge): readonly Endpoint[] {
  return [
    eligibilityEndpoint(knowledge),
    quoteEndpoint(knowledge),
    reimbursementEndpoint(knowledge),
    deadlineEndpoint(knowledge),
  ];
}

/** Answers one request. The same request on the same day gives the same bytes. */
export function answer(endpoint: Endpoint, request: ApiRequest, speaker: Speaker): ApiResponse {
  const { language, today } = request;
  const sayOn =
    (on: Day): Say =>
    (text) =>
      speaker.text(language, text, on);
  const say = sayOn(today);
  const input = parseJson(request.body);
  if (input === undefined) return problemResponse(problem('not-json', say));
  const answered = endpoint.answer(filledIn(input, endpoint, today), { sayOn, today });
  if (answered.kind !== 'answered') return problemResponse(problem(answered.kind, say, { errors: answered.errors }));
  if (!request.calendar || answered.entry === undefined) return json(200, answered.body);
  if (answered.entry === null) {
    const errors = [{ path: '', accepted: { key: 'api:accepted.no-entry' } }];
    return problemResponse(problem('unanswerable', say, { errors }));
  }
  return {
    status: 200,
    type: 'text/calendar; charset=utf-8',
    body: calendarOf(answered.entry, { say, language, now: request.now }),
  };
}

export function problemResponse(body: ReturnType<typeof problem>): ApiResponse {
  return { status: body.status, type: 'application/problem+json', body: JSON.stringify(body) };
}

export function json(status: number, body: object): ApiResponse {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

/** Undefined when it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The clock is read at the door: a field that counts from today and is missing gets today. */
function filledIn(input: unknown, { filledIn: fields }: Endpoint, today: Day): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const missing = fields.filter((field) => !Object.hasOwn(input, field));
  return { ...input, ...Object.fromEntries(missing.map((field) => [field, today])) };
}
