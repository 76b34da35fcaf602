import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { engineEndpoints } from '../../src/collectors/collect/state-access.ts';
import { namedKinds } from '../../src/core/snapshot/named-kinds.ts';
import { parseAssessment, type Assessment, type Finding } from '../../src/index.ts';
import { describeWithRoot } from '../support/needs.ts';
import { runCli, type CliOptions } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { forwardReadsOnly } from '../support/forward-reads-only.ts';
import { makeCertificates, type Certificates } from '../support/certificates.ts';

let engine: TestEngine;
let certificates: Certificates;
let folder = '';
const port = 23_760 + (process.pid % 1000);

const hardened = [
  ['--user', '1000:1000'],
  ['--cap-drop', 'ALL'],
  ['--security-opt', 'no-new-privileges'],
  ['--read-only'],
  ['--memory', '64m'],
  ['--cpus', '0.5'],
  ['--pids-limit', '50'],
  ['--restart', 'on-failure:3'],
  ['--health-cmd', 'true'],
  ['--network', 'shop'],
  ['--log-opt', 'max-size=1m'],
  ['--log-opt', 'max-file=2'],
].flat();

const sleeping = ['example/app:1', 'sleep', '100000'];

/** The containers of the proof, each with the options that make it what its name says. */
const containers: Readonly<Record<string, readonly string[]>> = {
  privileged: ['--privileged'],
  hardened,
  'host-namespaces': ['--network', 'host', '--pid', 'host', '--ipc', 'host', '--uts', 'host'],
  joiner: [
    '--network',
    'container:host-namespaces',
    '--pid',
    'container:host-namespaces',
    '--ipc',
    'container:host-namespaces',
  ],
  'vanilla-nil': [],
  scanner: ['--privileged', '--label', 'docker_bench_security=0.1.0', '--label', 'plimsoll=ignore'],
};

describeWithRoot('the proof on a real engine', ['dockerd', 'docker', 'busybox', 'openssl'], () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-proof-'));
    certificates = await makeCertificates(folder);
    const { ca, cert, key } = certificates.server;
    engine = await startEngine({
      ownNetwork: true,
      flags: [
        '--host',
        `tcp://127.0.0.1:${port}`,
        '--tlsverify',
        '--tlscacert',
        ca,
        '--tlscert',
        cert,
        '--tlskey',
        key,
      ],
    });
    await engine.docker('tag', engine.image, 'example/app:1');
    await engine.docker('network', 'create', 'shop');
    for (const [name, options] of Object.entries(containers)) {
      await engine.docker('run', '-d', '--name', name, ...options, ...sleeping);
    }
  }, 120_000);

  afterAll(async () => {
    await engine?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  async function scan(target: string, options: CliOptions = {}): Promise<Assessment> {
    const { stdout, stderr, status } = await runCli(
      ['scan', target, '--json', '--fail-on', 'none', '--framework', 'all', '--quiet'],
      { networkOf: engine.pid, ...options },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return parseAssessment(JSON.parse(stdout));
  }

  const statusOf = (assessment: Assessment, control: string, name: string): string | undefined =>
    assessment.findings.find(
      ({ controlId, subject }) => controlId === control && subject.name === name,
    )?.status;

  describe('one scan of a real engine', () => {
    let assessment: Assessment;
    beforeAll(async () => {
      assessment = await scan(`unix://${engine.socket}`);
    }, 60_000);

    const expected: Readonly<Record<string, Readonly<Record<string, 'pass' | 'fail'>>>> = {
      privileged: {
        'workload-not-privileged': 'fail',
        'workload-seccomp': 'fail',
        'workload-capabilities': 'fail',
        'workload-memory-limit': 'fail',
        'workload-no-host-network': 'pass',
      },
      hardened: {
        'workload-not-privileged': 'pass',
        'workload-capabilities': 'pass',
        'workload-no-new-privileges': 'pass',
        'workload-seccomp': 'pass',
        'workload-non-root-user': 'pass',
        'workload-read-only-root': 'pass',
        'workload-memory-limit': 'pass',
        'workload-cpu-limit': 'pass',
        'workload-pids-limit': 'pass',
        'workload-restart-bounded': 'pass',
        'workload-health-check': 'pass',
        'workload-no-host-network': 'pass',
        'workload-no-host-pid': 'pass',
        'workload-no-host-ipc': 'pass',
        'workload-no-host-uts': 'pass',
        'workload-no-default-bridge': 'pass',
        'workload-no-engine-socket': 'pass',
        'workload-log-rotation': 'pass',
      },
      'host-namespaces': {
        'workload-no-host-network': 'fail',
        'workload-no-host-pid': 'fail',
        'workload-no-host-ipc': 'fail',
        'workload-no-host-uts': 'fail',
        'workload-not-privileged': 'pass',
      },
      joiner: {
        'workload-no-host-network': 'fail',
        'workload-no-host-pid': 'fail',
        'workload-no-host-ipc': 'fail',
      },
      'vanilla-nil': {
        'workload-not-privileged': 'pass',
        'workload-non-root-user': 'fail',
        'workload-memory-limit': 'fail',
        'workload-pids-limit': 'fail',
        'workload-read-only-root': 'fail',
        'workload-no-default-bridge': 'fail',
      },
      scanner: { 'workload-not-privileged': 'fail', 'workload-memory-limit': 'fail' },
    };
    for (const [name, controls] of Object.entries(expected)) {
      it(`is right about ${name}`, () => {
        const found = Object.keys(controls).map((control) => [
          control,
          statusOf(assessment, control, name),
        ]);
        expect(Object.fromEntries(found)).toEqual(controls);
      });
    }

    it('lets every control speak', () => {
      const spoke = new Set(assessment.findings.map(({ controlId }) => controlId));
      expect(assessment.catalog.controls.filter(({ id }) => !spoke.has(id))).toEqual([]);
    });

    it('gives every observation its source', () => {
      const bare = assessment.findings.flatMap(({ controlId, observations }) =>
        observations
          .filter(({ source, gap }) => !source && !gap)
          .map(({ path }) => `${controlId} ${path}`),
      );
      expect(bare).toEqual([]);
    });

    it('points into what the engine really answered', async () => {
      const finding = assessment.findings.find(
        ({ controlId, subject }) =>
          controlId === 'workload-memory-limit' && subject.name === 'hardened',
      );
      const source = finding?.observations.find(
        ({ path }) => path === '/resources/memoryBytes',
      )?.source;
      expect(source).toMatchObject({ kind: 'api', pointer: '/HostConfig/Memory' });
      const [inspected] = z
        .array(z.object({ Id: z.string(), HostConfig: z.object({ Memory: z.number() }) }))
        .parse(JSON.parse(await engine.docker('inspect', 'hardened')));
      expect(source).toMatchObject({ endpoint: `/containers/${inspected?.Id}/json` });
      expect(inspected?.HostConfig.Memory).toBe(64 * 1024 * 1024);
    });

    it('gives each CIS item and each PCI requirement a status', () => {
      const count = (id: string): number =>
        assessment.frameworks.find((framework) => framework.id === id)?.requirements.length ?? 0;
      expect(count('cis-docker-1.8.0')).toBeGreaterThanOrEqual(118);
      expect(count('cis-docker-1.6.0')).toBeGreaterThanOrEqual(117);
      expect(count('pci-dss-3.1')).toBe(259);
    });
  });

  /** A finding less what names the transport. */
  const essence = ({ controlId, subject, status, severity, message }: Finding) => ({
    controlId,
    kind: subject.kind,
    id: subject.id,
    status,
    severity,
    message,
  });

  describe('the transport does not change the findings', () => {
    it('over a socket, over mutual TLS, and through a socket that forwards reads only', async () => {
      const forwarder = await forwardReadsOnly(engine.socket, join(folder, 'reads-only.sock'));
      try {
        const { DOCKER_CERT_PATH } = certificates.clientEnvironment;
        const direct = await scan(`unix://${engine.socket}`);
        const tls = await scan(`tcp://127.0.0.1:${port}`, {
          env: { DOCKER_CERT_PATH, DOCKER_TLS_VERIFY: '1' },
        });
        const forwarded = await scan(`unix://${forwarder.socket}`);
        expect(tls.findings.map(essence)).toEqual(direct.findings.map(essence));
        expect(forwarded.findings.map(essence)).toEqual(direct.findings.map(essence));
        expect(forwarder.refused).toEqual([]);
        expect(forwarder.forwarded.length).toBeGreaterThan(10);
        // What `plimsoll access` says is read is all that is read.
        const stated = engineEndpoints.map(
          (endpoint) => new RegExp(`^${endpoint.replace('{id}', '[^/]+')}$`),
        );
        const unstated = forwarder.forwarded
          .map((line) => line.replace(/\?.*$/, '').replace(/ \/v\d+\.\d+\//, ' /'))
          .filter((line) => !stated.some((pattern) => pattern.test(line)));
        expect(unstated).toEqual([]);
      } finally {
        await forwarder.stop();
      }
    }, 120_000);
  });

  describe('what may not be read is unknown, never a pass', () => {
    it('as a user who may not read the socket', async () => {
      const { stdout, stderr, status } = await runCli(
        ['scan', `unix://${engine.socket}`, '--json'],
        {
          uid: 65_534,
        },
      );
      expect(status).toBe(2);
      expect(stderr).toContain('engine-denied');
      const { findings, gaps } = parseAssessment(JSON.parse(stdout));
      expect(gaps).toMatchObject([{ reason: 'denied' }]);
      expect(findings.length).toBeGreaterThan(40);
      // What is read from files alone, no engine would have held.
      expect(
        findings.filter(
          ({ status: each, subject }) => each !== 'unknown' && !namedKinds[subject.kind],
        ),
      ).toEqual([]);
    });

    it('on a host where the folder of daemon.json may not be entered', async () => {
      const root = join(folder, 'root');
      await mkdir(join(root, 'etc/docker'), { recursive: true });
      await writeFile(join(root, 'etc/os-release'), 'ID=debian\nVERSION_ID=13\nNAME=Debian\n');
      await writeFile(join(root, 'etc/docker/daemon.json'), '{}');
      const config = (assessment: Assessment) =>
        assessment.findings.find(({ controlId }) => controlId === 'host-daemon-config-mode');
      const asUser = async (uid: number): Promise<Assessment> =>
        parseAssessment(
          JSON.parse((await runCli(['scan', `host:${root}`, '--json'], { uid })).stdout),
        );
      await chmod(folder, 0o755);
      expect(config(await asUser(65_534))?.status).toBe('pass');
      await chmod(join(root, 'etc/docker'), 0o700);
      const denied = config(await asUser(65_534));
      expect(denied?.status).toBe('unknown');
      expect(denied?.message.en).toContain('denied');
    });
  });

  describe('collect once, assess and report later', () => {
    it('from the file alone, with the same bytes twice', async () => {
      const snapshot = join(folder, 'snapshot.json');
      const collected = await runCli(['collect', `unix://${engine.socket}`, '-o', snapshot]);
      expect(collected.status).toBe(0);
      const files = await Promise.all(
        ['one', 'two'].map(async (name) => {
          const assessment = join(folder, `${name}.json`);
          const out = join(folder, name);
          await runCli(['assess', snapshot, '-o', assessment, '--framework', 'cis-docker-1.8.0']);
          const report = await runCli([
            ...['report', assessment, '--quiet', '--format', 'html,pdf', '-o', out],
          ]);
          expect([report.stderr, report.status]).toEqual(['', 0]);
          return Promise.all(
            [
              assessment,
              join(out, 'report-cis-docker-1.8.0-en.html'),
              join(out, 'report-cis-docker-1.8.0-en.pdf'),
            ].map((path) => readFile(path)),
          );
        }),
      );
      const [one, two] = files;
      expect(one?.map((file) => file.length > 1000)).toEqual([true, true, true]);
      expect(two?.map((file, at) => file.equals(one?.[at] ?? Buffer.of()))).toEqual([
        true,
        true,
        true,
      ]);
    }, 120_000);
  });
});
