import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AnySchemaObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { zipSync } from 'fflate';
import { AppError } from '../../core/errors.ts';
import { colourIcon, outlineIcon } from './icons.ts';
import { schemaVersion, type Manifest } from './manifest.ts';

/**
 * The app as the zip that Teams takes: manifest, translations, icons. The same app gives the same bytes.
 * @throws AppError config/invalid naming each field that Teams' published schema refuses
 */
export async function teamsPackage({ manifest, translations }: Manifest): Promise<Buffer> {
  const refused = await problemsIn({ manifest, translations });
  if (refused.length > 0)
    throw new AppError('config/invalid', ['Teams would refuse this app:', ...refused].join('\n  '), { refused });
  const files: Record<string, Uint8Array> = {
    'manifest.json': json(manifest),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  };
  for (const [name, translation] of translations) files[name] = json(translation);
  return Buffer.from(zipSync(files, { mtime: firstDay, level: 9 }));
}

/** What the published schemas refuse, a line a field. */
export async function problemsIn({ manifest, translations }: Manifest): Promise<readonly string[]> {
  const found = [...(await refusals('manifest.json', manifest, 'MicrosoftTeams.schema.json'))];
  for (const [name, translation] of translations)
    found.push(...(await refusals(name, translation, 'MicrosoftTeams.Localization.schema.json')));
  return found;
}

async function refusals(name: string, content: object, file: string): Promise<readonly string[]> {
  const schema = JSON.parse(await readFile(schemaPath(file), 'utf8')) as AnySchemaObject;
  // One pattern of the published schema is none to the stricter reading of regular expressions.
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv, ['uri', 'email', 'regex']);
  const validate = ajv.compile(schema);
  if (validate(JSON.parse(JSON.stringify(content)))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${name}${instancePath}: ${message ?? 'is refused'} ${JSON.stringify(params)}`,
  );
}

/** The published schemas come with the library, and are read from there: no network. */
function schemaPath(file: string): string {
  return createRequire(import.meta.url).resolve(
    `@microsoft/app-manifest/build/json-schemas/teams/v${schemaVersion}/${file}`,
  );
}

function json(content: object): Buffer {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

/** A zip keeps the time of each file; the first that it can say. */
const firstDay = new Date(1980, 0, 1);
