import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { html } from '../../web/html.ts';
import { cookie, readCookie } from '../cookies.ts';
import type { OpenPage, Outcome, Visit } from '../page.ts';
import type { Parts } from '../parts.ts';
import type { Sessions } from '../sessions.ts';
import { isSecure, placeIn } from './places.ts';

/** Signing in with the school's own account: away to the issuer, and back. */
export function issuerPages({ issuer, staff }: Parts, sessions: Sessions): readonly OpenPage[] {
  if (issuer === null) return [];
  return [
    {
      path: '/staff/issuer',
      role: 'anyone',
      show: async (visit) => {
        const { to, journey } = await issuer.leave(`${linksOf(visit)}${backPath}`);
        const kept = Buffer.from(JSON.stringify({ ...journey, to: placeIn(visit.query) })).toString('base64url');
        return { kind: 'go', to, cookies: [cookie('journey', kept, { secure: isSecure(visit), seconds: 600 })] };
      },
    },
    {
      path: backPath,
      role: 'anyone',
      show: async (visit) => {
        const journey = journeyOf(visit);
        const colleague = await issuer.arrive(`${linksOf(visit)}${visit.req.url ?? ''}`, journey);
        if (colleague === 'no-role') return notLetIn(visit, 'no-role');
        const person = await staff.fromIssuer({ ...colleague, at: visit.now.toISOString() });
        if (person === 'removed') return notLetIn(visit, 'removed');
        await visit.audit('sign-in', { account: person.id, name: person.name, role: person.role, why: 'issuer' });
        const secure = isSecure(visit);
        return {
          kind: 'go',
          to: placeIn(new URLSearchParams({ to: journey.to })),
          cookies: [await sessions.open(person.id, secure), cookie('journey', '', { secure, seconds: 0 })],
        };
      },
    },
  ];
}

/** The issuer sends people back to an address of ours: not to one that a request made up. */
function linksOf({ links }: Visit): string {
  if (links === null) throw new AppError('config/invalid', 'PUBLIC_URL is not set: the issuer needs to know it.');
  return links;
}

function journeyOf(visit: Visit): z.infer<typeof KeptJourney> {
  const kept = readCookie(visit.req, 'journey', isSecure(visit));
  const journey = KeptJourney.safeParse(kept);
  if (journey.success) return journey.data;
  // Without the cause: it would quote the cookie.
  throw new AppError('auth/expired', 'This browser did not set out for the issuer.');
}

const KeptJourney = z
  .base64url()
  .transform((text, context) => {
    try {
      return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(z.object({ verifier: z.string(), state: z.string(), nonce: z.string(), to: z.string() }));

async function notLetIn(visit: Visit, why: 'no-role' | 'removed'): Promise<Outcome> {
  await visit.audit('sign-in.refused', { why });
  return {
    kind: 'page',
    status: 403,
    title: visit.t('sign-in.not-let-in'),
    main: html`<p class="lead">${visit.t(`sign-in.${why}`)}</p>`,
  };
}

const backPath = '/staff/issuer/back';
