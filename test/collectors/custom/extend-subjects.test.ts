import { expect, describe, it } from 'vitest';
import { z } from 'zod';
import { collect } from '../../../src/collectors/collect/collect.ts';
import type { AnyCollector } from '../../../src/core/snapshot/any-collector.ts';
import { extendSubject } from '../../../src/core/snapshot/extend-subject.ts';
import { workload } from '../../../src/core/subjects/workload/workload.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const compose = 'services:\n  web:\n    image: nginx:1.27\n  queue:\n    image: redis:8\n';
const source = { kind: 'probe', address: 'cmdb', what: 'owner' } as const;

type Collect = Parameters<typeof extendSubject>[1]['collect'];
const facts = { owner: z.string().nullable(), tier: z.int() };
const extension = (read: Collect) =>
  extendSubject(workload, { id: 'cmdb:one', facts, collect: read });

async function run(collectors: readonly AnyCollector[], signal?: AbortSignal) {
  const cwd = temporaryRoot({ 'compose.yaml': compose });
  const options = { targets: 'compose.yaml', cwd, env: {}, home: cwd, collectors };
  const { snapshot, failures } = await collect({ ...options, ...(signal ? { signal } : {}) });
  const web = snapshot.subjects.find(({ name }) => name === 'web');
  if (!web) throw new Error('there is no web');
  // Of a Compose service its image leaves some facts open.
  const gaps = web.gaps.filter(({ path }) => ['/owner', '/tier', '/mounts'].includes(path));
  return { web, gaps, failures, snapshot };
}

describe('an extension', () => {
  it('adds facts to each subject of its kind, with where they were read', async () => {
    const asked: string[] = [];
    const own = extension(({ kind, name, target, facts: known }) => {
      asked.push(`${kind} ${name} of ${target}: ${String(Reflect.get(known, 'privileged'))}`);
      return Promise.resolve({ facts: { owner: name, tier: 1 }, sources: { '/owner': source } });
    });
    const { web, failures } = await run([own]);
    expect(failures).toEqual([]);
    expect(web.facts).toMatchObject({ privileged: false, owner: 'web', tier: 1 });
    expect(web.sources).toMatchObject({
      '/owner': source,
      '/tier': { kind: 'probe', address: 'cmdb:one', what: 'tier' },
    });
    expect(asked.toSorted()).toEqual([
      'workload queue of compose:compose.yaml: false',
      'workload web of compose:compose.yaml: false',
    ]);
  });

  it.each([
    ['unavailable', new Error('no answer')],
    ['denied', Object.assign(new Error('no answer'), { code: 'EACCES' })],
    ['timeout', new DOMException('no answer', 'TimeoutError')],
  ])('that throws leaves gaps and is among the failures: %s', async (reason, thrown) => {
    const own = extension(({ name }) =>
      name === 'web' ? Promise.reject(thrown) : Promise.resolve({ facts: { owner: 'x', tier: 1 } }),
    );
    const { web, gaps, failures, snapshot } = await run([own]);
    expect(gaps).toMatchObject([
      { path: '/owner', reason, detail: 'cmdb:one: no answer' },
      { path: '/tier', reason, detail: 'cmdb:one: no answer' },
    ]);
    expect(web.facts).not.toHaveProperty('owner');
    expect(snapshot.subjects.find(({ name }) => name === 'queue')?.facts).toMatchObject({
      owner: 'x',
    });
    expect(failures).toMatchObject([
      { target: 'compose:compose.yaml', error: { code: 'collector-failed' } },
    ]);
    expect(failures[0]?.error.message).toContain(
      'cmdb:one could not be read for 1 of 2 subjects of the kind workload',
    );
  });

  it('that says what it was denied leaves that gap alone', async () => {
    const gap = { path: '/owner', reason: 'denied', detail: 'HTTP 403' } as const;
    const own = extension(() => Promise.resolve({ facts: { tier: 2 }, gaps: [gap] }));
    const { web, gaps, failures } = await run([own]);
    expect(gaps).toMatchObject([gap]);
    expect(web.facts).toMatchObject({ tier: 2 });
    expect(failures).toEqual([]);
  });

  it.each([
    ['of another type', { owner: 7, tier: 1 }, '/owner'],
    ['that is left out', { owner: 'x' }, '/tier'],
  ])('is held to its schema: a fact %s is a gap', async (_, wrong, path) => {
    const { web, gaps } = await run([extension(() => Promise.resolve({ facts: wrong }))]);
    expect(gaps).toMatchObject([{ path, reason: 'malformed' }]);
    expect(web.facts).not.toHaveProperty(path.slice(1));
  });

  it('that answers with something else is a gap of all its facts', async () => {
    const { gaps } = await run([extension(() => Promise.resolve(undefined as never))]);
    expect(gaps.map(({ path }) => path)).toEqual(['/owner', '/tier']);
  });

  it('says nothing of any other fact', async () => {
    const own = extension(({ facts: known }) => {
      Reflect.set(known, 'privileged', true);
      return Promise.resolve({
        facts: { owner: 'x', tier: 1, privileged: true },
        sources: { '/privileged': source },
        gaps: [{ path: '/mounts', reason: 'denied', detail: 'no' }],
      });
    });
    const { web, gaps } = await run([own]);
    expect(web.facts['privileged']).toBe(false);
    expect(gaps).toEqual([]);
    expect(web.sources?.['/privileged']).not.toEqual(source);
  });

  it('that does not heed the end of the collection is left alone', async () => {
    const ended = new AbortController();
    const own = extension(() => {
      ended.abort();
      return new Promise(() => {});
    });
    const { gaps } = await run([own], ended.signal);
    expect(gaps).toMatchObject([
      { path: '/owner', reason: 'timeout' },
      { path: '/tier', reason: 'timeout' },
    ]);
  });

  it('keeps no secret of what it throws', async () => {
    const key = 'AKIAIOSFODNN7EXAMPLQ';
    const own = extension(() => Promise.reject(new Error(`GET /?key=${key}`)));
    const { snapshot, failures } = await run([own]);
    expect(JSON.stringify(snapshot)).not.toContain(key);
    expect(failures[0]?.error.message).not.toContain(key);
  });

  it('can be extended again, and each is asked once', async () => {
    let asked = 0;
    const first = extension(() => {
      asked += 1;
      return Promise.resolve({ facts: { owner: 'x', tier: 1 } });
    });
    const second = extendSubject(first, {
      id: 'cmdb:two',
      facts: { grade: z.string() },
      collect: ({ facts: known }) =>
        Promise.resolve({ facts: { grade: `${known.tier}${known.owner}` } }),
    });
    const { web } = await run([first, second]);
    expect(web.facts).toMatchObject({ owner: 'x', tier: 1, grade: '1x' });
    expect(asked).toBe(2);
  });

  it('is refused beside another one with a fact or an id of its own', async () => {
    const collectNothing: Collect = () => Promise.resolve({ facts: {} });
    const one = extension(collectNothing);
    const sameFact = extendSubject(workload, {
      id: 'cmdb:other',
      facts: { owner: z.string() },
      collect: () => Promise.resolve({ facts: {} }),
    });
    const sameId = extendSubject(workload, {
      id: 'cmdb:one',
      facts: { other: z.string() },
      collect: () => Promise.resolve({ facts: {} }),
    });
    const refusal = { code: 'subject-invalid', hint: expect.stringMatching(/^Give /) as string };
    await expect(run([one, sameFact])).rejects.toMatchObject({
      ...refusal,
      message: 'cmdb:other adds the fact owner, which cmdb:one adds to workload already.',
    });
    await expect(run([one, sameId])).rejects.toMatchObject({
      ...refusal,
      message: 'Two extensions of workload are called cmdb:one.',
    });
  });
});
