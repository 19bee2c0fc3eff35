import type { Target } from '../target.ts';
import { httpTargets } from './http.ts';
import type { Watched } from './server.ts';
import { smtpTargets } from './smtp.ts';
import { socketTargets } from './socket.ts';
import { staffTargets } from './staff.ts';

/** Every door of a running server. */
export function doorTargets(server: Watched): readonly Target[] {
  return [...httpTargets(server), ...socketTargets(server), ...staffTargets(server), ...smtpTargets(server)];
}
