import { describe, expect, it } from 'vitest';
import { requirementsAt } from '../../src/core/frameworks/framework.ts';
import {
  gbt414602022,
  gbt414602022Mapping,
} from '../../src/frameworks/gbt-41460-2022/gbt-41460-2022.ts';
import {
  gbt414632022,
  gbt414632022Mapping,
} from '../../src/frameworks/gbt-41463-2022/gbt-41463-2022.ts';
import {
  jrt01222014,
  jrt01222014Mapping,
} from '../../src/frameworks/jrt-0122-2014/jrt-0122-2014.ts';
import { links } from '../../src/frameworks/jrt-0122-2014/mapping.ts';
import {
  jrt01222018,
  jrt01222018Mapping,
} from '../../src/frameworks/jrt-0122-2018/jrt-0122-2018.ts';
import {
  jrt01232014,
  jrt01232014Mapping,
} from '../../src/frameworks/jrt-0123-2014/jrt-0123-2014.ts';
import {
  jrt01232018,
  jrt01232018Mapping,
} from '../../src/frameworks/jrt-0123-2018/jrt-0123-2018.ts';
import { jrt0122Crosswalk } from '../../src/frameworks/crosswalks/jrt-0122-2014-to-2018.ts';
import { jrt0123Crosswalk } from '../../src/frameworks/crosswalks/jrt-0123-2014-to-2018.ts';

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
        (id) => !/^(image-scan|dockerfile)-|^workload-build-confined$/.test(id),
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

/** What a mapping says of one requirement, without its id. */
const linksTo = (mapping: typeof jrt01222014Mapping, wanted: string) =>
  mapping.links
    .filter((link) => link.requirement === wanted)
    .map(({ requirement: _, ...link }) => link);

describe('JR/T 0122-2018', () => {
  it('has ten chapters, the seven sections of the tenth, and nothing below them', () => {
    const chapters = Array.from({ length: 10 }, (_, at) => String(at + 1));
    const sections = Array.from({ length: 7 }, (_, at) => `10.${at + 1}`);
    expect(jrt01222018.requirements.map(({ id }) => id)).toEqual([...chapters, ...sections]);
  });
  it('says of the sections that follow from their order that they do', () => {
    const derived = jrt01222018.requirements.filter(({ confidence }) => confidence !== 'verified');
    expect(derived.map(({ id, confidence }) => [id, confidence])).toEqual([
      ['10.5', 'derived'],
      ['10.6', 'derived'],
      ['10.7', 'derived'],
    ]);
  });
  it('has the links of the sections of 2014, as strong as they were', () => {
    for (const section of ['1', '2', '3', '4', '5', '6']) {
      const own = linksTo(jrt01222018Mapping, `10.${Number(section) + 1}`);
      expect(own).toEqual(linksTo(jrt01222014Mapping, `8.4.${section}`));
      expect(own.length).toBeGreaterThan(0);
    }
    expect(linksTo(jrt01222018Mapping, '10.1')).toEqual([]);
  });
  it('is reached from everything of 2014 that the crosswalk knows', () => {
    const named = new Set<string>(jrt0122Crosswalk.rows.flatMap(({ from }) => from));
    expect(jrt01222014.requirements.filter(({ id }) => !named.has(id))).toEqual([]);
    const reached = new Set<string>(jrt0122Crosswalk.rows.flatMap(({ to }) => to));
    expect(jrt01222018.requirements.filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});

describe('JR/T 0123-2018', () => {
  it('has six parts, whose security tests follow the sections of JR/T 0122-2018', () => {
    expect(jrt01232018.requirements).toHaveLength(6 * 13);
    for (const section of ['1', '2', '3', '4', '5', '6', '7']) {
      const first = linksTo(jrt01232018Mapping, `JR/T 0123.1-2018#8.${section}`);
      expect(first).toEqual(linksTo(jrt01222018Mapping, `10.${section}`));
      expect(linksTo(jrt01232018Mapping, `JR/T 0123.6-2018#8.${section}`)).toEqual(first);
    }
  });
  it('trusts the chapters of the two parts that were seen', () => {
    const seen = jrt01232018.requirements.filter(
      ({ parent, confidence }) => parent !== null && confidence === 'verified',
    );
    expect(seen.map(({ id }) => id)).toEqual(
      ['2', '4'].flatMap((part) =>
        ['4', '5', '6', '7', '8'].map((chapter) => `JR/T 0123.${part}-2018#${chapter}`),
      ),
    );
  });
  it('is reached from everything of 2014', () => {
    const named = new Set<string>(jrt0123Crosswalk.rows.flatMap(({ from }) => from));
    expect(jrt01232014.requirements.filter(({ id }) => !named.has(id))).toEqual([]);
    const reached = new Set<string>(jrt0123Crosswalk.rows.flatMap(({ to }) => to));
    expect(jrt01232018.requirements.filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});

describe.each([
  [gbt414602022, gbt414602022Mapping, '~4'],
  [gbt414632022, gbt414632022Mapping, '~5'],
] as const)('the national counterparts', (framework, mapping, security) => {
  it(`invents no number: what has none that is public has an ordinal of ours (${framework.id})`, () => {
    for (const { id, confidence } of framework.requirements) {
      expect(id.startsWith('~')).toBe(confidence === 'unverified');
    }
  });
  it(`claims nothing of a content that is not known (${framework.id})`, () => {
    expect(new Set(mapping.links.map(({ requirement }) => requirement))).toEqual(
      new Set([security]),
    );
    for (const { shows, breaks } of mapping.links) {
      expect([shows, breaks]).toEqual(['context', 'nothing']);
    }
  });
});
