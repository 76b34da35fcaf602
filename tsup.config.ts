import { readdirSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { controlSources } from './scripts/control-sources.ts';
import { pastDoors } from './scripts/past-doors.ts';
import { shortenNames } from './scripts/short-names.ts';

// Every file directly in src/ is a door, and has types.
const doors = readdirSync('src').filter((name) => name.endsWith('.ts'));
const inSource = (name: string): string => `src/${name}`;

export default defineConfig({
  // Chinese stays as it is written; as escapes it would take twice the bytes.
  esbuildOptions(options) {
    options.charset = 'utf8';
  },
  entry: {
    ...Object.fromEntries(doors.map((name) => [name.replace(/\.ts$/, ''), inSource(name)])),
    cli: 'src/cli/cli.ts',
    // Pieces of their own, so that whoever judges nothing loads no control.
    controls: 'src/controls/registry/builtin.ts',
    // A program of its own, which the door to PDF starts.
    'typeset-process': 'src/reporters/pdf/typeset-process.ts',
  },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  // Optional dependencies, which are looked for when a PDF, a ledger or a database of RPM is asked for.
  external: [
    '@myriaddreamin/typst-ts-node-compiler',
    '@nats-io/jetstream',
    '@nats-io/transport-node',
    '@sqlite.org/sqlite-wasm',
    'libsql',
    'pg',
  ],
  // What two doors share is one file, so that `instanceof PlimsollError` holds across doors, and the
  // command line loads a command's code only when it is asked for.
  splitting: true,
  esbuildPlugins: [pastDoors()],
  // No module is loaded for what it does while it loads: a piece that imports nothing of another does not load it.
  treeshake: { moduleSideEffects: 'no-external' },
  clean: true,
  // The package holds the source of every check beside this, for evidence; maps would double it.
  sourcemap: false,
  minify: true,
  // tsup takes the prefix away otherwise, and an import would no longer say that it is Node's own.
  removeNodeProtocol: false,
  dts: {
    entry: doors.map(inSource),
    // tsup 8 sets `baseUrl`, which TypeScript 6 reports as deprecated. The linter has checked the types before.
    compilerOptions: { ignoreDeprecations: '6.0', noCheck: true },
  },
  onSuccess: async () => {
    shortenNames('dist', '.js');
    writeFileSync('dist/control-sources.json.br', controlSources());
  },
});
