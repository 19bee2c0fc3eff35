import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';

/**
 * Web Chat as the chat uses it: one script, and the licences of whatever is in it. The same packages give the same bytes.
 * `languages` are those whose words Web Chat is to know (`en`, `fr`).
 */
export async function bundleWebChat(
  languages: readonly string[],
): Promise<{ readonly script: string; readonly licences: string }> {
  const bundle = await rolldown({
    input: own('entry.js'),
    cwd: root,
    platform: 'browser',
    resolve: { alias: sources, conditionNames: ['browser', 'module'] },
    // Its sources are JSX in files of every name, and pass types on as if they were values.
    moduleTypes: { '.js': 'jsx' },
    shimMissingExports: true,
    plugins: [leaveOut(languages), withoutCoreJs],
    transform: { jsx: { runtime: 'classic' }, define: settings },
    onLog: (level, log) => {
      if (log.code !== 'SHIMMED_EXPORT') process.stderr.write(`${level}: ${log.message}\n`);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  const [{ code, modules }] = output;
  return { script: `/*! ${name}: webchat-licences.txt */\n${code}`, licences: licencesOf(Object.keys(modules)) };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = join(root, 'node_modules');
const own = (file: string): string => fileURLToPath(new URL(`browser/webchat/${file}`, import.meta.url));
const webChat = join(packages, 'botframework-webchat');
const { version } = JSON.parse(readFileSync(join(webChat, 'package.json'), 'utf8')) as { version: string };
const name = `Microsoft Bot Framework Web Chat ${version}`;

/** Its parts from their sources: the ready-made modules hold the words of 45 languages in one piece. */
const sources = {
  'botframework-webchat': webChat,
  'botframework-webchat-api': join(packages, 'botframework-webchat-api/src/index.ts'),
  'botframework-webchat-api/internal': join(packages, 'botframework-webchat-api/src/internal.ts'),
  'botframework-webchat-api/decorator': join(packages, 'botframework-webchat-api/src/decorator/index.ts'),
  // What their install scripts would make for old browsers is not there where such scripts do not run.
  ...Object.fromEntries(
    ['markdown-it-attrs-es5', 'p-defer-es5', 'abort-controller-es5'].map((each) => [
      each,
      join(packages, each, 'src/index.mjs'),
    ]),
  ),
};

const settings = {
  'process.env.NODE_ENV': '"production"',
  'process.env.node_env': '"production"',
  'process.env.LANG': '""',
  'process.env.npm_package_version': JSON.stringify(version),
  'process.env.build_tool': '"rolldown"',
  'process.env.module_format': '"iife"',
  global: 'globalThis',
};

function leaveOut(languages: readonly string[]): Plugin {
  return {
    name: 'leave-out',
    resolveId(source, importer, options) {
      if (unused.test(source)) return own('nothing.js');
      if (source.endsWith('/PrecompiledGlobalize')) return own('dates.js');
      // Two of its parts bring the same release each.
      if (source === 'markdown-it')
        return this.resolve(source, join(webChat, 'package.json'), { ...options, skipSelf: true });
      return null;
    },
    load(id) {
      const locale = /localization[/\\]([a-z]+)[\w-]*\.json$/.exec(id)?.[1];
      const spoken = locale === undefined || locale === 'overrides' || languages.includes(locale);
      return spoken ? null : { code: '{}', moduleType: 'json' };
    },
  };
}

const unused = /^(\.\/directLineStreaming|swiper|cross-fetch|core-js|whatwg-fetch|url-search-params-polyfill)(\/|$)/;

/** `core-js-stable/instance/for-each` is what every browser of today has as `forEach`. */
const withoutCoreJs: Plugin = {
  name: 'without-core-js',
  resolveId(source, importer, options) {
    const [, part, path = ''] =
      /^@babel\/runtime-corejs3\/(helpers|regenerator|core-js(?:-stable)?)\/?(.*?)(?:\.js)?$/.exec(source) ?? [];
    if (part === undefined) return null;
    if (part.startsWith('core-js')) return `\0native:${path}`;
    return this.resolve(join('@babel/runtime', part, path), importer, { ...options, skipSelf: true });
  },
  load(id) {
    const [, path] = /^\0native:(.*)$/.exec(id) ?? [];
    return path === undefined ? null : { code: `export default ${native(path.split('/'))};`, moduleType: 'js' };
  },
};

function native([first = '', second]: readonly string[]): string {
  if (first === 'instance') return `(it) => it.${camel(second ?? '')}`;
  return second === undefined ? globalOf(first) : `${globalOf(first)}.${camel(second)}`;
}

/** `weak-map` is WeakMap, `set-timeout` is setTimeout: whichever there is. */
function globalOf(kebab: string): string {
  const pascal = camel(`-${kebab}`);
  return pascal in globalThis ? pascal : camel(kebab);
}

function camel(kebab: string): string {
  return kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** One section a package, with the text of its licence as it came. */
function licencesOf(modules: readonly string[]): string {
  const files = modules.filter((module) => !module.startsWith('\0'));
  const folders = new Set(files.flatMap((module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? []));
  const sections = new Map(
    [...folders].map((folder) => {
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
      return [`${String(about['name'])} ${String(about['version'])}`, licenceIn(folder, about)];
    }),
  );
  const sorted = [...sections].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([title, text]) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`).join('\n');
}

function licenceIn(folder: string, about: Readonly<Record<string, unknown>>): string {
  const file = existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .find((each) => /^licen[cs]e/i.test(each))
    : undefined;
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const author = about['author'];
  const by = typeof author === 'string' ? author : ((author as { name?: string } | undefined)?.name ?? 'its authors');
  return `${String(about['license'])}. Copyright by ${by}.`;
}
