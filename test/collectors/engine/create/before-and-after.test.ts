import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../../../src/collectors/collect/collect.ts';
import type { RequestReader } from '../../../../src/collectors/engine/create/request-reader.ts';
import { builtin } from '../../../../src/controls/registry/builtin.ts';
import { createAssessor } from '../../../../src/core/assessment/assess.ts';
import type { Subject } from '../../../../src/core/facts/subject.ts';
import { misfits } from '../../../../src/core/snapshot/hold-to-schema.ts';
import type { Snapshot } from '../../../../src/core/snapshot/snapshot.ts';
import { workload } from '../../../../src/core/subjects/workload/workload.ts';
import { startEngine, type TestEngine } from '../../../support/docker-engine.ts';
import { postTo } from '../../../support/post-to.ts';
import { describeWithRoot } from '../../../support/needs.ts';
import { numbers } from '../../../scanning/watch/random-operations.ts';
import { createBodies } from './random-bodies.ts';

/** How many bodies, and which; more of them with PLIMSOLL_CREATE_BODIES=200. */
const count = Number(process.env['PLIMSOLL_CREATE_BODIES'] ?? 12);
const seed = Number(process.env['PLIMSOLL_CREATE_SEED'] ?? 1);

describeWithRoot('a request to make a container', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine({
      ownNetwork: true,
      daemonJson: { 'log-opts': { 'max-file': '3' }, 'default-shm-size': '32m' },
    });
    const changes = [
      'USER app',
      'ENV A=image',
      'VOLUME /data',
      'LABEL tier=image',
      'EXPOSE 443',
      'WORKDIR /srv',
    ];
    const tar = `${engine.folder}/rootfs.tar`;
    const flags = [...changes, 'HEALTHCHECK CMD true', 'CMD ["sleep","9"]'].flatMap((each) => [
      '--change',
      each,
    ]);
    await engine.docker('import', ...flags, tar, 'plimsoll.test/whole:1');
    await engine.docker('tag', 'plimsoll.test/whole:1', 'plimsoll.test/whole:latest');
    await engine.docker('network', 'create', 'apart');
    await engine.docker('volume', 'create', 'named');
    const device = ['--opt', 'type=none', '--opt', 'o=bind', '--opt', 'device=/'];
    await engine.docker('volume', 'create', ...device, 'of-host');
    const mounted = ['--volume', 'of-host:/from', '--volume', '/usr:/from-usr:ro', '--pid', 'host'];
    await engine.docker('create', '--name', 'joined', ...mounted, engine.image, 'sleep', '9');
  });
  afterAll(async () => await engine.stop());

  test(
    `any of ${count} bodies (seed ${seed}) is judged as the container that is made of it`,
    async () => {
      const nextBody = createBodies(numbers(seed), engine.image);
      const fingerprintKey = randomBytes(32);
      const read = async () => {
        let reader: RequestReader | undefined;
        const input = { targets: `unix://${engine.socket}`, fingerprintKey };
        const { snapshot } = await collect({ ...input, onEngine: (found) => (reader = found) });
        if (!reader) throw new Error('The engine was not read.');
        return { snapshot, reader };
      };
      let [made, equal, unknown] = [0, 0, 0];
      for (let at = 0; at < count; at += 1) {
        const body = nextBody();
        const { snapshot, reader } = await read();
        const { subject, origins, problems } = await reader.describe({
          kind: 'create',
          body: Buffer.from(JSON.stringify(body)),
          name: `made-${at}`,
          at: new Date().toISOString(),
          api: 45,
        });
        expect(problems).toEqual([]);
        expect(misfits(workload, subject)).toEqual([]);
        const before = verdicts(
          {
            ...snapshot,
            origins: { ...snapshot.origins, ...origins },
            subjects: [...snapshot.subjects, subject],
          },
          subject,
        );
        const id = await create(engine, `made-${at}`, body);
        if (id === undefined) continue;
        made += 1;
        const { snapshot: later } = await read();
        const container = later.subjects.find((each) => each.kind === 'workload' && each.id === id);
        if (!container) throw new Error(`The container ${id} is not in the snapshot.`);
        const after = verdicts(later, container);
        for (const [control, verdict] of after) {
          const earlier = before.get(control);
          if (earlier === verdict) equal += 1;
          else {
            unknown += 1;
            expect(earlier, `${control} says ${verdict} of ${JSON.stringify(body)}`).toMatch(
              /^unknown/,
            );
          }
        }
        await promisify(execFile)('docker', ['--host', `unix://${engine.socket}`, 'rm', '-fv', id]);
      }
      expect(made).toBeGreaterThan(count / 2);
      expect(unknown).toBeLessThan(equal / 10);
    },
    count * 10_000 + 30_000,
  );
});

/** What every control says of one subject. */
function verdicts(
  { subjects, ...header }: Snapshot,
  subject: Subject,
): ReadonlyMap<string, string> {
  const assessor = createAssessor(header, subjects, { catalog: builtin });
  const judged = assessor.judge(subject);
  return new Map(judged.map((each) => [each.control.id, each.status]));
}

/** Asks the engine for the container; `undefined` where it refuses. */
async function create(
  { socket }: TestEngine,
  name: string,
  body: object,
): Promise<string | undefined> {
  const { body: said } = await postTo(
    socket,
    `/v1.45/containers/create?name=${name}`,
    JSON.stringify(body),
  );
  return (JSON.parse(said) as { readonly Id?: string }).Id;
}
