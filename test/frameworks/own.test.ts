import { describe, expect, it } from 'vitest';
import type { Mapped } from '../../src/core/frameworks/extend-framework.ts';
import { buildOwnFramework } from '../../src/frameworks/custom/build.ts';
import { findOwnProblems } from '../../src/frameworks/custom/problems.ts';
import { ownFrameworkSchema } from '../../src/frameworks/custom/schema.ts';
import { sampleFramework, sampleMapping } from '../fixtures/sample-framework.ts';

const base: Mapped = { framework: sampleFramework, mappings: [sampleMapping] };
const controls = new Set(['sample-user', 'sample-privileged']);
const isControl = (id: string): boolean => controls.has(id);

const own = {
  id: 'acme-1',
  title: 'Acme policy',
  edition: { version: 2026, publisher: 'Acme', published: '2026-01' },
  requirements: [{ id: 1, title: { en: 'One', zh: '一' } }],
};
const parse = (rest: object) => ownFrameworkSchema.parse({ ...own, ...rest });
const problems = (rest: object, of?: Mapped) =>
  findOwnProblems(parse(rest), of, isControl).map(
    ({ path, message }) => `${path.join('.')}: ${message.en}`,
  );

describe('a framework in a file', () => {
  it('needs little: one language may do for both, and numbers may be ids', () => {
    const { framework, mappings } = buildOwnFramework(parse({}), undefined, isControl);
    expect(framework).toMatchObject({
      id: 'acme-1',
      title: { en: 'Acme policy', zh: 'Acme policy' },
      edition: {
        version: '2026',
        status: 'in-force',
        source: { en: 'the file of acme-1', zh: 'acme-1 的文件' },
      },
      requirements: [{ id: '1', parent: null, nature: 'technical', levels: [] }],
    });
    expect(mappings).toEqual([{ framework: 'acme-1', links: [] }]);
  });
  it('links its requirements, with guards', () => {
    const requirements = [
      {
        id: 'A',
        title: 'A',
        controls: [
          {
            control: 'sample-user',
            shows: 'part',
            breaks: 'breaks',
            reason: 'why',
            guard: { param: 'max', atMost: '0.5' },
          },
        ],
      },
    ];
    const { mappings } = buildOwnFramework(parse({ requirements }), undefined, isControl);
    expect(mappings).toMatchObject([
      {
        links: [{ control: 'sample-user', requirement: 'A', guard: { param: 'max', atMost: 0.5 } }],
      },
    ]);
  });
  it('extends another, and links what it took over', () => {
    const { framework, mappings } = buildOwnFramework(
      parse({
        extends: 'sample-standard-1.0',
        requirements: [{ id: 'A', parent: '2', title: 'A', reason: 'r', by: 'b' }],
        omit: [{ requirement: '2.4', reason: 'r', by: 'b' }],
        links: [
          {
            control: 'sample-user',
            requirement: '2.3',
            shows: 'context',
            breaks: 'nothing',
            reason: 'why',
          },
        ],
      }),
      base,
      isControl,
    );
    expect(framework.requirements.map(({ id }) => id).slice(-5)).toEqual([
      '2',
      '2.1',
      '2.2',
      '2.3',
      'A',
    ]);
    expect(mappings.flatMap(({ links }) => links)).toHaveLength(sampleMapping.links.length + 1);
    expect(framework.changes?.map(({ change, requirement }) => [change, requirement])).toEqual([
      ['omitted', '2.4'],
      ['added', 'A'],
    ]);
  });

  const wrong: readonly [string, object, Mapped | undefined, string][] = [
    [
      'an id that stands twice',
      {
        requirements: [
          { id: 'A', title: 'A' },
          { id: 'A', title: 'B' },
        ],
      },
      undefined,
      'requirements.1.id: A occurs twice',
    ],
    [
      'a parent that is not there',
      { requirements: [{ id: 'A', parent: 'B', title: 'A' }] },
      undefined,
      'requirements.0.parent: it is below B, which is not there',
    ],
    [
      'a level that is not there',
      { requirements: [{ id: 'A', title: 'A', levels: [2] }] },
      undefined,
      'requirements.0.levels.0: there is no level 2',
    ],
    [
      'a control that is not there',
      {
        requirements: [
          {
            id: 'A',
            title: 'A',
            controls: [{ control: 'x', shows: 'all', breaks: 'breaks', reason: 'r' }],
          },
        ],
      },
      undefined,
      'requirements.0.controls.0.control: the catalog has no control x',
    ],
    [
      'a link to nowhere',
      {
        links: [
          { control: 'sample-user', requirement: 'Z', shows: 'all', breaks: 'breaks', reason: 'r' },
        ],
      },
      undefined,
      'links.0.requirement: there is no Z',
    ],
    [
      'an omission of nothing',
      { omit: [{ requirement: '7', reason: 'r', by: 'b' }], requirements: [] },
      base,
      'omit.0.requirement: nothing that is extended has 7',
    ],
    [
      'an addition without a reason',
      { requirements: [{ id: 'A', title: 'A' }] },
      base,
      'requirements.0: A is added to sample-standard-1.0 without a reason, or by nobody',
    ],
    [
      'levels beside those it took over',
      { levels: [{ id: 'x', title: 'X', includes: ['x'] }], requirements: [] },
      base,
      'levels: the levels are those of sample-standard-1.0',
    ],
  ];
  it.each(wrong)('is told of %s', (_, rest, of, problem) => {
    expect(problems(rest, of)).toContain(problem);
  });
  it('has no problems where it has none', () => {
    expect(problems({})).toEqual([]);
  });
  it.each(['Acme 1', 'acme/1', '-acme', ''])('cannot be called %j', (id) => {
    expect(ownFrameworkSchema.safeParse({ ...own, id }).success).toBe(false);
  });
});
