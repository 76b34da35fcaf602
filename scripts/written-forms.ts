import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBaseline } from '../src/cli/scanning/baseline.ts';
import { assessmentJson } from '../src/core/assessment/assessment-json.ts';
import { assess } from '../src/core/assessment/assess.ts';
import { orderSnapshot } from '../src/core/snapshot/order-snapshot.ts';
import { tool } from '../src/core/tool.ts';
import { buildBundle } from '../src/evidence/bundle/build-bundle.ts';
import { makeFixture } from '../src/testing/fixture/fixture.ts';
import { machine } from '../src/testing/machine.ts';
import { aDockerfile, aWorkload } from '../src/testing/subjects.ts';
import { writtenCatalog } from '../test/fixtures/written-catalog.ts';
import { snapshotOf } from '../test/support/judge.ts';
import { forms } from './forms.ts';

// Writes a file of each form that has none at its version, into test/fixtures/written. What stands there is kept: it is
// what that version wrote. test/proof/written-forms.test.ts reads them all.
const folder = join(import.meta.dirname, '../test/fixtures/written');
mkdirSync(folder, { recursive: true });
const index = join(folder, 'forms.json');
const known = existsSync(index)
  ? (JSON.parse(readFileSync(index, 'utf8')) as Readonly<Record<string, string>>)
  : {};

const file = { target: 'Dockerfile', id: 'Dockerfile', name: 'Dockerfile' };
const base = snapshotOf([
  ...machine(
    aWorkload(),
    aWorkload({ privileged: true }, { id: 'workload-2', name: 'ci-runner', denied: ['/kernel'] }),
    { ...aDockerfile({ user: null }), ...file },
  ).map(({ kind, id, name, target, facts, gaps }) => ({ kind, id, name, target, facts, gaps })),
]);
const snapshot = orderSnapshot({
  ...base,
  tool,
  targets: [
    ...base.targets,
    { id: file.target, kind: 'dockerfile', machine: '*', description: 'test', access: 'test' },
  ],
});
const assessment = assess(snapshot, { catalog: writtenCatalog });
const judged = ['workload', 'dockerfile'];
const few = {
  ...snapshot,
  subjects: snapshot.subjects.filter(({ kind }) => judged.includes(kind)),
};
const bundle = {
  snapshot: few,
  assessment: assess(few, { catalog: writtenCatalog }),
  catalog: writtenCatalog,
  sources: { controls: [] },
  tool,
};

/** How a file of a form is written, by the form's name. What is only ever in a bundle has no file of its own. */
const writers: Readonly<Record<string, (path: string) => unknown>> = {
  snapshot: (path) => writeFileSync(`${path}.json`, JSON.stringify(snapshot)),
  assessment: (path) => writeFileSync(`${path}.json`, assessmentJson(assessment)),
  baseline: (path) => writeBaseline(`${path}.json`, assessment),
  fixture: (path) =>
    writeFileSync(`${path}.json`, JSON.stringify(makeFixture(snapshot, { kinds: ['volume'] }))),
  bundle: async (path) => writeFileSync(`${path}.zip`, await buildBundle(bundle)),
};

const added = forms.filter(({ id }) => !Object.hasOwn(known, id));
for (const { id } of added) {
  const [name = ''] = id.split(' ');
  await writers[name]?.(join(folder, id.replace(' ', '-')));
  console.log(`test/fixtures/written: ${id}`);
}
const listed = { ...known, ...Object.fromEntries(added.map(({ id, print }) => [id, print])) };
// In order, whichever was added when.
writeFileSync(index, `${JSON.stringify(listed, Object.keys(listed).toSorted(), 2)}\n`);
