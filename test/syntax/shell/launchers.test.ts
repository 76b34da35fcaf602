import { describe, expect, it } from 'vitest';
import { withoutLaunchers } from '../../../src/syntax/shell/launchers.ts';
import { beforeStarted as between, launcherWords as words } from '../../fixtures/launchers.ts';
import { launcherNames } from '../../../src/syntax/shell/programs.ts';

describe('a program that only starts another one', () => {
  it('has its cases here, whichever it is', () => {
    expect(Object.keys(between).toSorted()).toEqual(launcherNames.toSorted());
  });

  const cases = Object.entries(between).flatMap(([name, all]) =>
    all.map((each) => ({ name, each })),
  );
  it.each(cases)('$name $each', ({ name, each }) => {
    const started = ['make', '-k', 'install'];
    expect(withoutLaunchers([...words(name, each), ...started])).toEqual(started);
    expect(withoutLaunchers([...words(`/usr/bin/${name}`, each), ...started])).toEqual(started);
    // One launcher may start another.
    expect(withoutLaunchers([...words('nohup', name, each), ...started])).toEqual(started);
  });

  it.each(['bundle', 'npm', 'pipenv', 'poetry', 'uv'])(
    'starts nothing by another word: %s',
    (name) => {
      expect(withoutLaunchers([name, 'install', 'make'])).toEqual([name, 'install', 'make']);
    },
  );

  it.each(['-v', '-V', '-pv'])('is only asked where another one is: command %s', (option) => {
    expect(withoutLaunchers(['command', option, 'make'])).toEqual(['command', option, 'make']);
  });

  it.each(['retry 3', 'apt_retry', 'my-retry 3 5', 'retry.sh'])('tries again: %s', (again) => {
    expect(withoutLaunchers([...words(again), 'make'])).toEqual(['make']);
  });
});
