import { expect, it } from 'vitest';
import { runFiles } from '../../../src/build-analysis/downloads/follow-files.ts';

const many = (make: (at: number) => string) =>
  Array.from({ length: 400 }, (_, at) => make(at)).join('; ');

const get = (path: string) => `curl -o ${path} https://e.org/x`;

const follow = (script: string) =>
  runFiles([{ script, folder: null, added: [] }], () => undefined).unverified.length;

it('tells once of a file that is run again', () => {
  expect(follow(`${get('x')}; sh x; sh x; ${get('x')}; sh x`)).toBe(2);
});

it('tells once of a file that is made a program, where it is there and nobody ran or verified it', () => {
  const programs = (script: string) =>
    runFiles([{ script, folder: null, added: [] }], () => undefined)
      .takePrograms()
      .fetched.map(({ word }) => word);
  expect(programs(`${get('x')}; chmod +x x; chmod 755 ./x`)).toEqual(['x']);
  expect(programs(`${get('x')}; chmod +x x; sh x; ${get('y')}; chmod +x y; mv y z; rm z`)).toEqual(
    [],
  );
  expect(
    programs(`set -e; ${get('x')}; chmod +x x; sha256sum -c s; ${get('y')}; chmod -R +x .`),
  ).toEqual(['.']);
});

/** Scripts that could make it go over the same files again and again, and how many files they run. */
const hostile = [
  ['fetches and runs', `${many((at) => get(`f${at}`))}; ${many((at) => `sh f${at}`)}`, 400],
  [
    'files of one name',
    `set -e; ${many((at) => get(`d${at}/f`))}; ${many(() => 'echo "0 f" | sha256sum -c')}; sh d1/f`,
    0,
  ],
  [
    'lists of sums that nobody knows',
    `set -e; ${many((at) => `${get(`f${at}`)}; sha256sum -c s`)}`,
    0,
  ],
  ['lists of sums that nobody heeds', many((at) => `${get(`f${at}`)}; sha256sum -c s && echo`), 0],
  [
    'checks that read one group',
    `set -e; { ${many((at) => `echo "0 f${at}"`)}; } | { ${many(() => 'sha256sum -c')}; }; ${get('f')}; sh f`,
    1,
  ],
  [
    'archives in one folder',
    many((at) => `${get(`a${at}.tgz`)}; tar xf a${at}.tgz; sh a${at}/x`),
    400,
  ],
  [
    'files far below an archive',
    `${get('a.tgz')}; tar xf a.tgz; ${many((at) => `sh ${'b/'.repeat(50)}${at}`)}`,
    1,
  ],
  ['folders within folders', many(() => `cd abcdefgh; ${get('x')}; sh x`), 400],
  ['names for one file', `${get('f')}; ${many((at) => `cp f g${at}; ./g${at}`)}`, 1],
  [
    'variables that hold the same sums',
    `set -e; ${many((at) => `V${at}=x`).replaceAll(';', '')} S=${'$(sha256sum f)'.repeat(2000)}; ${many((at) => `[ $V${at} = x ]`)}; ${get('f')}; sh f`,
    1,
  ],
  [
    'rights for folders and patterns',
    `${many((at) => `${get(`d/f${at}`)}; chmod -R 755 d; chmod +x d/*${at}; rm d/f${at}`)}; sh d/x`,
    0,
  ],
  [
    'values in values',
    `A=${'x'.repeat(250)}; ${get('$A'.repeat(20_000))}; ${many(() => 'sh $A$A$A')}`,
    0,
  ],
] as const;

it.each(hostile)('reads many %s in no time', (_, script, found) => {
  const started = process.cpuUsage();
  expect(follow(script)).toBe(found);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(6);
});
