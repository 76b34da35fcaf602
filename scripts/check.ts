import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '..');
const testReport = 'coverage/tests.json';
const againReport = 'coverage/tests-again.json';
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** One tool of the gate. */
interface Step {
  readonly name: string;
  readonly command: string;
  /** Whether its output is shown as it comes; otherwise only when it fails. */
  readonly live: boolean;
}

/** These look at what was built. */
const ofBuilt: ReadonlySet<string> = new Set(['controls', 'publint', 'attw']);

/**
 * The gate, in the order of package.json: what reads the source, then what reads the build, and the tests last,
 * since they also run it. A skipped test says so, so their output is always shown.
 */
function readSteps(): readonly Step[] {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(readJson(path.join(root, 'package.json')));
  return Object.entries(scripts).flatMap(([script, command]) => {
    const name = /^check:(.+)$/.exec(script)?.[1];
    return name === undefined ? [] : [{ name, command, live: name === 'tests' }];
  });
}

/** Runs a tool of this package and returns its exit code with what it printed. */
function run({ command, live }: Step): Promise<{ code: number; output: string }> {
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

const fileSchema = z.object({
  name: z.string(),
  status: z.string(),
  assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
});

/** The tests of one file. */
type TestFile = z.output<typeof fileSchema>;

/** What a run of the tests wrote; nothing when it did not come to its end. */
function readTests(report: string): readonly TestFile[] {
  const file = path.join(root, report);
  if (!existsSync(file)) return [];
  return z.object({ testResults: z.array(fileSchema) }).parse(readJson(file)).testResults;
}

/** Why tests were skipped, each reason once with how many it skipped; a name that gives none stands for itself. */
function skipReasons(files: readonly TestFile[]): readonly string[] {
  const counted = new Map<string, number>();
  for (const { status, fullName } of files.flatMap((file) => file.assertionResults)) {
    if (status === 'passed' || status === 'failed') continue;
    const why = /SKIPPED, (.+?: set \w+(?:=1| to their folder)|.+?: apt-get install \S+)/.exec(
      fullName,
    )?.[1];
    const reason = why ?? fullName;
    counted.set(reason, (counted.get(reason) ?? 0) + 1);
  }
  return Array.from(
    counted,
    ([why, count]) => `SKIPPED ${count} ${count === 1 ? 'test' : 'tests'}: ${why}`,
  );
}

/** A file that could not even be loaded has no test that could fail. */
const hasFailed = ({ status, assertionResults }: TestFile): boolean =>
  status === 'failed' || assertionResults.some((test) => test.status === 'failed');

/** The tests counted, as one plain line; `undefined` when they were not run to their end. */
function countTests(files: readonly TestFile[]): string | undefined {
  if (files.length === 0) return undefined;
  const all = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string): number => all.filter((test) => test.status === status).length;
  const broken = files.filter(
    (file) => hasFailed(file) && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const [passed, failed] = [count('passed'), count('failed')];
  const skipped = all.length - passed - failed;
  for (const why of skipReasons(files)) console.log(why);
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed + broken.length} failed${rest}`;
}

/** More files than these that fail are no matter of a busy machine. */
const againAtMost = 12;

/**
 * In CI, files that failed are run once more, one after the other with nothing beside them: real engines are started
 * there on machines that may be busy with other things. What passes only then is named.
 */
async function tryAgain(tests: Step, files: readonly TestFile[]): Promise<readonly TestFile[]> {
  const failed = files.filter(hasFailed);
  if (process.env['CI'] === undefined || failed.length === 0 || failed.length > againAtMost) {
    return files;
  }
  const names = failed.map(({ name }) => `'${path.relative(root, name)}'`);
  const command = tests.command.replace(testReport, againReport);
  console.log(`… ${tests.name}, a second time: ${names.join(' ')}`);
  const { code } = await run({ ...tests, command: `${command} --maxWorkers=1 ${names.join(' ')}` });
  if (code !== 0) return files;
  const again = new Map(readTests(againReport).map((file) => [file.name, file]));
  for (const { name, assertionResults } of failed) {
    const now = again.get(name);
    if (now === undefined || hasFailed(now)) continue;
    const first = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName } of first) console.log(`PASSED AT THE SECOND TRY ONLY: ${fullName}`);
  }
  return files.map((file) => again.get(file.name) ?? file);
}

const steps = readSteps();
const wanted = process.argv.slice(2);
const strangers = wanted.filter((name) => !steps.some((step) => step.name === name));
if (strangers.length > 0) {
  console.error(
    `No such step: ${strangers.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

/** Runs one step and says how it went; answers whether it did. */
async function tell(step: Step): Promise<boolean> {
  if (step.live) console.log(`… ${step.name}`);
  const started = performance.now();
  const { code, output } = await run(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    code === 0
      ? `✓ ${step.name.padEnd(10)} ${seconds} s`
      : `${output}\n✗ ${step.name} failed after ${seconds} s. Again, alone: npm run check -- ${step.name}`,
  );
  return code === 0;
}

/** Two at a time, since most of these tools use one core; what has begun is ended although another failed. */
async function tellAll(stage: readonly Step[]): Promise<boolean> {
  const waiting = [...stage];
  let good = true;
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); good && step; step = waiting.shift()) {
      if (!(await tell(step))) good = false;
    }
  };
  await Promise.all([lane(), lane()]);
  return good;
}

for (const report of [testReport, againReport]) rmSync(path.join(root, report), { force: true });
const asked = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const stages = [
  asked.filter(({ name, live }) => !live && !ofBuilt.has(name)),
  asked.filter(({ name }) => ofBuilt.has(name)),
  asked.filter(({ live }) => live),
];
for (const stage of stages) {
  if (!(await tellAll(stage))) {
    process.exitCode = 1;
    break;
  }
}
const tests = asked.find(({ live }) => live);
const first = readTests(testReport);
const files = tests === undefined ? first : await tryAgain(tests, first);
if (files !== first && !files.some(hasFailed)) process.exitCode = 0;
const counted = countTests(files);
if (counted !== undefined) console.log(counted);
