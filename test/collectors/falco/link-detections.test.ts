import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLog } from '../../../src/collectors/falco/collect-falco.ts';
import { linkDetections } from '../../../src/collectors/falco/link-detections.ts';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { defineCollector } from '../../../src/core/snapshot/collector.ts';
import { parseTarget } from '../../../src/collectors/gathering/parse-target.ts';
import { workload } from '../../../src/core/subjects/workload/workload.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { subjectOf } from '../../support/judge.ts';

const id = `abcdef012345${'6'.repeat(52)}`;
const alertOf = (container: string): string =>
  JSON.stringify({
    rule: 'Terminal shell in container',
    priority: 'Notice',
    time: '2026-11-23T10:00:00Z',
    output_fields: { 'container.id': container, 'proc.name': 'sh' },
  });
const alive = JSON.stringify({
  hostname: 'quay-1',
  rule: 'Falco internal: metrics snapshot',
  priority: 'Informational',
  source: 'internal',
  time: '2026-11-23T11:00:00Z',
  output_fields: { 'falco.start_ts': 1_795_305_600_000_000_000, 'scap.n_drops': 0 },
});

const host = subjectOf('engine', {}, { name: 'quay-1' });
const container = subjectOf('workload', { ...compliantWorkload }, { id });
const linked = (subject: typeof container, ...logs: readonly string[]) =>
  linkDetections(
    [host, subject],
    logs.map((each, at) => readLog(each, `falco:${at}`, String(at))),
  )[1];

describe('a container', () => {
  it('has the alerts with its id, each with its line', () => {
    const found = linked(container, ['', alertOf(id.slice(0, 12)), alertOf(id)].join('\n'));
    expect(found?.facts['detections']).toMatchObject([
      { log: 'falco:0', watched: null, alerts: [{ program: 'sh' }, { program: 'sh' }] },
    ]);
    expect(found?.sources).toMatchObject({
      '/detections/0': { kind: 'file', path: '0' },
      '/detections/0/alerts/0': { kind: 'file', path: '0', line: 2 },
      '/detections/0/alerts/1': { kind: 'file', path: '0', line: 3 },
    });
    expect(workload.schema.parse(found?.facts)).toEqual(found?.facts);
  });

  it('has no alert of one whose id begins alike', () => {
    const others = [`${id.slice(0, 12)}${'7'.repeat(52)}`, 'abcdef012346'];
    expect(linked(container, others.map(alertOf).join('\n'))?.facts['detections']).toMatchObject([
      { alerts: [] },
    ]);
  });

  it('was watched where its engine gives its host the name of a sign of life', () => {
    expect(linked(container, alive, '')?.facts['detections']).toMatchObject([
      { watched: { until: '2026-11-23T11:00:00Z', lost: 0 } },
      { watched: null },
    ]);
    const elsewhere = { ...container, target: 'tcp://192.0.2.1:2376' };
    expect(linked(elsewhere, alive)?.facts['detections']).toMatchObject([{ watched: null }]);
  });

  it('may have more where a line could not be read', () => {
    expect(linked(container, '{')?.gaps).toMatchObject([
      { path: '/detections/0/alerts/-', reason: 'malformed' },
    ]);
  });

  it('has nothing of the kind without a log, nor has what no engine made', () => {
    expect(linked(container)).toBe(container);
    const declared = subjectOf('workload', { ...compliantWorkload, origin: 'compose-service' });
    expect(linked(declared, alertOf(id))).toBe(declared);
  });
});

describe('a collection with a log', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-falco-'));
    await writeFile(
      join(folder, 'alerts.json'),
      `${alertOf(id).replace('"sh"', '"ghp_abcdefghijklmnopqrstuvwxyz0123456789"')}\n`,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const collectWith = (file: string) =>
    collect({
      targets: [
        parseTarget(`falco:${join(folder, file)}`),
        {
          kind: 'own',
          collector: defineCollector({
            id: 'own:web',
            kinds: [workload],
            description: 'test',
            access: 'test',
            collect: () =>
              Promise.resolve([
                {
                  kind: 'workload' as const,
                  id,
                  name: 'web',
                  facts: compliantWorkload,
                  sources: { '': { kind: 'probe', address: 'test', what: 'test' } },
                },
              ]),
          }),
        },
      ],
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: '/nonexistent',
    });

  it('gives containers their alerts, less what looks like a secret', async () => {
    const { snapshot, failures } = await collectWith('alerts.json');
    expect(failures).toEqual([]);
    expect(snapshot.targets).toMatchObject([{ kind: 'scanner', machine: '*' }, { id: 'own:web' }]);
    const [found] = snapshot.subjects;
    expect(JSON.stringify(found?.facts['detections'])).toContain('"program":"[redacted ');
    expect(JSON.stringify(snapshot)).not.toContain('ghp_');
  });

  it.each(['missing.json', ''])(
    'says that alerts are not known where %j is no file',
    async (file) => {
      const { snapshot, failures } = await collectWith(file);
      expect(failures).toHaveLength(1);
      const [found] = snapshot.subjects;
      expect(found?.gaps).toMatchObject([{ path: '/detections/0/alerts/-' }]);
    },
  );
});
