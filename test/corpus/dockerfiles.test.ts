import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collect } from '../../src/collectors/collect/collect.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { tool } from '../support/judge.ts';
import { measureFindings } from './measure-findings.ts';

const folder = join(import.meta.dirname, 'dockerfiles');
const names = readdirSync(folder);
const expectedSchema = z.array(z.object({ control: z.string(), line: z.number().int() }));

const expectedOf = (name: string) =>
  expectedSchema.parse(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')));

let assessment: Assessment;

beforeAll(async () => {
  const targets = names.map((name) => ({
    kind: 'path' as const,
    path: join(folder, name, 'Dockerfile'),
  }));
  const { snapshot, failures } = await collect({
    targets,
    now: new Date('2026-11-24T12:00:00Z'),
    env: {},
    home: '/',
  });
  if (failures[0]) throw failures[0].error;
  assessment = assess(snapshot, { catalog: builtin, tool });
});

const findingsOf = (name: string) =>
  assessment.findings.filter(({ subject }) => subject.id === join(folder, name, 'Dockerfile'));

/** Files in which something is not understood, and how it is said. */
const notUnderstood: ReadonlyMap<string, string> = new Map([
  [
    '67-process-substitution',
    'Dockerfile:2 (not-understood: line 1 of the script, <( ) is bash syntax',
  ],
  ['113-packages-from-a-list', 'is not known'],
  ['23-root-file-system', 'What it writes into a file of accounts is not known'],
  ['127-downloads-verified', 'Line 23: what was unpacked into /usr/share comes from an unverified'],
  [
    '142-verified-through-stages',
    'Line 8: what was unpacked into /srv/www comes from an unverified',
  ],
  ['28-add-repository', 'Line 2: /src is downloaded, not verified and kept'],
  ['49-secret-in-run', 'Line 2: /x is downloaded, not verified and kept'],
  ['69-unchecked-curl', 'Line 2: /x is downloaded, not verified and kept'],
  ['180-powershell-by-a-variable', 'which script is run ([scriptblock]::Create $code)'],
  ['184-subcommand-of-the-run', 'which program $DO stands for'],
  ['186-a-name-proves-nothing', 'Only the base image defines its user'],
  ['118-heredoc-script', 'Dockerfile:15 (not-understood: line 1 of the script, the language'],
]);

describe('the corpus of Dockerfiles', () => {
  it('is large enough to mean something', () => {
    expect(names.length).toBeGreaterThanOrEqual(125);
  });
  it('is judged with full precision and recall', () => {
    const expected = names.flatMap((name) => [
      ...new Set(expectedOf(name).map(({ control }) => `${name} ${control}`)),
    ]);
    const found = names.flatMap((name) =>
      findingsOf(name)
        .filter(({ status }) => status === 'fail')
        .map(({ controlId }) => `${name} ${controlId}`),
    );
    const measured = measureFindings('Dockerfiles', names.length, { expected, found });
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(measured).toEqual({ precision: 1, recall: 1 });
  });
  it.each(names)('%s: nothing is unknown, and evidence points to each line', (name) => {
    const findings = findingsOf(name);
    const open = findings.filter(({ status }) => status === 'unknown' || status === 'error');
    const why = open.map(({ controlId, message }) => [controlId, message.en]);
    // What is not understood leaves open what depends on it, and nothing else.
    const left = notUnderstood.get(name);
    const others = why.filter(([, said]) => left === undefined || said?.includes(left) !== true);
    expect(others).toEqual([]);
    expect(why.length > 0).toBe(left !== undefined);
    for (const { control, line } of expectedOf(name)) {
      if (control === 'dockerfile-context-clean' || control === 'dockerfile-frontend-trusted') {
        continue;
      }
      const finding = findings.find(({ controlId }) => controlId === control);
      const lines = finding?.observations.map(({ source }) =>
        source?.kind === 'file' ? source.line : undefined,
      );
      expect([control, lines?.includes(line)]).toEqual([control, true]);
    }
  });
  it('keeps the lines of each file that a finding points into, and no other file', () => {
    const kept = assessment.quotes?.map(({ path }) => path) ?? [];
    expect(kept).toEqual(names.map((name) => join(folder, name, 'Dockerfile')).toSorted());
  });
});
