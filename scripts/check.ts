import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** One tool of the gate. */
interface Step {
  readonly name: string;
  readonly command: string;
  /** Whether its output is shown as it comes; otherwise only when it fails. */
  readonly live?: boolean;
}

const testReport = 'coverage/tests.json';

/** The gate: quick tools first, the tests last, since they also run what was built. */
const steps: readonly Step[] = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'lint', command: 'oxlint --deny-warnings' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'layering', command: 'jiti scripts/layering.ts' },
  { name: 'unused', command: 'knip' },
  { name: 'build', command: 'tsup --silent' },
  { name: 'publint', command: 'publint --strict' },
  { name: 'attw', command: 'attw --pack . --profile esm-only' },
  {
    name: 'tests',
    command: `vitest run --typecheck --reporter=default --reporter=json --outputFile.json=${testReport}`,
    live: true,
  },
];

const root = path.join(import.meta.dirname, '..');

/** Runs a tool of this package and returns its exit code with what it printed. */
function run({ command, live = false }: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: {
        ...process.env,
        PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      },
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

const countsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** The tests counted, as one plain line; `undefined` when they were not run to their end. */
function countTests(): string | undefined {
  const report = path.join(root, testReport);
  if (!existsSync(report)) return undefined;
  const counts = countsSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const skipped = counts.numPendingTests + counts.numTodoTests;
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${rest}`;
}

const wanted = process.argv.slice(2);
const strangers = wanted.filter((name) => !steps.some((step) => step.name === name));
if (strangers.length > 0) {
  console.error(
    `No such step: ${strangers.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

rmSync(path.join(root, testReport), { force: true });
for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  if (step.live) console.log(`… ${step.name}`);
  const started = performance.now();
  const { code, output } = await run(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    console.log(
      `${output}\n✗ ${step.name} failed after ${seconds} s. Again, alone: npm run check -- ${step.name}`,
    );
    process.exitCode = 1;
    break;
  }
  console.log(`✓ ${step.name.padEnd(10)} ${seconds} s`);
}
const counted = countTests();
if (counted !== undefined) console.log(counted);
