import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { gapsOf, harvestEngine, subjectOf } from '../../support/harvest-engine.ts';
import { interceptEngine } from '../../support/intercept-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

const dockerfile = (base: string): string => `FROM ${base}
COPY status /var/lib/dpkg/status
COPY os-release /usr/lib/os-release
COPY tool /usr/bin/tool
COPY tool /usr/lib/deep/er/est/tool
COPY tool /srv/tool
RUN busybox chmod 4755 /usr/bin/tool /usr/lib/deep/er/est/tool /srv/tool && busybox chmod 2755 /bin/sleep
RUN busybox ln -s /usr/bin /usr/sbin && busybox ln -s tool /usr/bin/link && busybox mkdir -m 2755 /usr/bin/folder
`;
const status = `Package: base-files
Status: install ok installed
Description: one
 Package: not-this

Package: gone
Status: deinstall ok config-files

Package: netcat-openbsd
Status: install ok installed
`;

describeWithRoot('the files of the images of a real engine', ['dockerd', 'docker'], () => {
  let engine: TestEngine;
  let harvest: Harvest;

  beforeAll(async () => {
    process.env['DOCKER_BUILDKIT'] = '0';
    engine = await startEngine();
    const { docker, image } = engine;
    const context = join(engine.folder, 'context');
    await mkdir(context);
    await writeFile(join(context, 'status'), status);
    await writeFile(join(context, 'tool'), 'tool');
    const os = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12"\n';
    await writeFile(join(context, 'os-release'), os);
    const build = async (tag: string, text: string): Promise<void> => {
      await writeFile(join(context, 'Dockerfile'), text);
      await docker('build', '--network=none', '--tag', tag, context);
    };
    await build('full', dockerfile(image));
    await build('changed', `FROM full\nRUN echo changed > /srv/changed\n`);
    await build('covered', `FROM full\nRUN echo covered > /srv/covered\n`);
    await build('moved', `FROM full\nRUN busybox mkdir -p /srv/jail/etc\n`);
    await build('idle', `FROM full\nRUN echo idle > /srv/idle\n`);
    const alpine =
      'RUN busybox mkdir -p /lib/apk/db && printf "C:x\\nP:musl\\nV:1\\n\\nP:busybox\\n"';
    await build('alpine', `FROM ${image}\n${alpine} > /lib/apk/db/installed\n`);
    await build(
      'rpm',
      `FROM ${image}\nRUN busybox mkdir -p /var/lib/rpm && touch /var/lib/rpm/Packages\n`,
    );
    const run = (name: string, ...words: readonly string[]): Promise<string> =>
      docker('run', '-d', '--network=none', '--name', `runs-${name}`, ...words);
    await run('full', '--init', 'full', 'sleep', '1000');
    await run('bare', image, 'sleep', '1000');
    await run('alpine', 'alpine', 'sleep', '1000');
    await run('rpm', 'rpm', 'sleep', '1000');
    await run('changed', 'changed', 'sh', '-c', 'busybox chmod 755 /usr/bin/tool; sleep 1000');
    await run('covered', '--tmpfs=/usr/bin', 'covered', '/bin/sleep', '1000');
    await run(
      'moved',
      'moved',
      ...[
        'sh',
        '-c',
        'busybox cp -r /bin /srv/jail; exec busybox chroot /srv/jail /bin/sleep 1000',
      ],
    );
    // What these two do before that takes a moment.
    for (const name of ['changed', 'moved']) {
      await vi.waitFor(
        async () => {
          const processes = (await docker('top', `runs-${name}`)).trimEnd().split('\n');
          const asleep = processes.filter((each) => /[0-9] +(?:\/bin\/)?sleep 1000$/.test(each));
          if (asleep.length !== 1) throw new Error(`runs-${name} is still at work`);
        },
        { timeout: 20_000, interval: 100 },
      );
    }
    await docker('create', '--name', 'idle', 'idle', 'true');
    harvest = await harvestEngine(`unix://${engine.socket}`);
  }, 60_000);
  afterAll(async () => {
    delete process.env['DOCKER_BUILDKIT'];
    await engine?.stop();
  });

  const of = (name: string, from = harvest): Subject => {
    const found = from.subjects.find(({ kind, facts: { references } }) => {
      const names = kind === 'image' ? (references as readonly string[]) : [];
      return names.includes(name.includes(':') ? name : `${name}:latest`);
    });
    if (!found) throw new Error(`there is no image ${name}`);
    return found;
  };
  const filesUnread = (name: string) =>
    gapsOf(of(name)).filter(({ path }) => path.startsWith('/files'));

  it('setuid and setgid files, where programs lie and not through a link', () => {
    expect(of('full').facts['files']).toMatchObject({
      setuid: [
        { path: '/bin/busybox', mode: 0o2755, uid: 0, gid: 0 },
        { path: '/usr/bin/tool', mode: 0o4755 },
        { path: '/usr/lib/deep/er/est/tool', mode: 0o4755 },
      ],
    });
  });

  it('packages that are installed, and the system', () => {
    expect(of('full').facts['files']).toMatchObject({
      packages: { manager: 'dpkg', installed: ['base-files', 'netcat-openbsd'] },
      os: { id: 'debian', version: '12', name: 'Debian 12' },
    });
    expect(of('full').sources?.['/files/packages']).toMatchObject({
      kind: 'file',
      path: expect.stringMatching(/^\/proc\/\d+\/root$/) as string,
    });
    expect(of('alpine').facts['files']).toMatchObject({
      packages: { manager: 'apk', installed: ['busybox', 'musl'] },
      os: null,
    });
    expect(of(engine.image).facts['files']).toMatchObject({
      setuid: [],
      packages: { manager: null, installed: [] },
      os: null,
    });
  });

  it('what is not read is a gap', () => {
    expect(filesUnread('rpm')).toMatchObject([{ path: '/files/packages', reason: 'unsupported' }]);
    expect(filesUnread('idle')).toMatchObject([{ path: '/files', reason: 'unsupported' }]);
  });

  it('a container that changed, covered or left its image’s files says nothing of it', () => {
    expect(filesUnread('changed')).toMatchObject([{ path: '/files', reason: 'unavailable' }]);
    expect(filesUnread('covered')).toMatchObject([{ path: '/files', reason: 'unavailable' }]);
    expect(filesUnread('moved')).toMatchObject([{ path: '/files' }]);
  });

  it('of an engine whose host is not seen, a gap', async () => {
    const remote = await harvestEngine(`unix://${engine.socket}`, { procRoot: '/nonexistent' });
    const gaps = of('full', remote).gaps.filter(({ path }) => path === '/files');
    expect(gaps).toMatchObject([{ reason: 'unavailable' }]);
  });

  it('an image is built on those whose layers it has', () => {
    const base = of(engine.image);
    expect(base.facts['builtOn']).toEqual([]);
    expect(of('full').facts['builtOn']).toEqual([base.id]);
    expect(of('idle').facts['builtOn']).toEqual([of('full').id, base.id]);
  });

  it('an engine that keeps no index tells of no attestation, and an older one of no origin', () => {
    const subject = of('full');
    expect(subject.facts['origin']).toBeNull();
    expect(subject.gaps.map(({ path, reason }) => `${path} ${reason}`)).toEqual(
      expect.arrayContaining([
        '/provenance/attestations unsupported',
        '/provenance/signatures unsupported',
      ]),
    );
  });

  it('an engine that keeps one tells of both, as its documentation describes', async () => {
    const between = await interceptEngine(engine.socket, join(engine.folder, 'newer.sock'));
    const inspected = JSON.parse(await engine.docker('inspect', 'full')) as readonly object[];
    between.decide((path) =>
      path.endsWith('/json?manifests=true')
        ? {
            status: 200,
            body: {
              ...inspected[0],
              Manifests: [{ Kind: 'image' }, { Kind: 'attestation' }, { Kind: 'unknown' }],
              Identity: {
                Signature: [{ Name: 'a builder' }, { Error: 'no match' }],
                Pull: [{ Repository: 'docker.io/library/full' }],
              },
            },
          }
        : undefined,
    );
    const newer = await harvestEngine(between.target);
    await between.stop();
    expect(subjectOf(newer, 'image', 'full:latest').facts).toMatchObject({
      origin: { pulled: ['docker.io/library/full'], built: false },
      provenance: {
        attestations: 1,
        signatures: [
          { name: 'a builder', error: null },
          { name: '', error: 'no match' },
        ],
      },
    });
  });
});
