import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { collect } from '../src/collectors/collect/collect.ts';
import { builtin } from '../src/controls/registry/builtin.ts';
import { assess } from '../src/core/assessment/assess.ts';
import { leftOut } from '../test/corpus/left-out.ts';
import { measureRules } from '../test/corpus/measure-findings.ts';
import { tool } from '../test/support/judge.ts';

// Loaded before many ask for it at once, which jiti does not bear.
await import('../src/collectors/dockerfile/collect-dockerfile.ts');

// Scores each control of Dockerfiles on the corpus: what it has to find, what it finds, and what it leaves out on purpose.
const folder = path.join(import.meta.dirname, '../test/corpus/dockerfiles');
const names = readdirSync(folder);
const expectedSchema = z.array(z.object({ control: z.string() }));

const expected = names.flatMap((name) =>
  expectedSchema
    .parse(JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')))
    .map(({ control }) => ({ control, file: name })),
);
const fileOf = (name: string): string => path.join(folder, name, 'Dockerfile');
const { snapshot, failures } = await collect({
  targets: names.map((name) => ({ kind: 'dockerfile' as const, path: fileOf(name) })),
  now: new Date('2026-11-24T12:00:00Z'),
  env: {},
  home: '/',
});
if (failures[0]) throw failures[0].error;
const { findings } = assess(snapshot, { catalog: builtin, tool });
const found = names.flatMap((name) =>
  findings
    .filter(({ status, subject }) => status === 'fail' && subject.id === fileOf(name))
    .map(({ controlId }) => ({ control: controlId, file: name })),
);
const rows = measureRules({ expected, found });
console.log(`${names.length} Dockerfiles\n`);
console.log('| control | expected | found | precision | recall | left out |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const { control, expected: wanted, found: said, precision, recall } of rows) {
  const left = leftOut.filter((each) => each.control === control).length;
  const scores = [precision, recall].map((score) => score.toFixed(3));
  console.log(`| ${[control, wanted, said, ...scores, left].join(' | ')} |`);
}
console.log('\nLeft out on purpose:\n');
for (const { control, script, why } of leftOut) console.log(`- ${control}: ${script} (${why})`);
