import type { ConnectorClientOptions } from 'botframework-connector';
import { AppError } from '../../core/errors.ts';

type SendRequest = NonNullable<ConnectorClientOptions['httpClient']>['sendRequest'];

/**
 * One call to a channel's connector. The SDK's own client would wait as long as any `Retry-After` says, with the student's
 * request open, and send again what may have arrived; so what fails comes out as one coded error at once, and patience is
 * the outbox's.
 * @throws AppError channel/busy (not taken, worth another try; `retryAfter` in seconds), channel/refused (for good),
 * channel/send-failed (it may have been taken)
 */
export const callConnector: SendRequest = async (request) => {
  const body: unknown = request.body;
  const response = await reach(request.url, {
    method: request.method,
    headers: request.headers.rawHeaders(),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
    ...(typeof body === 'string' && { body }),
  });
  const bodyAsText = await textOf(response);
  if (response.status >= 400) throw refusal(response);
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of response.headers) headers.set(name, value);
  return { request, status: response.status, headers, bodyAsText };
};

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.cause : undefined;
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
    if (neverLeft.has(code)) throw new AppError('channel/busy', 'The channel cannot be reached.', {}, cause);
    throw new AppError('channel/send-failed', 'The channel did not confirm the message.', {}, cause);
  }
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw new AppError('channel/send-failed', 'The channel broke off its answer.', { status: response.status }, cause);
  }
}

/** Which statuses are worth another try: Bot Service documents 412, 429, 502 and 504; 408 and 503 say it by themselves. */
function refusal({ status, headers }: Response): AppError {
  const retryAfter = secondsOf(headers.get('retry-after'));
  if (worthAnotherTry.has(status)) {
    const details = { status, ...(retryAfter !== null && { retryAfter }) };
    return new AppError('channel/busy', 'The channel takes nothing at the moment.', details);
  }
  if (status >= 500) return new AppError('channel/send-failed', 'The channel failed at the message.', { status });
  return new AppError('channel/refused', 'The channel does not take this message.', { status });
}

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

const worthAnotherTry: ReadonlySet<number> = new Set([408, 412, 429, 502, 503, 504]);
/** What the system says when no connection came about: nothing was sent. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const patienceMs = 10_000;
