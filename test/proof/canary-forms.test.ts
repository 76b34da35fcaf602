import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { hostRoot } from '../support/host-root.ts';
import { describeWithRoot } from '../support/needs.ts';
import { readPdf } from '../support/pdf-tools.ts';

const run = promisify(execFile);

/** What was planted: a string of its own for each place, so that a leak names where it comes from. */
const planted = new Map<string, string>();

/** Eighteen letters that stand nowhere else, and that no rule takes for random. */
function word(place: string): string {
  const nth = planted.size;
  const letters = Array.from(
    { length: 12 },
    (_, at) => 'bcdfghjkmnpqrstvwxz'[(nth * 7 + at * 5 + (nth >> 3)) % 19],
  );
  const text = `quiet${'abcdefghijklmnopqrstuvwxyz'[nth % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(nth / 26)]}${letters.join('')}`;
  planted.set(place, text);
  return text;
}

// Joined here so that no scanner of this repository takes an example for the real thing.
const gitlab = (body: string): string =>
  ['gl', 'pat-', body.slice(0, 20).padEnd(20, 'x7')].join('');
const telegram = (body: string): string => `123456789:${body.padEnd(35, 'Q7z').slice(0, 35)}`;
const github = (body: string): string => ['gh', 'p_', body.padEnd(36, 'Z8y').slice(0, 36)].join('');
const pem = (body: string): string =>
  [
    '-----BEGIN EC PRIVATE',
    ` KEY-----\n${body.repeat(3)}\n-----END EC PRIVATE`,
    ' KEY-----\n',
  ].join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const forms = [gitlab, telegram, github];

/** A secret that is one by its form, in the next of the forms. */
const token = (place: string): string => {
  const form = forms[planted.size % forms.length] ?? gitlab;
  return form(word(place));
};
/** The form of GitLab, where a name may hold no colon. */
const named = (place: string): string => gitlab(word(place));
const encodedKey = (place: string): string => base64(pem(word(place)));
const twice = (place: string): string => base64(base64(pem(word(place))));
const data = (place: string): string => `data:;base64,${base64(`x ${gitlab(word(place))} y`)}`;

/** Every way in which a planted string could be in a byte: as it is, and within base64 at each of its three offsets. */
const waysOf = (text: string): readonly string[] => [
  text.slice(0, 17),
  ...[0, 1, 2].flatMap((offset) => {
    const once = base64(`${'-'.repeat(offset)}${text}`).slice(4, -4);
    return [once.slice(0, 16)];
  }),
];

describeWithRoot(
  'nothing that is a secret by its form or its place leaves',
  ['dockerd', 'docker', 'busybox'],
  () => {
    let engine: TestEngine;
    let folder = '';
    const at = (name: string): string => join(folder, name);

    beforeAll(async () => {
      process.env['DOCKER_BUILDKIT'] = '0';
      folder = await mkdtemp(join(tmpdir(), 'plimsoll-forms-'));
      await mkdir(at('project'));
      await mkdir(at('out'));
      engine = await startEngine({
        // A Swarm listens on a port of its own.
        ownNetwork: true,
        daemonJson: {
          proxies: { 'http-proxy': `http://bot:${word('proxies of the engine')}@proxy:3128` },
          labels: [`note=${token('labels of the engine')}`],
          'log-opts': { tag: token('log-opts of the engine') },
        },
      });
      const { docker, image } = engine;
      await writeFile(
        at('project/Dockerfile'),
        [
          `FROM ${image}`,
          `ARG FLAVOUR=${word('ARG')}`,
          `ENV GREETING=${word('ENV')} NOTE="${word('ENV in quotes')} x"`,
          `ENV OLD ${word('ENV in the old form')}`,
          `ENV CERT=${encodedKey('ENV in base64')}`,
          `# ENV BEFORE=${word('a comment')}`,
          `LABEL note=${token('LABEL')} key=${encodedKey('LABEL in base64')} twice=${twice('LABEL in base64, twice')}`,
          `WORKDIR /srv/${named('WORKDIR')}`,
          `RUN echo ${token('RUN')} > /dev/null; echo ${encodedKey('RUN in base64')} | base64 -d > /dev/null`,
          `RUN DBPW=${word('RUN with a name')} true`,
          `RUN true MYPASS=${word('RUN with another name')}`,
          `HEALTHCHECK CMD wget http://localhost/${named('HEALTHCHECK')}`,
          `CMD ["sh", "-c", "sleep 100000", "${token('CMD')}"]`,
          '',
        ].join('\n'),
      );
      await docker(
        'build',
        '--network=none',
        `--build-arg=FLAVOUR=${word('build argument')}`,
        '--tag=shop:1',
        at('project'),
      );
      await writeFile(
        at('project/web.env'),
        `GREETING=${word('a file of variables')}\nRCONPW=${word('a name in a file of variables')}\n`,
      );
      await writeFile(at('project/.env'), `FROM_DOTENV=${word('.env')}\n`);
      await writeFile(
        at('project/compose.yaml'),
        [
          'services:',
          '  web:',
          '    image: shop:1',
          `    hostname: ${named('hostname of a service')}`,
          `    user: "${token('user of a service')}"`,
          `    working_dir: /srv/${named('working_dir')}`,
          `    extra_hosts: ["${named('extra_hosts')}:127.0.0.1"]`,
          '    env_file: web.env',
          '    environment:',
          `      GREETING: ${word('environment')}`,
          `      CS2_RCONPW: ${word('a name in environment')}  # (RCON password)`,
          '      OTHER: ${FROM_DOTENV}',
          `    labels: { note: "${token('a label of a service')}", k: "${encodedKey('a label in base64')}" }`,
          `    command: ["sleep", "100000", "${token('command')}", "${data('command as data')}"]`,
          `    healthcheck: { test: ["CMD", "wget", "http://localhost/${named('healthcheck')}"] }`,
          `    logging: { driver: json-file, options: { tag: "${token('an option of logging')}" } }`,
          `    build: { context: ., args: { FLAVOUR: ${word('args')} } }`,
          'networks:',
          `  default: { name: ${named('the name of a network')} }`,
          'volumes:',
          `  data: { driver_opts: { type: cifs, device: "//bot:${word('a device')}@nas/x" } }`,
          '',
        ].join('\n'),
      );
      const volume = `vol-${named('a volume')}`;
      await docker(
        'volume',
        'create',
        '--label',
        `note=${token('a label of a volume')}`,
        '--opt',
        'type=tmpfs',
        '--opt',
        `device=${named('a device of a volume')}`,
        volume,
      );
      const network = `net-${named('a network')}`;
      await docker(
        'network',
        'create',
        '--label',
        `k=${encodedKey('a label of a network')}`,
        network,
      );
      await docker(
        ...['create', '--name', `app-${named('a container')}`, '--network', network],
        ...['--hostname', named('--hostname'), '--domainname', named('--domainname')],
        ...['--user', named('--user'), '--workdir', `/srv/${named('--workdir')}`],
        ...[
          '--add-host',
          `${named('--add-host')}:127.0.0.1`,
          '--network-alias',
          named('--network-alias'),
        ],
        ...['--env', `GREETING=${word('--env')}`, '--env', `CERT=${encodedKey('--env in base64')}`],
        ...[
          '--label',
          `note=${token('--label')}`,
          '--label',
          `k=${encodedKey('--label in base64')}`,
        ],
        ...[
          '--label',
          `twice=${twice('--label in base64, twice')}`,
          '--label',
          `data=${data('--label as data')}`,
        ],
        ...['--annotation', `note=${token('--annotation')}`],
        ...['--health-cmd', `wget http://localhost/${named('--health-cmd')}`],
        ...[
          '--log-opt',
          `tag=${token('--log-opt')}`,
          '--volume',
          `${volume}:/data/${named('--volume')}`,
        ],
        ...[
          '--device',
          `/dev/null:/dev/${named('--device')}`,
          '--cgroup-parent',
          `/x-${named('--cgroup-parent')}`,
        ],
        ...['--tmpfs', `/run/${named('--tmpfs')}`, '--entrypoint', `/bin/${named('--entrypoint')}`],
        ...['shop:1', token('an argument'), '--conf', encodedKey('an argument in base64')],
        ...['--header', `X-Api-Key: ${word('a header')}`, data('an argument as data')],
      );
      await docker(
        'run',
        '-d',
        '--name',
        'web',
        '--network',
        'none',
        'shop:1',
        'sh',
        '-c',
        `sleep 100000 # ${token('a process')}`,
      );
      await docker('exec', '-d', 'web', 'sh', '-c', `sleep 100000 # ${token('a session')}`);
      await docker('swarm', 'init', '--advertise-addr=127.0.0.1');
      await writeFile(
        at('config'),
        `x ${token('the content of a config')}\n${encodedKey('the content of a config in base64')}\n`,
      );
      await docker('config', 'create', `cfg-${named('a config')}`, at('config'));
      await docker('secret', 'create', `sec-${named('a secret')}`, at('config'));
      await docker(
        'node',
        'update',
        '--label-add',
        `note=${token('a label of a node')}`,
        await docker('node', 'ls', '--quiet'),
      );
      await docker(
        ...[
          'service',
          'create',
          '--detach',
          '--name',
          `svc-${named('a service')}`,
          '--replicas=0',
          '--network=host',
        ],
        ...[
          '--env',
          `GREETING=${word('--env of a service')}`,
          '--hostname',
          named('--hostname of a service'),
        ],
        ...[
          '--host',
          `${named('--host of a service')}:127.0.0.1`,
          '--user',
          named('--user of a service'),
        ],
        ...['--constraint', `node.labels.note==${named('--constraint')}`],
        ...[
          '--container-label',
          `k=${encodedKey('--container-label')}`,
          '--log-driver=json-file',
          '--log-opt',
          `tag=${token('--log-opt of a service')}`,
        ],
        ...['shop:1', 'sleep', token('an argument of a service')],
      );
    }, 120_000);

    afterAll(async () => {
      delete process.env['DOCKER_BUILDKIT'];
      await engine?.docker('swarm', 'leave', '--force').catch(() => '');
      await engine?.stop();
      await rm(folder, { recursive: true, force: true });
    }, 60_000);

    it('in no byte of any output, in plain or in base64', async () => {
      const root = hostRoot({
        '/etc/docker/daemon.json': JSON.stringify({
          proxies: { 'http-proxy': `http://bot:${word('a proxy of daemon.json')}@proxy:3128` },
          'log-driver': 'splunk',
          'log-opts': {
            'splunk-token': word('log-opts of daemon.json'),
            tag: token('another of log-opts'),
          },
          'registry-mirrors': [`https://bot:${word('a mirror')}@mirror.example`],
          labels: [`note=${token('labels of daemon.json')}`],
        }),
        '/etc/systemd/system/docker.service.d/proxy.conf': `[Service]\nEnvironment="HTTP_PROXY=http://bot:${word('Environment=')}@proxy" TOKEN=${word('another of Environment=')}\n`,
        '/etc/sudoers': `root ALL=(ALL) ALL\nalice ALL=(root) NOPASSWD: /usr/bin/docker run ${token('sudoers')}\n`,
        '/etc/audit/rules.d/docker.rules': `-w /srv/${named('audit rules')} -k docker\n`,
      });
      const targets = [
        `unix://${engine.socket}`,
        `compose:${at('project/compose.yaml')}`,
        at('project/Dockerfile'),
        `host:${root}`,
      ];
      const none = ['--config', at('plimsoll.config.ts')];
      await writeFile(at('plimsoll.config.ts'), 'export default {};\n');
      const runs = [
        await runCli([
          'collect',
          ...targets,
          '--image-files',
          '-o',
          at('out/snapshot.json'),
          ...none,
        ]),
        await runCli([
          ...[
            'scan',
            ...targets,
            '--image-files',
            '-o',
            at('out/reports'),
            '--fail-on',
            'none',
            ...none,
          ],
          ...[
            '--format',
            'html,pdf,json,ndjson,csv,lines,markdown,sarif,junit,hdf,openreports,oscal,oscal-poam,cyclonedx',
          ],
          ...['--framework', 'pci-dss-4.0.1', '--lang', 'en,zh'],
          ...['--bundle', at('out/evidence.plimsoll'), '--ledger', at('out/ledger.db')],
        ]),
        await runCli([
          'scan',
          ...targets,
          '--write-baseline',
          at('out/baseline.json'),
          '--fail-on',
          'none',
          ...none,
        ]),
        await runCli(['scan', ...targets, '--json', '--fail-on', 'none', ...none]),
      ];
      expect(runs.map(({ status, stderr }) => [status, stderr.slice(0, 400)])).toEqual(
        runs.map(({ stderr }) => [0, stderr.slice(0, 400)]),
      );
      const texts = new Map<string, string>(
        runs.map(({ stdout, stderr }, nth) => [`run ${nth}`, stdout + stderr]),
      );
      await mkdir(at('out/unpacked'));
      await run('unzip', ['-q', at('out/evidence.plimsoll'), '-d', at('out/unpacked')]).catch(
        () => undefined,
      );
      for (const entry of await readdir(at('out'), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        texts.set(
          path.slice(folder.length),
          entry.name.endsWith('.pdf') ? readPdf('pdftotext', path) : await readFile(path, 'latin1'),
        );
      }
      const leaks = [...texts].flatMap(([where, text]) =>
        [...planted]
          .filter(([, secret]) => waysOf(secret).some((way) => text.includes(way)))
          .map(([what]) => `${what} in ${where}`),
      );
      expect(leaks).toEqual([]);
      // And they were seen, not only missed.
      const snapshot = texts.get('/out/snapshot.json') ?? '';
      for (const name of ['GREETING', 'CS2_RCONPW', 'RCONPW', 'FLAVOUR', 'redacted']) {
        expect(snapshot).toContain(name);
      }
      expect([...texts.keys()].filter((name) => name.startsWith('/out')).length).toBeGreaterThan(
        20,
      );
    }, 180_000);
  },
);
