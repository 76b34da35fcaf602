import { describe, expect, it } from 'vitest';
import { hostAuditDockerConfig } from '../../src/controls/host/host-audit-docker-config.ts';
import { hostRootLogins } from '../../src/controls/host/host-root-logins.ts';
import { hostSudoPassword } from '../../src/controls/host/host-sudo-password.ts';
import { dockerfileNoAddUrl } from '../../src/controls/dockerfile/dockerfile-no-add-url.ts';
import { dockerfileNoSetuid } from '../../src/controls/dockerfile/dockerfile-no-setuid.ts';
import { dockerfileNoWorldWritable } from '../../src/controls/dockerfile/dockerfile-no-world-writable.ts';
import { workloadSeccomp } from '../../src/controls/workload/workload-seccomp.ts';
import { parseSeccomp } from '../../src/collectors/workload/security-options.ts';
import { collectHost } from '../../src/collectors/host/collect-host.ts';
import { settle } from '../../src/collectors/gathering/partial-facts.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import type { FindingStatus } from '../../src/core/assessment/finding-status.ts';
import type { Subject } from '../../src/core/facts/subject.ts';
import { createJudge } from '../../src/testing/judging/judge-case.ts';
import { aWorkload } from '../../src/testing/subjects.ts';
import { parse } from '../fixtures/dockerfile.ts';
import { hostRoot, subjectOf } from '../support/host-root.ts';

/** What is judged of a text, by whatever reads it. */
type Read = (text: string) => Subject | Promise<Subject>;

/** A format: what depends on a text of it, and what may be done to the text. */
interface Format {
  readonly name: string;
  readonly read: Read;
  readonly control: AnyControl;
  /** Texts on which the control passes, and on which it fails. */
  readonly passes: readonly string[];
  readonly fails: readonly string[];
  /** Ways to write a text that leave its meaning as it is. */
  readonly rewrites: Readonly<Record<string, (text: string) => string>>;
  /** Ways to make something of it that nothing reads with certainty. */
  readonly breaks: Readonly<Record<string, (text: string) => string>>;
}

const ofHost =
  (path: string, more: Readonly<Record<string, string>> = {}): Read =>
  async (text) =>
    subjectOf(await collectHost(hostRoot({ ...more, [path]: text })));

const ofDockerfile: Read = (text) => {
  const { facts, gaps, sources } = parse(text);
  const named = { id: 'Dockerfile', name: 'Dockerfile', target: 'Dockerfile' };
  return { kind: 'dockerfile', ...named, facts, gaps: [...gaps], sources };
};

const ofProfile: Read = (text) => {
  const { facts, gaps } = settle({ security: { seccomp: parseSeccomp(text) } });
  const seccomp = (facts['security'] as { seccomp: object }).seccomp;
  const base = aWorkload();
  const security = { ...(base.facts['security'] as object), seccomp };
  return { ...base, facts: { ...base.facts, security }, gaps: [...base.gaps, ...gaps] };
};

const lines = (text: string, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : change(line)))
    .join('\n');

const profile = (text: string, change: (profile: Profile) => unknown): string =>
  // Each of the texts below is such a profile.
  JSON.stringify(change(JSON.parse(text) as Profile));

interface Profile {
  readonly defaultAction: string;
  readonly syscalls: readonly { readonly names: readonly string[]; readonly action: string }[];
}

const dockerfileRewrites = {
  'comments and empty lines': (text: string) => lines(text, (line) => `# one\n\n${line}`),
  'keywords in small letters': (text: string) =>
    lines(text, (line) => line.replace(/^[A-Z]+/, (keyword) => keyword.toLowerCase())),
  'spaces around': (text: string) => lines(text, (line) => `  ${line.replace(' ', '   ')}  `),
  'continued lines with a comment between': (text: string) =>
    lines(text, (line) => line.replace(' ', ' \\\n# two\n  ')),
  'another escape character': (text: string) =>
    `# escape=\`\n${lines(text, (line) => line.replace(' ', ' `\n'))}`,
  'lines as Windows ends them': (text: string) => text.replaceAll('\n', '\r\n'),
  'modes in variables': (text: string) =>
    lines(text, (line) =>
      line
        .replace(/^(COPY|ADD)(.*)--chmod=(\S+)/, 'ARG M=$3\n$1$2--chmod=${M}')
        .replace(/^RUN chmod (\S+)/, 'ENV M=$1\nRUN chmod "$M"'),
    ),
  'modes in quotes, and longer': (text: string) =>
    lines(text, (line) => line.replace(/(chmod[= ])(\d+)/, '$1"000$2"')),
} as const;

const dockerfileBreaks = {
  'a mode in a variable that nobody knows': (text: string) =>
    lines(text, (line) => line.replace(/(chmod[= ])\S+/, '$1$X')).replace('\n', '\nARG X\n'),
  'a part of a variable': (text: string) =>
    lines(text, (line) => line.replace(/(chmod[= ])(\S+)/, '$1${X#0}')).replace(
      '\n',
      '\nARG X=0755\n',
    ),
} as const;

const shellLike = {
  comments: (text: string) => lines(text, (line) => `# one\n${line}`),
  'spaces around': (text: string) => lines(text, (line) => `  ${line}\t`),
  'empty lines': (text: string) => text.replaceAll('\n', '\n\n'),
};

const formats: readonly Format[] = [
  {
    name: 'Dockerfile, who may write',
    read: ofDockerfile,
    control: dockerfileNoWorldWritable,
    passes: ['FROM a\nCOPY --chmod=755 b /b\nRUN chmod 644 /b\n'],
    fails: ['FROM a\nCOPY --chmod=777 b /b\n', 'FROM a\nRUN chmod 666 /b\n'],
    rewrites: dockerfileRewrites,
    breaks: dockerfileBreaks,
  },
  {
    name: 'Dockerfile, who runs as whom',
    read: ofDockerfile,
    control: dockerfileNoSetuid,
    passes: ['FROM a\nCOPY --chmod=755 b /b\nRUN chmod 755 /b\n'],
    fails: ['FROM a\nCOPY --chmod=4755 b /b\n', 'FROM a\nRUN chmod 2755 /b\n'],
    rewrites: dockerfileRewrites,
    breaks: {
      ...dockerfileBreaks,
      'a flag that is not known': (text) => text.replace('--chmod', '--CHMOD'),
    },
  },
  {
    name: 'Dockerfile, what is fetched',
    read: ofDockerfile,
    control: dockerfileNoAddUrl,
    passes: [`FROM a\nADD --checksum=sha256:${'0'.repeat(64)} https://example.org/b /b\n`],
    fails: ['FROM a\nADD https://example.org/b /b\n'],
    rewrites: {
      'a checksum in a variable': (text) =>
        text.replace(/ADD --checksum=(\S+)/, "ARG S='$1'\nADD --checksum=$S"),
      'an address in a variable': (text) =>
        text.replace(/ADD(.*) https:(\S+)/, 'ENV A=https:$2\nADD$1 ${A}'),
    },
    breaks: {
      'a flag that is not known': (text) => text.replace('ADD', 'ADD --what=it'),
    },
  },
  {
    name: 'sudoers',
    read: ofHost('/etc/sudoers'),
    control: hostSudoPassword,
    passes: [
      'root ALL=(ALL) ALL\nalice ALL = (root) PASSWD: /usr/bin/docker\n',
      'root ALL=(ALL) ALL\nbob ALL = NOPASSWD: /usr/bin/uptime, PASSWD: ALL\n',
    ],
    fails: [
      'root ALL=(ALL) ALL\nalice ALL = (root) NOPASSWD: /usr/bin/docker\n',
      'root ALL=(ALL) ALL\nDefaults:alice, bob !authenticate\nbob ALL = ALL\n',
      'Defaults exempt_group = docker\n%docker ALL = ALL\n',
    ],
    rewrites: {
      ...shellLike,
      'a comment that ends in a backslash': (text) => lines(text, (line) => `# one \\\n${line}`),
      'continued lines': (text) => lines(text, (line) => line.replace(' ', ' \\\n  ')),
      'more spaces, and none': (text) =>
        lines(text, (line) => line.replaceAll(' = ', '=').replaceAll(', ', '  ,   ')),
      'two exclamation marks': (text) => text.replaceAll('/usr', '!!/usr'),
      'aliases, below what they are about': (text) =>
        text.includes('/usr/bin/docker')
          ? `${text.replaceAll('/usr/bin/docker', 'D')}Cmnd_Alias D = /usr/bin/docker\n`
          : text,
    },
    breaks: {
      'a line that is none': (text) => `${text}what is this\n`,
      'a tag that there is not': (text) => `${text}carol ALL = NOPASS: ALL\n`,
      'a comma at the end': (text) => text.replace(/\n$/, ',\n'),
      'an escape in the middle': (text) => `${text}carol ALL = /usr/bin/d\\ocker\n`,
    },
  },
  {
    name: 'audit rules',
    read: ofHost('/etc/audit/rules.d/docker.rules', { '/etc/docker/daemon.json': '{}' }),
    control: hostAuditDockerConfig,
    passes: [
      '-D\n-w /etc/docker -p wa -k docker\n-e 2\n',
      '-a always,exit -F dir=/etc/docker -F perm=wa -k docker\n',
    ],
    fails: [
      '-w /etc/docker -p r\n',
      '-a never,exit -F dir=/etc\n-w /etc/docker -p wa\n',
      '-w /etc/docker -p wa\n-a task,never\n',
      '-w /etc/docker -p wa\n-e 0\n',
    ],
    rewrites: {
      ...shellLike,
      'the order of options': (text) => text.replace('-p wa -k docker', '-k docker -p wa'),
      'letters in another order and case': (text) => text.replaceAll(/\bwa\b/g, 'AW'),
      'a slash at the end': (text) => text.replace('/etc/docker ', '/etc/docker/ '),
      'list and action the other way round': (text) =>
        text.replace('always,exit', 'exit,always').replace('never,exit', 'exit,never'),
    },
    breaks: {
      'a line that is none': (text) => `watch /etc\n${text}`,
      'a field that there is not': (text) => `${text}-a always,exit -F what=1\n`,
      'a value that is missing': (text) => `${text}-w\n`,
      'a rule that may keep it silent': (text) => `-a never,exit -F uid=0\n${text}`,
    },
  },
  {
    name: 'passwd',
    read: ofHost('/etc/passwd'),
    control: hostRootLogins,
    passes: ['root:x:0:0::/root:/bin/sh\nalice:x:1000:999::/home/alice:/bin/sh\n'],
    fails: ['root:x:0:0::/root:/bin/sh\nalice:x:0:999::/home/alice:/bin/sh\n'],
    rewrites: {
      comments: shellLike.comments,
      'blanks before': (text) => lines(text, (line) => `  ${line}`),
      'noughts and signs before numbers': (text) => text.replaceAll(/:(\d+):/g, ': +00$1:'),
      'empty lines': shellLike['empty lines'],
    },
    breaks: {},
  },
  {
    name: 'seccomp profile',
    read: ofProfile,
    control: workloadSeccomp,
    passes: [
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read","write"],"action":"SCMP_ACT_ALLOW"}]}',
    ],
    fails: [
      '{"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":["read"],"action":"SCMP_ACT_ERRNO"}]}',
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["bpf"],"action":"SCMP_ACT_ALLOW"}]}',
    ],
    rewrites: {
      spacing: (text) => JSON.stringify(JSON.parse(text), null, 2),
      'one rule for each call': (text) =>
        profile(text, (given) => ({
          ...given,
          syscalls: given.syscalls.flatMap(({ names, ...rest }) =>
            names.map((name) => ({ name, ...rest })),
          ),
        })),
      'calls that there are not': (text) =>
        profile(text, (given) => ({
          ...given,
          syscalls: [...given.syscalls, { names: ['no_such_call'], action: 'SCMP_ACT_ALLOW' }],
        })),
      'keys in another order': (text) =>
        profile(text, ({ defaultAction, syscalls }) => ({ comment: 'x', syscalls, defaultAction })),
    },
    breaks: {
      'no JSON': (text) => text.slice(0, -1),
      'an action that there is not': (text) => text.replaceAll('SCMP_ACT_ERRNO', 'SCMP_ACT_NONE'),
      'a key in another case': (text) => text.replace('{', '{"DefaultAction":"SCMP_ACT_ALLOW",'),
      'a condition that is not known': (text) =>
        text.replace('"action"', '"includes":{"os":["x"]},"action"'),
    },
  },
];

async function statusOf({ read, control }: Format, text: string): Promise<FindingStatus> {
  const subject = await read(text);
  return createJudge(control, {}, '2026-01-01T00:00:00.000Z')({ subject, around: [] }).status;
}

describe.each(formats)('$name', (format) => {
  const texts = [
    ...format.passes.map((text) => ({ text, status: 'pass' as const })),
    ...format.fails.map((text) => ({ text, status: 'fail' as const })),
  ];
  it.each(texts)('is judged as it is written: $status', async ({ text, status }) => {
    expect(await statusOf(format, text)).toBe(status);
  });
  it.each(Object.entries(format.rewrites))('means the same with %s', async (_, rewrite) => {
    for (const { text, status } of texts) {
      expect([rewrite(text), await statusOf(format, rewrite(text))]).toEqual([
        rewrite(text),
        status,
      ]);
    }
  });
  it.each(Object.entries(format.breaks))('is no pass with %s', async (_, spoil) => {
    let changed = 0;
    for (const { text } of texts) {
      const spoilt = spoil(text);
      if (spoilt === text) continue;
      changed += 1;
      expect([spoilt, await statusOf(format, spoilt)]).not.toContain('pass');
    }
    expect(changed).toBeGreaterThan(0);
    const [passing = ''] = format.passes;
    expect(await statusOf(format, spoil(passing))).toBe('unknown');
  });
});
