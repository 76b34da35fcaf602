import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseHouse, importsIn, unread } from '../../scripts/cruise.ts';
import { folderCircles, reason } from '../../scripts/folder-circles.ts';

type Tree = Readonly<Record<string, string>>;

const packages = [
  'zod',
  'jiti',
  'commander',
  'yaml',
  'ts-morph',
  '@clack/prompts',
  '@nats-io/transport-node',
  '@sqlite.org/sqlite-wasm',
  'editorconfig',
  'hono',
  'kysely',
  'libsql',
  'pg',
  'vitest',
  'unbash',
  'zstddec',
];
const typst = '@myriaddreamin/typst-ts-node-compiler';

/** A small house in which every allowed direction is used once. */
const sound: Tree = {
  'package.json': JSON.stringify({
    name: 'house',
    version: '1.0.0',
    dependencies: Object.fromEntries(
      [...packages.filter((name) => name !== 'vitest'), typst].map((name) => [name, '*']),
    ),
    devDependencies: { vitest: '*' },
  }),
  ...Object.fromEntries(
    [...packages, typst].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
  'src/core/text.ts':
    "import { z } from 'zod'; export type Text = z.ZodString; export const a = z;",
  'src/core/tool.ts': "import { name } from '../../package.json'; export const tool = name;",
  'src/syntax/shell/parse.ts':
    "import { parse } from 'unbash'; import '../once.ts'; export const p = parse;",
  'src/syntax/once.ts': 'export const once = 1;',
  'src/syntax/yaml/read.ts': "import 'yaml'; import 'node:path'; export const y = 1;",
  'src/syntax/tar/unpack.ts': "import 'zstddec'; import 'node:zlib'; import 'zod';",
  'src/syntax/package-databases/rpm.ts': "import '@sqlite.org/sqlite-wasm';",
  'src/core/read.ts': "import '../syntax/once.ts';",
  'src/knowledge/ports.ts':
    "import type { Text } from '../core/text.ts'; import '../syntax/once.ts'; export const ports: Text[] = [];",
  'src/build-analysis/follow.ts':
    "import '../syntax/shell/parse.ts'; import '../knowledge/ports.ts';",
  'src/controls/sound.ts':
    "import '../knowledge/ports.ts'; import '../build-analysis/follow.ts'; import { a } from '../core/text.ts'; export type Id = 'sound'; export const b = a;",
  'src/controls/registry.ts': "export * from './sound.ts';",
  'src/frameworks/standard.ts':
    "import type { Id } from '../controls/sound.ts'; export const id: Id = 'sound';",
  'src/collectors/engine/client/send.ts':
    "import { request } from 'node:http'; export const r = request;",
  'src/collectors/host/files.ts': "import fs from 'node:fs'; export const f = fs;",
  'src/oscal/uuid.ts': "import { hash } from 'node:crypto'; export const u = hash;",
  'src/reporters/oscal.ts': "import '../oscal/uuid.ts';",
  'src/frameworks/nist-800-53-r5/nist-800-53-r5.ts': 'export const mapping = 1;',
  'src/reporters/formats/exchange.ts':
    "await import('../../frameworks/nist-800-53-r5/nist-800-53-r5.ts'); import '../oscal.ts';",
  'src/reporters/csv.ts': "import { createHash } from 'node:crypto'; export const h = createHash;",
  'src/reporters/pdf/compile.ts': `import t from '${typst}'; import fs from 'node:fs'; export const p = [t, fs];`,
  'src/index.ts': "export * from './core/text.ts'; export * from './controls/registry.ts';",
  'src/collect.ts': "export * from './collectors/engine/client/send.ts';",
  'src/cli/cli.ts': "await import('./main.ts');",
  'src/cli/main.ts':
    "import { Command } from 'commander'; import '../index.ts'; export const c = Command;",
  'src/scanning/config/evaluate-config.ts':
    "import { createJiti } from 'jiti'; await import('../../index.ts'); export const j = createJiti;",
  'src/scanning/scan.ts':
    "import '../collectors/host/files.ts'; import '../controls/registry.ts'; import './config/evaluate-config.ts';",
  'src/config.ts': "export * from './scanning/scan.ts';",
  'src/cli/config.ts': 'export const c = 1;',
};

interface Violation {
  readonly what: string;
  readonly files: Tree;
  /** Other rules that the same files break, in alphabetical order with this one. */
  readonly rules?: readonly string[];
}

/** What breaks each rule; one reason per case. */
const violations: Readonly<Record<string, readonly Violation[]>> = {
  'no-cycles': [
    {
      what: 'two files that import each other',
      files: {
        'src/core/x.ts': "import { y } from './y.ts'; export const x = () => y;",
        'src/core/y.ts': "import { x } from './x.ts'; export const y = () => x;",
      },
    },
    {
      what: 'a circle of types alone',
      files: {
        'src/core/x.ts': "import type { Y } from './y.ts'; export interface X { y: Y }",
        'src/core/y.ts': "import type { X } from './x.ts'; export interface Y { x: X }",
      },
    },
  ],
  'core-stands-alone': [
    { what: 'core imports a room', files: { 'src/core/x.ts': "import '../controls/sound.ts';" } },
    {
      what: 'core imports a type of a room',
      files: {
        'src/core/x.ts': "import type { Id } from '../controls/sound.ts'; export type X = Id;",
      },
    },
    {
      what: 'core imports a package other than zod',
      files: { 'src/core/x.ts': "import 'commander';" },
      rules: ['behind-its-door-commander', 'core-stands-alone'],
    },
  ],
  'knowledge-is-data': [
    {
      what: 'knowledge knows a type of a room',
      files: {
        'src/knowledge/x.ts': "import type { Id } from '../controls/sound.ts'; export type X = Id;",
      },
    },
    {
      what: 'knowledge imports a package',
      files: { 'src/knowledge/x.ts': "import 'zod';" },
    },
    { what: 'knowledge reads a file', files: { 'src/knowledge/x.ts': "import 'node:fs';" } },
  ],
  'knowledge-knows-core-as-types': [
    {
      what: 'knowledge loads core',
      files: { 'src/knowledge/x.ts': "import '../core/text.ts';" },
    },
  ],
  'syntax-stands-alone': [
    {
      what: 'a reader of a format knows core',
      files: {
        'src/syntax/x.ts': "import type { Text } from '../core/text.ts'; export type X = Text;",
      },
    },
    { what: 'a reader of a format opens files', files: { 'src/syntax/x.ts': "import 'node:fs';" } },
    {
      what: 'a reader of a format knows data about the world',
      files: { 'src/syntax/x.ts': "import type { ports } from '../knowledge/ports.ts';" },
    },
  ],
  'files-only-opens': [
    {
      what: 'the opener of files knows a control',
      files: { 'src/files/x.ts': "import '../controls/sound.ts';" },
    },
  ],
  'scripts-are-parsed-in-one-place': [
    { what: 'a collector parses scripts', files: { 'src/collectors/x.ts': "import 'unbash';" } },
  ],
  'rooms-do-not-meet': [
    {
      what: 'the evidence room imports a control',
      files: { 'src/evidence/x.ts': "import '../controls/sound.ts';" },
    },
    {
      what: 'OSCAL imports a reporter',
      files: { 'src/oscal/x.ts': "import '../reporters/csv.ts';" },
    },
    {
      what: 'what follows a build imports a control',
      files: { 'src/build-analysis/x.ts': "import '../controls/registry.ts';" },
    },
  ],
  'controls-know-build-analysis-alone': [
    {
      what: 'a control knows a type of a framework',
      files: {
        'src/controls/x.ts':
          "import type { id } from '../frameworks/standard.ts'; export type X = typeof id;",
      },
    },
  ],
  'reporters-know-oscal-alone': [
    {
      what: 'a reporter imports a collector',
      files: { 'src/reporters/x.ts': "import '../collectors/host/files.ts';" },
    },
  ],
  'exchange-knows-one-mapping': [
    {
      what: 'the list of formats loads another framework',
      files: {
        'src/frameworks/pci.ts': 'export const pci = 1;',
        'src/reporters/formats/exchange.ts': "await import('../../frameworks/pci.ts');",
      },
    },
  ],
  'frameworks-know-controls-alone': [
    {
      what: 'a framework knows a type of a reporter',
      files: {
        'src/frameworks/x.ts':
          "import type { h } from '../reporters/csv.ts'; export type X = typeof h;",
      },
    },
  ],
  'frameworks-know-controls-as-types': [
    {
      what: 'a framework loads a control',
      files: { 'src/frameworks/x.ts': "import '../controls/sound.ts';" },
    },
  ],
  'nobody-imports-a-door': [
    {
      what: 'a room goes out through the door',
      files: { 'src/controls/x.ts': "import '../index.ts';" },
    },
    {
      what: 'a door opens on another door',
      files: { 'src/report.ts': "export * from './collect.ts';" },
      rules: ['nobody-imports-a-door', 'report-door-stays-light'],
    },
  ],
  'nothing-runs-back-up': [
    {
      what: 'a door imports the command line',
      files: { 'src/extra.ts': "import './cli/config.ts';" },
    },
  ],
  'cli-uses-doors-only': [
    {
      what: 'a command takes a room directly',
      files: { 'src/cli/x.ts': "import '../collectors/host/files.ts';" },
    },
    {
      what: 'the bin takes core directly',
      files: { 'src/cli/cli.ts': "import '../core/tool.ts';" },
    },
  ],
  'no-io-in-core-and-controls': [
    { what: 'a control reads a file', files: { 'src/controls/x.ts': "import 'node:fs';" } },
    {
      what: 'core hashes',
      files: { 'src/core/x.ts': "import 'node:crypto';" },
      rules: ['core-stands-alone', 'no-io-in-core-and-controls'],
    },
  ],
  'no-io-in-frameworks-and-reporters': [
    {
      what: 'a reporter writes a file',
      files: { 'src/reporters/x.ts': "import 'node:fs/promises';" },
    },
    {
      what: 'a reporter asks a server',
      files: { 'src/reporters/x.ts': "import 'node:https';" },
    },
    {
      what: 'a framework starts a process',
      files: { 'src/frameworks/x.ts': "import 'child_process';" },
    },
  ],
  'requests-from-one-place': [
    {
      what: 'the host collector talks to the engine',
      files: { 'src/collectors/host/x.ts': "import 'node:http';" },
    },
    {
      what: 'a file beside the client sends a request of its own',
      files: { 'src/collectors/engine/reading.ts': "export const load = () => import('https');" },
    },
  ],
  'behind-its-door-typst-ts-node-compiler': [
    {
      what: 'a door loads it late',
      files: { 'src/pdf.ts': `export const load = () => import('${typst}');` },
    },
  ],
  'nobody-knows-scanning': [
    {
      what: 'a collector loads a configuration',
      files: { 'src/collectors/extra.ts': "import '../scanning/scan.ts';" },
    },
  ],
  'nobody-knows-admission': [
    {
      what: 'a collector decides about requests',
      files: {
        'src/collectors/extra.ts': "import '../admission/decide.ts';",
        'src/admission/decide.ts': 'export {};',
      },
    },
  ],
  'admission-knows-requests-and-controls': [
    {
      what: 'a decision watches an engine',
      files: {
        'src/admission/extra.ts': "import '../collectors/watch.ts';",
        'src/collectors/watch.ts': 'export {};',
      },
    },
  ],
  'nobody-knows-the-fleet': [
    {
      what: 'a collector sends what it reads',
      files: {
        'src/collectors/extra.ts': "import '../fleet/send.ts';",
        'src/fleet/send.ts': 'export {};',
      },
    },
  ],
  'the-fleet-knows-no-room': [
    {
      what: 'an agent reads an engine by itself',
      files: {
        'src/fleet/extra.ts': "import '../collectors/watch.ts';",
        'src/collectors/watch.ts': 'export {};',
      },
    },
  ],
  'nobody-knows-the-console': [
    {
      what: 'a hub serves its own pages',
      files: {
        'src/fleet/extra.ts': "import '../console/page.ts';",
        'src/console/page.ts': 'export {};',
      },
    },
  ],
  'the-console-only-asks': [
    {
      what: 'a page writes into the store',
      files: {
        'src/console/extra.ts': "import '../evidence/fleet/append.ts';",
        'src/evidence/fleet/append.ts': 'export {};',
      },
    },
  ],
  'behind-its-door-(hono|@hono/node-server)': [
    { what: 'a hub serves pages', files: { 'src/fleet/x.ts': "import 'hono';" } },
  ],
  'behind-its-door-jiti': [
    { what: 'a door runs TypeScript', files: { 'src/extra.ts': "import 'jiti';" } },
  ],
  'behind-its-door-commander': [
    { what: 'a door has options', files: { 'src/extra.ts': "import 'commander';" } },
  ],
  'behind-its-door-prompts': [
    { what: 'a door asks', files: { 'src/extra.ts': "import '@clack/prompts';" } },
  ],
  'behind-its-door-editorconfig': [
    {
      what: 'the command line lays out files',
      files: { 'src/cli/x.ts': "import 'editorconfig';" },
    },
  ],
  'behind-its-door-yaml': [
    { what: 'a reporter parses YAML', files: { 'src/reporters/x.ts': "import 'yaml';" } },
  ],
  'behind-its-door-kysely': [
    { what: 'a collector asks a database', files: { 'src/collectors/x.ts': "import 'kysely';" } },
  ],
  'behind-its-door-libsql': [
    { what: 'a bundle opens a database', files: { 'src/evidence/x.ts': "import 'libsql';" } },
  ],
  'behind-its-door-pg': [
    { what: 'a door asks PostgreSQL', files: { 'src/extra.ts': "import 'pg';" } },
  ],
  'behind-its-door-@nats-io': [
    {
      what: 'an agent connects to NATS by itself',
      files: { 'src/fleet/agent/x.ts': "import '@nats-io/transport-node';" },
    },
  ],
  'behind-its-door-sqlite-wasm': [
    {
      what: 'a host is read with a database',
      files: { 'src/collectors/host/x.ts': "import '@sqlite.org/sqlite-wasm';" },
    },
  ],
  'behind-its-door-ts-morph': [
    { what: 'the command line parses TypeScript', files: { 'src/cli/x.ts': "import 'ts-morph';" } },
  ],
  'light-doors-stay-light': [
    {
      what: 'the main door leads to the engine by a long way',
      files: {
        'src/index.ts': "export * from './collectors/all.ts';",
        'src/collectors/all.ts': "export * from './engine/client/send.ts';",
      },
    },
  ],
  'report-door-stays-light': [
    {
      what: 'the door to reports leads to the engine by a long way',
      files: {
        'src/report.ts': "export * from './collectors/all.ts';",
        'src/collectors/all.ts': "export * from './engine/client/send.ts';",
      },
    },
  ],
  'source-is-self-contained': [
    {
      what: 'a room uses a test fixture',
      files: {
        'src/controls/x.ts': "import '../../test/fixture.ts';",
        'test/fixture.ts': 'export {};',
      },
    },
  ],
  'only-runtime-dependencies': [
    { what: 'a room uses a devDependency', files: { 'src/evidence/x.ts': "import 'vitest';" } },
  ],
  'everything-resolves': [
    { what: 'a misspelt file', files: { 'src/controls/x.ts': "import './sond.ts';" } },
  ],
};

describe('the rules of the house', () => {
  let workshop = '';
  beforeAll(() => {
    workshop = mkdtempSync(path.join(tmpdir(), 'plimsoll-layering-'));
  });
  afterAll(() => {
    rmSync(workshop, { recursive: true, force: true });
  });

  const cruiseTree = async (files: Tree): Promise<ICruiseResult> => {
    const root = mkdtempSync(path.join(workshop, 'house-'));
    for (const [name, content] of Object.entries({ ...sound, ...files })) {
      mkdirSync(path.join(root, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(root, name), content);
    }
    const result = await cruiseHouse(root);
    expect(unread(result, root)).toEqual([]);
    return result;
  };
  const brokenBy = (result: ICruiseResult): readonly string[] =>
    [...new Set(result.summary.violations.map(({ rule }) => rule.name))].sort();

  it('hold for a sound house', async () => {
    const result = await cruiseTree({});
    expect(result.summary.violations).toEqual([]);
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(15);
  });

  it('each have a written reason and a violation that shows them fire', async () => {
    const forbidden = (await cruiseTree({})).summary.ruleSetUsed?.forbidden ?? [];
    expect(new Set(forbidden.map(({ name }) => name))).toEqual(new Set(Object.keys(violations)));
    for (const { name, comment } of forbidden) {
      expect([name, comment]).toEqual([name, expect.stringMatching(/.{40}/)]);
    }
  });

  it('find folders in a circle of which no file is in one', async () => {
    expect(reason).toMatch(/.{40}/);
    expect(folderCircles(importsIn(await cruiseTree({})))).toEqual([]);
    const house = await cruiseTree({
      'src/reporters/text/x.ts': "import '../csv/x.ts';",
      'src/reporters/csv/x.ts': 'export {};',
      'src/reporters/csv/y.ts': "import type { y } from '../text/y.ts'; export type Y = typeof y;",
      'src/reporters/text/y.ts': 'export const y = 1;',
    });
    expect(brokenBy(house)).toEqual([]);
    expect(folderCircles(importsIn(house))).toEqual([
      {
        inside: 'src/reporters',
        folders: ['csv', 'text'],
        imports: [
          { from: 'src/reporters/csv/y.ts', to: 'src/reporters/text/y.ts' },
          { from: 'src/reporters/text/x.ts', to: 'src/reporters/csv/x.ts' },
        ],
      },
    ]);
  });

  for (const [rule, cases] of Object.entries(violations)) {
    it.each(cases)(`${rule}: $what`, async ({ files, rules }) => {
      expect(brokenBy(await cruiseTree(files))).toEqual(rules ?? [rule]);
    });
  }
});
