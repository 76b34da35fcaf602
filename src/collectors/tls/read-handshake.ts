import { X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import type { Source } from '../../core/facts/source.ts';
import type { tlsFact } from '../../core/facts/tls.ts';
import { unread, type Reading, type Unread } from '../gathering/unread-gap.ts';
import { missing, more, sourced, type More, type Partly } from '../gathering/partial-facts.ts';
import { spellPlace } from '../../syntax/addresses/spell-endpoint.ts';
import { describeCertificate } from './describe-certificate.ts';
import { describeSuite } from './describe-suite.ts';
import { findAnchor } from './find-anchor.ts';
import { nameText } from '../../syntax/certificate/name-text.ts';
import { probeTls, type TlsProbe, type Unfinished } from './probe-tls.ts';
import { readHiddenChain } from './read-hidden-chain.ts';
import type { TlsPlace } from './send-hello.ts';
import { tlsVersions, type TlsVersion } from '../../syntax/tls/tls-versions.ts';
import { text, type Text } from '../../core/text.ts';

/** What is known of a server's TLS; any part may be missing. */
export type Handshake = Partly<TlsFact>;

type TlsFact = z.output<typeof tlsFact>;
type ShownCertificate = Partly<TlsFact['certificates'][number]> | More;

/** The authorities that an engine was given to know others by. */
export type Authorities = Reading<readonly X509Certificate[]>;

const refused: Unfinished = {
  reason: 'unavailable',
  why: text('it refused every one that was offered', '对方拒绝了所有提供的组合'),
};

const notAll = ({ en, zh }: Text): Text =>
  text(`Not everything was offered: ${en}.`, `未能尝试全部组合：${zh}。`);

/**
 * Begins handshakes with a server and tells what it agreed to; `null` where it speaks no TLS. Where not
 * everything could be offered, what it did agree to stands in lists with an open end.
 *
 * @param own where a chain should end
 */
export async function readHandshake(place: TlsPlace, own: Authorities): Promise<Handshake | null> {
  const probe = await probeTls(place);
  if (!probe) return null;
  const source: Source = {
    kind: 'probe',
    address: spellPlace(place.host, place.port),
    what: 'TLS handshakes, begun and not finished',
  };
  const { agreements, unfinished } = probe;
  if (agreements.length === 0) {
    const { reason, why } = unfinished ?? refused;
    const detail = text(`No handshake came about: ${why.en}.`, `TLS 握手未能建立：${why.zh}。`);
    return missing(unread(reason, detail, source));
  }
  const rest =
    unfinished === null ? [] : [more(unread(unfinished.reason, notAll(unfinished.why), source))];
  return sourced(
    {
      versions: [...versionsIn(probe), ...rest],
      ciphers: [...ciphersIn(probe), ...rest],
      certificates: [...certificatesIn(await chainsOf(place, probe), own, source), ...rest],
      clientAuthorities: clientAuthoritiesIn(probe, source),
    },
    source,
  );
}

// The keys of the object are what its type says.
const allVersions = Object.keys(tlsVersions) as readonly TlsVersion[];

const versionsIn = ({ agreements }: TlsProbe): readonly TlsVersion[] =>
  allVersions.filter((each) => agreements.some(({ version }) => version === each));

const ciphersIn = ({ agreements }: TlsProbe) => {
  const byName = new Map(agreements.map((agreement) => [agreement.suite, agreement]));
  return [...byName.values()].map(describeSuite).toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

/** Under TLS 1.3 the certificates are read only where nothing older has shown them. */
async function chainsOf(
  place: TlsPlace,
  { agreements }: TlsProbe,
): Promise<readonly (readonly Buffer[] | undefined)[]> {
  const shown = agreements.flatMap(({ chain }) => (chain ? [chain] : []));
  return shown.length > 0 ? shown : [await readHiddenChain(place)];
}

const notSeen = text('Not read: the handshake was interrupted.', '未能看到：握手中断。');
const notUnderstood = text(
  'What it showed as a certificate was not understood.',
  '无法解析其作为证书出示的内容。',
);

function certificatesIn(
  chains: readonly (readonly Buffer[] | undefined)[],
  own: Authorities,
  source: Source,
): readonly ShownCertificate[] {
  const malformed = (detail: Text): Unread => unread('malformed', detail, source);
  const seen = new Set<string>();
  return chains.flatMap((chain): readonly ShownCertificate[] => {
    if (!chain) return [more(malformed(notSeen))];
    const parsed = chain.map(parse);
    const shown = parsed.filter((each) => each !== undefined);
    return parsed.flatMap((certificate, at): readonly ShownCertificate[] => {
      const key = String(chain[at]?.toString('base64'));
      if (seen.has(key)) return [];
      seen.add(key);
      if (!certificate) return [missing(malformed(notUnderstood))];
      const anchor = findAnchor(certificate, shown, 'value' in own ? own.value : null);
      return [
        {
          ...describeCertificate(certificate),
          role: at === 0 ? ('server' as const) : ('authority' as const),
          anchor: anchor ?? ('unread' in own ? missing(own.unread) : ('none' as const)),
        },
      ];
    });
  });
}

/** `undefined` for what is no certificate, or one that Node cannot read. */
function parse(der: Buffer): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(der);
    describeCertificate(certificate);
    return certificate;
  } catch {
    return undefined;
  }
}

function clientAuthoritiesIn({ agreements }: TlsProbe, source: Source) {
  const visible = agreements
    .map((each) => each.clientAuthorities)
    .filter((each) => each !== 'hidden');
  // An anonymous server may not ask who its client is; it is asked in other suites.
  const asked = visible.find((each) => each !== 'none');
  if (asked) return asked.map(nameOrBytes).toSorted();
  if (visible.length > 0) return null;
  const detail = text(
    'TLS 1.3 hides whose client certificates a server asks for.',
    'TLS 1.3 不公开服务端要求哪些机构签发的客户端证书。',
  );
  return missing(unread('unsupported', detail, source));
}

function nameOrBytes(der: Buffer): string {
  try {
    return nameText(der);
  } catch {
    return der.toString('hex');
  }
}
