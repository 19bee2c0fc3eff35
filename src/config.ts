import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { AppError } from './core/errors.ts';

/** The settings of one installation, from the environment. */
export type Config = z.infer<typeof Environment>;

/** With `environmentOver` the only reader of the environment. An empty value is no value. @throws AppError config/invalid saying what to do */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AppError('config/invalid', ['The settings cannot be used:', ...wrong].join('\n  '), {
    settings: parsed.error.issues.map(({ path }) => path.join('.')),
  });
}

/** The environment over what `file` sets, such as `.env`, read as Node reads one; one that is not there sets nothing. */
export function environmentOver(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<string, string | undefined>> {
  return file !== undefined && existsSync(file)
    ? { ...parseEnv(readFileSync(file, 'utf8')), ...environment }
    : environment;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((item) => item !== ''));

const Origin = z.union([
  z.literal('*'),
  z
    .url({ protocol: /^https?$/, error: 'give origins such as https://www.school.example, separated by commas' })
    .transform((url) => new URL(url).origin),
]);

const yesOrNo = z
  .enum(['yes', 'no', 'true', 'false', '1', '0'], { error: 'give yes or no' })
  .transform((text) => ['yes', 'true', '1'].includes(text));

const DatabaseUrl = z.string().transform((url, context) => {
  const sqlite = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
  if (sqlite !== undefined) return { kind: 'sqlite' as const, path: sqlite };
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { kind: 'postgres' as const, url };
  context.addIssue('give sqlite:var/guichet.db (a file) or postgres://user:password@host/database');
  return z.NEVER;
});

const Key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((key) => key.length === 32, 'give 32 bytes as base64url, e.g. from: openssl rand -base64 32');

/** Over plain http a password could be read on the way: an issuer is reached so on this machine alone. */
const IssuerUrl = z
  .url({
    protocol: /^https?$/,
    error: 'give the address of the issuer, e.g. https://login.school.example/realms/staff',
  })
  .refine(
    (url) => url.startsWith('https:') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname),
    'an issuer is reached by https',
  );

const GroupRole = z.string().transform((pair, context) => {
  const [, group, role] = /^(.+)=(reviewer|curator|admin)$/.exec(pair) ?? [];
  if (group !== undefined && role !== undefined) return [group, role as 'reviewer' | 'curator' | 'admin'] as const;
  context.addIssue('give pairs such as guichet-admins=admin,guichet-desk=reviewer; roles are reviewer, curator, admin');
  return z.NEVER;
});

/** A server by its address, e.g. imaps://name:password@mail.school.example/INBOX. */
const serverUrl = (protocols: RegExp, example: string) =>
  z.string().refine((url) => URL.canParse(url) && protocols.test(url), `give an address such as ${example}`);

const atOnce = z.coerce.number({ error: 'give a number of messages' }).int().min(1).max(1_000_000);
const mails = z.coerce.number({ error: 'give a number of letters' }).int().min(1).max(1000);

/** `desk@school.example` or `Help desk <desk@school.example>`. */
const MailFrom = z.string().transform((text, context) => {
  const address = /(?:^|<)([^\s@<>"]+@[^\s@<>"]+)>?$/.exec(text.trim())?.[1]?.toLowerCase();
  if (address !== undefined) return { written: text.trim(), address };
  context.addIssue('give an address such as Help desk <desk@school.example>');
  return z.NEVER;
});

function isOfOneTenant(app: {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
}): boolean {
  return app.MicrosoftAppId !== undefined && app.MicrosoftAppTenantId !== undefined;
}

const Environment = z
  .object({
    PORT: z.coerce
      .number({ error: 'give a port number, e.g. 3978; 0 takes any free one' })
      .int()
      .min(0)
      .max(65_535)
      .default(3978),
    /** The address to listen on; all of this machine's by default. */
    HOST: z.string().optional(),
    DATABASE_URL: DatabaseUrl.default({ kind: 'sqlite', path: 'var/guichet.db' }),
    /** `FULL` survives a power cut as well, for some 3 ms a message. SQLite only. */
    DATABASE_DURABILITY: z.enum(['NORMAL', 'FULL'], { error: 'give NORMAL or FULL' }).default('NORMAL'),
    /** Connections of this process to PostgreSQL; one more listens. */
    DATABASE_CONNECTIONS: z.coerce
      .number({ error: 'give a number of connections, e.g. 10' })
      .int()
      .min(2)
      .max(500)
      .default(10),
    /** How long /readyz says 503 before nothing is taken any more. Unset: 5 with PostgreSQL, 0 with SQLite. */
    LAME_DUCK_SECONDS: z.coerce.number({ error: 'give seconds, e.g. 5' }).min(0).max(300).optional(),
    KNOWLEDGE_DIR: z
      .string()
      .default('knowledge')
      .refine(isFolder, 'there is no such folder: give the one that holds desk.yaml'),
    /** Who sends it as a bearer token reads /metrics; without it, this machine alone does. */
    METRICS_TOKEN: z.string().min(16, 'give a token of 16 characters or more').optional(),
    /** Whether a second person has to publish what somebody changed in the knowledge. */
    SECOND_APPROVAL: yesOrNo.default(false),
    /** What can be made again is kept here: the trained matcher. */
    CACHE_DIR: z.string().default('var'),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
    /** How the outside reaches this process, e.g. https://guichet.school.example. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'give the address that students see, e.g. https://guichet.school.example' })
      .optional(),
    /** Whether a proxy of yours sets X-Forwarded-For and X-Forwarded-Proto. */
    TRUST_PROXY: yesOrNo.default(false),
    /** Origins of the pages that may open the chat and read the API without a secret. */
    TRUSTED_SITES: list.pipe(z.array(Origin)),
    DIRECT_LINE_SECRETS: list.pipe(z.array(z.string().min(16, 'give secrets of 16 characters or more'))),
    /** Requests of the chat from one network address that are taken at once; as many again in a minute. */
    CHAT_PER_ADDRESS: atOnce.default(3000),
    /** Messages in one conversation that are taken at once; as many again in two minutes and a half. */
    CHAT_PER_CONVERSATION: atOnce.default(300),
    /** Signs the chat's tokens. Without it a key is made and kept beside the database. */
    TOKEN_KEY: Key.optional(),
    /** Encrypts addresses and what waits to be sent. Without it a key is made and kept beside the database. */
    DELIVERY_KEY: Key.optional(),
    /** The school's own accounts for the staff room: an OpenID Connect issuer, with the client registered there. */
    OIDC_ISSUER: IssuerUrl.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    /** The claim that holds a person's groups. */
    OIDC_ROLE_CLAIM: z.string().default('groups'),
    /** Which group is which role: guichet-admins=admin,guichet-desk=reviewer. */
    OIDC_ROLES: list.pipe(z.array(GroupRole)).transform((pairs) => Object.fromEntries(pairs)),
    /** The mailbox that is read; its path is the folder. */
    IMAP_URL: serverUrl(/^imaps?:/, 'imaps://name:password@mail.school.example/INBOX').optional(),
    /** Where handled mail is moved; else it stays, marked as read. */
    IMAP_HANDLED_FOLDER: z.string().optional(),
    /** The server that takes our mail. */
    SMTP_URL: serverUrl(/^smtps?:/, 'smtp://name:password@mail.school.example:587').optional(),
    /** Our own address, which students write to. */
    MAIL_FROM: MailFrom.optional(),
    /** `auto`: what is sure is sent, the rest waits as a draft; `draft`: all of it waits; `off`: no mail is read. */
    MAIL_MODE: z.enum(['auto', 'draft', 'off'], { error: 'give auto, draft or off' }).default('auto'),
    /** Who may forward students' mail: addresses or @domains. By default everybody of our own domain. */
    MAIL_FORWARDERS: list.pipe(z.array(z.string().toLowerCase())),
    /** Addresses of web forms whose Reply-To is the student. */
    MAIL_WEB_FORMS: list.pipe(z.array(z.string().toLowerCase())),
    /** The server whose Authentication-Results are believed, as it names itself there. */
    MAIL_AUTH_SERVER: z.string().optional(),
    /** Letters to one address a day. */
    MAIL_DAILY_LIMIT: mails.default(20),
    /** "Mail me this": codes that go out in an hour, in an hour to one network address, in a day to one recipient. */
    MAIL_ME_PER_HOUR: mails.default(60),
    MAIL_ME_PER_NETWORK: mails.default(20),
    MAIL_ME_PER_RECIPIENT: mails.default(5),
    /** Where hand-overs are mailed; by default the desk's address in knowledge/desk.yaml. */
    MAIL_HANDOVERS_TO: z.email('give an address').optional(),
    /** Takes mail straight from other servers; off without it. */
    SMTP_RECEIVER_PORT: z.coerce.number({ error: 'give a port number, e.g. 25' }).int().min(0).max(65_535).optional(),
    /** Files in PEM for STARTTLS at the receiver. */
    SMTP_RECEIVER_KEY: z.string().optional(),
    SMTP_RECEIVER_CERT: z.string().optional(),
    MicrosoftAppId: z.string().optional(),
    MicrosoftAppPassword: z.string().optional(),
    MicrosoftAppType: z
      .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMsi'], {
        error: 'give MultiTenant, SingleTenant or UserAssignedMsi, as the bot registration says',
      })
      .optional(),
    MicrosoftAppTenantId: z.string().optional(),
    ChannelService: z.string().optional(),
    ValidateAuthority: z.string().optional(),
    ToChannelFromBotLoginUrl: z.string().optional(),
    ToChannelFromBotOAuthScope: z.string().optional(),
    ToBotFromChannelTokenIssuer: z.string().optional(),
    ToBotFromChannelOpenIdMetadataUrl: z.string().optional(),
    ToBotFromEmulatorOpenIdMetadataUrl: z.string().optional(),
    OAuthUrl: z.string().optional(),
    CallerId: z.string().optional(),
  })
  .refine(({ MicrosoftAppId, ...app }) => MicrosoftAppId !== undefined || app.MicrosoftAppPassword === undefined, {
    path: ['MicrosoftAppId'],
    error: 'a password is given without the app id: give both or neither',
  })
  .refine((app) => (app.MicrosoftAppType ?? 'MultiTenant') === 'MultiTenant' || isOfOneTenant(app), {
    path: ['MicrosoftAppType'],
    error: 'an app of one tenant and a managed identity need MicrosoftAppId and MicrosoftAppTenantId',
  })
  .refine((app) => app.MicrosoftAppType !== 'UserAssignedMsi' || app.MicrosoftAppPassword === undefined, {
    path: ['MicrosoftAppPassword'],
    error: 'a managed identity has no password: leave it out',
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'letters need a sender: give our own address with SMTP_URL',
  })
  .refine(
    ({ SMTP_URL, IMAP_URL, SMTP_RECEIVER_PORT }) =>
      SMTP_URL !== undefined || (IMAP_URL === undefined && SMTP_RECEIVER_PORT === undefined),
    { path: ['SMTP_URL'], error: 'mail is read to be answered: give the server that takes our letters' },
  )
  .refine(
    ({ SMTP_RECEIVER_KEY, SMTP_RECEIVER_CERT }) =>
      (SMTP_RECEIVER_KEY === undefined) === (SMTP_RECEIVER_CERT === undefined),
    { path: ['SMTP_RECEIVER_CERT'], error: 'give both SMTP_RECEIVER_KEY and SMTP_RECEIVER_CERT, or neither' },
  )
  .refine(
    ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES }) =>
      OIDC_ISSUER === undefined ||
      (OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined && Object.keys(OIDC_ROLES).length > 0),
    { path: ['OIDC_ISSUER'], error: 'give OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_ROLES with it' },
  );

/** Every setting by its name. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);
