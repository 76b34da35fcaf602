import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startedPrograms } from '../../../src/build-analysis/programs/started-programs.ts';
import { understoodCommand } from '../../../src/controls/blocks/understood-command.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { parse, compliantDockerfile } from '../../fixtures/dockerfile.ts';
import { beforeStarted } from '../../fixtures/launchers.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { snapshotOf, subjectOf, tool } from '../../support/judge.ts';

const statusOf = (command: readonly string[]) => {
  const verdict = understoodCommand(command);
  return verdict === true ? 'understood' : verdict.status;
};

describe('a command', () => {
  it.each([
    [['sh', '-c', '$CMD']],
    [['sh', '-c', 'eval "$CMD"']],
    [['sh', '-c', 'echo "a']],
    [['/bin/sh', '-c', 'if a; then b']],
    [['bash', '-c', 'cat x | sh']],
    [['sh', '-c', '. ./x.env && exec web']],
    [['python3', '-c', 'x']],
    [['node', '-e', 'x']],
    [['tini', '--', 'sh', '-c', '$CMD']],
    [['/docker-entrypoint.sh', 'sh', '-c', '$CMD']],
    [['env', '-S', 'sh -c "$CMD"']],
  ])('%j is not understood', (command) => {
    expect(statusOf(command)).toBe('unknown');
  });

  it.each([
    [[]],
    [['nginx', '-g', 'daemon off;']],
    [['/docker-entrypoint.sh', 'postgres', '-c', 'max_connections=200']],
    [['sh', '-c', 'exec java $JAVA_OPTS -jar app.jar']],
    [['sh', '-c', './migrate && exec ./server']],
    [['python', 'app.py']],
    [['redis-server', '--requirepass', '$PASSWORD']],
    [['bash']],
    [['--skip-grant-tables']],
  ])('%j is understood', (command) => {
    expect(statusOf(command)).toBe('understood');
  });

  it('names what is not understood, and where', () => {
    expect(understoodCommand(['python3', '-c', 'x'])).toMatchObject({
      message: { en: 'Not understood: the language of the script (python3 -c), in python3 -c x' },
    });
  });
});

/** What controls of a command say of it, by the kind of what is started with it. */
function judge(command: readonly string[]): ReadonlyMap<string, string> {
  const subjects = [
    subjectOf('image', { ...compliantImage, command }),
    subjectOf('dockerfile', { ...compliantDockerfile, command }),
    subjectOf('workload', { ...compliantWorkload, ...stopped, command }),
  ];
  const { findings } = assess(snapshotOf(subjects), { catalog: builtin, tool });
  return new Map(
    findings.map(({ controlId, subject, status }) => [`${controlId} ${subject.kind}`, status]),
  );
}

const controls = [
  ...['image', 'dockerfile'].flatMap((kind) =>
    ['no-remote-shell', 'single-function', 'no-sudo', 'authentication-required'].map(
      (name) => `${kind}-${name} ${kind}`,
    ),
  ),
  'workload-no-remote-shell workload',
  'workload-authentication-required workload',
];

describe('controls of a command', () => {
  it.each([[['sh', '-c', '$CMD']], [['bash', '-c', 'echo "a']], [['python3', '-c', 'import os']]])(
    'pass on none of what is not understood: %j',
    (command) => {
      const judged = judge(command);
      expect(controls.filter((control) => judged.get(control) === 'pass')).toEqual([]);
      expect(controls.map((control) => judged.get(control))).toContain('unknown');
    },
  );
});

const launchers = Object.entries(beforeStarted).flatMap(([name, all]) =>
  all.map((between) => `${name} ${between}`.trim()),
);

describe('what is harmful', () => {
  const launched = fc.array(fc.constantFrom(...launchers), { minLength: 1, maxLength: 3 });
  const wrapped = (text: string) =>
    fc
      .tuple(launched, fc.constantFrom(text, `sh -c '${text}'`, `bash -c -- '${text}'`))
      .map(([names, script]) => [...names, script].join(' '));

  it('stays so behind whatever starts it in a build', () => {
    const status = (script: string) => {
      const { facts, gaps } = parse(`FROM a\nRUN ${script}\n`);
      const control = builtin.controls.filter(({ id }) => id === 'dockerfile-no-setuid');
      const subject = { ...subjectOf('dockerfile', facts), gaps: [...gaps] };
      return assess(snapshotOf([subject]), { catalog: { ...builtin, controls: control }, tool })
        .findings[0]?.status;
    };
    expect(status('chmod 4755 /x')).toBe('fail');
    fc.assert(
      fc.property(wrapped('chmod 4755 /x'), (script) => {
        expect({ script, isTold: ['fail', 'unknown'].includes(status(script) ?? '') }).toEqual({
          script,
          isTold: true,
        });
      }),
    );
  });

  it('stays so behind whatever starts it in a container', () => {
    fc.assert(
      fc.property(launched, fc.boolean(), (names, isScript) => {
        const words = names.join(' ').split(' ');
        const command = isScript
          ? [...words, 'sh', '-c', 'exec sshd -D']
          : [...words, 'sshd', '-D'];
        expect({ command, started: startedPrograms(command).includes('sshd') }).toEqual({
          command,
          started: true,
        });
      }),
    );
  });
});
