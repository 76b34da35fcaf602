import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { defineCatalog } from '../../../src/core/controls/catalog.ts';

const catalog = defineCatalog({
  id: 'workloads',
  version: '1',
  controls: builtin.controls.filter(({ subject }) => subject.kind === 'workload'),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-devcontainer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, held] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), held);
  }
}

const file = '.devcontainer/devcontainer.json';

const collected = (targets: string | readonly string[] = file) =>
  collect({
    targets,
    cwd: folder,
    env: {},
    home: '/home/dev',
    now: new Date('2026-01-01T00:00:00Z'),
    fingerprintKey: Buffer.alloc(32),
  });

/** The workload that a file is, with its gap at a path and the line of a source. */
async function container(held: object | string, more: Readonly<Record<string, string>> = {}) {
  put({ ...more, [file]: typeof held === 'string' ? held : JSON.stringify(held, null, 2) });
  const { snapshot, failures } = await collected();
  const subject = snapshot.subjects.find(({ target }) => target === file);
  if (!subject) throw failures[0]?.error ?? new Error('There is no container.');
  const { findings } = assess(snapshot, { catalog });
  return {
    snapshot,
    facts: subject.facts,
    gapAt: (path: string) => subject.gaps.find((gap) => gap.path === path)?.reason,
    lineOf: (path: string) => {
      const source = subject.sources?.[path];
      return source?.kind === 'file' ? `${source.path}:${source.line}` : undefined;
    },
    verdict: (control: string) =>
      findings.find((each) => each.controlId === control && each.subject.target === file)?.status,
  };
}

const image = { image: 'debian:12.5' };

describe('a dev container', () => {
  it('is a workload with the place of each value, comments and trailing commas or not', async () => {
    const { facts, lineOf, verdict } = await container(`{
\t// the image, with "quotes"
\t"image": "registry.example/app:1.2", /* and
\ta second line */
\t"privileged": true,
\t"capAdd": ["SYS_PTRACE",],
\t"containerEnv": { "URL": "http://a//b", },
}
`);
    expect(facts).toMatchObject({
      origin: 'devcontainer',
      state: 'declared',
      privileged: true,
      image: { reference: 'registry.example/app:1.2', registry: 'registry.example' },
    });
    expect(lineOf('/image')).toBe(undefined);
    expect(lineOf('/image/reference')).toBe(`${file}:3`);
    expect(lineOf('/privileged')).toBe(`${file}:5`);
    expect(lineOf('/capabilities/added/0')).toBe(`${file}:6`);
    expect(verdict('workload-not-privileged')).toBe('fail');
  });

  it.each([
    ['the socket as text', 'type=bind,source=/var/run/docker.sock,target=/run/d.sock', 'fail'],
    ['the socket as an object', { type: 'bind', source: '/run/docker.sock', target: '/s' }, 'fail'],
    ['in quotes', '"type=bind","src=/var/run/docker.sock","dst=/s"', 'fail'],
    ['something else', 'type=bind,source=/srv/data,target=/data', 'unknown'],
    ['an option that is not read', 'type=volume,target=/x,volume-opt=device=/', 'unknown'],
    ['a path of the environment', 'type=bind,source=${localEnv:SOCK},target=/s', 'unknown'],
  ])('mounts %s', async (_, mount, verdict) => {
    const found = await container({ ...image, mounts: [mount] });
    expect(found.verdict('workload-no-engine-socket')).toBe(verdict);
  });

  it('mounts the folder that is opened, and the home where it says so', async () => {
    const { facts } = await container({
      ...image,
      mounts: [
        'source=${localEnv:HOME}${localEnv:USERPROFILE}/.ssh,target=/keys,type=bind,readonly',
        'source=${localWorkspaceFolder}/data,target=/data,type=bind',
      ],
    });
    const mounts = facts['mounts'] as readonly { target: string }[];
    expect(mounts.find(({ target }) => target === '/keys')).toMatchObject({
      source: '/home/dev/.ssh',
      from: { base: 'home', path: '.ssh' },
      readOnly: true,
    });
    expect(mounts.find(({ target }) => target === '/data')).toMatchObject({
      source: join(folder, 'data'),
      from: { base: 'project', path: 'data' },
    });
    expect(mounts.some(({ target }) => target.startsWith('/workspaces/'))).toBe(true);
  });

  it.each<readonly [string, readonly string[]]>([
    ['workload-not-privileged', ['--privileged']],
    ['workload-not-privileged', ['--privileged=true']],
    ['workload-not-privileged', ['--rm', '-it', '--privileged']],
    ['workload-no-host-network', ['--network=host']],
    ['workload-no-host-network', ['--net', 'host']],
    ['workload-no-host-network', ['--network', 'name=host,alias=a']],
    ['workload-no-host-pid', ['--pid', 'host']],
    ['workload-no-host-ipc', ['--ipc=host']],
    ['workload-no-host-uts', ['--uts=host']],
    ['workload-no-engine-socket', ['-v', '/var/run/docker.sock:/var/run/docker.sock']],
    ['workload-no-engine-socket', ['-v/var/run/docker.sock:/s:ro']],
    ['workload-no-engine-socket', ['--volume=/run/docker.sock:/s']],
    ['workload-no-engine-socket', ['--mount', 'type=bind,src=/run/docker.sock,dst=/s']],
    ['workload-no-engine-socket', ['--use-api-socket']],
    ['workload-capabilities', ['--cap-add=SYS_ADMIN']],
    ['workload-seccomp', ['--security-opt', 'seccomp=unconfined']],
    ['workload-no-host-devices', ['--device', '/dev/kmsg']],
    ['workload-non-root-user', ['-u', '0']],
    ['workload-non-root-user', ['-itu=root']],
    ['workload-no-secrets-in-environment', ['-e', 'DB_PASSWORD=correct-horse-battery']],
    ['workload-no-secrets-in-environment', ['--env-file', '.devcontainer/dev.env']],
    ['workload-ports-bound-to-interface', ['-p', '8080:80']],
  ])('fails %s by its arguments: %j', async (control, runArgs) => {
    const dotenv = { '.devcontainer/dev.env': 'DB_PASSWORD=correct-horse-battery\n' };
    const { verdict } = await container({ ...image, runArgs }, dotenv);
    expect(verdict(control)).toBe('fail');
  });

  it.each<readonly [string, readonly unknown[]]>([
    ['an option that docker run does not have', ['--privilege']],
    ['a word that is none', ['ubuntu:22.04', '--privileged']],
    ['an option without its value', ['--memory']],
    ['what is no text', [7]],
    ['a name of the environment', ['${localEnv:EXTRA}']],
  ])('leaves everything open that it does not ask for by %s', async (_, runArgs) => {
    const { verdict, facts } = await container({ ...image, runArgs });
    const known = ['workload-no-host-network', 'workload-not-privileged', 'workload-no-host-pid'];
    expect(known.map(verdict)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(facts['image']).toMatchObject({ reference: 'debian:12.5' });
  });

  it('passes what its arguments say as they are meant', async () => {
    const { verdict, facts } = await container({
      ...image,
      runArgs: ['--memory=512m', '--pids-limit', '200', '--read-only', '--cpus', '1.5', '-m', '1g'],
    });
    expect(facts['resources']).toMatchObject({ memoryBytes: 2 ** 30, pidsLimit: 200, cpus: 1.5 });
    expect(verdict('workload-pids-limit')).toBe('pass');
    expect(verdict('workload-read-only-root')).toBe('pass');
  });

  it('does not pass what its image, or a feature, may ask for beside the file', async () => {
    const controls = ['workload-not-privileged', 'workload-capabilities', 'workload-seccomp'];
    const bare = await container(image);
    expect(controls.map(bare.verdict)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(bare.gapAt('/privileged')).toBe('unavailable');
    const feature = await container({ ...image, features: { 'ghcr.io/acme/features/x:1': {} } });
    expect(controls.map(feature.verdict)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(feature.gapAt('/privileged')).toBe('not-understood');
    expect(feature.verdict('workload-no-host-network')).toBe('pass');
  });

  it.each([
    ['docker-in-docker:2', 'workload-not-privileged'],
    ['docker-in-docker@sha256:0123', 'workload-not-privileged'],
    ['docker-outside-of-docker', 'workload-no-engine-socket'],
    ['rust:1', 'workload-seccomp'],
  ])('fails what a known feature asks for: %s', async (name, control) => {
    const features = { [`ghcr.io/devcontainers/features/${name}`]: {} };
    const { verdict } = await container({ ...image, features });
    expect(verdict(control)).toBe('fail');
  });

  it('holds the variables of its tools as well as its own, and no value of the environment passes', async () => {
    const { facts, verdict } = await container({
      ...image,
      containerEnv: { TOKEN: 'fine' },
      remoteEnv: { TOKEN: '${localEnv:GITHUB_TOKEN}', DB_PASSWORD: 'correct-horse-battery' },
    });
    const variables = facts['environment'] as readonly { name: string }[];
    expect(variables.map(({ name }) => name)).toEqual(['TOKEN', 'TOKEN', 'DB_PASSWORD']);
    expect(verdict('workload-no-secrets-in-environment')).toBe('fail');
    expect(JSON.stringify(facts)).not.toContain('correct-horse-battery');
  });

  it('has the user of its container, and runs its commands as that of its tools', async () => {
    const { facts } = await container({
      ...image,
      containerUser: '1000',
      remoteUser: 'root',
      initializeCommand: ['./fetch', '--all'],
      postCreateCommand: 'apt-get update',
      postStartCommand: { a: ['make', 'x'], b: 'true' },
    });
    expect(facts['user']).toMatchObject({ uid: 1000 });
    expect(facts['hooks']).toMatchObject([
      { name: 'initializeCommand', command: ['./fetch', '--all'], onHost: true, user: null },
      { name: 'postCreateCommand', command: ['apt-get update'], user: { name: 'root' } },
      { name: 'postStartCommand', program: 'make' },
      { name: 'postStartCommand', program: 'true' },
    ]);
    const open = await container({ ...image, containerUser: '${localEnv:USER}' });
    expect(open.gapAt('/user')).toBe('unavailable');
  });

  it('publishes ports, and forwards others to the loopback address', async () => {
    const { facts } = await container({
      ...image,
      appPort: [3000, '8080:80'],
      forwardPorts: [5432, 'db:5432', 'localhost:9000'],
    });
    expect(facts['ports']).toEqual(
      expect.arrayContaining([
        { hostAddress: '127.0.0.1', hostPort: 3000, containerPort: 3000, protocol: 'tcp' },
        { hostAddress: '127.0.0.1', hostPort: null, containerPort: 5432, protocol: 'tcp' },
        { hostAddress: '127.0.0.1', hostPort: null, containerPort: 9000, protocol: 'tcp' },
        { hostAddress: '0.0.0.0', hostPort: 8080, containerPort: 80, protocol: 'tcp' },
      ]),
    );
    expect(facts['ports']).toHaveLength(5);
  });

  it('starts a shell that waits, unless the image’s own command is kept', async () => {
    const waiting = await container(image);
    expect(waiting.facts['command']).toContain('/bin/sh');
    const own = await container({ ...image, overrideCommand: false });
    expect(own.gapAt('/command')).toBe('unsupported');
  });

  it('has the Dockerfile that it builds judged, whose user is its own', async () => {
    const { snapshot, facts } = await container(
      { build: { dockerfile: '../build/dev', context: '..' } },
      { 'build/dev': 'FROM debian:12.5\nUSER 1234\n' },
    );
    expect(snapshot.targets.map(({ id }) => id)).toEqual([file, 'build/dev']);
    expect(facts['user']).toMatchObject({ uid: 1234 });
  });

  it('is the service of its Compose files with what is laid over it', async () => {
    const { snapshot, facts, lineOf } = await container(
      {
        dockerComposeFile: ['../compose.yaml', 'extra.yaml'],
        service: 'app',
        capAdd: ['SYS_ADMIN'],
        runArgs: ['--privileged'],
      },
      {
        'compose.yaml': 'services:\n  app:\n    image: debian:12.5\n    pid: host\n',
        '.devcontainer/extra.yaml': 'services:\n  app:\n    read_only: true\n',
      },
    );
    expect(snapshot.targets.map(({ kind }) => kind).toSorted()).toEqual([
      'compose',
      'devcontainer',
    ]);
    expect(facts).toMatchObject({
      image: { reference: 'debian:12.5' },
      readOnlyRootFilesystem: true,
      capabilities: { added: ['SYS_ADMIN'] },
      namespaces: { pid: { mode: 'host' } },
      compose: null,
    });
    // Of a service, arguments of docker run are not read.
    expect(facts['privileged']).toBe(undefined);
    expect(lineOf('/namespaces/pid')).toBe('compose.yaml:4');
    expect(lineOf('/readOnlyRootFilesystem')).toBe('.devcontainer/extra.yaml:3');
    expect(lineOf('/capabilities/added/0')).toMatch(/^\.devcontainer\/devcontainer\.json:\d+$/);
  });
});

describe('what is no dev container', () => {
  it.each([
    ['nothing to run', '{}', /:1:1: it names no image/],
    ['no object', '[]', /:1:1: the file must be an object/],
    ['a word without quotes', '{"image": alpine}', /:1:11: /],
    ['an anchor of YAML', '{"image": &a "x"}', /:1:11: /],
    ['a key twice', '{"image": "a:1", "image": "b:1"}', /must be unique/],
    ['a comment without an end', '{"image": "a:1"} /* x', /:1:18: /],
    ['too many brackets', '['.repeat(100_000), /ends too early|nested/],
    [
      'a service that is not there',
      '{"dockerComposeFile": "c.yaml", "service": "x"}',
      /no service x/,
    ],
    ['a file outside', '{"dockerComposeFile": "/etc/hostname"}', /outside the project/],
  ])('is refused with its place: %s', async (_, held, message) => {
    put({ [file]: held, '.devcontainer/c.yaml': 'services: {web: {image: "a:1"}}\n' });
    const { snapshot, failures } = await collected();
    const [failure] = failures;
    expect(failure?.error.code).toBe('devcontainer-invalid');
    expect(failure?.error.message).toMatch(message);
    expect(snapshot.gaps).toContainEqual(
      expect.objectContaining({ kind: 'workload', target: file }),
    );
  });

  it('reads no Dockerfile outside of the folder', async () => {
    put({ [file]: '{"build": {"dockerfile": "/etc/hostname"}}' });
    const { snapshot } = await collected();
    expect(snapshot.targets.map(({ id }) => id)).toEqual([file]);
  });
});

describe('the dev containers below a folder', () => {
  it('are found where tools look for them, each with what it names, and that once', async () => {
    put({
      [file]: '{"build": {"dockerfile": "Dockerfile"}}',
      '.devcontainer/Dockerfile': 'FROM debian:12.5\n',
      '.devcontainer/web/devcontainer.json':
        '{"dockerComposeFile": ["../../compose.yaml", "compose.dev.yaml"], "service": "app"}',
      '.devcontainer/web/compose.dev.yaml': 'services: {app: {privileged: true}}\n',
      'compose.yaml': 'services: {app: {image: "debian:12.5"}}\n',
      'sub/.devcontainer.json': '{"image": "debian:12.5"}',
      'other/devcontainer.json': '{"image": "debian:12.5"}',
    });
    const { snapshot } = await collected('.');
    expect(snapshot.targets.map(({ id }) => id)).toEqual([
      '.devcontainer/Dockerfile',
      '.devcontainer/devcontainer.json',
      '.devcontainer/web/devcontainer.json',
      'compose:compose.yaml',
      'compose:compose.yaml,.devcontainer/web/compose.dev.yaml',
      'sub/.devcontainer.json',
    ]);
  });
});
