import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates, type CertificateFiles } from '../../support/certificates.ts';
import { startRegistry } from '../../support/registry.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';

const host = '127.0.0.1:5000';

const rows = (expect: Expected): readonly Row[] => [{ kind: 'registry-service', expect }];

/** The word `secret`, by bcrypt. */
const htpasswd = 'mona:$2y$05$abcdefghijklmnopqrstuuOQiyCxlgf/oeuTqixKmWdcYUh4Hjl0a\n';
const account = Buffer.from('mona:secret').toString('base64');

interface Settings {
  readonly store: 'store' | 'empty';
  readonly tls?: CertificateFiles;
  readonly asks?: boolean;
}

/** Debian's docker-registry, one configuration after another; what lies below `folder` was made before. */
const stagesWith = (
  folder: string,
  good: CertificateFiles,
  strange: CertificateFiles,
): readonly HostStage[] => {
  const start = ({ store, tls, asks }: Settings): string => {
    const config = {
      version: '0.1',
      log: { level: 'error' },
      storage: { filesystem: { rootdirectory: join(folder, store) } },
      http: {
        addr: host,
        ...(tls ? { tls: { certificate: tls.cert, key: tls.key, minimumtls: 'tls1.2' } } : {}),
      },
      ...(asks ? { auth: { htpasswd: { realm: 'tests', path: join(folder, 'htpasswd') } } } : {}),
    };
    return `
if [ -f /run/registry.pid ]; then kill -9 $(cat /run/registry.pid); sleep 0.3; fi
cat > /run/registry.yml <<'END'\n${JSON.stringify(config)}\nEND
OTEL_TRACES_EXPORTER=none docker-registry serve /run/registry.yml >/run/registry.log 2>&1 </dev/null &
echo $! > /run/registry.pid
for _ in $(seq 100); do if (: < /dev/tcp/127.0.0.1/5000) 2>/dev/null; then break; fi; sleep 0.1; done
mkdir -p /etc/docker/certs.d/${host} && cp ${good.ca} /etc/docker/certs.d/${host}/ca.crt`;
  };
  const targets = [`registry:${host}`];
  const overTls = [`registry:https://${host}`];
  const env = { DOCKER_CONFIG: folder };
  return [
    {
      name: 'open, in the clear',
      before: start({ store: 'store' }),
      targets,
      rows: rows({
        'registry-tls': ['fail', 'in the clear on port 5000'],
        'registry-certificate-trusted': 'not-applicable',
        'registry-account-required': ['fail', 'no account'],
        'registry-catalog-closed': 'fail',
      }),
    },
    {
      name: 'open and empty, named as one with TLS',
      before: start({ store: 'empty' }),
      targets: overTls,
      rows: rows({
        'registry-tls': 'fail',
        'registry-account-required': 'fail',
        'registry-catalog-closed': 'not-applicable',
      }),
    },
    {
      name: 'with accounts, over TLS',
      before: start({ store: 'store', tls: good, asks: true }),
      targets: overTls,
      env,
      rows: rows({
        'registry-tls': 'pass',
        'registry-certificate-trusted': 'pass',
        'registry-account-required': 'pass',
        'registry-catalog-closed': 'pass',
      }),
    },
    {
      name: 'with accounts, seen without one',
      targets: overTls,
      rows: rows({
        'registry-tls': 'pass',
        'registry-account-required': 'unknown',
        'registry-catalog-closed': 'pass',
      }),
    },
    {
      name: 'with a certificate of nobody for another name',
      before: start({ store: 'store', tls: strange, asks: true }),
      targets: overTls,
      env,
      rows: rows({
        'registry-tls': 'pass',
        'registry-certificate-trusted': ['fail', 'Nobody here knows its issuer'],
        'registry-account-required': 'unknown',
        'registry-catalog-closed': 'unknown',
      }),
    },
  ];
};

/** Which stages there are does not depend on where the files are. */
const nowhere: CertificateFiles = { ca: '', cert: '', key: '' };

/** Real registries right and wrong, on a private host with its own network. */
export const registry: Family = {
  name: 'registry',
  stages: stagesWith('', nowhere, nowhere),
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-registries-'));
    try {
      await writeFile(join(folder, 'htpasswd'), htpasswd);
      await writeFile(
        join(folder, 'config.json'),
        JSON.stringify({ auths: { [host]: { auth: account } } }),
      );
      await mkdir(join(folder, 'empty'));
      const filled = await startRegistry();
      await filled.push('shop/web:1', [[{ name: 'file', body: 'content' }]]);
      await cp(join(filled.folder, 'store'), join(folder, 'store'), { recursive: true });
      await filled.stop();
      const good = await makeCertificates(join(folder, 'good'));
      const strange = await makeCertificates(join(folder, 'strange'), { names: 'DNS:other' });
      return await onPrivateHost(stagesWith(folder, good.server, strange.server));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
