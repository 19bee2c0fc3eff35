/** Arrows point inward; docs/architecture.md shows them. Each rule says what to do instead. */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'src/core may import itself, src/text and zod only (matching also pure text libraries): pass what you need as an argument.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/core/', pathNot: '/core/matching/' },
      to: { pathNot: ['^(src|test/fixtures/[^/]+)/(core|text)/', 'node_modules/zod/'] },
    },
    {
      name: 'matching-is-pure',
      comment:
        'src/core/matching may import core, src/text, zod and pure text libraries: pass what you need as an argument.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/core/matching/' },
      to: {
        pathNot: [
          '^(src|test/fixtures/[^/]+)/(core|text)/',
          'node_modules/(zod|fuse\\.js|snowball-stemmers|eld)/',
          // By which a library is loaded when it is first needed.
          '^(module|path)$',
        ],
      },
    },
    {
      name: 'text-stands-alone',
      comment:
        'src/text takes strings and gives strings, with a library that knows both Chinese scripts: what a word means is decided by whoever asks.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/text/' },
      to: { pathNot: ['^(src|test/fixtures/[^/]+)/text/', 'node_modules/opencc-js/'] },
    },
    {
      name: 'hearing-stands-alone',
      comment:
        'src/hearing reads a text by the data it is given: it may import core, src/text, zod and the library of countries.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/hearing/' },
      to: { pathNot: ['^(src|test/fixtures/[^/]+)/(hearing|core|text)/', 'node_modules/(zod|world-countries)/'] },
    },
    {
      name: 'voice-stands-beneath',
      comment:
        'src/voice says what it is given (Content): the knowledge is read and checked above it, and so is what is said when.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/voice/' },
      to: { pathNot: ['^(src|test/fixtures/[^/]+)/(voice|core|text)/', 'node_modules/i18next/'] },
    },
    {
      name: 'text-libraries-only-in-matching',
      comment: 'fuse.js, stemmers and language tools are imported in src/core/matching alone.',
      severity: 'error',
      from: { pathNot: '^(src/core/matching/|src/console/|test/|src/eval/)' },
      to: { path: 'node_modules/(fuse\\.js|snowball-stemmers|eld)/' },
    },
    {
      name: 'bot-framework-at-the-edge',
      comment: 'botbuilder stays in src/channels and dialogs: the SDK is at end of life and must be easy to replace.',
      severity: 'error',
      from: { pathNot: '^(src/channels/|dialogs/|test/|node_modules)' },
      to: { path: 'node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'dialogs-touch-no-shell',
      comment: 'Dialogs return a reply and effects as data; storage and channels carry them out.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: '^src/(channels|storage|web|console|assembly|main|config)' },
    },
    {
      name: 'conversation-touches-no-shell',
      comment: 'A turn is a function: effects are data, carried out at the edge.',
      severity: 'error',
      from: { path: '^src/conversation/' },
      to: { path: '^src/(channels|storage|web|console|assembly|main|config)' },
    },
    {
      name: 'listeners-stand-alone',
      comment:
        'No listener imports another: what two of them need is a room beside them, and their order is in-order.ts.',
      severity: 'error',
      from: { path: '^src/conversation/listeners/', pathNot: '/in-order\\.ts$' },
      to: { path: '^src/conversation/listeners/' },
    },
    {
      name: 'conversation-reads-no-form',
      comment:
        'A turn knows forms by what assembly gives it (forms/dialogs.ts): forms and readers are imported in dialogs/ alone.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/conversation/' },
      to: { path: '^(dialogs/|src/hearing/(?!index\\.ts$))' },
    },
    {
      name: 'rooms-know-no-listener',
      comment:
        'A listener asks the rooms of src/conversation, never the other way round: turn.ts alone asks the listeners, in their order.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/conversation/', pathNot: '/conversation/(listeners/|turn\\.ts$)' },
      to: { path: '^src/conversation/listeners/' },
    },
    {
      name: 'knowledge-takes-no-turn',
      comment:
        'Conversations read the knowledge: what checks it may ask the voice, the matcher and the ears, not a turn.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/knowledge/' },
      to: { path: '^src/conversation/' },
    },
    {
      name: 'knowledge-names-no-form',
      comment:
        'Files are checked against the forms that assembly names (FormEntry): forms are imported in dialogs/ and by assembly.',
      severity: 'error',
      from: { path: '^(src|test/fixtures/[^/]+)/knowledge/' },
      to: { path: '^dialogs/' },
    },
    {
      name: 'forms-hear-in-read',
      comment: 'A form reads a student in its read.ts alone: what is heard there is given to the rest as facts.',
      severity: 'error',
      from: { path: '^dialogs/[^/]+/', pathNot: '/read\\.ts$' },
      to: { path: '^(src/hearing/|dialogs/(hear-once|told-here)\\.ts$)' },
    },
    {
      name: 'shells-meet-in-main',
      comment:
        'channels, storage, web and console know one another through src/ports only; src/assembly puts them together.',
      severity: 'error',
      from: { path: '^src/(channels|storage|web|console)/' },
      to: {
        path: '^src/(channels|storage|web|console)/',
        // The staff room is made of pages as well: how HTML is written safely and sent is decided once, in src/web.
        pathNot: ['^src/$1/', '^src/web/(html|markdown|card|assets|send-page)\\.ts$'],
      },
    },
    {
      name: 'released-migrations-are-frozen',
      comment: 'What a migration does must not change when the program does: copy what it needs into it.',
      severity: 'error',
      from: { path: '^src/(storage/migrations/|knowledge/migrate/second-layout\\.ts)' },
      to: {
        pathNot: [
          '^src/storage/(migrations/|(dialect|tables)\\.ts)',
          '^src/knowledge/migrate/second-layout\\.ts',
          'node_modules/(kysely|yaml)/',
        ],
      },
    },
    {
      name: 'the-server-needs-no-development-package',
      comment:
        'An installation with --omit=dev serves: what one command alone works with is imported where that command alone loads it, and stands here.',
      severity: 'error',
      from: {
        path: '^(src|dialogs|test/fixtures/[^/]+)/',
        pathNot: '^src/(channels/teams/app-package|eval/rivals|web/bundle-webchat|pack-program)\\.ts$',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ports-are-types',
      comment: 'A port is a small interface: it may import types from core and conversation only.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: '^src/(ports|core|conversation)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or hide a third; types are no exception.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/(web|console)/browser' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
