import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { parametersOf } from '../../src/core/controls/catalog.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import { requirementsAt, type Framework } from '../../src/core/frameworks/framework.ts';
import {
  checkMapping,
  guardsOf,
  isLive,
  type Link,
  type Mapping,
} from '../../src/core/frameworks/mapping.ts';
import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import { cisDocker160Mapping } from '../../src/frameworks/cis-docker/cis-docker-1.6.0.ts';
import { cisDocker180Mapping } from '../../src/frameworks/cis-docker/cis-docker-1.8.0.ts';
import { items } from '../../src/frameworks/cis-docker/items.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';

interface Loaded {
  readonly id: string;
  readonly framework: Framework;
  readonly mappings: readonly Mapping[];
}

const loaded: readonly Loaded[] = await Promise.all(
  Object.entries(builtinFrameworks).map(async ([id, { load }]) => ({ id, ...(await load()) })),
);
const controls = new Map<string, AnyControl>(
  builtin.controls.map((control) => [control.id, control]),
);
const linksOf = ({ mappings }: Loaded): readonly Link[] => mappings.flatMap(({ links }) => links);
const nameOf = ({ control, requirement }: Link): string => `${control} → ${requirement}`;

/** Links that ask for more than a control's own default: they count once a user has tightened it. */
const stricter = ['secret-rotated → 8.2.4'];

describe.each(loaded)('the mapping of $id', (own) => {
  const links = linksOf(own);

  it('names controls and requirements that exist, each pair once', () => {
    for (const mapping of own.mappings) {
      expect(checkMapping(own.framework, mapping.links, (id) => controls.has(id))).toEqual(mapping);
    }
    expect(own.mappings.map(({ framework }) => framework)).toEqual([own.id]);
  });
  it.each(['en', 'zh'] as const)('has a reason of its own for each link (%s)', (language) => {
    // What is asked at several levels is one requirement, whose links are written once.
    const levels = own.framework.levels.length === 0 ? [undefined] : own.framework.levels;
    for (const level of levels) {
      const asked = new Set(requirementsAt(own.framework, level?.id).map(({ id }) => id));
      const reasons = links
        .filter(({ requirement }) => asked.has(requirement))
        .map(({ reason }) => reason[language]);
      const seen = new Set<string>();
      expect(reasons.filter((reason) => seen.size === seen.add(reason).size)).toEqual([]);
    }
  });
  it('gives each reason as a whole sentence, in both languages', () => {
    const wrong = links.filter(
      ({ reason: { en, zh } }) =>
        !(en.length >= 30 && en.length <= 240 && /^[A-Z][^\p{Script=Han}]*\.$/u.test(en)) ||
        !(zh.length >= 10 && zh.length <= 120 && /\p{Script=Han}.*。$/u.test(zh)) ||
        // A sentence of Chinese has Chinese punctuation.
        /\p{Script=Han}[,;:()]|[,;]\p{Script=Han}/u.test(zh),
    );
    expect(wrong).toEqual([]);
  });
  it('claims compliance nowhere', () => {
    for (const { reason } of links) {
      expect(reason.en).not.toMatch(/complian/i);
      expect(reason.zh).not.toMatch(/合规/);
    }
  });
  it('guards by parameters that the controls have', () => {
    const wrong = links.filter((link) => {
      const known = Object.keys(controls.get(link.control)?.params.shape ?? {});
      return guardsOf(link).some(({ param }) => !known.includes(param));
    });
    expect(wrong).toEqual([]);
  });
  it('counts every link but the strictest while the controls are as they come', () => {
    const dead = links.filter((link) => {
      const control = controls.get(link.control);
      return control === undefined || !isLive(link, parametersOf(builtin, control));
    });
    expect(dead.map(nameOf)).toEqual(stricter.filter((name) => links.map(nameOf).includes(name)));
  });
  const outside = own.framework.requirements.filter(({ nature }) => nature === 'outside');
  if (outside.length > 0) {
    it('links nothing to what is outside containers', () => {
      const ids = new Set<string>(outside.map(({ id }) => id));
      expect(links.filter(({ requirement }) => ids.has(requirement)).map(nameOf)).toEqual([]);
    });
  }
});

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** Standards that reach beyond containers. */
const wide = loaded.filter(({ id }) => /^(gbt|iso|jrt|nist|pci|soc2|t-iseaa)-/.test(id));

describe.each(wide)('the mapping of $id', (own) => {
  const links = linksOf(own);
  // That a service answers, stays up or was copied elsewhere is no requirement of theirs.
  const answers = [
    'host-data-root-space',
    'swarm-services-replicated',
    'workload-health-check',
    'workload-no-oom-kills',
    'workload-restart-storm',
    'image-health-check',
    'dockerfile-health-check',
    'swarm-nodes-ready',
  ];
  const silent: Readonly<Record<string, readonly string[]>> = {
    'gbt-22239-2008': ['registry-account-required', 'registry-catalog-closed'],
    'nist-800-190': [
      'host-audit-log-kept',
      'host-backup-restored',
      'engine-backup',
      'swarm-backup-restored',
    ],
    'pci-dss-3.1': answers,
    'pci-dss-4.0.1': answers,
    't-iseaa-004-2023': [
      'engine-no-experimental',
      'swarm-node-address-private',
      'volume-tenants-separate',
      'volume-unused',
      'workload-tenant-volumes-separate',
    ],
  };

  it('takes evidence from every built-in control that has any', () => {
    const used = new Set(links.map(({ control }) => control));
    expect(
      [...controls.keys()].filter((id) => !used.has(id)).toSorted(byText),
      `Link it in src/frameworks/${linksIn(own.id)}/mapping.ts, or name it here among those of which the standard asks nothing`,
    ).toEqual((silent[own.id] ?? []).toSorted(byText));
  });
  it('takes no pass for the whole of what a requirement asks', () => {
    expect(links.filter(({ shows }) => shows === 'all').map(nameOf)).toEqual([]);
  });
});

/** The folder whose links a framework has: later editions and their kin take those of the first. */
const linksIn = (id: string): string => (/^(?:jrt-|gbt-4146)/.test(id) ? 'jrt-0122-2014' : id);

it('has a use for every built-in control', () => {
  const used = new Set(loaded.flatMap(linksOf).map(({ control }) => control));
  expect([...controls.keys()].filter((id) => !used.has(id))).toEqual([]);
});

describe('both editions of CIS Docker', () => {
  it('have the same links under their own numbers, but for what is new', () => {
    const oldIds = new Map<string, string | null>(items.map(([id, old]) => [id, old]));
    const expected = cisDocker180Mapping.links.flatMap((link) => {
      const old = oldIds.get(link.requirement) ?? null;
      return old === null ? [] : [{ ...link, requirement: old }];
    });
    expect(cisDocker160Mapping.links).toEqual(expected);
    expect(cisDocker180Mapping.links.length - cisDocker160Mapping.links.length).toBe(1);
  });
  it('follow the daemon’s settings where 1.8.0 moved them', () => {
    const find = (mapping: Mapping, control: string) =>
      mapping.links
        .filter((link) => link.control === control)
        .map(({ requirement }) => requirement);
    expect(find(cisDocker160Mapping, 'engine-tcp-mutual-tls')).toEqual(['2.7']);
    expect(find(cisDocker180Mapping, 'engine-tcp-mutual-tls')).toEqual(['2.8']);
    expect(find(cisDocker160Mapping, 'engine-storage-driver')).toEqual(['2.6', '2.11']);
    expect(find(cisDocker180Mapping, 'engine-storage-driver')).toEqual(['2.6', '2.7', '2.12']);
  });
});

describe('where every built-in control passes', () => {
  const judged = (own: Loaded) =>
    judgeFramework(
      { framework: own.framework, mappings: own.mappings },
      {
        tallyOf: (id) => (controls.has(id) ? { ...emptyTally(), pass: 1 } : undefined),
        paramsOf: (id) => {
          const control = controls.get(id);
          return control ? parametersOf(builtin, control) : {};
        },
        attestations: [],
        at: '2026-11-24T12:00:00Z',
      },
    );
  const find = (id: string) => {
    const found = loaded.find((each) => each.id === id);
    if (!found) throw new Error(`There is no ${id}.`);
    return judged(found);
  };

  it('PCI DSS 3.1 is satisfied nowhere: each requirement reaches beyond containers', () => {
    const { summary } = find('pci-dss-3.1');
    expect(summary.satisfied).toBe(0);
    expect(summary.supported).toBeGreaterThanOrEqual(10);
    expect(summary['context-only']).toBeGreaterThan(10);
    expect(summary['not-assessed']).toBeGreaterThan(100);
  });
  /** Of these a few headings are public, and requirements that could be supported are not many. */
  const supported: Readonly<Record<string, number>> = {
    'gbt-41460-2022': 0,
    'gbt-41463-2022': 0,
    'jrt-0122-2018': 5,
  };
  /** Its risks are no requirements, and each of its countermeasures has a control. */
  const whole: readonly string[] = ['nist-800-190'];
  it.each(wide.filter(({ id }) => id !== 'pci-dss-3.1'))('so is $id', ({ id }) => {
    const { summary } = find(id);
    expect(summary.satisfied).toBe(0);
    expect(summary['not-satisfied']).toBe(0);
    expect(summary.supported).toBeGreaterThanOrEqual(supported[id] ?? 8);
    const open = summary['not-assessed'];
    if (whole.includes(id)) expect(open).toBe(0);
    else expect(open).toBeGreaterThan(summary['context-only']);
  });
  it('an item of CIS is satisfied where a control judges all of it', () => {
    const { requirements, summary } = find('cis-docker-1.8.0');
    expect(summary.satisfied).toBeGreaterThanOrEqual(60);
    const statusOf = (id: string) => requirements.find((each) => each.id === id)?.status;
    expect(statusOf('5.5')).toBe('satisfied');
    expect(statusOf('2.14')).toBe('supported');
    expect(statusOf('5.9')).toBe('satisfied');
    expect(statusOf('5.24')).toBe('supported');
    expect(statusOf('7.6')).toBe('satisfied');
    expect(statusOf('4.12')).toBe('satisfied');
    expect(Object.values(summary).reduce((sum, count) => sum + count, 0)).toBe(118);
  });
});
