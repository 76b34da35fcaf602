import { generateKeyPairSync } from 'node:crypto';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { buildImages } from '../harness/build-images.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { scan } from '../harness/scan.ts';

/** Programs that do nothing, so that nothing is fetched and nothing installed. */
const stubs = ['apt-get', 'apk', 'curl', 'sudo', 'bash', 'npm'] as const;

/** What stands in each Dockerfile after its FROM, and what is expected of the image. */
const built: readonly (readonly [name: string, lines: string, expect: Expected])[] = [
  [
    'clean',
    'RUN apt-get update && apt-get install -y --no-install-recommends curl\nCMD ["/app/server"]',
    {
      'image-packages-verified': 'pass',
      'image-no-pipe-to-shell': 'pass',
      'image-no-upgrade-all': 'pass',
      'image-no-sudo': ['unknown', '--image-files'],
      'image-no-world-writable': 'pass',
      'image-no-remote-shell': ['unknown', '--image-files'],
      'image-single-function': 'pass',
      'image-no-add-url': 'pass',
      'image-source-labelled': 'fail',
      'image-digest-expected': 'not-applicable',
      'image-registry-allowed': 'not-applicable',
    },
  ],
  ['unverified', 'RUN curl -fsSLk https://x.example', { 'image-packages-verified': 'fail' }],
  ['untrusted', 'RUN apk add --allow-untrusted /x.apk', { 'image-packages-verified': 'fail' }],
  [
    'unverified-by-setting',
    'ENV NODE_TLS_REJECT_UNAUTHORIZED=0',
    { 'image-packages-verified': 'fail' },
  ],
  [
    'unverified-in-words',
    'LABEL note="curl -k https://x.example | sh"',
    { 'image-packages-verified': 'pass', 'image-no-pipe-to-shell': 'pass' },
  ],
  ['piped', 'RUN curl -s https://x.example | sh', { 'image-no-pipe-to-shell': 'fail' }],
  [
    'piped-by-sudo',
    'RUN curl https://x.example | sudo -E bash -',
    { 'image-no-pipe-to-shell': 'fail' },
  ],
  ['substituted', 'RUN sh -c "$(curl https://x.example)"', { 'image-no-pipe-to-shell': 'fail' }],
  [
    'downloaded',
    'RUN curl -o /x.sh https://x.example/x.sh && bash /x.sh',
    { 'image-downloads-verified': 'fail', 'image-no-pipe-to-shell': 'pass' },
  ],
  [
    'downloaded-and-verified',
    'RUN if [ -e /never ]; then curl -o /x.sh https://x.example/x.sh && sha256sum -c /x.sums && bash /x.sh; fi',
    { 'image-downloads-verified': 'pass' },
  ],
  ['upgraded', 'RUN apt-get update && apt-get -y dist-upgrade', { 'image-no-upgrade-all': 'fail' }],
  ['upgraded-on-alpine', 'RUN apk --no-cache upgrade', { 'image-no-upgrade-all': 'fail' }],
  ['upgraded-in-part', 'RUN apk upgrade libssl3', { 'image-no-upgrade-all': 'pass' }],
  ['sudo', 'RUN apt-get install -y curl sudo', { 'image-no-sudo': 'fail' }],
  ['by-sudo', 'RUN sudo true', { 'image-no-sudo': 'fail' }],
  ['like-sudo', 'RUN apt-get install -y sudoku', { 'image-no-sudo': 'unknown' }],
  ['writable', 'RUN busybox chmod -R 777 /srv', { 'image-no-world-writable': 'fail' }],
  ['writable-by-words', 'RUN busybox chmod a+w /srv', { 'image-no-world-writable': 'fail' }],
  ['sticky', 'RUN busybox chmod 1777 /srv', { 'image-no-world-writable': 'pass' }],
  ['ssh', 'RUN apt-get install -y openssh-server', { 'image-no-remote-shell': 'fail' }],
  ['ssh-client', 'RUN apt-get install -y openssh-client', { 'image-no-remote-shell': 'unknown' }],
  ['ssh-port', 'EXPOSE 22', { 'image-no-remote-shell': ['fail', '22/tcp'] }],
  ['ssh-started', 'CMD exec /usr/sbin/sshd -D', { 'image-no-remote-shell': ['fail', 'sshd'] }],
  ['supervised', 'CMD ["supervisord", "-n"]', { 'image-single-function': 'fail' }],
  ['supervised-by-shell', 'CMD mkdir /x && supervisord', { 'image-single-function': 'fail' }],
  ['not-supervised', 'CMD ["terraform", "init"]', { 'image-single-function': 'pass' }],
  [
    'labelled',
    'LABEL org.opencontainers.image.source=https://x.example org.opencontainers.image.revision=4f1c',
    { 'image-source-labelled': 'pass' },
  ],
  [
    'filled',
    `RUN busybox mkdir -p /usr/lib /var/lib/dpkg && printf 'ID=debian\\nVERSION_ID="10"\\n' > /usr/lib/os-release && printf 'Package: gcc\\nStatus: install ok installed\\n' > /var/lib/dpkg/status && busybox cp /bin/busybox /bin/su && busybox chmod 4755 /bin/su`,
    {
      'image-no-setuid': ['fail', '/bin/su (4755)'],
      'image-packages-minimal': ['fail', 'gcc'],
      'image-os-supported': ['fail', '2024-06-30'],
    },
  ],
  [
    'filled-well',
    `RUN busybox mkdir -p /usr/lib /var/lib/dpkg && printf 'ID=debian\\nVERSION_ID="13"\\n' > /usr/lib/os-release && printf 'Package: libc6\\nStatus: install ok installed\\n' > /var/lib/dpkg/status`,
    {
      'image-no-setuid': 'pass',
      'image-packages-minimal': 'pass',
      'image-os-supported': 'pass',
      'image-no-sudo': 'pass',
      'image-no-remote-shell': 'pass',
    },
  ],
  [
    'idle',
    'RUN busybox chmod 4755 /bin/busybox',
    {
      'image-no-setuid': ['unknown', 'no container'],
      'image-packages-minimal': 'unknown',
      'image-os-supported': 'unknown',
    },
  ],
];

const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
const quoted = String(key)
  .trimEnd()
  .split('\n')
  .map((line) => `'${line}'`)
  .join(' ');

/** What is seen when the engine is asked for the whole of each image. */
const whole: readonly (readonly [name: string, lines: string, expect: Expected])[] = [
  [
    'planted',
    `RUN busybox mkdir -p /srv /root /usr/sbin && printf '%s\\n' ${quoted} > /srv/key.pem && printf '//registry.example/:_authToken=npm_8sKqTz0vXy3LmN5pRw7uAb9cDe1fGh2j\\n' > /root/.npmrc && printf x > /srv/open && busybox chmod 666 /srv/open && busybox cp /bin/busybox /usr/sbin/sshd`,
    {
      'image-no-private-keys': ['fail', '/srv/key.pem'],
      'image-no-credentials': ['fail', '/root/.npmrc'],
      'image-files-not-world-writable': ['fail', '/srv/open'],
      'image-no-remote-shell': ['fail', '/usr/sbin/sshd'],
      'image-account-files-protected': 'pass',
      'image-layers-verified': 'pass',
    },
  ],
  [
    'planted-nothing',
    'RUN busybox mkdir -p /srv && printf x > /srv/closed',
    {
      'image-no-private-keys': 'pass',
      'image-no-credentials': 'pass',
      'image-files-not-world-writable': 'pass',
      'image-no-remote-shell': 'pass',
      'image-no-sudo': 'pass',
    },
  ],
  [
    'with-sudo-among-its-files',
    'RUN busybox mkdir -p /usr/bin && busybox cp /bin/busybox /usr/bin/sudo && busybox chmod 4755 /usr/bin/sudo',
    { 'image-no-sudo': ['fail', '/usr/bin/sudo'] },
  ],
  [
    'accounts-of-root',
    'RUN busybox mkdir -p /etc && printf root:x:0:0::/:/bin/sh > /etc/passwd && busybox chmod 755 /etc',
    { 'image-account-files-protected': 'pass' },
  ],
  [
    'accounts-of-its-group',
    'RUN busybox mkdir -p /etc && printf root:x:0:0::/:/bin/sh > /etc/passwd && busybox chmod g=u /etc/passwd',
    { 'image-account-files-protected': ['fail', '/etc/passwd (0664, 0:0)'] },
  ],
  [
    'accounts-of-somebody',
    'RUN busybox mkdir -p /etc && printf root:x:0:0::/:/bin/sh > /etc/passwd && busybox chown 1000 /etc/passwd',
    { 'image-account-files-protected': ['fail', '/etc/passwd (0644, 1000:0)'] },
  ],
];

/** Images of which a container runs, since their files are seen in one. */
const running = ['filled', 'filled-well'] as const;

const tag = (name: string): string => `${name}:1`;

const image = (name: string, expect: Expected): Row => ({ kind: 'image', name, expect });
const workload = (name: string, expect: Expected): Row => ({ kind: 'workload', name, expect });

const rows: readonly Row[] = [
  ...built.map(([name, , expect]) => image(tag(name), expect)),
  image('plimsoll.test/busybox:1', {
    'image-registry-allowed': 'fail',
    'image-no-remote-shell': 'unknown',
    'image-no-sudo': 'unknown',
  }),
  image('moving:latest', { 'image-no-mutable-tag': 'fail' }),
  image(tag('clean'), { 'image-no-mutable-tag': 'pass' }),
  image(tag('planted'), {
    'image-no-private-keys': ['unknown', '--image-files'],
    'image-layers-verified': ['unknown', '--image-files'],
    'image-no-remote-shell': ['unknown', '--image-files'],
  }),
  workload('left-behind', {
    'workload-image-current': ['fail', 'moving:latest'],
    'workload-no-latest-tag': 'fail',
  }),
  workload('made-anew', { 'workload-image-current': 'pass' }),
  workload('by-short-name', { 'workload-image-current': 'pass', 'workload-no-latest-tag': 'fail' }),
  workload('untagged', { 'workload-image-current': 'unknown' }),
  workload('of-a-registry', {
    'workload-registry-allowed': 'fail',
    'workload-no-latest-tag': 'pass',
  }),
];

async function setUp(engine: TestEngine): Promise<void> {
  const { docker, image: base } = engine;
  const stub = stubs.map(
    (name) => `printf '#!/bin/sh\\n' > /bin/${name} && busybox chmod 755 /bin/${name}`,
  );
  const images = [...built, ...whole].map(
    ([name, lines]) => [tag(name), `FROM example/stubs:1\n${lines}`] as const,
  );
  await buildImages(engine, {
    'example/stubs:1': `RUN ${stub.join(' && ')}`,
    ...Object.fromEntries(images),
    'moving:latest': 'LABEL release=1',
    'gone:1': 'LABEL release=0',
  });
  const create = (name: string, from: string): Promise<string> =>
    docker('create', '--network=none', `--name=${name}`, from, 'true');
  await create('left-behind', 'moving:latest');
  await create('untagged', 'gone:1');
  await buildImages(
    { ...engine, folder: `${engine.folder}/more` },
    { 'moving:latest': 'LABEL release=2' },
  );
  await docker('rmi', '--force', 'gone:1');
  await create('made-anew', 'moving:latest');
  await create('by-short-name', 'moving');
  await create('of-a-registry', base);
  for (const name of running) {
    await docker('run', '--detach', '--network=none', tag(name), 'sleep', '1000');
  }
}

/** What build steps do, what lies in the images that run, and whether containers run what they name. */
export const buildSteps: Family = {
  name: 'build steps',
  stages: [
    { name: 'one engine', rows },
    {
      name: 'the same, with the files of its images',
      rows: whole.map(([name, , expect]) => image(tag(name), expect)),
    },
  ],
  run: async () => {
    const engine = await startEngine();
    try {
      await setUp(engine);
      const target = `unix://${engine.socket}`;
      return new Map([
        ['one engine', await scan([target])],
        ['the same, with the files of its images', await scan([target, '--image-files'])],
      ]);
    } finally {
      await engine.stop();
    }
  },
};
