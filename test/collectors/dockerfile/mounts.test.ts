import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../../src/collectors/dockerfile/parse-dockerfile.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

function read(flags: string, head = '') {
  const file = `${head}FROM a\nARG KIND=cache\nARG NOWHERE\nRUN ${flags} true\n`;
  const { facts, gaps } = parseDockerfile(file, 'Dockerfile', createRedactor(Buffer.alloc(32)));
  const images = facts['images'] as readonly ({ reference: string; use: string } | null)[];
  const runs = facts['runs'] as readonly { mounts: unknown }[];
  return {
    images: images.flatMap((each) => (each?.use === 'mount' ? [each.reference] : [])),
    mounts: runs[0]?.mounts,
    gaps: gaps.map(({ path }) => path).filter((path) => /^\/(?:images|runs)/.test(path)),
  };
}

const quote = (field: string): string => `\\"${field}\\"`;

describe('the mounts of a RUN', () => {
  it.each([
    ['--mount=target=/x,"from=evil"', 'evil'],
    ['--mount="target=/x,from=evil"', 'evil'],
    ["'--mount=target=/x,from=evil'", undefined],
    ["--mount='target=/x,from=evil'", 'evil'],
    [String.raw`--mount=target=/x,\"from=evil\"`, 'evil'],
    [String.raw`--mount='target=/x,"from=evil"'`, 'evil'],
    ['--mo"unt"=target=/x,from=evil', 'evil'],
    ['--mount=target=/x,FROM=evil', 'evil'],
    ['--mount=from=good,target=/x,from=evil', 'evil'],
  ])('%s takes in an image as the builder reads it', (flags, image) => {
    expect(read(flags).images).toEqual(image === undefined ? [] : [image]);
  });

  it.each([
    ['--mount=type=$KIND,dst=/x', [{ type: 'cache', target: '/x' }]],
    ['--mount=TYPE=Secret,id=a,Target=/x', [{ type: 'secret', target: '/x' }]],
    ['--mount=target=/x,rw', [{ type: 'bind', target: '/x' }]],
    ['--mount=type=cache,id=a-b,target=/x', [{ type: 'cache', target: '/x', id: 'a-b' }]],
    ['--mount=type=cache,target=/x', [{ type: 'cache', target: '/x' }]],
  ])('%s is a mount', (flags, mounts) => {
    expect(read(flags)).toMatchObject({ mounts, gaps: [] });
  });

  it.each([
    [String.raw`--mount=target=/x,\"from=evil`, ['/images/1', '/runs/0/mounts/0']],
    ['--mount=target=/x,form=evil', ['/images/1', '/runs/0/mounts/0']],
    ['--mount=type=other,target=/x', ['/images/1', '/runs/0/mounts/0']],
    ['--mount=target=$NOWHERE', ['/runs/0/mounts/0/target']],
  ])('%s is a gap', (flags, gaps) => {
    expect(read(flags).gaps).toEqual(gaps);
  });

  it('names the image in whatever order and quotes its options stand', () => {
    const options = ['type=bind', 'from=evil', 'target=/x', 'source=/y', 'ro'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(options, { minLength: 1 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (some, quoted) => {
          const fields = some.map((each, at) => (quoted[at] === true ? quote(each) : each));
          const { images, gaps } = read(`--mount=${fields.join(',')}`);
          expect([images, gaps]).toEqual([some.includes('from=evil') ? ['evil'] : [], []]);
        },
      ),
    );
  });

  it('reads a quoted flag of any instruction as the builder does', () => {
    const file = 'FROM a\nCOPY --fr"om"=\'ev\'il --chmod="77"7 a b\n';
    const { facts } = parseDockerfile(file, 'Dockerfile', createRedactor(Buffer.alloc(32)));
    expect(facts['copies']).toMatchObject([{ from: 'evil', mode: '777', sources: ['a'] }]);
  });
});
