import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates, type CertificateFiles } from '../../support/certificates.ts';
import type { Expectation, Expected, Family, Row } from '../harness/family.ts';
import { onPrivateHost, type HostStage } from '../harness/on-host.ts';

const unix = '-H=unix:///run/docker.sock';
const tcp = '-H=tcp://127.0.0.1:2376';

const rows = (listeners: Expectation, onHost: Expected = {}): readonly Row[] => [
  { kind: 'engine', expect: { 'engine-tcp-mutual-tls': listeners } },
  { kind: 'host', expect: onHost },
];

/** One engine after another, each with other listeners. */
const stagesWith = ({ ca, cert, key }: CertificateFiles): readonly HostStage[] => {
  const pair = [`--tlscert=${cert}`, `--tlskey=${key}`];
  const verified = ['--tlsverify', `--tlscacert=${ca}`, ...pair];
  return [
    { name: 'no TCP', start: [unix], rows: rows('pass') },
    {
      name: 'mutual',
      start: [unix, tcp, ...verified],
      rows: rows('pass', { 'host-tls-key-mode': ['fail', '0600'] }),
    },
    {
      name: 'the key for root’s reading alone',
      before: `chmod 400 ${key}`,
      targets: ['host:/'],
      rows: [{ kind: 'host', expect: { 'host-tls-key-mode': 'pass' } }],
    },
    {
      name: 'the key for everybody',
      before: `chmod 444 ${key}`,
      targets: ['host:/'],
      rows: [{ kind: 'host', expect: { 'host-tls-key-mode': 'fail' } }],
    },
    {
      name: 'mutual by daemon.json',
      before: `cat > /etc/docker/daemon.json <<'END'
${JSON.stringify({ hosts: ['unix:///run/docker.sock', 'tcp://127.0.0.1:2376'], tlsverify: true, tlscacert: ca, tlscert: cert, tlskey: key })}
END`,
      start: [],
      rows: rows('pass'),
    },
    {
      // Alone, --tls asks for a certificate as well.
      name: 'mutual, without the word verify',
      before: 'rm /etc/docker/daemon.json',
      start: [unix, tcp, '--tls', `--tlscacert=${ca}`, ...pair],
      rows: rows('pass'),
    },
    {
      name: 'TLS that lets everybody in',
      start: [unix, tcp, '--tls', '--tlsverify=false', `--tlscacert=${ca}`, ...pair],
      rows: rows(['fail', 'without a certificate']),
    },
    {
      name: 'in the clear',
      start: [unix, tcp, '--tls=false', '--label=tlsverify=true'],
      rows: rows(['fail', 'in the clear']),
    },
    {
      name: 'in the clear on IPv6 alone',
      start: [unix, '-H=tcp://[::1]:2375', '--tls=false'],
      rows: rows(['fail', '[::1]:2375']),
    },
  ];
};

/** Which stages there are does not depend on where the certificates are. */
const stages = stagesWith({ ca: '', cert: '', key: '' });

/** TLS endpoints right and wrong, on a private host with its own network. */
export const tls: Family = {
  name: 'tls',
  stages,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-tls-'));
    try {
      const { server } = await makeCertificates(folder);
      return await onPrivateHost(stagesWith(server));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
