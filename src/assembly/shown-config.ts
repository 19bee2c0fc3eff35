import type { Config } from '../config.ts';

/** The settings as a page may show them: of what is secret only whether it is set. */
export function shownConfig(config: Config): readonly (readonly [name: string, value: string])[] {
  return Object.entries(config)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, secret.test(name) && shown(value) !== '' ? 'set' : shown(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return withoutPassword(String(value));
  if (value instanceof Uint8Array) return 'set';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}=${secret.test(name) ? 'set' : shown(part)}`)
    .join(', ');
}

/** `postgres://user:***@host/database`. */
function withoutPassword(text: string): string {
  return text.replace(/(\w+:\/\/[^:/@\s]*:)[^@\s]*@/g, '$1***@');
}

const secret = /secret|password|passwort|_key$|token|pass$/i;
