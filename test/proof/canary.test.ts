import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { describeWithRoot } from '../support/needs.ts';
import { workloadNoSecretsInEnvironment } from '../../src/controls/workload/workload-no-secrets-in-environment.ts';
import { fromFixture, testControl, aWorkload } from '../../src/testing.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { readPdf } from '../support/pdf-tools.ts';

/** Strings that must be in no byte of anything that leaves, each planted where people leave secrets. */
const canaries = {
  environment: 'Kq7vXw2pLm9RtY4e',
  accessKey: 'AKIAQX7RM2PLKJ5WNT3D',
  url: 'hunter2Ztop9fjq',
  label: 'Zx8cVb5nMq2wEr6t',
  composeLabel: 'Pw4rTy7uIo1pAs3d',
  argument: 'Gh5jKl8zXc2vBn6m',
  history: 'Df9gHj3kLp6oIu2y',
  logOption: 'Ty6uIo9pAs4dFg1h',
  volumeOption: 'Bn3mVc8xZl5kJh2g',
} as const;

describeWithRoot('nothing secret leaves', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-canary-'));
    engine = await startEngine();
    const { image, docker } = engine;
    await docker('create', '--name', 'base', image, 'true');
    await docker(
      'commit',
      ...['--change', `ENV DEPLOY_TOKEN=${canaries.history}`],
      ...['--change', `LABEL registry.password=${canaries.history}`],
      ...['--message', `docker login --password ${canaries.history}`],
      'base',
      'shop/web:1',
    );
    await docker(
      ...['volume', 'create', '--opt', 'type=cifs', '--opt', 'device=//nas/share'],
      ...['--opt', `o=addr=192.0.2.1,username=shop,password=${canaries.volumeOption} tail`],
      'share',
    );
    await docker(
      'run',
      ...['-d', '--name', 'canary', '--network', 'none'],
      ...['--env', `DB_PASSWORD=${canaries.environment}`],
      ...['--env', `AWS_ACCESS=${canaries.accessKey}`],
      ...['--env', `DATABASE=postgres://shop:${canaries.url}@db.example.org/shop`],
      ...['--label', `com.example.api-token=${canaries.label}`],
      ...['--label', `com.docker.compose.environment.SECRET_KEY=${canaries.composeLabel}`],
      ...['--log-opt', `labels=password=${canaries.logOption}`],
      'shop/web:1',
      ...['sh', '-c', 'sleep 100000', '--password', canaries.argument],
    );
  }, 60_000);

  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('no planted secret is in any byte of what leaves', async () => {
    const at = (name: string): string => join(folder, name);
    const runs = [
      await runCli(['collect', `unix://${engine.socket}`, '-o', at('snapshot.json')]),
      await runCli([
        'assess',
        at('snapshot.json'),
        '-o',
        at('assessment.json'),
        '--fail-on',
        'none',
      ]),
      await runCli([
        'report',
        at('assessment.json'),
        '--format',
        'html,pdf,json,ndjson',
        '-o',
        folder,
      ]),
      await runCli(['scan', `unix://${engine.socket}`, '--bundle', at('out.plimsoll')]),
      await runCli([
        'record',
        `unix://${engine.socket}`,
        ...['--kind', 'workload', '--name', 'canary', '-o', at('fixture.json')],
      ]),
    ];
    expect(runs.slice(0, 3).map(({ status }) => status)).toEqual([0, 0, 0]);
    const texts = new Map(runs.map(({ stdout, stderr }, run) => [`run ${run}`, stdout + stderr]));
    for (const name of await readdir(folder)) {
      const text = name.endsWith('.pdf')
        ? readPdf('pdftotext', at(name))
        : await readFile(at(name), 'utf8');
      texts.set(name, text);
    }
    expect(texts.size).toBe(runs.length + 7);
    const leaks = [...texts].flatMap(([where, text]) =>
      Object.entries(canaries)
        .filter(([, secret]) => text.includes(secret))
        .map(([what]) => `${what} in ${where}`),
    );
    expect(leaks).toEqual([]);
    // And they were seen, not only missed.
    expect(texts.get('snapshot.json')).toContain('DB_PASSWORD');
    expect(texts.get('out.plimsoll')).toContain('DB_PASSWORD');
    expect(texts.get('run 3')).toContain('workload-no-secrets-in-environment');
    // What was recorded of a live engine serves a test of a control.
    expect(texts.get('run 4')).toContain('workload canary');
    const recorded = fromFixture(at('fixture.json'), { kind: 'workload', name: 'canary' });
    testControl(workloadNoSecretsInEnvironment, { pass: [aWorkload()], fail: [recorded] });
  }, 60_000);
});
