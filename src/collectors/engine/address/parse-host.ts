import { PlimsollError } from '../../../core/errors.ts';
import type { EngineTransport, TlsMaterial } from './engine-address.ts';
import { text, type Text } from '../../../core/text.ts';

/** What the parts of an address mean, before it is known whether TLS is spoken. */
type Host =
  | Extract<EngineTransport, { kind: 'unix' | 'npipe' | 'ssh' }>
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number | null;
      readonly basePath: string;
    };

/**
 * Reads an engine's address as DOCKER_HOST or `docker -H` spells it. Credentials in a TCP address are
 * left out: the API has no use for them.
 *
 * @throws PlimsollError `target-unknown`
 */
export function parseHost(spelling: string): Host {
  const [, scheme = 'tcp', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/s.exec(spelling) ?? [];
  switch (scheme) {
    case 'unix':
      return { kind: 'unix', socketPath: rest.startsWith('/') ? rest : '/var/run/docker.sock' };
    case 'tcp': {
      const { hostname, port, pathname } = parseUrl(`http://${rest || '127.0.0.1'}`, spelling);
      return {
        kind: 'tcp',
        host: bare(hostname),
        // The parser of URLs drops the port that HTTP has anyway.
        port: port === '' ? (/:80(?:\/|$)/.test(rest) ? 80 : null) : Number(port),
        basePath: pathname.replace(/\/+$/, ''),
      };
    }
    case 'ssh': {
      const { hostname, port, username, password, pathname } = parseUrl(spelling, spelling);
      if (password !== '') {
        throw unknownHost(
          spelling,
          text('ssh takes no password from an address', 'ssh 不从地址中取口令'),
        );
      }
      return {
        kind: 'ssh',
        host: bare(hostname),
        ...(username === '' ? {} : { user: decodeURIComponent(username) }),
        ...(port === '' ? {} : { port: Number(port) }),
        ...(pathname === '' || pathname === '/' ? {} : { socketPath: pathname }),
      };
    }
    case 'http':
    case 'https':
      throw unknownHost(
        spelling,
        text(
          'an engine over the network is named tcp://HOST:PORT',
          '经网络访问的引擎写作 tcp://HOST:PORT',
        ),
      );
    case 'npipe':
      // Node opens a pipe by the name that Windows has for it.
      if (rest.startsWith('//')) return { kind: 'npipe', pipe: rest.replaceAll('/', '\\') };
      throw unknownHost(
        spelling,
        text('a pipe is named npipe:////./pipe/NAME', '管道写作 npipe:////./pipe/NAME'),
      );
    default:
      throw unknownHost(
        spelling,
        text(`no engine is reached by ${scheme}://`, `没有引擎以 ${scheme}:// 访问`),
      );
  }
}

/** Settles the port of a TCP address: 2376 with TLS and 2375 without, unless it names one. */
export function transportOf(host: Host, tls: TlsMaterial | null): EngineTransport {
  if (host.kind !== 'tcp') return host;
  return { ...host, port: host.port ?? (tls ? 2376 : 2375), tls };
}

/** The address as people are shown it, without credentials. */
export function spell(transport: EngineTransport): string {
  switch (transport.kind) {
    case 'unix':
      return `unix://${transport.socketPath}`;
    case 'npipe':
      return `npipe://${transport.pipe.replaceAll('\\', '/')}`;
    case 'tcp':
      return `tcp://${bracketed(transport.host)}:${transport.port}${transport.basePath}`;
    case 'client':
      return 'engine';
    case 'ssh': {
      const { user, host, port, socketPath } = transport;
      const at = `${user === undefined ? '' : `${user}@`}${bracketed(host)}`;
      return `ssh://${at}${port === undefined ? '' : `:${port}`}${socketPath ?? ''}`;
    }
  }
}

function parseUrl(url: string, spelling: string): URL {
  try {
    return new URL(url);
  } catch {
    throw unknownHost(spelling, text('it is not an address', '不是地址'));
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Never repeats what stands before an `@`. */
function unknownHost(spelling: string, why: Text): PlimsollError {
  const shown = spelling.replace(/^([a-z]+:\/\/)?[^/]*@/s, '$1');
  return new PlimsollError(
    'target-unknown',
    text(
      `${JSON.stringify(shown)} names no engine: ${why.en}.`,
      `${JSON.stringify(shown)} 不是引擎的地址：${why.zh}。`,
    ),
    {
      hint: text(
        'Use unix:///var/run/docker.sock, tcp://HOST:2376, npipe:////./pipe/NAME, ssh://USER@HOST or context:NAME.',
        '请用 unix:///var/run/docker.sock、tcp://HOST:2376、npipe:////./pipe/NAME、ssh://USER@HOST 或 context:NAME。',
      ),
    },
  );
}
