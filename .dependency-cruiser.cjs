/**
 * The house, as rules: src/cli → doors (src/*.ts) → rooms → core → syntax and knowledge. Each rule says why it is there, and
 * test/tooling/layering.test.ts shows each one fire.
 */

const rooms =
  'controls|build-analysis|frameworks|oscal|collectors|reporters|evidence|authoring|testing';
/** The one room that knows the others: a scan is made of what each of them does. */
const scanning = '^src/scanning/';
/** What carries the evidence of many hosts to one place. */
const fleet = '^src/fleet/';
/** Pages and answers about a fleet, for reading. */
const console = '^src/console/';
/** What decides about requests, with what collectors read and controls judge. */
const admission = '^src/admission/';
const door = '^src/[^/]+\\.ts$';
const roof = '^src/cli/';
/** The list of the formats that other tools read. */
const exchange = '^src/reporters/formats/exchange\\.ts$';
/**
 * What the command line takes past the doors, since no other program has a use for it: how a scan is put together and where
 * its settings were said, the spelling of targets, and the choices of options.
 */
const forTheRoof = [
  scanning,
  '^src/collectors/(collect/expand-targets|engine/find-named|gathering/(parse-target|registry-address)|scanner/run/runnable)\\.ts$',
  '^src/core/config/(merge-configs|threshold)\\.ts$',
  '^src/core/(errors|nearest-names|read-with|say-issues|text)\\.ts$',
  '^src/files/',
  '^src/syntax/json/parse-json-text\\.ts$',
];

/** An npm package, whether it could be resolved or not. */
const npm = (...names) =>
  `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)|^(${names.join('|')})(/|$)`;

/** Node's own clients of HTTP. */
const asking = '^(node:)?https?2?$';

/** What is slow to load or large to install, and the one place from which each may be loaded. */
const heavy = [
  {
    name: '@myriaddreamin/typst-ts-node-compiler',
    home: '^src/reporters/pdf/',
    why: 'An optional dependency of 51 MB: where it is absent, everything but PDF must still work.',
  },
  {
    name: 'jiti',
    home: '^src/scanning/config/',
    why: "It runs a user's TypeScript; only who loads plimsoll.config.ts pays for it.",
  },
  {
    name: 'commander',
    home: roof,
    why: 'Options and help are words of the command line; a library that is imported has none.',
  },
  {
    name: '@clack/prompts',
    home: '^src/cli/',
    why: 'Only a person at a terminal is asked anything.',
  },
  {
    name: 'editorconfig',
    home: '^src/authoring/',
    why: 'It loads in 0.1 s, for who begins a project under an .editorconfig only.',
  },
  {
    name: 'yaml',
    home: '^src/(syntax|collectors|evidence|authoring|cli)/',
    why: 'YAML is read at the border only; core and the rooms that judge and print get parsed values.',
  },
  {
    name: 'kysely',
    home: '^src/evidence/(ledger|fleet)/',
    why: 'It takes 0.1 s to load; only who keeps a ledger or a fleet pays for it.',
  },
  {
    name: '(hono|@hono/node-server)',
    home: console,
    why: 'Only who serves a console pays for a server of pages.',
  },
  {
    name: 'libsql',
    home: '^src/evidence/ledger/',
    why: 'An optional dependency with native parts: where it is absent, everything but a ledger in SQLite must still work.',
  },
  {
    name: 'pg',
    home: '^src/evidence/ledger/',
    why: 'An optional dependency: where it is absent, everything but a ledger in PostgreSQL must still work.',
  },
  {
    name: '@nats-io',
    home: '^src/fleet/carriers/nats/',
    why: 'Optional dependencies: where they are absent, everything but a fleet that speaks by NATS must still work.',
  },
  {
    name: '@sqlite.org/sqlite-wasm',
    home: '^src/syntax/package-databases/',
    why: 'An optional dependency: where it is absent, everything but the packages of an image with RPM must still be read.',
  },
  {
    name: 'ts-morph',
    home: '^src/authoring/',
    why: 'It loads a TypeScript compiler: 0.3 s and 80 MB, for authors of controls only.',
  },
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Files in a circle can only be understood together, and whichever loads first sees the others half made. Type-only imports count: they tie the thoughts together just the same.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      comment:
        "core is the words of the domain and the engine that judges. It imports zod, itself, readers of formats and the package's own name and version, and what finds the nearest word for a misspelt key, so that it runs anywhere and can be proven without anything else.",
      from: { path: '^src/core/' },
      to: {
        pathNot: ['^src/(core|syntax)/', npm('zod', 'fastest-levenshtein'), '^package\\.json$'],
      },
    },
    {
      name: 'knowledge-is-data',
      severity: 'error',
      comment:
        'knowledge is what is true of the world, as data that any room may use. It imports itself, what compares names and paths, and of core nothing but types: what decides or opens files has no place in it.',
      from: { path: '^src/knowledge/' },
      to: { pathNot: ['^src/(knowledge|syntax|core)/', '^(node:)?path$'] },
    },
    {
      name: 'knowledge-knows-core-as-types',
      severity: 'error',
      comment:
        'At run time knowledge knows nothing of core, so that nothing can depend on when it is loaded.',
      from: { path: '^src/knowledge/' },
      to: { path: '^src/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'syntax-stands-alone',
      severity: 'error',
      comment:
        'A reader of a format knows the format and nothing of Plimsoll: text or bytes in, tree and problems out. It imports what parses for it, and of Node what computes alone (net for the form of an address), so that it can be tested and bounded by itself.',
      from: { path: '^src/syntax/' },
      to: {
        pathNot: [
          '^src/syntax/',
          npm('unbash', 'yaml', 'zod', 'zstddec', '@sqlite.org/sqlite-wasm'),
          '^(node:)?(path(/posix)?|crypto|zlib|os|net)$',
        ],
      },
    },
    {
      name: 'files-only-opens',
      severity: 'error',
      comment:
        'What opens a file that somebody named is one thing for every room: it refuses what is no regular file, and knows what errors of the file system mean, and nothing else.',
      from: { path: '^src/files/' },
      to: { pathNot: ['^src/(files|core|syntax)/', '^(node:)?(fs(/promises)?|url)$'] },
    },
    {
      name: 'scripts-are-parsed-in-one-place',
      severity: 'error',
      comment:
        'What a shell would run is decided by one reader: a second one beside it would read some script otherwise.',
      from: { pathNot: '^src/syntax/shell/' },
      to: { path: npm('unbash') },
    },
    {
      name: 'rooms-do-not-meet',
      severity: 'error',
      comment:
        'A room imports what lies below the rooms, and itself. Two rooms that know each other can no longer be replaced, tested or loaded one without the other; what both need belongs below them.',
      from: { path: `^src/(${rooms})/`, pathNot: '^src/(frameworks|controls|reporters)/' },
      to: { path: `^src/(${rooms})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'nobody-knows-scanning',
      severity: 'error',
      comment:
        'scanning puts together what the rooms do: configuration, targets, frameworks and statements become one scan. It may know every room, so no room may know it; it is reached through the doors, and from the command line.',
      from: { path: '^src/[^/]+/', pathNot: [scanning, roof] },
      to: { path: scanning },
    },
    {
      name: 'nobody-knows-admission',
      severity: 'error',
      comment:
        "admission decides about requests by what rooms below it read and judge; that a request is refused is nobody's business but the door's.",
      from: { path: '^src/[^/]+/', pathNot: [admission, roof] },
      to: { path: admission },
    },
    {
      name: 'admission-knows-requests-and-controls',
      severity: 'error',
      comment:
        'Of the rooms, admission knows what describes requests to an engine, and the catalog that it judges them by. That the engine is watched is handed in, so that a decision waits for nobody.',
      from: { path: admission },
      to: {
        path: `^src/(${rooms})/`,
        pathNot: '^src/(collectors/engine/create/request-reader|controls/registry/builtin)\\.ts$',
      },
    },
    {
      name: 'nobody-knows-the-fleet',
      severity: 'error',
      comment:
        'fleet carries readings from hosts to a hub; what is read, judged and kept does not depend on how it travels. It is reached through the doors.',
      from: { path: '^src/[^/]+/', pathNot: [fleet, roof] },
      to: { path: fleet },
    },
    {
      name: 'the-fleet-knows-no-room',
      severity: 'error',
      comment:
        'What reads, judges and keeps is handed in, so that an agent has no store within its reach and a hub no engine, and both can be tried with anything.',
      from: { path: fleet },
      to: { path: `^src/(${rooms}|scanning|admission)/` },
    },
    {
      name: 'nobody-knows-the-console',
      severity: 'error',
      comment:
        'console shows what others have read, judged and kept; none of that depends on who looks. It is reached through the doors.',
      from: { path: '^src/[^/]+/', pathNot: [console, roof] },
      to: { path: console },
    },
    {
      name: 'the-console-only-asks',
      severity: 'error',
      comment:
        "Of the rooms, console knows the questions that a fleet's store answers, none of which writes, and what reports are written with: style, markup that escapes, charts and words. So it looks as a report does, and nothing in it can change a host.",
      from: { path: console },
      to: {
        path: `^src/(${rooms}|scanning|admission|fleet)/`,
        pathNot: [
          '^src/evidence/fleet/(query-[a-z]+|rebuild|open-fleet-store|tables)\\.ts$',
          '^src/reporters/(html/(markup/|style\\.ts$)|chart/|locale/|model/)',
        ],
      },
    },
    {
      name: 'controls-know-build-analysis-alone',
      severity: 'error',
      comment:
        'What follows files, downloads and users through a build is no control, and only controls ask for it: of the other rooms they know that one.',
      from: { path: '^src/controls/' },
      to: { path: `^src/(${rooms})/`, pathNot: '^src/(controls|build-analysis)/' },
    },
    {
      name: 'reporters-know-oscal-alone',
      severity: 'error',
      comment:
        'OSCAL is a format of reports and of frameworks, and has a room of its own: of the other rooms, reporters know that one.',
      from: { path: '^src/reporters/', pathNot: exchange },
      to: { path: `^src/(${rooms})/`, pathNot: '^src/(reporters|oscal)/' },
    },
    {
      name: 'exchange-knows-one-mapping',
      severity: 'error',
      comment:
        'Viewers of OHDF place every control by NIST SP 800-53, whatever it was assessed against. The list of formats loads that one mapping when OHDF is asked for and hands it in, so that what writes the format still knows no framework.',
      from: { path: exchange },
      to: {
        path: `^src/(${rooms})/`,
        pathNot: ['^src/(reporters|oscal)/', '^src/frameworks/nist-800-53-r5/nist-800-53-r5\\.ts$'],
      },
    },
    {
      name: 'frameworks-know-controls-alone',
      severity: 'error',
      comment: 'Of the other rooms, a framework may know the ids of controls and nothing else.',
      from: { path: '^src/frameworks/' },
      to: { path: `^src/(${rooms})/`, pathNot: '^src/(frameworks|controls)/' },
    },
    {
      name: 'frameworks-know-controls-as-types',
      severity: 'error',
      comment:
        'A mapping names controls by id, and the type of those ids makes a wrong one a compile error. At run time a framework is data and loads no control.',
      from: { path: '^src/frameworks/' },
      to: { path: '^src/controls/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-a-door',
      severity: 'error',
      comment:
        'A door re-exports what is public; whoever is inside already stands in the room. Only the command line comes in through the doors, which shows that a user can do all that it does.',
      // A configuration is run with this very instance of the package, so that what loads it hands it the doors.
      from: { pathNot: [roof, '^src/scanning/config/evaluate-config\\.ts$'] },
      to: { path: door },
    },
    {
      name: 'nothing-runs-back-up',
      severity: 'error',
      comment:
        'The command line is the roof: it prints and sets the exit code, and nothing rests on it.',
      from: { pathNot: roof },
      to: { path: roof },
    },
    {
      name: 'cli-uses-doors-only',
      severity: 'error',
      comment:
        'What the command line can do, a program can do: so it has no private way to any reading, judging or writing. What is about its own arguments and settings, and no program would ask for, it takes past the doors, which stay small.',
      from: { path: roof },
      to: { path: '^src/', pathNot: [door, roof, ...forTheRoof] },
    },
    {
      name: 'no-io-in-core-and-controls',
      severity: 'error',
      comment:
        'A check is pure: it cannot read, connect or start anything, or the verdict would depend on more than the snapshot. No part of Node is needed for that.',
      from: { path: '^src/(core|controls|build-analysis)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-io-in-frameworks-and-reporters',
      severity: 'error',
      comment:
        'A report is a pure function of the assessment, and a framework is data: same input, same bytes. What computes without touching the machine is allowed (paths, hashes, compression); the one exception is the PDF compiler, which needs fonts from the disk.',
      from: { path: '^src/(frameworks|oscal|reporters)/', pathNot: '^src/reporters/pdf/' },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(path(/posix)?|crypto|util|zlib|buffer|string_decoder)$',
      },
    },
    {
      name: 'requests-from-one-place',
      severity: 'error',
      comment:
        'Whoever assesses only reads: all that is asked of an engine goes through one client, and all that is asked of a registry through another, which send GET and HEAD alone.',
      from: {
        path: '^src/collectors/',
        pathNot: '^src/collectors/(engine/client/|registry/registry-client\\.ts$)',
      },
      to: { path: asking },
    },
    ...heavy.map(({ name, home, why }) => ({
      name: `behind-its-door-${name.replace(/^@[^/]+\//, '')}`,
      severity: 'error',
      comment: why,
      from: { pathNot: home },
      to: { path: npm(name) },
    })),
    {
      name: 'light-doors-stay-light',
      severity: 'error',
      comment:
        'Whoever imports plimsoll, plimsoll/blocks, plimsoll/frameworks or plimsoll/testing pays for zod and nothing else: no path, however long, leads from there to a heavy package or to an engine.',
      from: { path: '^src/(index|blocks|frameworks|testing|vitest)\\.ts$' },
      to: { path: [npm(...heavy.map(({ name }) => name)), asking], reachable: true },
    },
    {
      name: 'report-door-stays-light',
      severity: 'error',
      comment:
        'A report is made from a file, wherever it is: nothing that reads a machine is within its reach. The PDF compiler is, behind an import() that runs when a PDF is asked for.',
      from: { path: '^src/report\\.ts$' },
      to: {
        path: [
          npm(...heavy.map(({ name }) => name).filter((name) => !name.includes('typst'))),
          asking,
        ],
        reachable: true,
      },
    },
    {
      name: 'source-is-self-contained',
      severity: 'error',
      comment:
        'What is published may not lean on what is not: tests, benchmarks, examples and scripts stay behind.',
      from: { path: '^src/' },
      to: { path: '^(test|bench|examples|scripts|docs)/' },
    },
    {
      name: 'only-runtime-dependencies',
      severity: 'error',
      comment:
        'tsup bundles a devDependency without a word, and a user who installs the package has none. Types alone do not count.',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/@types/',
      },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment:
        'An import that leads nowhere is a typing mistake, and would be left out of every rule above.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Sees `import type`, which the compiler removes.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
