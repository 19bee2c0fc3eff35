import { authenticate, type DNSResolver } from 'mailauth';
import { readAuthenticationResults, type Checked } from './authentication-results.ts';
import type { Mail } from './parse-mail.ts';

/** Whether the address in From is that of who sent it: `none` where nobody looked or the domain says nothing. */
export type Authentication = 'pass' | 'fail' | 'none';

/**
 * What the configured server wrote into Authentication-Results (RFC 8601). Only its own lines count, and of these the
 * topmost: anybody can write such a line into a mail. One that cannot be read says nothing, and no other is asked.
 */
export function readAuthentication(
  { headers, from }: Pick<Mail, 'headers' | 'from'>,
  server: string | undefined,
): Authentication {
  if (server === undefined || from === null) return 'none';
  const lines = headers.get('authentication-results') ?? [];
  const own = lines.find((line) => isOf(line, server));
  const read = own === undefined ? null : readAuthenticationResults(own);
  return read?.server === server.toLowerCase() ? authenticationOf(read.checks, from.address) : 'none';
}

/** Computed by ourselves, where mail comes straight from the other side. `resolver` is for tests. */
export async function checkAuthentication(
  raw: Buffer,
  sent: { readonly ip: string; readonly helo: string; readonly sender: string },
  resolver?: DNSResolver,
): Promise<Authentication> {
  const { dmarc, spf, dkim } = await authenticate(raw, {
    ...sent,
    disableArc: true,
    disableBimi: true,
    ...(resolver !== undefined && { resolver }),
  });
  // Without one From domain DMARC cannot be asked (RFC 9989 §5.3.1): nobody is known to have written.
  if (dmarc === false) return 'none';
  const check = (method: string, result: string, ...about: [string, string][]): Checked => ({
    method,
    result,
    about: new Map(about),
  });
  const checks = [
    check('dmarc', dmarc.status.result),
    ...(spf === false ? [] : [check('spf', spf.status.result, ['smtp.mailfrom', sent.sender])]),
    ...dkim.results.map(({ status, signingDomain }) => check('dkim', status.result, ['header.d', signingDomain ?? ''])),
  ];
  return authenticationOf(checks, `@${dmarc.status.header?.from ?? dmarc.domain}`);
}

/** The name a line begins with, read leniently: a line of ours that is broken must not let the next one speak. */
function isOf(line: string, server: string): boolean {
  const opening = line
    .replace(/^(?:\s|\([^()]*\))+/, '')
    .replace(/^"/, '')
    .toLowerCase();
  return opening.startsWith(server.toLowerCase()) && !/^[\w.-]/.test(opening.slice(server.length));
}

/**
 * DMARC is about the From address. Where the domain publishes none, a signature or an envelope of that very domain proves
 * the same; a hard SPF failure alone proves the contrary. Who signed in at the server itself needs neither.
 */
function authenticationOf(checks: readonly Checked[], from: string): Authentication {
  const domain = domainOf(from);
  const of = (method: string) => checks.filter((check) => check.method === method);
  const passes = (method: string, property: string) =>
    of(method).some(({ result, about }) => result === 'pass' && domainOf(about.get(property) ?? '') === domain);
  if (of('auth').some((check) => signedIn(check, from))) return 'pass';
  if (of('dmarc').some(({ result }) => result === 'fail')) return 'fail';
  const dmarc = of('dmarc').filter(({ result }) => result !== 'none');
  if (dmarc.length > 0) return dmarc.every((check) => isPassOf(check, domain)) ? 'pass' : 'none';
  if (passes('dkim', 'header.d') || passes('spf', 'smtp.mailfrom')) return 'pass';
  const signed = of('dkim').some(({ result }) => result === 'pass');
  return !signed && of('spf').some(({ result }) => result === 'fail' || result === 'hardfail') ? 'fail' : 'none';
}

/** A pass for another From than the one that is read is none. Some servers name the domain above it. */
function isPassOf({ result, about }: Checked, domain: string): boolean {
  const named = about.get('header.from');
  if (result !== 'pass' || named === undefined) return result === 'pass';
  const judged = domainOf(named);
  return domain === judged || (judged.includes('.') && domain.endsWith(`.${judged}`));
}

/** Who signed in at the server (RFC 4954), by an address or a bare login. Where it names somebody else, From is not theirs. */
function signedIn({ result, about }: Checked, from: string): boolean {
  const named = ['smtp.auth', 'smtp.mailfrom'].flatMap((property) => about.get(property)?.toLowerCase() ?? []);
  return result === 'pass' && named.every((name) => name === from || name === from.slice(0, from.lastIndexOf('@')));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
