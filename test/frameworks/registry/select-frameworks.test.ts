import { describe, expect, it } from 'vitest';
import { PlimsollError } from '../../../src/core/errors.ts';
import { editionToUse, retirementOf } from '../../../src/frameworks/registry/editions.ts';
import { builtinFrameworks, frameworkIndex } from '../../../src/frameworks/registry/registry.ts';
import { selectFrameworks } from '../../../src/frameworks/registry/select-frameworks.ts';

const idsOf = async (...specs: string[]) =>
  (await selectFrameworks(specs)).map(({ framework, level }) =>
    level === undefined ? framework.id : `${framework.id}@${level}`,
  );

async function refusalOf(...specs: string[]): Promise<PlimsollError> {
  const error = await selectFrameworks(specs).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PlimsollError) return error;
  throw new Error(`${specs.join(' ')} was not refused`);
}

describe('loading', () => {
  it('lists each framework under its name', () => {
    expect(frameworkIndex.map(({ id }) => id)).toEqual(Object.keys(builtinFrameworks));
  });
  it('takes the table that is asked for and no other', async () => {
    const loaded: string[] = [];
    const watched = Object.values(builtinFrameworks).map((entry) => ({
      ...entry,
      load: () => {
        loaded.push(entry.head.id);
        return entry.load();
      },
    }));
    await selectFrameworks(
      ['pci-dss-3.1'],
      Object.fromEntries(watched.map((entry) => [entry.head.id, entry])),
    );
    expect(loaded).toEqual(['pci-dss-3.1']);
  });
});

describe('selecting', () => {
  it('takes nothing when nothing is named', async () => {
    expect(await idsOf()).toEqual([]);
  });
  it('takes a framework whole, or at a level', async () => {
    expect(await idsOf('cis-docker-1.8.0', 'cis-docker-1.8.0@1')).toEqual([
      'cis-docker-1.8.0',
      'cis-docker-1.8.0@1',
    ]);
  });
  it('takes all of them', async () => {
    expect(await idsOf('all')).toEqual(Object.keys(builtinFrameworks));
  });
  it('takes what is named twice once', async () => {
    const others = Object.keys(builtinFrameworks).filter((id) => id !== 'pci-dss-3.1');
    expect(await idsOf('pci-dss-3.1', 'all', 'pci-3.1', 'PCI DSS 3.1')).toEqual([
      'pci-dss-3.1',
      ...others,
    ]);
  });
  it('does not mind case, spaces and underscores', async () => {
    expect(await idsOf(' CIS Docker 1.8.0@SWARM', 'PCI_DSS_3.1')).toEqual([
      'cis-docker-1.8.0@swarm',
      'pci-dss-3.1',
    ]);
  });
  it('takes the numbers of standards as they are printed', async () => {
    expect(
      await idsOf('GB/T 22239—2019@2', 'GB/T22239-2019', 'JR/T 0122－2014', 'T/ISEAA 004-2023'),
    ).toEqual(['gbt-22239-2019@2', 'gbt-22239-2019', 'jrt-0122-2014', 't-iseaa-004-2023']);
    expect(await idsOf('等保２．０@3', '等保 1.0@2', 'MLPS@4', 'dengbao')).toEqual([
      'gbt-22239-2019@3',
      'gbt-22239-2008@2',
      'gbt-22239-2019@4',
      'gbt-22239-2019',
    ]);
  });
  it('brings the mappings along', async () => {
    for (const { framework, mappings } of await selectFrameworks(['all'])) {
      expect(mappings.map((mapping) => mapping.framework)).toEqual([framework.id]);
      expect(mappings.flatMap(({ links }) => links).length).toBeGreaterThan(50);
    }
  });
});

describe('notices', () => {
  const noticeOf = async (spec: string) => (await selectFrameworks([spec])).at(0)?.notice;

  it('say that an edition is retired, what came next, and what is in force', async () => {
    expect(await noticeOf('pci-dss-3.1')).toEqual({
      en: 'PCI DSS 3.1 was retired on 2016-10-31: PCI DSS 3.2 replaced it, and PCI DSS 4.0.1 is the edition in force. Use pci-dss-4.0.1 instead.',
      zh: '《支付卡行业数据安全标准（PCI DSS）3.1》已于 2016-10-31 废止，由 PCI DSS 3.2 取代，现行版本为 PCI DSS 4.0.1。请改用 pci-dss-4.0.1。',
    });
    expect((await noticeOf('cis-docker-1.6.0'))?.en).toBe(
      'CIS Docker Benchmark 1.6.0 is no longer in force: CIS Docker 1.7.0 replaced it, and CIS Docker 1.8.0 is the edition in force. Use cis-docker-1.8.0 instead.',
    );
  });
  it('lead from every retired edition to one that is built in and in force', () => {
    const retired = frameworkIndex.filter(({ edition }) => edition.status === 'retired');
    expect(retired.map((head) => [head.id, editionToUse(head)])).toEqual([
      ['cis-docker-1.6.0', 'cis-docker-1.8.0'],
      ['gbt-22239-2008', 'gbt-22239-2019'],
      ['iso-27001-2013', 'iso-27001-2022'],
      ['jrt-0122-2014', 'jrt-0122-2018'],
      ['jrt-0123-2014', 'jrt-0123-2018'],
      ['pci-dss-3.1', 'pci-dss-4.0.1'],
    ]);
    for (const head of retired) {
      const next = frameworkIndex.find(({ id }) => id === editionToUse(head));
      expect(next?.edition.status).toBe('in-force');
      expect(retirementOf(head)?.en).toContain(`Use ${next?.id ?? ''} instead.`);
      expect(retirementOf(head)?.zh).toContain(`请改用 ${next?.id ?? ''}。`);
    }
  });
  it('are absent for an edition in force under its own name', async () => {
    expect(await noticeOf('cis-docker-1.8.0@2')).toBeUndefined();
  });
  it('say what another spelling was taken for', async () => {
    expect(await noticeOf('cis-1.8')).toEqual({
      en: 'cis-1.8 is taken for cis-docker-1.8.0.',
      zh: 'cis-1.8 按 cis-docker-1.8.0 处理。',
    });
    expect((await noticeOf('pci-3.1'))?.en).toMatch(
      /^pci-3\.1 is taken for pci-dss-3\.1\. PCI DSS/,
    );
  });
});

describe('notes', () => {
  const noticeOf = async (spec: string) => (await selectFrameworks([spec])).at(0)?.notice;

  it('say of a misprint what was meant', async () => {
    for (const spec of ['JR/T1022-2014', 'JRT-1022-2014', 'JR/T 1022-2014']) {
      const notice = await noticeOf(spec);
      expect(notice?.en).toMatch(/^There is no standard JR\/T 1022-2014: it is a known misprint/);
      expect(notice?.en).toContain('of JR/T 0122-2014, and is taken for jrt-0122-2014.');
      expect(notice?.zh).toMatch(/系 JR\/T 0122-2014 的常见误写/);
    }
    expect((await noticeOf('JR/T0213-2014'))?.en).toContain('taken for jrt-0123-2014.');
  });
  it('answer the choice of a level that nobody can assess', async () => {
    expect((await noticeOf('gbt-22239-2019@5'))?.en).toContain(
      'nothing can be assessed at level 5',
    );
    expect((await noticeOf('等保@5'))?.zh).toContain('无法按第五级测评');
    expect((await noticeOf('gbt-22239-2008@5'))?.en).toContain('nothing can be assessed');
    expect((await noticeOf('t-iseaa-004-2023@2'))?.en).toContain('were not at hand');
  });
  it('quote the claim about level 4 as a claim, and only there', async () => {
    expect((await noticeOf('gbt-22239-2019@4'))?.en).toContain('has been claimed');
    expect(await noticeOf('gbt-22239-2019')).toBeUndefined();
    expect(await noticeOf('gbt-22239-2019@3')).toBeUndefined();
  });
  it('say that numbers are not those of the standard', async () => {
    expect((await noticeOf('t-iseaa-004-2023'))?.en).toContain('are not the standard’s own');
    expect((await noticeOf('jrt-0123-2014'))?.zh).toContain('自编序号');
  });
});

describe('other spellings', () => {
  it.each([
    ['PCI', 'pci-dss-4.0.1'],
    ['PCI DSS', 'pci-dss-4.0.1'],
    ['pci-dss-4.0', 'pci-dss-4.0.1'],
    ['ISO27001', 'iso-27001-2022'],
    ['ISO/IEC 27001:2013', 'iso-27001-2013'],
    ['GB/T 22080-2025', 'iso-27001-2022'],
    ['NIST SP 800-53', 'nist-800-53-r5'],
    ['800-190', 'nist-800-190'],
    ['SOC 2', 'soc2-tsc'],
  ])('takes %s for %s, and says so', async (typed, id) => {
    const [selected] = await selectFrameworks([typed]);
    expect(selected?.framework.id).toBe(id);
    expect(selected?.notice?.en).toContain(`is taken for ${id}`);
    expect(selected?.notice?.zh).toContain(`按 ${id} 处理`);
  });
  it('go with a level', async () => {
    expect(await idsOf('nist-800-53@Moderate')).toEqual(['nist-800-53-r5@moderate']);
  });
  it('say that a name without an edition was taken for the one in force', async () => {
    const [selected] = await selectFrameworks(['pci']);
    expect(selected?.notice).toEqual({
      en: 'pci is taken for pci-dss-4.0.1, the edition in force.',
      zh: 'pci 按 pci-dss-4.0.1 处理（现行版本）。',
    });
  });
  it('say of ISO 27001:2013 that it is retired', async () => {
    const [selected] = await selectFrameworks(['iso-27001-2013']);
    expect(selected?.notice?.en).toBe(
      'ISO/IEC 27001:2013, Annex A was retired on 2025-10-31: ISO/IEC 27001:2022 replaced it. Use iso-27001-2022 instead.',
    );
  });
});

describe('refusing', () => {
  it('names the nearest of what there is', async () => {
    const error = await refusalOf('cis-dokcer-1.8.0');
    expect(error.code).toBe('framework-unknown');
    expect(error.message).toBe('There is no framework "cis-dokcer-1.8.0".');
    expect(error.hint).toMatch(/^The nearest: cis-docker-1\.8\.0, cis-docker-1\.6\.0/);
    expect(error.hint).toContain('plimsoll list frameworks');
  });
  it('counts a good beginning as near', async () => {
    expect((await refusalOf('cis')).hint).toMatch(/^The nearest: cis-docker-1\.6\.0/);
  });
  it('names the levels that there are', async () => {
    const error = await refusalOf('cis-docker-1.8.0@3');
    expect(error.code).toBe('framework-unknown');
    expect(error.hint).toContain('cis-docker-1.8.0@swarm');
    expect((await refusalOf('pci-dss-3.1@1')).hint).toContain('no levels');
  });
  it('does not take what every object has for an alias', async () => {
    expect((await refusalOf('constructor')).code).toBe('framework-unknown');
  });
  it('takes no level of everything', async () => {
    expect((await refusalOf('all@1')).code).toBe('framework-unknown');
  });
});
