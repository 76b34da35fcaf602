import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseAssessment, type Assessment, type Finding } from '../../src/index.ts';
import { runCli } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

const run = promisify(execFile);

/** One service with faults that a Swarm takes as well, and one that no Swarm has. */
const composeFile = (image: string): string => `services:
  agent:
    image: ${image}
    command: [sleep, '100000']
    network_mode: none
    user: '0'
    privileged: true
    cap_add:
      - SYS_ADMIN
    volumes:
      - /etc:/host-etc
`;

type Gate = 'compose-service' | 'container' | 'swarm-service';

let engine: TestEngine;
let folder = '';
let assessment: Assessment;

/** Where it stands; a task of a Swarm, which may have become a container or not, is none of the three. */
function gateOf({ subject }: Finding): Gate | 'task' | undefined {
  const identity = assessment.identities?.find(
    (each) => each.subject.id === subject.id && each.subject.target === subject.target,
  );
  const ofSwarm = identity?.origin === 'container' && identity.service !== undefined;
  return ofSwarm ? 'task' : (identity?.origin as Gate | undefined);
}

/** What a control said at each gate: the one finding about the service there. */
function byGate(controlId: string): Readonly<Record<string, Finding>> {
  const found = assessment.findings.filter((finding) => finding.controlId === controlId);
  return Object.fromEntries(found.map((finding) => [gateOf(finding) ?? 'none', finding]));
}

const sourceIn = (finding: Finding | undefined, path: string): unknown =>
  finding?.observations.find((each) => each.path === path)?.source;

describeWithRoot(
  'one control at every gate',
  ['dockerd', 'docker', 'docker-compose', 'busybox'],
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'plimsoll-gates-'));
      const file = join(folder, 'compose.yaml');
      engine = await startEngine({ ownNetwork: true });
      await writeFile(file, composeFile(engine.image));
      const { docker, socket } = engine;
      await run('docker-compose', ['--project-name=shop', `--file=${file}`, 'up', '--detach'], {
        env: { ...process.env, DOCKER_HOST: `unix://${socket}` },
      });
      await docker(
        ...['swarm', 'init', '--advertise-addr=127.0.0.1'],
        ...['--listen-addr=127.0.0.1:2398', '--data-path-addr=lo'],
      );
      // The tasks are not waited for: the service is what is judged.
      await docker('stack', 'deploy', '--resolve-image=never', `--compose-file=${file}`, 'shop');
      const words = ['compose.yaml', `unix://${socket}`, '--project-name=shop', '--json'];
      const { stdout } = await runCli(['scan', ...words], { cwd: folder });
      assessment = parseAssessment(JSON.parse(stdout));
    });
    afterAll(async () => {
      await engine?.docker('swarm', 'leave', '--force').catch(() => '');
      await engine?.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it('fails the privileged service in its file and as a container, each with its own source', () => {
      const found = byGate('workload-not-privileged');
      expect(found['compose-service']).toMatchObject({ status: 'fail', severity: 'critical' });
      expect(found['container']).toMatchObject({ status: 'fail', severity: 'critical' });
      expect(found['container']?.message).toEqual(found['compose-service']?.message);
      expect(sourceIn(found['compose-service'], '/privileged')).toEqual({
        kind: 'file',
        path: 'compose.yaml',
        line: 7,
        column: 17,
      });
      expect(sourceIn(found['container'], '/privileged')).toEqual({
        kind: 'api',
        endpoint: `/containers/${found['container']?.subject.id}/json`,
        pointer: '/HostConfig/Privileged',
      });
    });

    it('finds no drift between the file and what Compose and the Swarm made of it', () => {
      const drift = assessment.findings.filter(
        ({ controlId, status }) =>
          controlId.endsWith('-as-intended') && status !== 'pass' && status !== 'not-applicable',
      );
      expect(
        drift.map(({ controlId, subject, message }) => [controlId, subject.name, message.en]),
      ).toEqual([]);
      const judged = byGate('workload-privileges-as-intended');
      expect(judged['container']).toMatchObject({ status: 'pass' });
      expect(judged['swarm-service']).toMatchObject({ status: 'pass' });
    });

    it('passes the Swarm service, since no Swarm runs what is privileged', () => {
      expect(byGate('workload-not-privileged')['swarm-service']).toMatchObject({ status: 'pass' });
    });

    it.each([
      ['workload-non-root-user', '/user'],
      ['workload-no-sensitive-mounts', '/mounts'],
      ['workload-read-only-root', '/readOnlyRootFilesystem'],
    ])('says the same by %s of file, container and Swarm service', (controlId, path) => {
      const found = byGate(controlId);
      const gates: readonly Gate[] = ['compose-service', 'container', 'swarm-service'];
      const sources = gates.map((gate) => {
        const finding = found[gate];
        expect(finding).toMatchObject({ controlId, status: 'fail' });
        expect(finding?.severity).toBe(found['container']?.severity);
        return finding?.observations.find((each) => each.path.startsWith(path))?.source;
      });
      expect(sources).toMatchObject([
        { kind: 'file', path: 'compose.yaml', line: expect.any(Number) as number },
        { kind: 'api', endpoint: `/containers/${found['container']?.subject.id}/json` },
        { kind: 'api', endpoint: expect.stringContaining('/services') as string },
      ]);
    });
  },
);
