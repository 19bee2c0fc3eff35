import { DoorAdapter } from './adapter.ts';
import { createAuthenticate } from './authenticate.ts';
import { botAuthentication } from './authentication.ts';
import type { SdkSettings } from './sdk-settings.ts';

/** The SDK at work: loading it takes longer than all the rest of a start, so it is opened when the first activity comes or goes. */
export type Sdk = {
  readonly adapter: DoorAdapter;
  readonly authenticate: ReturnType<typeof createAuthenticate>;
};

export function openSdk(settings: SdkSettings): Sdk {
  const authentication = botAuthentication(settings);
  return { adapter: new DoorAdapter(authentication), authenticate: createAuthenticate(authentication, settings) };
}
