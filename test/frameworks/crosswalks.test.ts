import { describe, expect, it } from 'vitest';
import type { FrameworkResult } from '../../src/core/assessment/assessment.ts';
import type { Framework } from '../../src/core/frameworks/framework.ts';
import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import { compareEditions } from '../../src/frameworks/crosswalks/compare.ts';
import type { Crosswalk } from '../../src/frameworks/crosswalks/crosswalk.ts';
import { gbt22239Crosswalk } from '../../src/frameworks/crosswalks/gbt-22239-2008-to-2019.ts';
import { crosswalks } from '../../src/frameworks/crosswalks/registry.ts';
import { builtinFrameworks, type FrameworkEntry } from '../../src/frameworks/registry/registry.ts';

const entries: Readonly<Record<string, FrameworkEntry>> = builtinFrameworks;
const loaded = await Promise.all(crosswalks.map(({ load }) => load()));

describe.each(loaded)('the crosswalk from $from to $to', (crosswalk) => {
  it('is found under its own ends', () => {
    const entry = crosswalks[loaded.indexOf(crosswalk)];
    expect([entry?.from, entry?.to]).toEqual([crosswalk.from, crosswalk.to]);
  });
  it('has on each side what its relation says', () => {
    const wrong = crosswalk.rows.filter(
      ({ from, to, relation }) =>
        (relation === 'new') !== (from.length === 0) ||
        (relation !== 'removed' && to.length === 0) ||
        (relation === 'split' && to.length < 2),
    );
    expect(wrong).toEqual([]);
  });
  it('names a requirement of the older edition once', () => {
    const named = crosswalk.rows.flatMap(({ from }) => from);
    expect(named.filter((id, at) => named.indexOf(id) !== at)).toEqual([]);
  });
  const notes = crosswalk.rows.flatMap(({ note }) => note ?? []);
  if (notes.length > 0) {
    it('has each note in both languages', () => {
      for (const { en, zh } of notes) {
        expect(en).toMatch(/\.$/);
        expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      }
    });
  }
  it.each(['from', 'to'] as const)('names what exists (%s)', async (side) => {
    const framework = (await entries[crosswalk[side]]?.load())?.framework;
    const known = new Set<string>(framework?.requirements.map(({ id }) => id));
    const missing = crosswalk.rows.flatMap((row) => row[side]).filter((id) => !known.has(id));
    expect(known.size).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});

describe('the crosswalk of 等保', () => {
  it('leads every class of 2008 to one of 2019, at each of four levels', () => {
    const old = gbt22239Crosswalk.rows.flatMap(({ from }) => from);
    expect(old).toHaveLength(4 * 10);
    const rowOf = (id: string) => gbt22239Crosswalk.rows.find(({ from }) => from.includes(id));
    expect(rowOf('7.1.2')).toMatchObject({ to: ['8.1.2', '8.1.3'], relation: 'split' });
    expect(rowOf('7.1.4')).toMatchObject({ to: ['8.1.4'], relation: 'merged' });
    expect(rowOf('5.2.1')?.to).toEqual(['6.1.5']);
    expect(rowOf('6.2.1')?.to).toEqual(['7.1.6']);
    expect(rowOf('8.2.5')?.to).toEqual(['9.1.10']);
  });
});

const pass = (
  framework: Framework,
  mapped: Parameters<typeof judgeFramework>[0]['mappings'],
  level?: string,
) =>
  judgeFramework(
    { framework, mappings: mapped, level },
    {
      tallyOf: () => ({ ...emptyTally(), pass: 1 }),
      paramsOf: () => ({}),
      attestations: [],
      at: '2026-11-24T12:00:00Z',
    },
  );

async function bothOf(
  { from, to }: Crosswalk,
  level?: string,
): Promise<[FrameworkResult, FrameworkResult]> {
  const [before, after] = [await entries[from]?.load(), await entries[to]?.load()];
  if (!before || !after) throw new Error(`${from} or ${to} is not there`);
  return [
    pass(before.framework, before.mappings, level),
    pass(after.framework, after.mappings, level),
  ];
}

describe('comparing two editions', () => {
  const cis = loaded.find(({ from }) => from.startsWith('cis'));
  const pci = loaded.find(({ from }) => from.startsWith('pci'));
  if (!cis || !pci) throw new Error('a crosswalk is missing');

  it('follows what moved, and lists what is asked newly', async () => {
    const { rows, uncompared } = compareEditions(cis, ...(await bothOf(cis)));
    const moved = rows.find(({ from }) => from[0]?.id === '2.11');
    expect(moved).toMatchObject({ relation: 'moved', to: [{ id: '2.12' }], differs: false });
    expect(rows.filter(({ relation }) => relation === 'new').map(({ to }) => to[0]?.id)).toEqual([
      '2.7',
    ]);
    expect(uncompared).toEqual({ from: [], to: [] });
  });
  it('leaves out what the level does not ask for on either side', async () => {
    const { rows } = compareEditions(cis, ...(await bothOf(cis, 'swarm')));
    expect(rows.map(({ from }) => from[0]?.id)).toEqual([
      '7',
      ...Array.from({ length: 9 }, (_, at) => `7.${at + 1}`),
    ]);
  });
  it('says where a requirement stands otherwise', async () => {
    const [before, after] = await bothOf(pci);
    const changed: FrameworkResult = {
      ...after,
      requirements: after.requirements.map((each) =>
        each.id === '2.2.3' ? { ...each, status: 'not-satisfied' } : each,
      ),
    };
    const rowOf = (to: FrameworkResult) =>
      compareEditions(pci, before, to).rows.find(({ from }) => from[0]?.id === '2.2.1');
    expect(rowOf(changed)).toMatchObject({
      relation: 'loosened',
      differs: true,
      to: [{ id: '2.2.3', status: 'not-satisfied' }],
    });
  });
  it('counts what is below a heading, and claims nothing of what was not compared', async () => {
    const [before, after] = await bothOf(pci);
    const { rows, uncompared } = compareEditions(pci, before, after);
    const chapter = rows.find(({ from }) => from[0]?.id === '3');
    expect(chapter?.from[0]?.status).toBeNull();
    const below = Object.values(chapter?.from[0]?.below ?? {}).reduce(
      (sum, count) => sum + count,
      0,
    );
    const leaves = before.requirements.filter(({ id, group }) => id.startsWith('3.') && !group);
    expect(below).toBe(leaves.length);
    const named = rows.flatMap(({ from }) => from).filter(({ status }) => status !== null);
    const all = before.requirements.filter(({ group }) => !group);
    expect(named.length + uncompared.from.length).toBe(all.length);
  });
});
