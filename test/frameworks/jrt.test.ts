import { describe, expect, it } from 'vitest';
import { requirementsAt } from '../../src/core/frameworks/framework.ts';
import {
  jrt01222014,
  jrt01222014Mapping,
} from '../../src/frameworks/jrt-0122-2014/jrt-0122-2014.ts';
import { links } from '../../src/frameworks/jrt-0122-2014/mapping.ts';
import {
  jrt01232014,
  jrt01232014Mapping,
} from '../../src/frameworks/jrt-0123-2014/jrt-0123-2014.ts';

const shownIn = (mapping: typeof jrt01222014Mapping, requirement: string) =>
  new Map(
    mapping.links
      .filter((link) => link.requirement === requirement)
      .map(({ control, shows }) => [control, shows]),
  );

describe('JR/T 0122-2014', () => {
  it('has 131 entries in chapters 1 to 10, and none of the later edition', () => {
    expect(jrt01222014.requirements).toHaveLength(131);
    expect(
      jrt01222014.requirements.filter(({ parent }) => parent === null).map(({ id }) => id),
    ).toEqual(Array.from({ length: 10 }, (_, at) => String(at + 1)));
    expect(jrt01222014.requirements.filter(({ id }) => id.includes('2018'))).toEqual([]);
  });
  it('marks with ~ what has an ordinal of ours, and trusts none of it', () => {
    const ours = jrt01222014.requirements.filter(({ id }) => id.includes('~'));
    expect(ours).toHaveLength(45);
    expect(ours.filter(({ confidence }) => confidence !== 'knowledge')).toEqual([]);
    expect(ours.every(({ id, parent }) => id.startsWith(`${parent ?? ''}~`))).toBe(true);
  });
  it('can be judged for one kind of payment, with the chapters that hold for all', () => {
    const ids = requirementsAt(jrt01222014, 'prepaid-card').map(({ id }) => id);
    expect(ids).toContain('7.4.2');
    expect(ids).toContain('5.1');
    expect(ids.filter((id) => /^(6|8|9|10)\b/.test(id))).toEqual([]);
  });
  it('counts what is mapped to the points of 6.4 for the whole section in the other chapters', () => {
    for (const chapter of ['7', '8', '9', '10']) {
      const section = shownIn(jrt01222014Mapping, `${chapter}.4.2`);
      const controls = links.filter(([, point]) => point.startsWith('6.4.2~'));
      // Those over build files follow the controls over what is built.
      const own = [...section.keys()].filter(
        (id) => !id.startsWith('image-scan-') && !id.startsWith('dockerfile-'),
      );
      expect(own.sort()).toEqual([...new Set(controls.map(([control]) => control))].sort());
    }
    // It is context for 6.4.2~3, and shows a part of 6.4.2~2.
    expect(shownIn(jrt01222014Mapping, '9.4.2').get('workload-capabilities')).toBe('part');
  });
});

describe('JR/T 0123-2014', () => {
  it('has six parts of eleven chapters and fields each', () => {
    expect(jrt01232014.requirements).toHaveLength(72);
    for (const part of ['1', '2', '3', '4', '5', '6']) {
      const own = jrt01232014.requirements.filter(({ id }) => id.startsWith(`JR/T 0123.${part}-`));
      expect(own).toHaveLength(12);
      expect(new Set(own.flatMap(({ levels }) => levels)).size).toBe(1);
    }
  });
  it('doubts that there was a sixth part', () => {
    const parts = jrt01232014.requirements.filter(({ parent }) => parent === null);
    expect(parts.filter(({ confidence }) => confidence !== 'verified').map(({ id }) => id)).toEqual(
      ['JR/T 0123.6-2014'],
    );
  });
  it('takes its links from JR/T 0122-2014, the same in each part', () => {
    const first = shownIn(jrt01232014Mapping, 'JR/T 0123.1-2014#8~2');
    expect(first).toEqual(shownIn(jrt01222014Mapping, '8.4.2'));
    expect(shownIn(jrt01232014Mapping, 'JR/T 0123.5-2014#8~2')).toEqual(first);
    expect(first.size).toBeGreaterThan(50);
  });
});
