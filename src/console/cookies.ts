import type { IncomingMessage } from 'node:http';

/** A cookie that scripts cannot read and other sites' forms do not send. `seconds` 0 forgets it. */
export function cookie(name: string, value: string, { secure, seconds }: { secure: boolean; seconds: number }): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`, ...(secure ? ['Secure'] : [])];
  return [`${cookieName(name, secure)}=${value}`, ...attributes].join('; ');
}

/** With https the name's prefix makes the browser refuse one that a neighbouring host set. */
function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/** A cookie's value when it is one of our tokens' form, else null. */
export function readCookie(req: IncomingMessage, name: string, secure: boolean): string | null {
  const wanted = `${cookieName(name, secure)}=`;
  const found = (req.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(wanted));
  const value = found?.slice(wanted.length) ?? '';
  return /^[A-Za-z0-9_.-]{1,4000}$/.test(value) ? value : null;
}
