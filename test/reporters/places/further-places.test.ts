import { describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { joinTexts, text } from '../../../src/core/text.ts';
import { fileOf } from '../../../src/reporters/places/file-of.ts';
import { furtherPlaces } from '../../../src/reporters/places/further-places.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import { snapshotOf, subjectOf, tool } from '../../support/judge.ts';

type Finding = Parameters<typeof furtherPlaces>[0];
type Observation = Finding['observations'][number];

const at = (path: string, line: number, value: unknown, more: object = {}): Observation => ({
  path,
  value,
  source: { kind: 'file', path: 'compose.yaml', line, ...more },
});
const one = (en: string, zh = en): Finding['message'] => ({ en, zh });
const linesOf = (finding: Finding) =>
  furtherPlaces(finding, fileOf(finding)).map(({ source }) => source.line);

/** The line at which a control shows a failure of a build file, and the further ones with what is said of them. */
function shown(lines: readonly string[], controlId: string) {
  const { facts, ...rest } = parse(lines.join('\n'));
  const subject = subjectOf('dockerfile', facts, { ...rest, gaps: [...rest.gaps] });
  const { findings } = assess(snapshotOf([subject]), { catalog: builtin, tool });
  const finding = findings.find((each) => each.controlId === controlId);
  if (!finding) throw new Error(`${controlId} judged nothing`);
  const first = fileOf(finding);
  const further = furtherPlaces(finding, first);
  return [first?.line, ...further.map(({ source, said }) => [source.line, said?.en, said?.zh])];
}

describe('the further places of a failure', () => {
  it.each([
    [
      'commands in several RUN, not the RUN between them',
      'dockerfile-no-sudo',
      ['FROM a', 'RUN adduser ops sudo', 'RUN ls', 'RUN cd /srv && sudo make install'],
      [2, [4, 'Installs or uses sudo: sudo make install', '安装或使用了 sudo：sudo make install']],
    ],
    [
      'each stage that says the same',
      'dockerfile-no-latest-base',
      ['FROM node:latest AS a', 'FROM node:22 AS b', 'FROM node:latest'],
      [1, [3, 'node:latest is whatever is newest', 'node:latest 始终指向最新内容']],
    ],
    [
      'what was written over several lines',
      'dockerfile-packages-pinned',
      ['FROM a', 'RUN apt-get install -y git', 'RUN apt-get install -y \\', '    vim \\', '   jq'],
      [2, [3, 'Without a version: vim jq', '未写明版本：vim jq']],
    ],
    [
      'instructions of several kinds',
      'dockerfile-no-secrets',
      ['FROM a', 'ARG DEPLOY_TOKEN', 'LABEL token=abc12345', 'ENV NPM_TOKEN=abc12345'],
      [
        2,
        [3, 'The label token looks like a secret', '标签 token 疑似敏感信息'],
        [
          4,
          'ENV NPM_TOKEN looks like a secret (secret-name)',
          'ENV NPM_TOKEN 疑似敏感信息（secret-name）',
        ],
      ],
    ],
    [
      'none that is cleared up after',
      'dockerfile-package-cache-removed',
      [
        'FROM a',
        'RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*',
        'RUN apt-get update && apt-get install -y y',
        'RUN dnf install -y z',
      ],
      [3, [4, 'Leaves the cache of dnf: dnf install -y z', '留下了 dnf 的缓存：dnf install -y z']],
    ],
    [
      'all of many, also of those that the message only counts and those that say the same',
      'dockerfile-packages-pinned',
      ['FROM a', ...['b', 'c', 'd', 'e', 'f', 'b', 'g'].map((name) => `RUN apk add ${name}`)],
      [
        2,
        ...['c', 'd', 'e', 'f', 'b', 'g'].map((name, at) => [
          at + 3,
          `Without a version: ${name}`,
          `未写明版本：${name}`,
        ]),
      ],
    ],
    [
      'what a RUN downloads and a RUN starts, whatever stands in another',
      'dockerfile-downloads-verified',
      [
        'FROM a',
        'RUN curl -o /x https://example.org/x && sh /x',
        'RUN echo sh /x',
        'RUN curl -o /y https://example.org/y && sh /y',
      ],
      [2, [4, 'Runs an unverified download: sh /y', '执行了未经校验的下载文件：sh /y']],
    ],
    [
      'what is started beside what is installed',
      'dockerfile-no-remote-shell',
      ['FROM a', 'RUN apk add openssh-server', 'RUN ls sshd', 'CMD ["sshd"]'],
      [
        4,
        [2, 'Installs one: apk add openssh-server', '安装了远程登录服务：apk add openssh-server'],
      ],
    ],
    [
      'what is started by way of sudo',
      'dockerfile-no-sudo',
      ['FROM a', 'RUN apk add sudo', 'CMD ["sudo", "app"]'],
      [2, [3, 'Starts through sudo', '通过 sudo 启动']],
    ],
    [
      'no RUN that holds the words of another’s script',
      'dockerfile-no-secrets',
      ['FROM a', 'RUN set -eux; ls /srv; curl -H "X-Auth-Token: abc12345def"', 'RUN ls /srv'],
      [2],
    ],
  ] as const)('are %s', (_, controlId, lines, expected) => {
    expect(shown(lines, controlId)).toEqual(expected);
  });

  it('are each COPY that sends secrets, and no other', () => {
    const { facts, ...rest } = parse(
      'FROM a AS b\nFROM a\nCOPY --from=b /x /y\nCOPY keys /x\nCOPY app /app\nCOPY . /src',
      { ignoreFile: null, secrets: ['keys/server.pem'] },
    );
    const subject = subjectOf('dockerfile', facts, { ...rest, gaps: [...rest.gaps] });
    const { findings } = assess(snapshotOf([subject]), { catalog: builtin, tool });
    const finding = findings.find(({ controlId }) => controlId === 'dockerfile-context-clean');
    const first = finding && fileOf(finding);
    expect(first?.line).toBe(4);
    expect(finding && furtherPlaces(finding, first).map(({ source }) => source.line)).toEqual([6]);
  });

  it('are shown at the RUN that is nothing but what the message quotes', () => {
    const lines = ['FROM a', 'RUN apt-get update && apt-get install -y x=1', 'RUN apt-get update'];
    expect(shown(lines, 'dockerfile-update-with-install')).toEqual([3]);
  });

  it('go on behind a script that is quoted with the signs between its commands', () => {
    const observations = [
      at('/runs/0/script', 2, 'set -eux; make all; make install'),
      at('/runs/1/script', 3, 'make all'),
      at('/runs/2/script', 4, 'echo abc'),
    ];
    const message = joinTexts([
      text(
        'It is wrong: set -eux; make all; make install',
        '有误：set -eux; make all; make install',
      ),
      text('It is wrong: echo abc', '有误：echo abc'),
    ]);
    const finding = { observations, message };
    expect(furtherPlaces(finding, fileOf(finding))).toEqual([
      { source: observations[2]?.source, said: one('It is wrong: echo abc', '有误：echo abc') },
    ]);
  });

  it('count a number as a word, and the whole of a list’s item', () => {
    const observations = [
      at('/command', 2, ['/usr/sbin/sshd']),
      at('/ports/0/containerPort', 3, 220),
      at('/ports/1/containerPort', 4, 22),
      at('/mounts/0/type', 5, 'bind'),
      at('/mounts/0/source', 6, '/etc'),
      at('/mounts/1/type', 7, 'bind'),
      at('/mounts/1/source', 8, '/srv'),
    ];
    const message = one('It is to start sshd; It is to publish its port 22; The bind of /etc');
    expect(fileOf({ observations, message })?.line).toBe(5);
    expect(linesOf({ observations, message })).toEqual([4]);
  });

  it('are no line that says nothing, no line twice, and none for “and 2 more”', () => {
    const observations = [
      at('/ports/0/hostAddress', 2, '255.255.255.255'),
      at('/ports/1/hostAddress', 3, '10.0.0.1', { column: 4 }),
      at('/ports/2/hostAddress', 3, '10.0.0.2', { column: 9 }),
      at('/logging/driver', 9, 'local', { unset: true }),
      at('/labels/0/name', 10, 'more'),
      at('/labels/1/name', 11, 'alone'),
    ];
    const message = one(
      '255.255.255.255 is open; 10.0.0.1 is open; 10.0.0.2 is open; local; and 2 more',
    );
    expect(linesOf({ observations, message })).toEqual([3]);
  });

  it('are in other files as well, behind those of the same file', () => {
    const observations = [
      at('/environment/0/name', 1, 'SMTP_PASSWORD', { path: 'a.env' }),
      at('/environment/1/name', 7, 'DB_PASSWORD_LONGEST'),
      at('/environment/2/name', 4, 'API_TOKEN'),
    ];
    const message = one('SMTP_PASSWORD is; DB_PASSWORD_LONGEST is; API_TOKEN is');
    const places = furtherPlaces({ observations, message }, fileOf({ observations, message }));
    expect(places.map(({ source }) => [source.path, source.line])).toEqual([
      ['compose.yaml', 4],
      ['a.env', 1],
    ]);
    // In Chinese it cannot be told which part is which.
    expect(places.map(({ said }) => said)).toEqual([undefined, undefined]);
  });

  it('take no time that grows with the square of what was read, however deep it is', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    const long = 'a'.repeat(1_000_000);
    const observations = [at('/a/0/b', 1, deep), at('/a/1/b', 2, long), at('/a/2/b', 3, deep)];
    const begun = performance.now();
    expect(linesOf({ observations, message: one(`x: ${'a; '.repeat(100_000)}`) })).toEqual([]);
    expect(linesOf({ observations, message: one(`x: ${'a'.repeat(50)}; ${long}`) })).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
