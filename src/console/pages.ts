import { accountPages } from './accounts/pages.ts';
import { auditPages } from './audit/pages.ts';
import { conversationPages } from './conversations/pages.ts';
import { curationPages } from './curation/pages.ts';
import { healthPages } from './health/pages.ts';
import { homePages } from './home/pages.ts';
import { livePages } from './live/pages.ts';
import { numbersPages } from './numbers/pages.ts';
import type { OpenPage, Page } from './page.ts';
import type { Parts } from './parts.ts';
import { queuePages } from './queue/pages.ts';
import { replyPages } from './replies/pages.ts';
import { privacyPages } from './privacy/pages.ts';
import { ownAccountPages } from './own-account/pages.ts';
import { createCheckCredentials } from './sign-in/check-credentials.ts';
import { codePages } from './sign-in/code-page.ts';
import type { Doors } from './sign-in/doors.ts';
import { invitationPages } from './sign-in/invitation.ts';
import { issuerPages } from './sign-in/issuer-pages.ts';
import { signInPages } from './sign-in/pages.ts';
import { workPages } from './misses/pages.ts';

/** Every page of the staff room, in the order of the menu. */
export function staffPages(parts: Parts, doors: Doors): readonly Page[] {
  return [
    ...homePages(),
    ...livePages(parts),
    ...conversationPages(parts),
    ...queuePages(parts),
    ...replyPages(parts),
    ...workPages(parts),
    ...curationPages(parts),
    ...numbersPages(parts),
    ...healthPages(parts),
    ...accountPages(parts),
    ...auditPages(parts),
    ...privacyPages(parts),
    ...ownAccountPages(parts, doors),
  ];
}

/** The pages for who is signed out. */
export function openPages(parts: Parts, doors: Doors): readonly OpenPage[] {
  const check = createCheckCredentials({ staff: parts.staff, ...doors });
  return [
    ...signInPages(parts, doors, check),
    ...codePages(parts, doors),
    ...invitationPages(parts, doors),
    ...issuerPages(parts, doors.sessions),
  ];
}
