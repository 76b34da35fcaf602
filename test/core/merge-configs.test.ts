import { describe, expect, it } from 'vitest';
import type { PlimsollConfig } from '../../src/core/config/config.ts';
import { checkConfig, parseConfig } from '../../src/core/config/parse-config.ts';
import { configKeys, mergeConfigs } from '../../src/core/config/merge-configs.ts';
import { sampleFramework, sampleMapping } from '../fixtures/sample-framework.ts';
import { sampleCatalog } from '../fixtures/sample-controls.ts';

const waiverOf = (owner: string) => ({
  control: 'sample-user',
  scope: { subject: 'x' },
  reason: 'r',
  owner,
  approver: 'a',
  from: '2026-01-01',
  until: '2026-12-31',
});
const own = { framework: sampleFramework, mappings: [sampleMapping] };
const reportOf = (id: string) => ({ id, title: { en: id, zh: id }, build: () => id });

const layers: readonly PlimsollConfig[] = [
  {
    catalog: sampleCatalog,
    targets: ['host:/'],
    frameworks: ['cis-docker-1.8.0@1', 'cis-docker-1.8.0@swarm', 'pci-dss-3.1', own],
    waivers: [waiverOf('one'), '/base/waivers'],
    waiverLimits: { critical: 30, high: 60 },
    failOn: 'high',
    strict: true,
    branding: { organisation: 'Acme', accent: '#000000' },
    reports: [reportOf('a'), reportOf('b')],
  },
  { failOn: 'low', waiverLimits: { high: 90 }, targets: ['context:prod'] },
  {
    frameworks: ['cis-docker-1.8.0@2', 'iso-27001-2022', { ...own, level: 'L3' }],
    waivers: [waiverOf('two'), '/base/waivers'],
    branding: { accent: '#ffffff', assessor: 'Wang' },
    reports: [reportOf('b'), reportOf('c')],
    strict: false,
  },
];

describe('mergeConfigs', () => {
  const { config, origins } = mergeConfigs(layers);
  const from = (path: string) => origins.get(path)?.map((each) => [each.layer, each.path]);

  it('lets the last word hold', () => {
    expect(config).toMatchObject({ failOn: 'low', strict: false, targets: ['context:prod'] });
    expect(from('failOn')).toEqual([[1, ['failOn']]]);
    expect(from('strict')).toEqual([[2, ['strict']]]);
  });

  it('unites frameworks; the last layer that names one says at which levels', () => {
    expect(config.frameworks).toEqual([
      'pci-dss-3.1',
      'cis-docker-1.8.0@2',
      'iso-27001-2022',
      { ...own, level: 'L3' },
    ]);
    expect(from('frameworks/0')).toEqual([[0, ['frameworks', 2]]]);
    expect(from('frameworks/1')).toEqual([[2, ['frameworks', 0]]]);
  });

  it('keeps all waivers, the very same once', () => {
    const owners = config.waivers?.map((each) => (typeof each === 'string' ? each : each.owner));
    expect(owners).toEqual(['one', 'two', '/base/waivers']);
    expect(from('waivers/1')).toEqual([[2, ['waivers', 0]]]);
  });

  it('merges limits and branding field by field', () => {
    expect(config.waiverLimits).toEqual({ critical: 30, high: 90 });
    expect(config.branding).toEqual({ organisation: 'Acme', accent: '#ffffff', assessor: 'Wang' });
    expect(from('branding/organisation')).toEqual([[0, ['branding', 'organisation']]]);
    expect(from('waiverLimits/high')).toEqual([[1, ['waiverLimits', 'high']]]);
  });

  it('unites reports by their id', () => {
    expect(config.reports?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(from('reports/1')).toEqual([[2, ['reports', 0]]]);
  });

  it('changes nothing in one alone', () => {
    for (const layer of layers) expect(mergeConfigs([layer]).config).toEqual(layer);
    expect(mergeConfigs([]).config).toEqual({});
  });

  it('has a rule for everything that a configuration may say', () => {
    const checked = checkConfig(Object.fromEntries(configKeys.map((key) => [key, undefined])));
    expect(checked).toHaveProperty('config');
  });
});

describe('checkConfig', () => {
  it('names each thing that is wrong by its path', () => {
    const wrong = { extends: [5], failOn: 'x', colour: 1, branding: { foo: 1 }, frameworks: [3] };
    const checked = checkConfig(wrong);
    const paths = 'problems' in checked ? checked.problems.map(({ path }) => path.join('.')) : [];
    expect(paths.toSorted()).toEqual([
      'branding.foo',
      'colour',
      'extends.0',
      'failOn',
      'frameworks.0',
    ]);
    expect(() => parseConfig(wrong, 'here.ts')).toThrow(/^here\.ts: .*failOn: .*colour: there is/s);
  });
  it('takes one extended configuration as a list of one', () => {
    expect(checkConfig({ extends: './base.ts' })).toEqual({ config: { extends: ['./base.ts'] } });
  });
});
