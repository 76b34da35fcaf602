import { describe, expect, it } from 'vitest';
import { runFlags, shortFlags } from '../../../src/knowledge/run-flags.ts';
import { parseRunOptions } from '../../../src/syntax/run-options/parse-run-options.ts';

const known = { kinds: runFlags, short: shortFlags };

const pairs = (words: readonly string[]): readonly string[] =>
  parseRunOptions(words, known).options.map(({ name, value }) => `${name}=${value}`);

describe('the options of docker run', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['--memory', '1g'], ['memory=1g']],
    [['--memory=1g'], ['memory=1g']],
    [['--env=A=B'], ['env=A=B']],
    [['-e', 'A=B'], ['env=A=B']],
    [['-eA=B'], ['env=A=B']],
    [['-e=A=B'], ['env=A=B']],
    [
      ['-itv', '/a:/b'],
      ['interactive=true', 'tty=true', 'volume=/a:/b'],
    ],
    [['--privileged=false'], ['privileged=false']],
    [['--privileged', 'false'], ['privileged=true']],
    [['-t=false'], ['tty=false']],
    [['--env', '--privileged'], ['env=--privileged']],
  ])('are read as it reads them: %j', (words, expected) => {
    expect(pairs(words)).toEqual(expected);
  });

  it('are not read behind what is taken for the image', () => {
    expect(parseRunOptions(['--rm', 'debian', '--privileged'], known)).toEqual({
      options: [{ name: 'rm', value: 'true', at: 0 }],
      unknown: [1],
    });
  });

  it.each([['--nothing'], ['-Z'], ['-iZ'], ['--'], ['-'], ['--memory']])(
    'are none where docker run has none: %s',
    (word) => {
      expect(parseRunOptions([word], known).unknown.length).toBeGreaterThan(0);
    },
  );
});
