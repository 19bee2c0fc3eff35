import { ConfidentialClientApplication } from '@azure/msal-node';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConfiguration,
  MsalServiceClientCredentialsFactory,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import { callConnector } from './call-connector.ts';
import { requirePassword, type SdkSettings } from './sdk-settings.ts';

/**
 * Checks what comes in and signs what goes out. Several tenants, one tenant and a managed identity are told apart by
 * `MicrosoftAppType`; a login address of one's own (a sovereign cloud, a test) by `ToChannelFromBotLoginUrl`.
 * @throws AppError config/invalid
 */
export function botAuthentication(settings: SdkSettings): BotFrameworkAuthentication {
  requirePassword(settings);
  return new ConfigurationBotFrameworkAuthentication(
    { ...settings },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the SDK's own class implements this type without extending it
    ownLogin(settings),
    new AuthenticationConfiguration(),
    undefined,
    { httpClient: { sendRequest: callConnector } },
  );
}

/** The SDK knows Microsoft's own login hosts only: any other has to be named as trusted, or no token is fetched there. */
function ownLogin(settings: SdkSettings): MsalServiceClientCredentialsFactory | undefined {
  const {
    MicrosoftAppId: clientId,
    MicrosoftAppPassword: clientSecret,
    ToChannelFromBotLoginUrl: authority,
  } = settings;
  if (clientId === undefined || clientSecret === undefined || authority === undefined) return undefined;
  const { host } = new URL(authority);
  if (microsoftLogins.has(host)) return undefined;
  const auth = { clientId, clientSecret, authority, knownAuthorities: [host] };
  // One class, typed twice: the SDK names the library's CommonJS build, Node takes the other here.
  const client: unknown = new ConfidentialClientApplication({ auth });
  return new MsalServiceClientCredentialsFactory(clientId, client as MsalClient);
}

type MsalClient = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];

const microsoftLogins: ReadonlySet<string> = new Set(['login.microsoftonline.com', 'login.microsoftonline.us']);
