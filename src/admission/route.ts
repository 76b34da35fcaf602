/** Where a request goes in the engine. */
export interface Route {
  readonly kind: 'create' | 'plugin-write' | 'not-judged' | 'unreadable';
  /** Decoded, without the version. */
  readonly path: string;
  /** Minor version of the API, as 45 of `/v1.45/…`; `null` where the request names none. */
  readonly api: number | null;
  /** The name that a container is given; `''` where none is. */
  readonly name: string;
}

/** Finds where an engine's router sends a request: by the decoded path, behind the version. */
export function routeOf(method: string, uri: string): Route {
  const [, before = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(uri) ?? [];
  const decoded = decode(before.replace(/^[a-z]+:\/\/[^/]*/i, ''));
  if (decoded === undefined) return { kind: 'unreadable', path: before, api: null, name: '' };
  const whole = withoutDots(decoded);
  const [, version, path = whole] = /^\/v([0-9.]+)(\/.*)$/s.exec(whole) ?? [];
  const api = version === undefined ? null : Number(version.split('.')[1] ?? 0);
  const name = new URLSearchParams(query).get('name') ?? '';
  // Engines refuse other names.
  const named = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name) ? name : '';
  return { kind: kindOf(method.toUpperCase(), path), path, api, name: named };
}

function kindOf(method: string, path: string): Route['kind'] {
  const isWrite = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  if (isWrite && path === '/containers/create') return 'create';
  return isWrite && /^\/plugins(?:\/|$)/.test(path) ? 'plugin-write' : 'not-judged';
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
