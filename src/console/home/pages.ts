import type { Page } from '../page.ts';

/** The front door leads to the conversations. */
export function homePages(): readonly Page[] {
  return [
    { path: '/staff', role: 'reviewer', show: () => Promise.resolve({ kind: 'go', to: '/staff/conversations' }) },
  ];
}
