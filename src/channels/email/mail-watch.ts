import type { MailStanding } from '../../ports/mail-standing.ts';

export type MailWatch = {
  connecting(): void;
  connected(): void;
  /** Of several tries that fail for one reason the first one's hour stays. */
  broken(code: string): void;
  /** A mail was read, whatever came of it. */
  read(): void;
  standing(): MailStanding;
};

/** Keeps how the door for mail does, for the health page. */
export function createMailWatch(clock: () => Date): MailWatch {
  let now: MailStanding = { state: 'sends', since: null, code: null, lastMail: null };
  const at = (): string => clock().toISOString();
  return {
    connecting() {
      if (now.state === 'sends') now = { ...now, state: 'connecting', since: at() };
    },
    connected() {
      now = { ...now, state: 'connected', since: at(), code: null };
    },
    broken(code) {
      if (now.code !== code) now = { ...now, state: 'broken', since: at(), code };
    },
    read() {
      now = { ...now, lastMail: at() };
    },
    standing: () => now,
  };
}
