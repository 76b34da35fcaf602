import type { RequestKind } from '../collectors/engine/create/request-reader.ts';

/** Where a request goes in the engine. */
export interface Route {
  /** `rollback` goes back to what a service was, which no request has. */
  readonly kind: RequestKind | 'rollback' | 'plugin-write' | 'not-judged' | 'unreadable';
  /** Decoded, without the version. */
  readonly path: string;
  /** Minor version of the API, as 45 of `/v1.45/…`; `null` where the request names none. */
  readonly api: number | null;
  /** The name that a container is given, `''` where none is; of what is there already, its name or id. */
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
  if (/^(?:GET|HEAD|OPTIONS)$/i.test(method)) return { kind: 'not-judged', path, api, name: '' };
  const asked = new URLSearchParams(query);
  for (const [pattern, kind] of routes) {
    const found = pattern.exec(path);
    if (!found) continue;
    const isBack = kind === 'service-update' && (asked.get('rollback') ?? '') !== '';
    const name = kind === 'create' ? (asked.get('name') ?? '') : (found[1] ?? '');
    // Engines give no other names.
    const named = kind !== 'create' || /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name) ? name : '';
    return { kind: isBack ? 'rollback' : kind, path, api, name: named };
  }
  return { kind: 'not-judged', path, api, name: '' };
}

const routes = [
  [/^\/containers\/create$/, 'create'],
  [/^\/containers\/(.+)\/update$/s, 'update'],
  [/^\/containers\/(.+)\/exec$/s, 'exec'],
  [/^\/services\/create$/, 'service-create'],
  [/^\/services\/(.+)\/update$/s, 'service-update'],
  [/^\/plugins(?:\/|$)/, 'plugin-write'],
] as const satisfies readonly (readonly [RegExp, Route['kind']])[];

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
