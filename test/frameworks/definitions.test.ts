import { describe, expect, it } from 'vitest';
import { requirementsAt, type Framework } from '../../src/core/frameworks/framework.ts';
import { cisDocker160 } from '../../src/frameworks/cis-docker/cis-docker-1.6.0.ts';
import { cisDocker180 } from '../../src/frameworks/cis-docker/cis-docker-1.8.0.ts';
import { items, sections } from '../../src/frameworks/cis-docker/items.ts';
import type { FrameworkHead } from '../../src/frameworks/heads/framework-head.ts';
import { pciDss31 } from '../../src/frameworks/pci-dss-3.1/pci-dss-3.1.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';
import { selectFrameworks } from '../../src/frameworks/registry/select-frameworks.ts';

const loaded = await Promise.all(
  Object.entries(builtinFrameworks).map(async ([id, { head, load }]) => {
    const { framework }: { framework: Framework } = await load();
    return { id, head, framework };
  }),
);

const hasChinese = /\p{Script=Han}/u;

describe.each(loaded)('$id', ({ id, head, framework }) => {
  const { requirements } = framework;

  it('is what its head says', () => {
    const { requirements: _, ...rest } = framework;
    expect(head.id).toBe(id);
    expect(rest).toEqual(head);
  });
  it('names each requirement once, below one that stands before it', () => {
    const ids = requirements.map((each) => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    const places = new Map<string, number>(ids.map((each, at) => [each, at]));
    const misplaced = requirements.filter(
      ({ parent }, at) => parent !== null && !((places.get(parent) ?? at) < at),
    );
    expect(misplaced).toEqual([]);
  });
  it('has both titles, each a short one of our own', () => {
    const wrong = requirements.filter(
      ({ title: { en, zh } }) =>
        !(en.length > 4 && en.length <= 80 && !hasChinese.test(en)) ||
        !(zh.length > 2 && zh.length <= 50 && hasChinese.test(zh)) ||
        /^\s|\s$|[.。]$/m.test(`${en}\n${zh}`),
    );
    expect(wrong).toEqual([]);
  });
  it.each(['en', 'zh'] as const)('gives no two neighbours the same title (%s)', (language) => {
    const titles = requirements.map(({ parent, title }) => `${parent ?? ''} ${title[language]}`);
    const seen = new Set<string>();
    const twice = titles.filter((title) => seen.size === seen.add(title).size);
    expect(twice).toEqual([]);
  });
  if (framework.levels.length > 0) {
    it('asks at each level for whole branches', () => {
      for (const level of framework.levels) {
        expect(level.includes).toContain(level.id);
        const asked = requirementsAt(framework, level.id);
        const ids = new Set(asked.map((each) => each.id));
        const loose = asked.filter(({ parent }) => parent !== null && !ids.has(parent));
        expect(asked).not.toEqual([]);
        expect(loose).toEqual([]);
        // A section without an item would be counted as a requirement of its own.
        const above = new Set(framework.requirements.map(({ parent }) => parent));
        const aboveAsked = new Set(asked.map(({ parent }) => parent));
        const empty = asked.filter((each) => above.has(each.id) && !aboveAsked.has(each.id));
        expect(empty).toEqual([]);
      }
    });
  }
  it('names its edition, its source and a day that exists', () => {
    const { published, publisher, retiredOn, source, status, supersededBy, version } =
      framework.edition;
    expect(published).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    expect(source).not.toBe('');
    // Words of this project stand in both languages; names of repositories and files are the same in all.
    for (const said of [version, publisher, source]) {
      if (typeof said === 'string') expect(said).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/);
      else expect(said.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(supersededBy === undefined).toBe(status === 'in-force');
    expect(Date.parse(retiredOn ?? published)).not.toBeNaN();
  });
  it('takes no alias for two frameworks, and says what it takes it for', async () => {
    for (const [alias, said] of Object.entries(framework.aliases)) {
      expect(alias).toBe(alias.toLowerCase());
      expect(said.en).toContain(id);
      expect(said.zh).toContain(id);
      const claimed = loaded.filter(
        (other) => other.id === alias || Object.hasOwn(other.framework.aliases, alias),
      );
      expect(claimed.map((other) => other.id)).toEqual([id]);
      // It is written as names are compared, or nobody could ever type it.
      const selected = await selectFrameworks([alias]);
      expect(selected.map((other) => other.framework.id)).toEqual([id]);
    }
  });
});

describe('every note', () => {
  const notes = loaded.flatMap(({ head }) => {
    const { note, levels }: FrameworkHead = head;
    return [note, ...levels.map((level) => level.note)].filter((each) => each !== undefined);
  });

  it('is whole sentences, in both languages', () => {
    expect(notes.length).toBeGreaterThan(5);
    for (const { en, zh } of notes) {
      expect(en).toMatch(/^\P{Script=Han}.{40,}\.$/u);
      expect(zh).toMatch(/\p{Script=Han}.{15,}。$/u);
    }
  });
});

describe('the CIS Docker Benchmark', () => {
  const itemsOf = ({ requirements }: Framework) => {
    const sectionIds = new Set<string>(sections.map(([id]) => id));
    return requirements.filter(({ id }) => !sectionIds.has(id));
  };

  it('has 117 items in 1.6.0 and 118 in 1.8.0, each below a section', () => {
    expect(itemsOf(cisDocker160)).toHaveLength(117);
    expect(itemsOf(cisDocker180)).toHaveLength(118);
    for (const framework of [cisDocker160, cisDocker180]) {
      expect(framework.requirements).toHaveLength(itemsOf(framework).length + 9);
      for (const { id, parent } of itemsOf(framework)) {
        expect(parent).toBe(id.slice(0, id.lastIndexOf('.')));
      }
    }
  });
  it('numbers them in 1.8.0 as in 1.6.0, but for what follows the new item 2.7', () => {
    expect(items.filter(([, old]) => old === null).map(([id]) => id)).toEqual(['2.7']);
    const moved = items.filter(([id, old]) => old !== null && old !== id);
    expect(moved.map(([id, old]) => [id, old])).toEqual(
      Array.from({ length: 12 }, (_, at) => [`2.${at + 8}`, `2.${at + 7}`]),
    );
  });
  it('numbers each section from one, without a hole', () => {
    for (const framework of [cisDocker160, cisDocker180]) {
      for (const [section] of sections) {
        const below = itemsOf(framework).filter(({ parent }) => parent === section);
        expect(below.map(({ id }) => id)).toEqual(below.map((_, at) => `${section}.${at + 1}`));
      }
    }
  });
  it('has 78 items at level 1, 31 more at level 2, and 9 for a Swarm', () => {
    const count = (level: string) =>
      itemsOf(cisDocker180).filter(({ levels }) => levels.includes(level)).length;
    expect([count('1'), count('2'), count('swarm')]).toEqual([78, 31, 9]);
  });
  it('asks for the Swarm items at both levels', () => {
    const at = (level: string) =>
      itemsOf({ ...cisDocker180, requirements: requirementsAt(cisDocker180, level) });
    expect(at('1').filter(({ parent }) => parent === '7')).toHaveLength(9);
    expect(at('2')).toHaveLength(118);
    expect(at('swarm')).toHaveLength(9);
  });
});

describe('PCI DSS 3.1', () => {
  it('has 259 requirements in 12 chapters and appendix A', () => {
    expect(pciDss31.requirements).toHaveLength(259);
    expect(
      pciDss31.requirements.filter(({ parent }) => parent === null).map(({ id }) => id),
    ).toEqual([...Array.from({ length: 12 }, (_, at) => String(at + 1)), 'A.1']);
  });
  it('places each below what its number says', () => {
    for (const { id, parent } of pciDss31.requirements) {
      const above = id.slice(0, Math.max(0, id.lastIndexOf('.')));
      expect(parent ?? '').toBe(above === 'A' ? '' : above);
    }
  });
  it('keeps what is for people and what is outside containers', () => {
    const count = (nature: string) =>
      pciDss31.requirements.filter((each) => each.nature === nature).length;
    expect(count('technical')).toBe(124);
    expect(count('organisational')).toBe(89);
    expect(count('outside')).toBe(46);
  });
  it('says which numbers were not seen at their source', () => {
    const unseen = pciDss31.requirements.filter(({ confidence }) => confidence !== 'verified');
    expect(unseen.map(({ id }) => id)).toEqual(['3.5.1', '3.5.2', '3.5.3', '8.3', '10.8']);
  });
});
