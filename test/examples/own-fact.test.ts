import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/collect.ts';
import { loadConfig } from '../../src/config.ts';
import { parseAssessment, type Assessment } from '../../src/index.ts';
import { runCli } from '../support/cli.ts';
import { temporaryRoot } from '../support/temporary-root.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const id = 'acme-workload-inventoried';

/** The example in a folder of its own. */
async function example(): Promise<string> {
  const folder = temporaryRoot();
  await cp(join(root, 'examples/own-fact'), folder, { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
const found = ({ findings }: Assessment) =>
  Object.fromEntries(
    findings
      .filter(({ controlId }) => controlId === id)
      .map(({ subject, status }) => [subject.name, status]),
  );
const judged = { web: 'pass', cache: 'fail' };

describe('the example of a fact of one’s own', () => {
  it('is judged by the command line, with where it was read', async () => {
    const cwd = await example();
    const { stdout } = await runCli(['scan', 'compose.yaml', '--json'], { cwd });
    const assessment = parseAssessment(JSON.parse(stdout));
    expect(found(assessment)).toEqual(judged);
    const { observations } = assessment.findings.find(({ controlId }) => controlId === id) ?? {};
    expect(observations).toEqual([
      {
        path: '/inventoryOwner',
        value: null,
        source: { kind: 'file', path: 'inventory.json' },
      },
    ]);
  });

  it('is judged again from a snapshot, and unknown where that was made without it', async () => {
    const cwd = await example();
    await writeFile(join(cwd, 'empty.config.mjs'), 'export default {};\n');
    const empty = ['--config', 'empty.config.mjs'];
    await runCli(['collect', 'compose.yaml', '-o', 'with.json'], { cwd });
    await runCli(['collect', 'compose.yaml', '-o', 'without.json', ...empty], { cwd });
    const judgeAgain = async (file: string) => {
      await runCli(['assess', file, '-o', 'assessment.json'], { cwd });
      return parseAssessment(JSON.parse(await readFile(join(cwd, 'assessment.json'), 'utf8')));
    };
    expect(found(await judgeAgain('with.json'))).toEqual(judged);
    const without = await judgeAgain('without.json');
    expect(found(without)).toEqual({ web: 'unknown', cache: 'unknown' });
    const { message } = without.findings.find(({ controlId }) => controlId === id) ?? {};
    expect(message?.en).toContain(
      'read by inventory:inventory.json, which was not among the collectors',
    );
  });

  it('is unknown where the inventory cannot be read', async () => {
    const cwd = await example();
    await rm(join(cwd, 'inventory.json'));
    const { stdout, stderr, status } = await runCli(['scan', 'compose.yaml', '--json'], { cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining('inventory:inventory.json')]);
    expect(found(parseAssessment(JSON.parse(stdout)))).toEqual({
      web: 'unknown',
      cache: 'unknown',
    });
  });

  it('is judged by a program, with its configuration or with the extension alone', async () => {
    const cwd = join(root, 'examples/own-fact');
    const config = await loadConfig(join(cwd, 'plimsoll.config.ts'));
    const { assessment } = await scan('compose.yaml', { config, cwd });
    expect(found(assessment)).toEqual(judged);
    const { collectors: _, ...without } = config;
    const other = await scan('compose.yaml', { config: without, cwd });
    expect(found(other.assessment)).toEqual({ web: 'unknown', cache: 'unknown' });
  });
});
