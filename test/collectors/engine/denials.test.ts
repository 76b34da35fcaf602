import assert from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import {
  collectEngine,
  type EngineOptions,
} from '../../../src/collectors/engine/collect-engine.ts';
import { resolveEngine } from '../../../src/collectors/engine/resolve-engine.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { PlimsollError } from '../../../src/core/errors.ts';
import { orderSnapshot, snapshotVersion } from '../../../src/core/snapshot/order-snapshot.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { denials, denyRequests, type Denier, type Deny } from '../../support/deny-requests.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

/** One scan of an engine, judged by every control. */
interface Scan {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
}

async function scan(address: string, options: EngineOptions): Promise<Scan> {
  const resolved = await resolveEngine(address, {}, '/nonexistent');
  const harvest = await collectEngine(resolved, options);
  const tool = { name: 'test', version: '0' };
  const snapshot = orderSnapshot({
    kind: 'plimsoll/snapshot',
    version: snapshotVersion,
    tool,
    collectedAt: '2026-11-24T12:00:00Z',
    targets: [harvest.target],
    population: [...harvest.population],
    gaps: [...harvest.gaps],
    redactions: [],
    origins: harvest.origins,
    subjects: [...harvest.subjects],
  });
  return { snapshot, assessment: assess(snapshot, { catalog: builtin, tool }) };
}

/** By what a subject is found again: an engine that may not be asked who it is has another id. */
const keyOf = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string =>
  kind === 'engine' ? kind : `${kind} ${id}`;

/** What a scan in which one request failed no longer says: failures that are nowhere, and subjects. */
function lostIn(whole: Scan, partial: Scan): readonly string[] {
  const said = new Map(
    partial.assessment.findings.map((finding) => [
      `${finding.controlId} ${keyOf(finding.subject)}`,
      finding.status,
    ]),
  );
  const hidden = new Set(
    partial.assessment.findings
      .filter(({ subject, status }) => subject.id === '*' && status === 'unknown')
      .map(({ controlId }) => controlId),
  );
  const failures = whole.assessment.findings.flatMap(({ controlId, status, subject }) => {
    const now = said.get(`${controlId} ${keyOf(subject)}`);
    const kept = now === 'fail' || now === 'unknown' || now === 'manual';
    if (status !== 'fail' || kept || (now === undefined && hidden.has(controlId))) return [];
    return [`${controlId} of ${subject.kind} ${subject.name}: ${now ?? 'nothing'}`];
  });
  const subjects = new Set(partial.snapshot.subjects.map(keyOf));
  const gaps = new Set(partial.snapshot.gaps.map(({ kind }) => kind));
  const disappeared = whole.snapshot.subjects
    .filter((subject) => !subjects.has(keyOf(subject)))
    .filter(({ kind }) => !gaps.has(kind) && !gaps.has(null))
    .map(({ kind, name }) => `${kind} ${name} disappeared`);
  return [...failures, ...disappeared];
}

describeWithRoot('one request that fails', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let denier: Denier;

  beforeAll(async () => {
    engine = await startEngine({ ownNetwork: true });
    const { docker, image, folder } = engine;
    const run = (name: string, ...options: readonly string[]): Promise<string> =>
      docker('run', '-d', '--name', name, ...options, image, 'sleep', '1000');
    await docker('swarm', 'init', '--advertise-addr=127.0.0.1', '--listen-addr=127.0.0.1:2398');
    await writeFile(join(folder, 'content'), 'content');
    await docker('secret', 'create', 'key', join(folder, 'content'));
    await docker('config', 'create', 'site', join(folder, 'content'));
    await docker('network', 'create', 'plain');
    await docker('volume', 'create', '--opt=type=none', '--opt=o=bind', '--opt=device=/etc', 'etc');
    await run('privileged', '--privileged', '--volume=/:/host', '--network=plain');
    await run(
      'hardened',
      ...['--cap-drop=ALL', '--read-only', '--user=app', '--security-opt=no-new-privileges'],
      ...['--memory=32m', '--pids-limit=20', '--restart=on-failure:3', '--network=none'],
    );
    await run('hosted', '--pid=host', '--ipc=host', '--uts=host', '--network=host');
    await run(
      'joined',
      '--network=container:hosted',
      '--pid=container:hosted',
      '--volume=etc:/etc2',
    );
    await run('entered', '--network=none', '--user=app');
    await docker('exec', '--detach', '--user=0', '--privileged', 'entered', 'sleep', '999');
    await run('changed', '--network=none');
    await docker('exec', 'changed', 'touch', '/bin/new');
    await docker('create', '--name=stopped', '--privileged', image, 'true');
    await docker(
      ...['service', 'create', '--detach', '--name=web', '--network=host', '--secret=key'],
      ...['--config=site', '--mount=type=bind,src=/,dst=/host', '--no-resolve-image'],
      ...[image, 'sleep', '1000'],
    );
    while ((await docker('ps', '--quiet', '--filter=name=web')) === '') await sleep(100);
    await docker('commit', 'changed', 'plimsoll.test/committed:1');
    denier = await denyRequests(engine.socket, join(folder, 'between.sock'));
  }, 120_000);
  afterAll(async () => {
    await denier?.stop();
    await engine?.stop();
  });

  /** Fails each request in turn, and gives what a scan no longer says then. */
  async function denyEach(
    how: Deny,
    options: EngineOptions,
    isDenied: (request: string) => boolean = () => true,
  ): Promise<readonly string[]> {
    denier.deny();
    const whole = await scan(denier.target, options);
    const requests = denier.requests().filter(isDenied);
    expect(requests).not.toEqual([]);
    const lost: string[] = [];
    for (const request of requests) {
      denier.deny(request, how);
      try {
        const partial = await scan(denier.target, options);
        lost.push(...lostIn(whole, partial).map((what) => `${request}: ${what}`));
      } catch (error) {
        // What is taken for no engine at all ends loudly.
        if (!(error instanceof PlimsollError)) throw error;
        if (!['/version', '/info'].includes(request)) throw error;
      }
    }
    return lost;
  }

  it.each(Object.entries(denials))(
    'and %s hides nothing',
    async (way, how) => {
      // That nothing changed in a container is answered so.
      const isLie = (request: string): boolean =>
        way !== 'is answered with null' || !request.endsWith('/changes');
      // Long enough for a busy machine, but where it is waited for each time.
      const requestTimeout = way === 'is not answered' ? 500 : 15_000;
      expect(await denyEach(how, { requestTimeout }, isLie)).toEqual([]);
      expect(denier.requests().length).toBeGreaterThan(40);
    },
    120_000,
  );

  it.each(['is refused with 404', 'is answered by half'])(
    'and %s hides nothing where the engine alone is asked, for its images too',
    async (way) => {
      const options = { procRoot: '/nonexistent', imageFiles: true };
      expect(await denyEach(denials[way] ?? assert.fail(way), options)).toEqual([]);
      expect(denier.requests()).toContainEqual(expect.stringMatching(/\/top\?/));
      expect(denier.requests()).toContainEqual(expect.stringMatching(/\/get$/));
    },
  );

  it('and is refused with 404 hides nothing of an engine that goes on', async () => {
    denier.live(true);
    const refuse = denials['is refused with 404'] ?? assert.fail();
    expect(
      await denyEach(refuse, {}, (request) => /^\/(exec|nodes|secrets)\/|\/json$/.test(request)),
    ).toEqual([]);
    denier.live(false);
  });
});
