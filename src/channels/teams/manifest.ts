import type { Say } from '../render-text.ts';

/** What a deployment's app is made of. */
export type TeamsApp = {
  /** The bot registration's id, which is the app's id too. */
  readonly appId: string;
  /** Where the desk is reached from outside: `https://guichet.school.example`. */
  readonly origin: string;
  /** Semantic version: a changed package needs a higher one. */
  readonly version: string;
  readonly name: string;
  readonly operator: string;
  /** The first is the app's own; the others are its translations. */
  readonly languages: readonly [string, ...string[]];
};

/** The app's manifest and its translations, by file name. */
export type Manifest = {
  readonly manifest: Readonly<Record<string, unknown>> & { readonly $schema: string };
  readonly translations: ReadonlyMap<string, Readonly<Record<string, string>>>;
};

type List = (language: string, key: string) => readonly string[];

/** The Teams app: one bot for a chat with one person, for groups and for teams. */
export function teamsManifest(app: TeamsApp, speaker: { readonly say: Say; readonly list: List }): Manifest {
  const [language, ...others] = app.languages;
  const { commands, ...texts } = textsIn(language, app, speaker);
  const manifest = {
    $schema: schemaUrl('MicrosoftTeams.schema.json'),
    manifestVersion: schemaVersion,
    version: app.version,
    id: app.appId,
    developer: {
      name: app.operator,
      websiteUrl: `${app.origin}/`,
      privacyUrl: `${app.origin}/${language}/privacy`,
      termsOfUseUrl: `${app.origin}/${language}/legal`,
    },
    name: { short: app.name, full: app.name },
    description: texts.description,
    localizationInfo: {
      defaultLanguageTag: language,
      additionalLanguages: others.map((languageTag) => ({ languageTag, file: `${languageTag}.json` })),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#115E59',
    bots: [
      {
        botId: app.appId,
        scopes,
        isNotificationOnly: false,
        supportsFiles: false,
        supportsCalling: false,
        supportsVideo: false,
        commandLists: [{ scopes, commands }],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [new URL(app.origin).hostname],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  };
  const translations = others.map((other) => [`${other}.json`, translation(other, app, speaker)] as const);
  return { manifest, translations: new Map(translations) };
}

/** Where the published schema of a file stands. */
function schemaUrl(file: string): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/${file}`;
}

function textsIn(language: string, { name }: TeamsApp, { say, list }: { readonly say: Say; readonly list: List }) {
  const about = list(language, 'teams:app.about');
  return {
    description: { short: say(language, 'teams:app.short'), full: say(language, 'teams:app.full', { desk: name }) },
    commands: list(language, 'teams:app.commands').map((title, index) => ({
      title,
      description: about[index] ?? title,
    })),
  };
}

/** A translation names each field of the manifest by its path. */
function translation(
  language: string,
  app: TeamsApp,
  speaker: { readonly say: Say; readonly list: List },
): Record<string, string> {
  const { description, commands } = textsIn(language, app, speaker);
  const fields = commands.flatMap(({ title, description: about }, index) => {
    const path = `bots[0].commandLists[0].commands[${index}]`;
    return [
      [`${path}.title`, title],
      [`${path}.description`, about],
    ] as const;
  });
  return {
    $schema: schemaUrl('MicrosoftTeams.Localization.schema.json'),
    'name.short': app.name,
    'name.full': app.name,
    'description.short': description.short,
    'description.full': description.full,
    ...Object.fromEntries(fields),
  };
}

/** Old enough for every school's Teams, and for what the app uses. */
export const schemaVersion = '1.23';
const scopes = ['personal', 'team', 'groupChat'];
