import { authenticate, type DNSResolver } from 'mailauth';
import type { Mail } from './parse-mail.ts';

/** Whether the address in From is that of who sent it: `none` where nobody looked or the domain says nothing. */
export type Verdict = 'pass' | 'fail' | 'none';

/**
 * What the configured server wrote into Authentication-Results (RFC 8601). Only its own lines count, and of these the
 * topmost: anybody can write such a line into a mail.
 */
export function readVerdict({ headers }: Mail, server: string | undefined): Verdict {
  if (server === undefined) return 'none';
  const line = headers
    .get('authentication-results')
    ?.find((value) => /^([^\s;]+)/.exec(value)?.[1]?.toLowerCase() === server.toLowerCase());
  return line === undefined
    ? 'none'
    : verdictOf(resultOf(line, 'dmarc'), resultOf(line, 'spf'), resultOf(line, 'dkim'));
}

/** Computed by ourselves, where mail comes straight from the other side. `resolver` is for tests. */
export async function computeVerdict(
  raw: Buffer,
  sent: { readonly ip: string; readonly helo: string; readonly sender: string },
  resolver?: DNSResolver,
): Promise<Verdict> {
  const { dmarc, spf, dkim } = await authenticate(raw, {
    ...sent,
    disableArc: true,
    disableBimi: true,
    ...(resolver !== undefined && { resolver }),
  });
  const signed = dkim.results.some(({ status }) => status.result === 'pass') ? 'pass' : 'none';
  return verdictOf(dmarc === false ? '' : dmarc.status.result, spf === false ? '' : spf.status.result, signed);
}

/** DMARC is the only one of them that is about the From address; without it a hard SPF failure alone is no proof. */
function verdictOf(dmarc: string, spf: string, dkim: string): Verdict {
  if (dmarc === 'pass' || dmarc === 'fail') return dmarc;
  return spf === 'fail' && dkim !== 'pass' ? 'fail' : 'none';
}

function resultOf(line: string, method: string): string {
  return new RegExp(`(?:^|[;\\s])${method}=([a-z]+)`, 'i').exec(line)?.[1]?.toLowerCase() ?? '';
}
