import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { harvestEngine, workloadOf } from '../../support/harvest-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

/** What stands for a value that is not kept: equal values have equal marks. */
const marked = expect.stringMatching(/^\[redacted [0-9a-f]{16}\]$/) as string;

/** Facts with marks that are all alike. */
const unmarked = (facts: unknown): unknown =>
  JSON.parse(JSON.stringify(facts).replaceAll(/\[redacted [0-9a-f]{16}\]/g, '[redacted]'));

/** Known strings, each planted somewhere else; none may be in anything that is kept. */
const canaries = {
  environment: 'canary-env-7f3a',
  plainEnvironment: 'canary-harmless-71c0',
  label: 'canary-label-8b2c',
  composeLabel: 'canary-compose-9d1e',
  flag: 'canary-flag-a04f',
  script: 'canary-script-b15a',
  url: 'canary-url-c26b',
  buildArgument: 'canary-arg-d37c',
  // No part of it is hexadecimal: ids by chance hold any four such digits.
  buildVariable: 'canary-variable w48q with spaces',
  buildRun: 'canary-run-f59e',
  imageLabel: 'canary-imagelabel-06af',
  logOption: 'canary-log-17b0',
  volumeOption: 'canary-volume-28c1',
  volumeLabel: 'canary-volumelabel-39d2',
  networkLabel: 'canary-network-4ae3',
  healthCheck: 'canary-health-5bf4',
  checkedContainer: 'canary-checked-1da2',
  checkedService: 'canary-checkedservice-2eb3',
  secretContent: 'canary-swarmsecret-6c05',
  configContent: 'canary-config-7d16',
  serviceEnvironment: 'canary-service-8e27',
  serviceLabel: 'canary-servicelabel-9f38',
} as const;

describeWithRoot('secrets', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let harvest: Harvest;

  beforeAll(async () => {
    process.env['DOCKER_BUILDKIT'] = '0';
    engine = await startEngine();
    const { docker, image, folder } = engine;
    const context = join(folder, 'context');
    await mkdir(context);
    await writeFile(
      join(context, 'Dockerfile'),
      [
        `FROM ${image}`,
        'ARG API_TOKEN',
        `ENV DB_PASSWORD="${canaries.buildVariable}"`,
        `RUN echo --password=${canaries.buildRun} > /dev/null`,
        `LABEL token=${canaries.imageLabel}`,
      ].join('\n'),
    );
    await docker(
      'build',
      '--network=none',
      `--build-arg=API_TOKEN=${canaries.buildArgument}`,
      '--tag=leaky',
      context,
    );
    await docker(
      ...['volume', 'create', 'share', '--opt=type=cifs', '--opt=device=//host/share'],
      ...[
        `--opt=o=username=u,password=${canaries.volumeOption},vers=3.0`,
        `--label=password=${canaries.volumeLabel}`,
      ],
    );
    await docker('network', 'create', '--label', `secret=${canaries.networkLabel}`, 'meshed');
    await docker(
      ...['create', '--name=leaky', '--network=none'],
      ...[
        `--env=POSTGRES_PASSWORD=${canaries.environment}`,
        `--env=GREETING=${canaries.plainEnvironment}`,
      ],
      ...[`--label=api_key=${canaries.label}`],
      ...[`--label=com.docker.compose.environment=MODE=x\nDB_PASSWORD=${canaries.composeLabel}`],
      ...[
        '--log-driver=splunk',
        '--log-opt=splunk-url=https://splunk.example',
        `--log-opt=splunk-token=${canaries.logOption}`,
      ],
      `--health-cmd=wget --header "Authorization: Bearer ${canaries.healthCheck}" http://localhost`,
      ...[
        'leaky',
        'sh',
        '-c',
        `DB_PASSWORD=${canaries.script} exec app --db postgres://u:${canaries.url}@db`,
      ],
      ...['--token', canaries.flag],
    );
    await docker(
      ...['create', '--name=checked', '--network=none'],
      ...[`--health-cmd=wget --header "X" --user me:${canaries.checkedContainer}`, 'leaky', 'true'],
    );
    await docker('swarm', 'init', '--advertise-addr=127.0.0.1');
    await writeFile(join(folder, 'secret'), canaries.secretContent);
    await writeFile(join(folder, 'config'), `db_password: ${canaries.configContent}\n`);
    await docker('secret', 'create', 'db', join(folder, 'secret'));
    await docker('config', 'create', 'app', join(folder, 'config'));
    await docker(
      ...['service', 'create', '--detach', '--name=web', '--network=host', '--replicas=0'],
      ...[
        `--env=API_KEY=${canaries.serviceEnvironment}`,
        `--label=token=${canaries.serviceLabel}`,
        'leaky',
      ],
    );
    await docker(
      ...['service', 'create', '--detach', '--name=checked', '--network=host', '--replicas=0'],
      ...[`--health-cmd=wget --password ${canaries.checkedService}`, 'leaky', 'true'],
    );
    harvest = await harvestEngine(`unix://${engine.socket}`);
  });
  afterAll(async () => {
    delete process.env['DOCKER_BUILDKIT'];
    await engine?.docker('swarm', 'leave', '--force').catch(() => '');
    await engine?.stop();
  });

  it.each(Object.entries(canaries))(
    'of the %s are in no byte of what is kept',
    async (_, canary) => {
      expect(JSON.stringify(harvest)).not.toContain(canary);
      expect(JSON.stringify(harvest)).not.toContain(canary.split(' ')[1] ?? canary);
    },
  );

  it('were really there to be found', async () => {
    const raw = await Promise.all([
      engine.docker('inspect', 'leaky'),
      engine.docker('history', '--no-trunc', 'leaky:latest'),
      engine.docker('volume', 'inspect', 'share'),
      engine.docker('inspect', 'checked'),
      engine.docker('service', 'inspect', 'web', 'checked'),
      engine.docker('config', 'inspect', 'app'),
      engine.docker('network', 'inspect', 'meshed'),
    ]);
    const text = raw.join('\n');
    const { secretContent: _, configContent, ...shown } = canaries;
    for (const canary of Object.values(shown)) expect(text).toContain(canary);
    const content = `db_password: ${configContent}\n`;
    expect(text).toContain(Buffer.from(content).toString('base64'));
    expect(harvest.subjects.filter(({ kind }) => kind === 'secret')).toHaveLength(2);
  });

  it('are told by name, rule and fingerprint', () => {
    expect(workloadOf(harvest, 'leaky')).toMatchObject({
      environment: expect.arrayContaining([
        expect.objectContaining({ name: 'POSTGRES_PASSWORD', secret: true, rule: 'secret-name' }),
        expect.objectContaining({ name: 'DB_PASSWORD', secret: true, rule: 'secret-name' }),
        { name: 'GREETING', secret: false, rule: null, fingerprint: null },
      ]) as unknown,
      secretLabels: expect.arrayContaining([
        expect.objectContaining({ name: 'api_key', secret: true }),
        expect.objectContaining({ name: 'com.docker.compose.environment', secret: true }),
      ]) as unknown,
      secretArguments: expect.arrayContaining([
        'secret-name',
        'url-credentials',
        'authorization-header',
      ]) as unknown,
      logging: {
        options: { 'splunk-token': marked, 'splunk-url': 'https://splunk.example' },
      },
    });
    expect(harvest.redactions['secret-name']).toBeGreaterThan(8);
  });

  it('are found in a health check alone, which is then named as the source', () => {
    const found = harvest.subjects.filter(
      ({ kind, name }) => kind === 'workload' && name === 'checked',
    );
    const sources = found.map(({ facts, sources: own }) => [
      facts['origin'],
      facts['secretArguments'],
      own?.['/secretArguments'],
    ]);
    const at = (pointer: string) => expect.objectContaining({ kind: 'api', pointer }) as unknown;
    expect(sources).toEqual(
      expect.arrayContaining([
        ['container', ['login-option'], at('/Config/Healthcheck/Test')],
        [
          'swarm-service',
          ['login-option'],
          at('/Spec/TaskTemplate/ContainerSpec/Healthcheck/Test'),
        ],
      ]),
    );
  });

  it('are found in the content of a configuration, which is not kept', () => {
    const config = harvest.subjects.find(({ facts: { store } }) => store === 'config');
    expect(config?.facts['secretRules']).toEqual(['secret-name']);
  });

  it('leave what is around them', () => {
    const volume = harvest.subjects.find(({ kind }) => kind === 'volume');
    expect(unmarked(volume?.facts['mountOptions'])).toBe(
      'username=[redacted],password=[redacted],vers=3.0',
    );
    expect(unmarked(workloadOf(harvest, 'leaky')['command'])).toEqual([
      'sh',
      '-c',
      'DB_PASSWORD=[redacted] exec app --db [redacted]',
      '--token',
      '[redacted]',
    ]);
  });
});
