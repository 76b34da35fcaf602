import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlimsollError } from '../../../src/core/errors.ts';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const read = (files: readonly string[] = ['compose.yaml']) =>
  collectCompose({
    files,
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });

const bomb = ['x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]']
  .concat(
    'bcdefghi'
      .split('')
      .map(
        (name, at) => `x-${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[at]}`).join(', ')}]`,
      ),
  )
  .concat('services: {w: {image: w}}')
  .join('\n');

/** Variables of which each names the one before it twice. */
const doubling = ['A0=abcdefgh']
  .concat(Array.from({ length: 60 }, (_, at) => `A${at + 1}=$A${at}$A${at}`))
  .join('\n');

describe('what is wrong is told with file, line and column', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a variable whose name has a space in it',
      { 'compose.yaml': 'services: {w: {image: w}}\n', '.env': 'A=b\nB c=d\n' },
      '.env:2:',
    ],
    [
      'words behind a value in quotes',
      { 'compose.yaml': 'services: {w: {image: w}}\n', '.env': 'A="b" "c"\n' },
      '.env:1:',
    ],
    ['malformed YAML', { 'compose.yaml': 'services:\n  w: {image: w\n' }, 'compose.yaml:3:1: '],
    [
      'a key that stands twice',
      { 'compose.yaml': 'services:\n  w:\n    image: w\n    "image": v\n' },
      'compose.yaml:4:5: Map keys must be unique',
    ],
    [
      'what is merged twice',
      { 'compose.yaml': 'x-a: &a {}\nservices:\n  w: {image: w, <<: *a, <<: *a}\n' },
      'compose.yaml:3:25: Map keys must be unique',
    ],
    [
      'variables that make an endless one',
      { 'compose.yaml': 'services: {w: {image: w}}\n', '.env': doubling },
      '.env:16:1: variables make a text longer than 131072 characters',
    ],
    ['nothing', { 'compose.yaml': '' }, 'compose.yaml:1:1: compose.yaml holds nothing'],
    [
      'an unknown field',
      { 'compose.yaml': 'services:\n  w:\n    image: w\n    privilegd: true\n' },
      'compose.yaml:4:5: services.w.privilegd: there is no such field',
    ],
    [
      'an unknown field of the file',
      { 'compose.yaml': 'servces: {}\n' },
      'compose.yaml:1:1: servces: there is no such field',
    ],
    ...[
      ['deploy: {update_config: {paralelism: 1}}', 'deploy.update_config.paralelism'],
      ['deploy: {rollback_config: {ordr: x}}', 'deploy.rollback_config.ordr'],
      ['deploy: {placement: {preferences: [{spred: x}]}}', 'deploy.placement.preferences[0].spred'],
      [
        'deploy: {resources: {reservations: {devices: [{cout: 1}]}}}',
        'deploy.resources.reservations.devices[0].cout',
      ],
      ['gpus: [{drivr: x}]', 'gpus[0].drivr'],
      ['post_start: [{command: a, privilegd: true}]', 'post_start[0].privilegd'],
      ['pre_stop: [{command: a, usr: root}]', 'pre_stop[0].usr'],
      ['credential_spec: {fil: x}', 'credential_spec.fil'],
    ].map(([written = '', path = '']): [string, Readonly<Record<string, string>>, string] => [
      `an unknown field deeper down, ${path}`,
      { 'compose.yaml': `services:\n  w:\n    image: w\n    ${written}\n` },
      `services.w.${path}: there is no such field`,
    ]),
    ...[
      ['post_start: [{command: a, privileged: perhaps}]', 'post_start[0].privileged: must be true'],
      ['gpus: [{count: some}]', 'gpus[0].count: must be a whole number or all'],
      ['post_start: now', 'post_start: must be a list'],
    ].map(([written = '', told = '']): [string, Readonly<Record<string, string>>, string] => [
      `a value of another kind deeper down, ${written}`,
      { 'compose.yaml': `services:\n  w:\n    image: w\n    ${written}\n` },
      `services.w.${told}`,
    ]),
    ...['localhost', '127.0.0.1 ', '127.0.0.01'].map(
      (address): [string, Readonly<Record<string, string>>, string] => [
        `a port on no address, ${address}`,
        { 'compose.yaml': `services: {w: {image: w, ports: ['${address}:80:80']}}\n` },
        `compose.yaml:1:34: services.w.ports[0]: "${address}" is not an address of the host`,
      ],
    ),
    [
      'a mount of too many parts',
      { 'compose.yaml': 'services: {w: {image: w, volumes: ["/a:/b:ro:rw"]}}\n' },
      'compose.yaml:1:36: services.w.volumes[0]: "/a:/b:ro:rw" has too many colons',
    ],
    [
      'a value of another kind',
      { 'compose.yaml': 'services: {w: {image: w, privileged: [1]}}\n' },
      'compose.yaml:1:38: services.w.privileged: must be true or false',
    ],
    [
      'a port that is none',
      { 'compose.yaml': 'services: {w: {image: w, ports: [x]}}\n' },
      'compose.yaml:1:34: services.w.ports[0]: "x" is not a port',
    ],
    [
      'a port beyond the last',
      { 'compose.yaml': 'services: {w: {image: w, ports: ["70000:80"]}}\n' },
      'compose.yaml:1:34: ',
    ],
    [
      'a circle of extends',
      { 'compose.yaml': 'services:\n  a: {extends: b}\n  b: {extends: a}\n' },
      'compose.yaml:2:16: services extend one another in a circle',
    ],
    [
      'a circle of extends through a file',
      {
        'compose.yaml': 'services:\n  a: {extends: {file: b.yaml, service: b}}\n',
        'b.yaml': 'services:\n  b: {extends: {file: compose.yaml, service: a}}\n',
      },
      'circle',
    ],
    [
      'a circle of include',
      { 'compose.yaml': 'include: [b.yaml]\n', 'b.yaml': 'include: [compose.yaml]\n' },
      'b.yaml:1:11: files include one another in a circle',
    ],
    [
      'a circle of depends_on',
      {
        'compose.yaml':
          'services:\n  a: {image: a, depends_on: [b]}\n  b: {image: b, depends_on: [a]}\n',
      },
      'circle',
    ],
    [
      'a circle of network_mode',
      {
        'compose.yaml':
          'services:\n  a: {image: a, network_mode: "service:b"}\n  b: {image: b, network_mode: "service:a"}\n',
      },
      'circle',
    ],
    [
      'a service that is not there',
      { 'compose.yaml': 'services:\n  a: {image: a, depends_on: [b]}\n' },
      'compose.yaml:2:30: services.a: there is no service b',
    ],
    [
      'an alias within itself',
      { 'compose.yaml': 'services: &s\n  a: *s\n' },
      'compose.yaml:2:6: *s names no complete anchor',
    ],
    ['aliases that grow without end', { 'compose.yaml': bomb }, 'compose.yaml:6:'],
    [
      'nesting without end',
      { 'compose.yaml': `services: ${'['.repeat(9000)}` },
      'compose.yaml:1:1: nested too deeply',
    ],
    [
      'a variable that must be set',
      { 'compose.yaml': 'services:\n  a: {image: a, ports: ["${PORT:?give a port}:80"]}\n' },
      'compose.yaml:2:25: the variable PORT must be set, but is not: give a port',
    ],
    [
      'a form of variable that is none',
      { 'compose.yaml': 'services:\n  a: {image: "a:${TAG"}\n' },
      'compose.yaml:2:14: ',
    ],
    [
      'a file of labels outside of the project',
      { 'compose.yaml': 'services: {a: {image: a, label_file: /etc/passwd}}\n' },
      'compose.yaml:1:38: /etc/passwd is outside the project',
    ],
    [
      'services that stand at the top',
      { 'compose.yaml': 'version: "1"\nweb:\n  image: w\ndb: {build: .}\n' },
      'compose.yaml:2:1: web: outside of services, as in the first format of Compose files',
    ],
    [
      'a file to extend outside of the project',
      { 'compose.yaml': 'services: {a: {extends: {file: ../../etc/hosts, service: x}}}\n' },
      'is outside the project',
    ],
    [
      'a file to include outside of the project',
      { 'compose.yaml': 'include: [../x.yaml]\n' },
      'compose.yaml:1:11: ',
    ],
    [
      'a file that is not there',
      { 'compose.yaml': 'include: [x.yaml]\n' },
      'compose.yaml:1:11: There is no ',
    ],
    [
      'limits that differ',
      {
        'compose.yaml':
          'services: {a: {image: a, mem_limit: 1g, deploy: {resources: {limits: {memory: 2g}}}}}\n',
      },
      'compose.yaml:1:37: services.a: mem_limit and deploy.resources.limits.memory differ',
    ],
    [
      'a limit that the newer ones leave out',
      {
        'compose.yaml':
          'services: {a: {image: a, mem_limit: 1g, deploy: {resources: {limits: {cpus: "1"}}}}}\n',
      },
      'compose.yaml:1:37: services.a: mem_limit and deploy.resources.limits.memory differ, as that is not set',
    ],
    [
      'neither an image nor a build',
      { 'compose.yaml': 'services:\n  a: {init: true}\n' },
      'compose.yaml:2:3: services.a: it has neither an image nor a build',
    ],
    [
      'a network that is not there',
      { 'compose.yaml': 'services: {a: {image: a, networks: [x]}}\n' },
      'compose.yaml:1:37: services.a: networks has no x',
    ],
  ])('%s', async (_, files, said) => {
    write(files);
    const error = await read().then(
      ({ failures }) => failures?.[0],
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(PlimsollError);
    expect(error).toMatchObject({
      code: 'compose-invalid',
      message: expect.stringContaining(said) as string,
    });
  });

  it('follows no link out of the project', async () => {
    symlinkSync('/etc/passwd', join(folder, 'a.labels'));
    write({ 'compose.yaml': 'services: {a: {image: a, label_file: a.labels}}\n' });
    await expect(read()).rejects.toThrow(/is outside the project/);
  });

  it('refuses a file of more than 1 MiB', async () => {
    write({ 'compose.yaml': `# ${'x'.repeat(1 << 20)}\n` });
    await expect(read()).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

const whole = `services:
  web:
    image: \${A:-x}
    ports: ["80:80", {target: 1}]
    volumes: [./a:/a, {type: tmpfs, target: /t}]
    environment: [A=1]
    extends: {service: base}
    deploy: {resources: {limits: {memory: 1g}}}
  base: &b {image: b, healthcheck: {test: x}, <<: *c}
networks: {n: {}}
include: [compose.yaml]
`;

describe('a file that was broken in any way', () => {
  it('ends in services, or in an error of this package', async () => {
    const edit = fc.tuple(
      fc.nat(whole.length),
      fc.nat(12),
      fc.constantFrom(
        '',
        ':',
        '{',
        ']',
        '*',
        '&b ',
        '!reset ',
        '- ',
        '"',
        '$',
        '\t',
        '\n',
        '<<: ',
        'null',
        '9'.repeat(400),
        '\u0000',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let text = whole;
        for (const [at, cut, put] of edits) text = text.slice(0, at) + put + text.slice(at + cut);
        write({ 'compose.yaml': text });
        const stranger = await read().then(
          () => undefined,
          (error: unknown) => (error instanceof PlimsollError ? undefined : error),
        );
        expect(stranger).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });
});
