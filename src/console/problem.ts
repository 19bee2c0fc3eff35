import type { ErrorCode } from '../core/errors.ts';
import { html } from '../web/html.ts';
import type { Outcome, Visit } from './page.ts';

export function problemStatus(code: ErrorCode): number {
  return statusOf[code] ?? 500;
}

/** What went wrong, its code, and what to do next. */
export function problemOutcome({ t }: Pick<Visit, 't'>, code: ErrorCode): Outcome {
  const status = problemStatus(code);
  const known = [403, 404, 413, 429].includes(status) ? String(status) : status < 500 ? '400' : '500';
  const key = code === 'auth/expired' ? 'expired' : known;
  return {
    kind: 'page',
    status,
    title: t(`problem.${key}.title`),
    main: html`<p class="lead">${t(`problem.${key}.text`)}</p>
      <p class="quiet">${t('problem.code', { code })}</p>
      <p><a class="button" href="/staff">${t('problem.home')}</a></p>`,
  };
}

const statusOf: Partial<Readonly<Record<ErrorCode, number>>> = Object.freeze({
  'auth/missing': 401,
  'auth/refused': 403,
  'auth/expired': 403,
  'auth/unavailable': 503,
  'conversation/unknown': 404,
  'input/invalid': 400,
  'input/unanswerable': 422,
  'input/not-supported': 415,
  'input/not-json': 400,
  'input/too-large': 413,
  'limit/rate': 429,
  'state/conflict': 409,
  'storage/failed': 503,
});
