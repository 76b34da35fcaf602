import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../../src/collectors/compose/collect-compose.ts';
import type { Harvest } from '../../../../src/collectors/gathering/collector-result.ts';
import { misfits } from '../../../../src/core/snapshot/hold-to-schema.ts';
import { builtinKinds } from '../../../../src/core/subjects/kinds.ts';
import type { SubjectKind } from '../../../../src/core/facts/subject.ts';

const file = `name: shop
services:
  web:
    image: web:1
    networks: [front, back, partner, wide]
    volumes:
      - data:/data
      - nas:/nas
      - etc:/host-etc
      - elsewhere:/e
      - /anonymous
  job: {image: job:1}
  debug: {image: debug:1, profiles: [debug], networks: [tools], volumes: ["dump:/d"]}
networks:
  front:
  back:
    internal: true
    driver_opts:
      com.docker.network.bridge.enable_icc: "F"
    ipam: {config: [{subnet: 10.9.0.0/24}]}
    labels: {tier: data}
  wide:
    driver: overlay
    attachable: true
    driver_opts: {encrypted: "false"}
  partner: {external: true, name: partner-net}
  tools: {}
  unused: {internal: true}
volumes:
  data:
  nas:
    driver_opts: {type: nfs4, o: "addr=nas.example.com,ro", device: ":/export"}
  etc:
    name: host-etc
    driver_opts: {type: none, o: bind, device: /etc}
  elsewhere: {external: true}
  dump: {}
  unused: {}
`;

let folder = '';
let harvest: Harvest;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
  writeFileSync(join(folder, 'compose.yaml'), file);
  harvest = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (kind: string, id: string) => {
  const found = harvest.subjects.find((each) => each.kind === kind && each.id === id);
  if (!found) throw new Error(`There is no ${kind} ${id}.`);
  return found;
};
const idsOf = (kind: string) =>
  harvest.subjects.filter((each) => each.kind === kind).map(({ id }) => id);
const lineOf = (kind: string, id: string, path: string) => {
  const source = of(kind, id).sources?.[path];
  return source?.kind === 'file' ? [source.line, source.column, source.unset === true] : undefined;
};

/** Line and column of the first text that is found after a mark in the file. */
function placeOf(mark: string, text: string): readonly [number, number] {
  const before = file.slice(0, file.indexOf(text, file.indexOf(mark)));
  return [before.split('\n').length, before.length - before.lastIndexOf('\n')];
}

describe('what a project holds beside its services', () => {
  it('is what they use and it makes itself, each once', () => {
    expect(idsOf('network')).toEqual([
      'shop_front',
      'shop_back',
      'shop_wide',
      'shop_default',
      'shop_tools',
    ]);
    expect(idsOf('volume')).toEqual(['shop_data', 'shop_nas', 'host-etc', 'shop_dump']);
    expect(harvest.population).toContainEqual(
      expect.objectContaining({ kind: 'network', existed: 5, read: 5 }),
    );
  });

  it('fits the schema of its kind', () => {
    const kinds = new Map<string, SubjectKind>(builtinKinds.map((kind) => [kind.kind, kind]));
    for (const subject of harvest.subjects) {
      const kind = kinds.get(subject.kind);
      expect([subject.id, kind && misfits(kind, subject)]).toEqual([subject.id, []]);
    }
  });

  it('is told of a network, with the place of what is set and that of its name for the rest', () => {
    expect(of('network', 'shop_back').facts).toMatchObject({
      driver: 'bridge',
      internal: true,
      interContainerTraffic: false,
      encrypted: null,
      subnets: ['10.9.0.0/24'],
      usedBy: ['web'],
      labels: { tier: 'data' },
      declared: true,
      compose: { project: 'shop', name: 'back' },
    });
    expect(lineOf('network', 'shop_back', '/internal')).toEqual([
      ...placeOf('\n  back:', 'true'),
      false,
    ]);
    expect(lineOf('network', 'shop_back', '/attachable')).toEqual([
      ...placeOf('\n  back:', 'back'),
      true,
    ]);
    expect(lineOf('network', 'shop_front', '/internal')).toEqual([
      ...placeOf('\n  front:', 'front'),
      true,
    ]);
  });

  it('is told of the default network, which stands nowhere, at the services', () => {
    expect(of('network', 'shop_default').facts).toMatchObject({ internal: false, usedBy: ['job'] });
    expect(lineOf('network', 'shop_default', '/internal')).toEqual([2, 1, true]);
  });

  it('is told of an overlay, that its traffic is encrypted', () => {
    expect(of('network', 'shop_wide').facts).toMatchObject({
      driver: 'overlay',
      scope: 'swarm',
      attachable: true,
      encrypted: true,
      interContainerTraffic: null,
    });
    expect(lineOf('network', 'shop_wide', '/encrypted')).toEqual([
      ...placeOf('\n  wide:', '"false"}'),
      false,
    ]);
  });

  it('is told of a volume, with what is behind it as far as that can be seen', () => {
    expect(of('volume', 'shop_nas').facts).toMatchObject({
      fileSystem: 'nfs4',
      mountOptions: expect.stringMatching(/^addr=\[redacted [0-9a-f]{16}\],ro$/) as string,
      device: ':/export',
      hostPath: null,
      usedBy: ['web'],
    });
    const etc = of('volume', 'host-etc');
    expect(etc.facts).toMatchObject({ device: '/etc', compose: { project: 'shop', name: 'etc' } });
    expect(etc.gaps.map(({ path }) => path).toSorted()).toEqual(['/hostPath', '/mountPoint']);
    expect(lineOf('volume', 'shop_nas', '/device')).toEqual([
      ...placeOf('\n  nas:', '":/export"'),
      false,
    ]);
  });

  it('names in the project itself what is off and what is made elsewhere', () => {
    expect(of('compose-project', 'shop').facts).toMatchObject({
      name: 'shop',
      folder,
      files: ['compose.yaml'],
      services: [
        { name: 'web', on: true },
        { name: 'job', on: true },
        { name: 'debug', on: false },
      ],
      external: { networks: ['partner-net'], volumes: ['elsewhere'] },
    });
    expect(lineOf('compose-project', 'shop', '/services/2')).toEqual([
      ...placeOf('\n  debug:', 'debug'),
      false,
    ]);
  });
});
