import type { Visit } from '../page.ts';

export function isSecure({ origin }: Pick<Visit, 'origin'>): boolean {
  return origin.startsWith('https:');
}

/** A place of the staff room to go on at; anything else is its front page. */
export function placeIn(fields: URLSearchParams): string {
  const to = fields.get('to') ?? '';
  return /^\/staff(?:[/?][\w./?=&%:~+-]*)?$/.test(to) && !to.includes('..') && !to.startsWith('/staff/sign-')
    ? to
    : '/staff';
}
