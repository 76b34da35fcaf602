import { describe, expect, it } from 'vitest';
import { launcherNames, withoutLaunchers } from '../../../src/syntax/shell/launchers.ts';

/** What may stand between each launcher and what it starts: every option that takes a value, and what else it takes. */
const between: Readonly<Record<string, readonly string[]>> = {
  sudo: [
    '-u a',
    '-g a',
    '-h a',
    '-p a',
    '-C 3',
    '-T 5',
    '-r a',
    '-t a',
    '-E',
    '-n A=b',
    '--user a',
    '--group a',
    '--host a',
    '--prompt a',
    '--chdir /a',
  ],
  doas: ['-u a', '-C /a', '-n'],
  setpriv: [
    '--reuid 1',
    '--regid 1',
    '--ruid 1',
    '--euid 1',
    '--rgid 1',
    '--egid 1',
    '--groups 1',
    '--inh-caps a',
    '--ambient-caps a',
    '--bounding-set a',
    '--securebits a',
    '--pdeathsig a',
    '--clear-groups',
    '--reuid=1',
  ],
  chpst: [
    '-u a',
    '-U a',
    '-b a',
    '-e a',
    '-/ /a',
    '-C /a',
    '-n 1',
    '-l a',
    '-L a',
    '-m 1',
    '-d 1',
    '-o 1',
    '-p 1',
    '-f 1',
    '-c 1',
    '-P',
  ],
  's6-setuidgid': ['a'],
  gosu: ['a'],
  'su-exec': ['a:b'],
  chroot: ['/a', '--userspec=1 /a'],
  env: ['', 'A=b', '-i', '-u A', '-C /a', '-S a', '--unset A', '--chdir /a', '--split-string a'],
  exec: ['', '-a name', '-c'],
  nice: ['', '-n 5', '--adjustment 5', '-n5'],
  ionice: ['-c 3', '-n 1', '--class 3', '--classdata 1', '-t'],
  timeout: ['5', '-k 1 5', '-s KILL 5', '--kill-after 1 5', '--signal KILL 5', '--foreground 5'],
  stdbuf: ['-i 0', '-o L', '-e 0', '--input 0', '--output L', '--error 0', '-oL'],
  xargs: ['', '-I {}', '-n 1', '-d x', '-P 4', '-L 1', '-s 9', '-E x', '-a /a', '-0'],
  tini: ['--', '-p SIGTERM --', '-e 143 --', '-s --'],
  'tini-static': ['--', '-p SIGTERM --', '-e 143 --'],
  'docker-init': ['--', '-p SIGTERM --', '-e 143 --'],
  'dumb-init': ['', '-r 15:3', '--rewrite 15:3', '-c'],
  catatonit: ['--'],
  command: ['', '-p'],
  builtin: [''],
  fakeroot: ['', '--'],
  linux32: [''],
  linux64: [''],
  setsid: ['', '-w'],
  nohup: [''],
  time: ['', '-p'],
  eatmydata: [''],
  busybox: [''],
  toybox: [''],
  bundle: ['exec'],
  pipenv: ['run'],
  poetry: ['run'],
  uv: ['run', 'run --frozen'],
};

const words = (...parts: readonly string[]): readonly string[] =>
  parts.flatMap((part) => part.split(' ')).filter((word) => word !== '');

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

  it.each(['bundle', 'pipenv', 'poetry', 'uv'])('starts nothing by another word: %s', (name) => {
    expect(withoutLaunchers([name, 'install', 'make'])).toEqual([name, 'install', 'make']);
  });

  it.each(['-v', '-V', '-pv'])('is only asked where another one is: command %s', (option) => {
    expect(withoutLaunchers(['command', option, 'make'])).toEqual(['command', option, 'make']);
  });

  it.each(['retry 3', 'apt_retry', 'my-retry 3 5', 'retry.sh'])('tries again: %s', (again) => {
    expect(withoutLaunchers([...words(again), 'make'])).toEqual(['make']);
  });
});
