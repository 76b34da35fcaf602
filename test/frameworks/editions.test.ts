import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/core/frameworks/mapping.ts';
import { crosswalks } from '../../src/frameworks/crosswalks/registry.ts';
import { builtinFrameworks, type FrameworkEntry } from '../../src/frameworks/registry/registry.ts';

const entries: Readonly<Record<string, FrameworkEntry>> = builtinFrameworks;
const loaded = await Promise.all(crosswalks.map(({ load }) => load()));

/** Links that differ between two editions, and why they do. */
const reasons: Readonly<Record<string, string>> = {
  'host-kernel-hardlinks: A.9.4.1 → A.8.3': '2022 has configuration baselines, A.8.9',
  'host-kernel-information-hidden: A.9.4.1 → A.8.3': '2022 has configuration baselines, A.8.9',
  'volume-unused: A.12.1.3 → A.8.6': '2022 has deletion of information, A.8.10',
  'engine-tcp-mutual-tls: A.13.1.1 → A.8.20': '2013 has access to networks, A.9.1.2',
  'workload-no-remote-shell: A.13.1.1 → A.8.20': '2013 has access to networks, A.9.1.2',
};

async function linksOf(id: string): Promise<readonly Link[]> {
  const framework = await entries[id]?.load();
  return framework?.mappings.flatMap(({ links }) => links) ?? [];
}

/** What each control that is linked to a requirement shows of it and breaks. */
const strengths = (links: readonly Link[], requirement: string): ReadonlyMap<string, string> =>
  new Map(
    links
      .filter((link) => link.requirement === requirement)
      .map(({ control, shows, breaks }) => [control, `${shows}, ${breaks}`]),
  );

async function differencesOf({ from, to, rows }: (typeof loaded)[number]): Promise<string[]> {
  const [before, after] = [await linksOf(from), await linksOf(to)];
  const targets = rows.flatMap((row) => row.to);
  return rows.flatMap((row) => {
    const [old, ...others] = row.from;
    const [id, ...more] = row.to;
    if (old === undefined || id === undefined || others.length > 0 || more.length > 0) return [];
    if (targets.filter((each) => each === id).length > 1) return [];
    const [then, now] = [strengths(before, old), strengths(after, id)];
    // Where the words changed, what is asked may have gone elsewhere; what is linked on both sides is compared.
    const unchanged = row.relation === 'same' || row.relation === 'moved';
    return [...new Set([...then.keys(), ...now.keys()])]
      .filter((each) => unchanged || (then.has(each) && now.has(each)))
      .filter((each) => then.get(each) !== now.get(each))
      .map((each) => `${each}: ${old} → ${id}`);
  });
}

describe('where one requirement of an edition became one of the next', () => {
  it('a control shows and breaks the same of both, unless a reason says why not', async () => {
    const differences = (await Promise.all(loaded.map(differencesOf))).flat();
    expect(differences.toSorted()).toEqual(Object.keys(reasons).toSorted());
  });
});
