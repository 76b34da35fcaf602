import { describe, expect, it } from 'vitest';
import { requirementsAt, type Framework } from '../../src/core/frameworks/framework.ts';
import {
  gbt222392008,
  gbt222392008Mapping,
} from '../../src/frameworks/gbt-22239-2008/gbt-22239-2008.ts';
import { controlPoints } from '../../src/frameworks/gbt-22239-2008/control-points.ts';
import {
  gbt222392019,
  gbt222392019Mapping,
} from '../../src/frameworks/gbt-22239-2019/gbt-22239-2019.ts';
import { items } from '../../src/frameworks/gbt-22239-2019/items.ts';
import { links } from '../../src/frameworks/gbt-22239-2019/mapping.ts';

const levels = ['1', '2', '3', '4'] as const;

/** What nothing lies below. */
function leavesAt(framework: Framework, level: string) {
  const asked = requirementsAt(framework, level);
  const above = new Set(asked.map(({ parent }) => parent));
  return asked.filter(({ id }) => !above.has(id));
}

describe('GB/T 22239-2019', () => {
  const count = (level: string, section: '1' | '2') =>
    leavesAt(gbt222392019, level).filter(({ id }) => id.split('.')[1] === section).length;

  it('has 1062 entries, the five chapters among them', () => {
    expect(gbt222392019.requirements).toHaveLength(1062);
    expect(
      gbt222392019.requirements.filter(({ parent }) => parent === null).map(({ id }) => id),
    ).toEqual(['6', '7', '8', '9', '10']);
  });
  it('asks in general for 55, 135, 211 and 228 things at levels 1 to 4', () => {
    expect(levels.map((level) => count(level, '1'))).toEqual([55, 135, 211, 228]);
  });
  it('asks of a cloud for 11, 29, 46 and 49 more', () => {
    expect(levels.map((level) => count(level, '2'))).toEqual([11, 29, 46, 49]);
  });
  it('has all of them among its items, and nothing else', () => {
    const ids = items.flatMap(([, , , , , ...own]) => own);
    expect(ids.sort()).toEqual(
      levels.flatMap((level) => leavesAt(gbt222392019, level).map(({ id }) => id)).sort(),
    );
  });
  it('numbers the items of a point by letters, without a hole', () => {
    const letters = new Map<string, string[]>();
    for (const { id, parent } of gbt222392019.requirements) {
      const [, letter] = / ([a-z])\)$/.exec(id) ?? [];
      if (parent === null || letter === undefined) continue;
      letters.set(parent, [...(letters.get(parent) ?? []), letter]);
    }
    for (const own of letters.values()) {
      expect(own.join('')).toBe('abcdefghijklmnopqrstuvwxyz'.slice(0, own.length));
    }
    expect(letters.size).toBeGreaterThan(150);
  });
  it('holds one requirement at most once at each level under each key', () => {
    const seen = new Set<string>();
    for (const [key, , , , , ...ids] of items) {
      for (const id of ids) {
        const place = `${key} ${id.split('.')[0]}`;
        expect(seen).not.toContain(place);
        seen.add(place);
      }
    }
  });
  it('gives one key one nature and one English title', () => {
    const known = new Map<string, string>();
    for (const [key, nature, confidence, en] of items) {
      const said = `${nature} ${confidence} ${en}`;
      expect(known.get(key) ?? said).toBe(said);
      known.set(key, said);
    }
  });
  it('judges at level 3 unless told otherwise, and names a fifth level with nothing to judge', () => {
    expect(gbt222392019.defaultLevel).toBe('3');
    const fifth = requirementsAt(gbt222392019, '5');
    expect(fifth.map(({ id }) => id)).toEqual(['10']);
    expect(fifth[0]?.title.zh).toContain('未给出内容');
    expect(gbt222392019.levels.find(({ id }) => id === '5')?.note).toBeDefined();
  });
  it('repeats a link at each level that asks for the requirement', () => {
    const found = (control: string) =>
      gbt222392019Mapping.links.filter((link) => link.control === control);
    const shells = found('workload-no-remote-shell').filter(({ requirement }) =>
      requirement.endsWith(' b)'),
    );
    expect(shells.map(({ requirement }) => requirement)).toEqual([
      '6.1.4.3 b)',
      '7.1.4.4 b)',
      '8.1.4.4 b)',
      '9.1.4.4 b)',
    ]);
    expect(new Set(shells.map(({ reason }) => reason.en)).size).toBe(1);
    expect(gbt222392019Mapping.links.length).toBeGreaterThan(links.length * 2);
  });
  it('asks for more at a higher level where that matters', () => {
    const dropped = gbt222392019Mapping.links.filter(
      ({ control, requirement }) =>
        control === 'workload-capabilities-dropped' && requirement.endsWith('.1.4.2 d)'),
    );
    expect(new Map(dropped.map(({ requirement, shows }) => [requirement, shows]))).toEqual(
      new Map([
        ['7.1.4.2 d)', 'context'],
        ['8.1.4.2 d)', 'part'],
        ['9.1.4.2 d)', 'part'],
      ]),
    );
  });
});

describe('GB/T 22239-2008', () => {
  it('has 48, 66, 73 and 77 control points at levels 1 to 4', () => {
    expect(levels.map((level) => leavesAt(gbt222392008, level).length)).toEqual([48, 66, 73, 77]);
    expect(gbt222392008.requirements).toHaveLength(317);
  });
  it('numbers the points of a class from one, without a hole', () => {
    for (const { id } of gbt222392008.requirements) {
      const below = gbt222392008.requirements.filter(({ parent }) => parent === id);
      expect(below.map((each) => each.id)).toEqual(below.map((_, at) => `${id}.${at + 1}`));
    }
  });
  it('marks each point, and nothing else, with what it protects and its level', () => {
    const points = new Set<string>(controlPoints.flatMap(([, , , , , , ...ids]) => ids));
    for (const { id, title, levels: own } of gbt222392008.requirements) {
      const [, mark] = / \(([SAG]\d)\)$/.exec(title.en) ?? [];
      expect([id, mark !== undefined]).toEqual([id, points.has(id)]);
      if (mark === undefined) continue;
      expect(title.zh.endsWith(`（${mark}）`)).toBe(true);
      expect(mark.slice(1)).toBe(own[0]);
    }
    const titleOf = (id: string) => gbt222392008.requirements.find((each) => each.id === id)?.title;
    expect(titleOf('7.1.3.1')).toEqual({
      en: 'Identity authentication (S3)',
      zh: '身份鉴别（S3）',
    });
    expect(titleOf('6.1.3.6')?.zh).toBe('资源控制（A2）');
  });
  it('says of every number that it is from general knowledge', () => {
    expect(new Set(gbt222392008.requirements.map(({ confidence }) => confidence))).toEqual(
      new Set(['knowledge']),
    );
  });
  it('has level 3 as its default, and names a fifth with nothing to judge', () => {
    expect(gbt222392008.defaultLevel).toBe('3');
    expect(requirementsAt(gbt222392008, '5').map(({ id }) => id)).toEqual(['9']);
  });
});

describe('the links of GB/T 22239-2008', () => {
  const linked = (id: string) =>
    gbt222392008Mapping.links
      .filter(({ requirement }) => requirement === id)
      .map(({ control }) => control);

  it.each(['5.1.2.1', '5.1.5.1', '6.1.5.1', '5.1.4.4', '5.2.4.3', '6.2.4.3', '5.2.4.4', '6.2.4.4'])(
    'reach nothing at %s, whose text at that level asks for nothing that a control sees',
    (id) => {
      expect(linked(id)).toEqual([]);
    },
  );
  it('reach segments, integrity, recovery and development where their level asks for them', () => {
    const asked = ['6.1.2.1', '7.1.5.1', '6.1.4.6', '7.2.4.3', '7.2.4.4'];
    expect(asked.filter((id) => linked(id).length === 0)).toEqual([]);
  });
  it('say nothing of the quality of passwords at level 1, which asks for identification alone', () => {
    expect(linked('5.1.3.1')).not.toContain('host-password-quality');
    expect(linked('6.1.3.1')).toContain('host-password-quality');
  });
});
