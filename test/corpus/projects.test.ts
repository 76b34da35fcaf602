import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collect } from '../../src/collectors/collect/collect.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { assess } from '../../src/core/assessment/assess.ts';
import type { Finding } from '../../src/core/assessment/assessment.ts';
import { tool } from '../support/judge.ts';
import { measureFindings } from './measure-findings.ts';

const folder = join(import.meta.dirname, 'projects');
const names = readdirSync(folder);
const expectedSchema = z.array(
  z.object({ subject: z.string(), control: z.string(), line: z.number().int().optional() }),
);

const expectedOf = (name: string) =>
  expectedSchema.parse(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')));

const failed = new Map<string, readonly Finding[]>();

beforeAll(async () => {
  // Each by itself, so that no project is a neighbour of another.
  for (const name of names) {
    const cwd = join(folder, name);
    const over = existsSync(join(cwd, 'override.yaml')) ? ['override.yaml'] : [];
    const { snapshot, failures } = await collect({
      targets: [{ kind: 'compose', files: ['compose.yaml', ...over] }],
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: '/',
      cwd,
    });
    if (failures[0]) throw failures[0].error;
    const { findings } = assess(snapshot, { catalog: builtin, tool });
    failed.set(
      name,
      findings.filter(({ status }) => status === 'fail'),
    );
  }
}, 120_000);

const spelled = (name: string, subject: string, control: string): string =>
  `${name} ${subject} ${control}`;

describe('the corpus of Compose projects', () => {
  it('is judged with full precision and recall', () => {
    const expected = names.flatMap((name) =>
      expectedOf(name).map(({ subject, control }) => spelled(name, subject, control)),
    );
    const found = [...failed].flatMap(([name, findings]) =>
      findings.map(({ subject, controlId }) => spelled(name, subject.name, controlId)),
    );
    const measured = measureFindings('Compose projects', names.length, { expected, found });
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(measured).toEqual({ precision: 1, recall: 1 });
  });

  const placed = names.flatMap((name) =>
    expectedOf(name).flatMap(({ subject, control, line }) =>
      line === undefined ? [] : [{ name, subject, control, line }],
    ),
  );

  it.each(placed)(
    '$name: $control of $subject points to line $line',
    ({ name, subject, control, line }) => {
      const finding = failed
        .get(name)
        ?.find((each) => each.subject.name === subject && each.controlId === control);
      const lines = finding?.observations.map(({ source }) =>
        source?.kind === 'file' ? source.line : undefined,
      );
      expect(lines).toContain(line);
    },
  );
});
