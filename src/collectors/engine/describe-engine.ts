import { currentUser } from './client/current-user.ts';
import { text, type Text } from '../../core/text.ts';
import { isMissing, read } from '../gathering/partial-facts.ts';
import type { RawInfo } from './api-schemas/engine.ts';
import type { EngineTransport } from './address/engine-address.ts';
import { productOf } from './api-schemas/product.ts';
import type { EngineAnswers } from './reading/read-engine.ts';

const products = {
  docker: text('Docker Engine', 'Docker Engine'),
  podman: text('Podman', 'Podman'),
} as const;

/** What answered: product, version, API, name and system, as far as they are known. `clean` drops what looks like a secret. */
export function describeEngine(
  { version, info }: EngineAnswers,
  clean: (said: string) => string,
): Text {
  const known = 'value' in version ? version.value : undefined;
  const reported = (pick: (raw: RawInfo) => string): string => {
    const value = read(() => ('value' in info ? pick(info.value) : ''));
    return isMissing(value) ? '' : clean(value);
  };
  const named = productOf(known);
  const product = named ? products[named] : text('Engine', '引擎');
  const release = known ? ` ${clean(known.Version)}` : '';
  const api = known ? [`API ${clean(known.ApiVersion)}`] : [];
  const name = reported(({ Name }) => Name);
  const system = [reported(({ OperatingSystem }) => OperatingSystem)].filter(Boolean);
  const on = (host: string): readonly string[] => (name === '' ? [] : [host]);
  return text(
    [`${product.en}${release}`, ...api, ...on(`on ${name}`), ...system].join(', '),
    [`${product.zh}${release}`, ...api, ...on(`主机 ${name}`), ...system].join('，'),
  );
}

function wayOf(transport: EngineTransport): Text {
  switch (transport.kind) {
    case 'unix':
      return text('a Unix socket', ' Unix 套接字');
    case 'npipe':
      return text('a named pipe', '命名管道');
    case 'ssh':
      return text('ssh', ' SSH 连接');
    case 'client':
      return text('a client that the program gave', '调用方提供的客户端');
    case 'tcp': {
      const { tls } = transport;
      if (!tls) return text('TCP in clear text', '明文 TCP 连接');
      const mutual = tls.cert !== undefined;
      return text(
        `TCP with ${mutual ? 'mutual TLS' : 'TLS'}${tls.verify ? '' : ', the server unverified'}`,
        ` TCP 连接（${mutual ? '双向 TLS' : 'TLS'}${tls.verify ? '' : '，未核验服务端'}）`,
      );
    }
  }
}

/** How it was asked. An engine's own socket refuses nothing to anyone who may open it; what stands before it may. */
export function describeAccess(transport: EngineTransport): Text {
  const user = currentUser();
  const way = wayOf(transport);
  return text(
    `as ${user} over ${way.en}; only GET and HEAD requests were sent; whether others would have been accepted was not tried`,
    `以 ${user} 身份经${way.zh}访问；仅发送 GET 与 HEAD 请求，未尝试其他请求是否会被接受`,
  );
}
