import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates, type CertificateFiles } from '../../support/certificates.ts';
import type { Expected, Family, Row } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';

const unix = '-H=unix:///run/docker.sock';
const tcp = '-H=tcp://127.0.0.1:2376';

const engine = (expect: Expected): Row => ({ kind: 'engine', expect });
const mutual = (expected: Required<Expected>['engine-tcp-mutual-tls']): Row =>
  engine({ 'engine-tcp-mutual-tls': expected });

/** Modes of the files of TLS, on the host whose engine goes on. */
const files = (name: string, before: string, expect: Expected): HostStage => ({
  name,
  before,
  targets: ['host:/'],
  rows: [{ kind: 'host', expect }],
});

/**
 * One engine after another, each with other listeners.
 *
 * @param good a certificate for most of a year
 * @param weak one with a short key, without a name, that ends within a month
 */
const stagesWith = (good: CertificateFiles, weak: CertificateFiles): readonly HostStage[] => {
  const pair = ({ cert, key }: CertificateFiles) => [`--tlscert=${cert}`, `--tlskey=${key}`];
  const verified = (own: CertificateFiles, ca: string = own.ca) => [
    ...['--tlsverify', `--tlscacert=${ca}`],
    ...pair(own),
  ];
  const { ca, cert, key } = good;
  const hosts = ['unix:///run/docker.sock', 'tcp://127.0.0.1:2376'];
  const settings = { hosts, tlsverify: true, tlscacert: ca, tlscert: cert, tlskey: key };
  return [
    {
      name: 'no TCP',
      start: [unix],
      rows: [
        engine({
          'engine-tcp-mutual-tls': 'not-applicable',
          'engine-tcp-address': 'not-applicable',
          'engine-tls-version': 'not-applicable',
          'engine-tls-ciphers': 'not-applicable',
          'engine-tls-key-strength': 'not-applicable',
        }),
      ],
    },
    {
      name: 'mutual',
      start: [unix, tcp, ...verified(good)],
      rows: [
        engine({
          'engine-tcp-mutual-tls': 'pass',
          'engine-tcp-address': 'pass',
          'engine-tls-version': 'pass',
          'engine-tls-ciphers': ['fail', 'CBC'],
          'engine-tls-key-strength': 'pass',
          'engine-tls-certificate-lifetime': 'pass',
          'engine-tls-certificate-trusted': 'pass',
        }),
        { kind: 'host', expect: { 'host-tls-key-mode': ['fail', '0600'] } },
      ],
    },
    files('closed files', `chmod 400 ${key} && chmod 444 ${ca} ${cert}`, {
      'host-tls-key-mode': 'pass',
      'host-tls-key-owner': 'pass',
      'host-tls-ca-mode': 'pass',
      'host-tls-ca-owner': 'pass',
      'host-tls-certificate-mode': 'pass',
      'host-tls-certificate-owner': 'pass',
    }),
    files(
      'open files of somebody else',
      `chmod 444 ${key} && chmod 646 ${ca} ${cert} && chown 33:33 ${key} ${ca} ${cert}`,
      {
        'host-tls-key-mode': 'fail',
        'host-tls-key-owner': 'fail',
        'host-tls-ca-mode': 'fail',
        'host-tls-ca-owner': 'fail',
        'host-tls-certificate-mode': 'fail',
        'host-tls-certificate-owner': 'fail',
      },
    ),
    {
      name: 'mutual by daemon.json',
      before: `cat > /etc/docker/daemon.json <<'END'\n${JSON.stringify(settings)}\nEND`,
      start: [],
      rows: [mutual('pass')],
    },
    {
      // Alone, --tls asks for a certificate as well.
      name: 'mutual, without the word verify, on every interface',
      before: 'rm /etc/docker/daemon.json',
      start: [unix, '-H=tcp://0.0.0.0:2376', '--tls', `--tlscacert=${ca}`, ...pair(good)],
      rows: [
        engine({
          'engine-tcp-mutual-tls': 'pass',
          'engine-tcp-address': ['fail', 'all interfaces'],
        }),
      ],
    },
    {
      name: 'mutual, with a weak certificate',
      start: [unix, tcp, ...verified(weak)],
      rows: [
        engine({
          'engine-tcp-mutual-tls': 'pass',
          'engine-tls-key-strength': ['fail', '1024'],
          'engine-tls-certificate-lifetime': 'fail',
          'engine-tls-certificate-trusted': ['fail', 'names no host'],
        }),
      ],
    },
    {
      name: 'mutual, with a certificate of an authority that nobody knows',
      start: [unix, tcp, ...verified(good, weak.ca)],
      rows: [engine({ 'engine-tls-certificate-trusted': ['fail', 'issuer'] })],
    },
    {
      name: 'TLS that lets everybody in',
      start: [unix, tcp, '--tls', '--tlsverify=false', `--tlscacert=${ca}`, ...pair(good)],
      rows: [mutual(['fail', 'without a certificate'])],
    },
    {
      name: 'in the clear',
      start: [unix, tcp, '--tls=false', '--label=tlsverify=true'],
      rows: [
        engine({
          'engine-tcp-mutual-tls': ['fail', 'in clear text'],
          'engine-warnings-none': ['fail', 'encryption'],
        }),
      ],
    },
    {
      name: 'in the clear on IPv6 alone',
      start: [unix, '-H=tcp://[::1]:2375', '--tls=false'],
      rows: [mutual(['fail', '[::1]:2375'])],
    },
  ];
};

/** Which stages there are does not depend on where the certificates are. */
const nowhere: CertificateFiles = { ca: '', cert: '', key: '' };

const day = 86_400_000;

/** An instant as openssl takes it. */
const instant = (days: number): string =>
  new Date(Date.now() + days * day).toISOString().replaceAll(/[-:T]|\.\d+/g, '');

/** TLS endpoints right and wrong, on a private host with its own network. */
export const tls: Family = {
  name: 'tls',
  stages: stagesWith(nowhere, nowhere),
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-tls-'));
    try {
      const good = await makeCertificates(join(folder, 'good'), {
        dates: [instant(-1), instant(300)],
      });
      const weak = await makeCertificates(join(folder, 'weak'), {
        key: ['-newkey', 'rsa:1024'],
        names: '',
        dates: [instant(-1), instant(20)],
      });
      return await onPrivateHost(stagesWith(good.server, weak.server));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
