import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { forms } from '../../dialogs/index.ts';
import { teamsPackage } from '../channels/teams/app-package.ts';
import { teamsManifest } from '../channels/teams/manifest.ts';
import type { Config } from '../config.ts';
import { createSpeaker } from '../voice/speaker.ts';
import { AppError } from '../core/errors.ts';
import { loadKnowledge } from '../knowledge/load.ts';

/** The zip that is uploaded to Teams, from this deployment's app id, address and desk, checked against Teams' schema first. */
export async function writeTeamsPackage(
  config: Config,
  values: Readonly<{ out: string; version: string }>,
): Promise<void> {
  const { MicrosoftAppId: appId, PUBLIC_URL: url, KNOWLEDGE_DIR } = config;
  if (appId === undefined) throw missing('MicrosoftAppId: give the id of the bot registration');
  if (url?.startsWith('https://') !== true)
    throw missing(
      'PUBLIC_URL: give the https address that Teams and students reach, e.g. https://guichet.school.example',
    );
  const knowledge = loadKnowledge(KNOWLEDGE_DIR, forms);
  const { name, operator, languages } = knowledge.desk;
  const { origin } = new URL(url);
  const app = { appId, origin, version: values.version, name, operator: operator.name, languages };
  const zip = await teamsPackage(teamsManifest(app, createSpeaker(knowledge)));
  mkdirSync(dirname(values.out), { recursive: true, mode: 0o700 });
  writeFileSync(values.out, zip, { mode: 0o600 });
  process.stdout.write(
    `${values.out}: ${name} ${values.version} for ${origin}, ${zip.length} bytes, checked against Teams' schema.\n` +
      'Upload it in Teams: Apps › Manage your apps › Upload an app.\n',
  );
}

function missing(what: string): AppError {
  return new AppError('config/invalid', what);
}
