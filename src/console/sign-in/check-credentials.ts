import type { Credentials, Staff } from '../../ports/staff.ts';
import { hashOf } from '../token.ts';
import type { Passwords } from './passwords.ts';
import type { SlowDown } from './slow-down.ts';

/** `unheard`: nothing was checked, because this place tries too often or too many others wait. */
export type Checked =
  | { readonly kind: 'in'; readonly account: Pick<Credentials, 'id' | 'name' | 'code'> }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unheard' };

export type Typed = {
  readonly name: string;
  readonly password: string;
  readonly network: string;
  /** What a browser shows that somebody signed in from before, or null. */
  readonly browser: string | null;
};

export type CheckCredentials = (typed: Typed, now: Date) => Promise<Checked>;

/**
 * Name and password against the accounts. A name that nobody has costs what a wrong password costs. A browser that this very
 * account signed in from before counts for itself: what others try, from the same network or in crowds, does not touch it.
 */
export function createCheckCredentials({
  staff,
  passwords,
  slowDown,
}: {
  readonly staff: Pick<Staff, 'credentials' | 'knowsBrowser'>;
  readonly passwords: Passwords;
  readonly slowDown: SlowDown;
}): CheckCredentials {
  return async ({ name, password, network, browser }, now) => {
    const account = await staff.credentials(name);
    // Asked for names that nobody has as well: each name costs the same.
    const known = browser !== null && (await staff.knowsBrowser(hashOf(browser), account?.id ?? '', now.toISOString()));
    // What is typed as a name may be a password: no more than its hash is remembered.
    const tried = { place: known ? `browser ${hashOf(browser)}` : network, name: hashOf(comparable(name)) };
    const admitted = slowDown.admit(tried, now);
    if (admitted === 'too-soon') return { kind: 'unheard' };
    const right = await passwords.check(password, account?.hash ?? null, known ? 'known' : admitted);
    if (right === true && account !== null) {
      slowDown.forget(tried, now);
      return { kind: 'in', account };
    }
    if (right === null) {
      slowDown.forget(tried, now);
      return { kind: 'unheard' };
    }
    slowDown.failed(tried, now);
    return { kind: 'refused' };
  };
}

/** As accounts compare names. */
function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
