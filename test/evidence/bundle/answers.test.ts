import { inEnglish } from '../../support/in-english.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, type Collection } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { answersSchema } from '../../../src/evidence/bundle/answers.ts';
import { buildBundle } from '../../../src/evidence/bundle/build-bundle.ts';
import { writeContainer } from '../../../src/evidence/zip/write-zip.ts';
import { answerFinder } from '../../../src/evidence/bundle/find-answer.ts';
import { openBundle, type OpenBundle } from '../../../src/evidence/bundle/open-bundle.ts';
import { verifyBundle } from '../../../src/evidence/bundle/verify-bundle.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { tool } from '../../support/judge.ts';
import { describeWithRoot } from '../../support/needs.ts';

/** Known strings, each planted somewhere else; none may be in any byte of a bundle. */
const canaries = {
  environment: 'canary-env-1a7f',
  plainEnvironment: 'canary-harmless-2b80',
  label: 'canary-label-3c91',
  composeLabel: 'canary-compose-4da2',
  flag: 'canary-flag-5eb3',
  splitFlag: 'canary-split-6fc4',
  spacedFlag: 'canary-spaced-70d5',
  script: 'canary-script-81e6',
  url: 'canary-url-92f7',
  mountLabel: 'canary-storage-a308',
  buildArgument: 'canary-arg-b419',
  buildVariable: 'canary-variable-c52a',
  buildRun: 'canary-run-d63b',
  imageLabel: 'canary-imagelabel-e74c',
  logOption: 'canary-log-f85d',
  volumeOption: 'canary-volume-096e',
  volumeLabel: 'canary-volumelabel-1a7a',
  networkLabel: 'canary-network-2b8b',
  healthCheck: 'canary-health-3c9c',
  annotation: 'canary-annotation-4dad',
  secretContent: 'canary-swarmsecret-5ebe',
  configContent: 'canary-config-6fcf',
  serviceEnvironment: 'canary-service-70e0',
  servicePlainEnvironment: 'canary-serviceplain-81f1',
  serviceLabel: 'canary-servicelabel-9202',
  serviceArgument: 'canary-serviceargument-a313',
  previousEnvironment: 'canary-previous-b424',
  execArgument: 'canary-exec-c535',
  engineLabel: 'canary-enginelabel-d646',
} as const;

describeWithRoot('the answers in a bundle', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let collection: Collection;
  let assessment: Assessment;
  let bytes: Uint8Array;
  let bundle: OpenBundle;

  const bundleOf = ({ snapshot, answers }: Collection): Promise<Uint8Array> => {
    assessment = assess(snapshot, { catalog: builtin, tool });
    const sources = { controls: [] };
    return buildBundle({ snapshot, answers, assessment, catalog: builtin, sources, tool });
  };
  const collectNow = (keepAnswers: boolean): Promise<Collection> =>
    collect({
      targets: [{ kind: 'engine', address: `unix://${engine.socket}` }],
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: '/nonexistent',
      keepAnswers,
    });

  beforeAll(async () => {
    process.env['DOCKER_BUILDKIT'] = '0';
    engine = await startEngine({ flags: ['--label', `api_token=${canaries.engineLabel}`] });
    await plant(engine);
    collection = await collectNow(true);
    bytes = await bundleOf(collection);
    bundle = openBundle(bytes);
  }, 120_000);
  afterAll(async () => {
    delete process.env['DOCKER_BUILDKIT'];
    await engine?.docker('swarm', 'leave', '--force').catch(() => '');
    await engine?.stop();
  });

  it.each(Object.entries(canaries))('have no byte of the %s, plain or in base64', (_, canary) => {
    const all = Buffer.from(bytes);
    expect(all.includes(canary)).toBe(false);
    for (const shift of [0, 1, 2]) {
      const encoded = Buffer.from(`${' '.repeat(shift)}${canary}`).toString('base64');
      expect(all.includes(encoded.slice(4, -4))).toBe(false);
    }
  });

  it('were asked for where the canaries stand', async () => {
    const { docker } = engine;
    const raw = await Promise.all([
      docker('inspect', 'leaky', 'running'),
      docker('history', '--no-trunc', 'leaky:latest'),
      docker('volume', 'inspect', 'share'),
      docker('network', 'inspect', 'meshed'),
      docker('service', 'inspect', 'web'),
      docker('info', '--format', '{{json .}}'),
    ]);
    const shown = raw.join('\n');
    const { secretContent: _, configContent: __, execArgument: ___, ...others } = canaries;
    for (const canary of Object.values(others)) expect(shown).toContain(canary);
  });

  it('hold every fact that an API gave for a finding, or tell what the engine left out', () => {
    const find = answerFinder(bundle);
    const api = assessment.findings.flatMap(({ subject, observations }) =>
      observations.flatMap(({ source, gap, value, subject: other }) =>
        source?.kind === 'api' && gap === undefined
          ? [{ ...source, value, target: (other ?? subject).target }]
          : [],
      ),
    );
    expect(api.length).toBeGreaterThan(500);
    // Of a container that does not run nobody asks what changed in it: there is no such fact.
    const lost = api.filter(
      (place) => !find(place) && !(place.endpoint.endsWith('/changes') && place.value === null),
    );
    expect(lost).toEqual([]);
    const exact = api.filter((place) => find(place)?.pointer === place.pointer);
    expect(exact.length / api.length).toBeGreaterThan(0.8);
    // A scalar that stands in both is the same in both, but for what was dropped from the answer.
    const booleans = api.filter((place) => /Privileged$|ReadonlyRootfs$/.test(place.pointer));
    expect(booleans.length).toBeGreaterThan(0);
    for (const place of booleans) expect(find(place)?.value).toBe(place.value);
    for (const place of api.slice(0, 50)) expect(find(place)?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('are those of subjects in the snapshot alone, and in one order', () => {
    const { answers, redactions } = answersSchema.parse(bundle.readJson('answers.json'));
    const ids = new Set(collection.snapshot.subjects.map(({ id }) => id));
    const things = answers.flatMap(({ endpoint }) => {
      const id = /^\/(?:containers|images|volumes|networks)\/([^/]+)\//.exec(endpoint)?.[1];
      return id === undefined || endpoint.startsWith('/containers/json') ? [] : [id];
    });
    expect(things.length).toBeGreaterThan(3);
    expect(things.filter((id) => !ids.has(id) && id !== 'json')).toEqual([]);
    const endpoints = answers.map(({ endpoint }) => endpoint);
    expect(endpoints).toEqual(endpoints.toSorted());
    expect(redactions.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['arguments', 'content', 'environment', 'secret-name']),
    );
  });

  it('have the same bytes for the same collection, and cost a snapshot nothing', async () => {
    expect(Buffer.compare(bytes, await bundleOf(collection))).toBe(0);
    const { answers, redactions } = collection.answers ?? { answers: [], redactions: {} };
    const shuffled = { answers: answers.toReversed(), redactions };
    expect(Buffer.compare(bytes, await bundleOf({ ...collection, answers: shuffled }))).toBe(0);
    const without = await collectNow(false);
    expect(without).not.toHaveProperty('answers');
    expect(without.snapshot.redactions).toEqual(collection.snapshot.redactions);
    expect(openBundle(await bundleOf(without)).manifest.answers).toBe('not-kept');
    expect(bundle.manifest.answers).toBe('kept');
  });

  it('that an index does not name, or that it names in vain, are found', () => {
    const { entries } = verifyBundle(bytes);
    const one = entries.find(({ path }) => path.startsWith('answers/'));
    const less = writeContainer(entries.filter((entry) => entry !== one));
    expect(verifyBundle(less).problems).toContainEqual({
      path: one?.path,
      message: inEnglish('Missing.'),
    });
    const none = writeContainer(entries.filter(({ path }) => path !== 'answers.json'));
    expect(verifyBundle(none).intact).toBe(false);
  });
});

describe('a bundle without answers', () => {
  it('leads to none', () => {
    const nothing = { readJson: () => undefined } as unknown as OpenBundle;
    expect(answerFinder(nothing)({ target: 't', endpoint: '/info', pointer: '' })).toBeUndefined();
  });
});

async function plant({ docker, image, folder }: TestEngine): Promise<void> {
  const context = join(folder, 'context');
  await mkdir(context);
  await writeFile(
    join(context, 'Dockerfile'),
    [
      `FROM ${image}`,
      'ARG API_TOKEN',
      `ENV DB_PASSWORD="${canaries.buildVariable} with spaces"`,
      `RUN echo --password=${canaries.buildRun} > /dev/null`,
      `LABEL token=${canaries.imageLabel}`,
    ].join('\n'),
  );
  await docker(
    ...['build', '--network=none', `--build-arg=API_TOKEN=${canaries.buildArgument}`],
    ...['--tag=leaky', context],
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
    ...[`--annotation=api_key=${canaries.annotation}`],
    ...['--log-driver=splunk', '--log-opt=splunk-url=https://splunk.example'],
    `--log-opt=splunk-token=${canaries.logOption}`,
    `--health-cmd=wget --header "Authorization: Bearer ${canaries.healthCheck}" http://localhost`,
    ...['--tmpfs', '/scratch:size=1m'],
    ...['--mount', `type=volume,target=/x,volume-label=secret=${canaries.mountLabel}`],
    ...['--entrypoint=sh', 'leaky', '-c'],
    `DB_PASSWORD=${canaries.script} exec app --db postgres://u:${canaries.url}@db`,
    ...['--token', canaries.flag, '--password', `it's a ${canaries.spacedFlag} one`],
  );
  await docker(
    ...['run', '--detach', '--name=running', '--network=none', '--entrypoint=sh', image],
    ...['-c', 'sleep 3600', '--password', canaries.splitFlag],
  );
  await docker('exec', '--detach', 'running', 'sh', '-c', 'sleep 3600', canaries.execArgument);
  await docker('swarm', 'init', '--advertise-addr=127.0.0.1');
  await writeFile(join(folder, 'secret'), canaries.secretContent);
  await writeFile(join(folder, 'config'), `db_password: ${canaries.configContent}\n`);
  await docker('secret', 'create', 'db', join(folder, 'secret'));
  await docker('config', 'create', 'app', join(folder, 'config'));
  await docker(
    ...['service', 'create', '--detach', '--name=web', '--network=host', '--replicas=0'],
    ...[
      `--env=API_KEY=${canaries.serviceEnvironment}`,
      `--env=COLOUR=${canaries.servicePlainEnvironment}`,
      `--env=OLD_TOKEN=${canaries.previousEnvironment}`,
      `--label=token=${canaries.serviceLabel}`,
      'leaky',
      ...['app', '--token', canaries.serviceArgument],
    ],
  );
  await docker('service', 'update', '--detach', '--env-rm=OLD_TOKEN', 'web');
}
