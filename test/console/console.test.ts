import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeConsoleToken, tokenHash } from '../../src/console/access/access.ts';
import { createConsole, type ConsoleHandler } from '../../src/console/create-console.ts';
import type { FleetStore } from '../../src/evidence/fleet/open-fleet-store.ts';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { preAuthentication } from '../../src/syntax/dsse/pre-authentication.ts';
import { consoleNow, fillFleet, hostileName, testConsole } from '../support/console.ts';

const site = 'http://127.0.0.1:8080';
const pages = [
  '/',
  '/?label=env%3Dprod',
  '/frameworks/pci-dss-4.0.1',
  '/frameworks/pci-dss-4.0.1/2.2.1',
  '/controls/workload-not-privileged',
  '/controls/workload-not-privileged?status=fail&label=env%3Dprod',
  '/hosts',
  '/hosts?condition=silent',
  '/hosts/web-1',
  '/hosts/quiet-1',
  '/hosts/never-1',
  '/changes',
  '/silent',
  '/waivers',
  '/evidence',
];

describe('the console', () => {
  let folder = '';
  let store: FleetStore;
  let handle: ConsoleHandler;
  let reader = '';
  let auditor = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-console-'));
    store = await fillFleet(folder);
    ({ handle, reader, auditor } = await testConsole(store));
  }, 120_000);
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const get = (
    path: string,
    token?: string,
    {
      headers = {},
      address,
      by = handle,
    }: {
      headers?: Record<string, string>;
      address?: string;
      by?: ConsoleHandler;
    } = {},
  ): Promise<Response> =>
    by(
      new Request(`${site}${path}`, {
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
      }),
      { address },
    );
  const text = async (path: string, token = auditor): Promise<string> =>
    (await get(path, token)).text();
  const enter = (
    fields: Record<string, string>,
    headers: Record<string, string> = {},
    origin = site,
  ): Promise<Response> =>
    handle(
      new Request(`${origin}/enter`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    );

  it.each(pages.flatMap((path) => ['en', 'zh'].map((language) => `/${language}${path}`)))(
    'shows %s',
    async (path) => {
      const answer = await get(path, auditor);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toMatch(path.startsWith('/zh') ? /<html lang="zh-CN">/ : /<html lang="en">/);
      expect(page).not.toMatch(/<script|undefined|\[object|NaN|onerror=(?!alert\(1\)&gt;)/);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('leads to pages that are there', async () => {
    const seen = new Set<string>(['/en/']);
    const asked: string[] = [];
    for (const path of seen) {
      if (asked.length > 60) break;
      asked.push(path);
      const answer = await get(path, auditor);
      expect([path, answer.status]).toEqual([path, 200]);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const page = await answer.text();
      for (const [, link = ''] of page.matchAll(/(?:href|src)="(\/[^"]*)"/g)) {
        const plain = link.replaceAll('&amp;', '&').replaceAll('&#39;', "'");
        // Of controls, a few of each kind are enough.
        if (!/controls|frameworks\/[^/]+\//.test(plain) || seen.size < 40) seen.add(plain);
      }
    }
    expect(asked.length).toBeGreaterThan(30);
  });

  it('says where the fleet stands', async () => {
    const page = await text('/en/');
    expect(page).toContain('Silent 1');
    expect(page).toContain('Never heard 1');
    expect(page).toMatch(/By framework[\s\S]*PCI DSS/);
    expect(page).toContain('class="drawing"');
    const failing = await text('/en/controls/workload-no-host-uts?status=fail');
    expect(failing).toContain('/en/hosts/web-1"');
    expect(failing).not.toContain('/en/hosts/db-1"');
    const silent = await text('/en/controls/workload-not-privileged?status=silent');
    expect(silent).toMatch(/quiet-1[\s\S]*Silent[\s\S]*last known/);
    expect(await text('/en/hosts/quiet-1')).toContain('Nothing was heard since');
    expect(await text('/zh/hosts/never-1')).toContain('从未收到该主机的上报');
    const changes = await text('/en/changes?host=web-1&kind=control');
    expect(changes).toMatch(/web-1[\s\S]*chip (bad|good)[\s\S]*its configuration changed/);
    expect(await text('/en/silent')).toMatch(/quiet-1[\s\S]*never-1[\s\S]*another organisation/);
  });

  it('goes on from page to page without leaving a change out', async () => {
    const all = (await (await get('/api/v1/changes?limit=1000', reader)).json()) as {
      changes: object[];
    };
    expect(all.changes.length).toBeGreaterThan(3);
    const found: object[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const part = (await (await get(`/api/v1/changes?limit=1${query}`, reader)).json()) as {
        changes: object[];
        cursor: string | null;
      };
      found.push(...part.changes);
      ({ cursor } = part);
    }
    expect(found).toEqual(all.changes);
  });

  it('shows what hosts send as text', async () => {
    const page = await text('/en/hosts/web-1');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;⟨U+202E⟩');
    for (const path of ['/en/hosts/web-1', '/en/changes', '/en/controls/workload-not-privileged']) {
      const shown = await text(path);
      expect(shown).not.toContain('<script');
      expect(shown).not.toContain('<img');
      expect(shown).not.toContain('\u202E');
    }
    expect(page).toContain('Wang &lt;b&gt;Fang&lt;/b&gt;');
    const query = new URLSearchParams({ control: 'workload-not-privileged', subject: hostileName });
    const lines = await text(`/en/waivers?${query.toString()}`);
    expect(lines).not.toContain('<script');
    expect(lines).toContain('until: 2026-12-29');
  });

  it.each([
    ['/en/hosts/..%2F..%2Fetc%2Fpasswd', 400],
    ['/en/hosts/%E0%A4%A', 400],
    ['/en/hosts/nobody', 404],
    ['/en/controls/no-such-control', 404],
    ['/en/frameworks/nothing', 404],
    ['/en/%3Cscript%3E', 404],
    ['/fr/', 404],
    ['/en/hosts?label=%25%27%20or%201%3D1', 400],
    ['/en/hosts?condition=broken', 400],
    ['/en/changes?cursor=%00', 400],
    ['/en/changes?cursor=W10', 400],
    ['/en/evidence?host=web-1&at=yesterday', 400],
    ['/evidence/web-1/secret', 404],
    ['/api/v1/hosts?limit=1000000', 400],
    ['/api/v1/hosts/nobody', 404],
    ['/api/v1/hosts/__proto__', 400],
  ])('answers %s with %i', async (path, status) => {
    const answer = await get(path, auditor);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toMatch(/<script|SQLITE|at .*\.ts/);
  });

  it('shows nobody anything before they have signed in', async () => {
    for (const path of [...pages.map((each) => `/en${each}`), '/en/nothing', '/nothing']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.text()).not.toMatch(/<bdi>|<table|<nav|class="facts"/);
    }
    const programs = [
      '/api/v1/hosts',
      '/api/v1/openapi.json',
      '/metrics',
      '/evidence/web-1/reading',
    ];
    for (const path of programs) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect((await get('/healthz')).status).toBe(200);
    for (const token of ['', 'x', `${reader}x`, reader.slice(1), tokenHash(reader)]) {
      expect((await get('/en/', token)).status).toBe(401);
    }
  });

  it('keeps evidence for auditors', async () => {
    expect((await get('/en/evidence', reader)).status).toBe(403);
    expect((await get('/evidence/web-1/reading', reader)).status).toBe(403);
    expect(await text('/en/', reader)).not.toContain('/en/evidence');
    const answer = await get('/evidence/web-1/reading', auditor);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="web-1-3.dsse.json"',
    );
    const { payload, payloadType, signatures } = (await answer.json()) as {
      payload: string;
      payloadType: string;
      signatures: { sig: string }[];
    };
    const { key } = await store.read((db) =>
      db.selectFrom('fleet_host').select('key').where('id', '=', 'web-1').executeTakeFirstOrThrow(),
    );
    const publicKey = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const signed = preAuthentication(payloadType, Buffer.from(payload, 'base64'));
    const signature = Buffer.from(signatures[0]?.sig ?? '', 'base64');
    expect(verify(null, signed, publicKey, signature)).toBe(true);
    const first = await get('/evidence/web-1/snapshot?at=2026-11-28T23:00:00Z', auditor);
    expect(await first.json()).toMatchObject({ collectedAt: '2026-11-28T09:00:00.000Z' });
    expect((await get('/evidence/web-1/snapshot?at=2020-01-01T00:00:00Z', auditor)).status).toBe(
      404,
    );
    expect((await get('/evidence/web-1/bundle', auditor)).status).toBe(404);
    const bytes = new TextEncoder().encode('PK');
    const { handle: by, auditor: other } = await testConsole(store, {
      makeBundle: (host) => Promise.resolve({ name: `${host}"\r\nx: y.zip`, bytes }),
    });
    const bundle = await get('/evidence/web-1/bundle', other, { by });
    expect(bundle.headers.get('content-disposition')).toBe(
      'attachment; filename="web-1___x__y.zip"',
    );
  });

  it('signs people in with a session that holds no token, and out', async () => {
    const answer = await enter({ token: reader, goOn: '/zh/hosts?label=env%3Dprod' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/zh/hosts?label=env%3Dprod');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toMatch(/Secure/);
    expect(cookie).not.toContain(reader);
    const [pair = ''] = cookie.split(';');
    expect((await get('/en/', undefined, { headers: { cookie: pair } })).status).toBe(200);
    const forged = pair.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await get('/en/', undefined, { headers: { cookie: forged } })).status).toBe(401);
    const { handle: restarted } = await testConsole(store);
    expect(
      (await get('/en/', undefined, { headers: { cookie: pair }, by: restarted })).status,
    ).toBe(401);
    const left = await handle(
      new Request(`${site}/leave`, { method: 'POST', headers: { cookie: pair } }),
    );
    expect(left.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    const far = await enter({ token: reader }, {}, 'http://hub.example.com');
    expect(far.headers.get('set-cookie')).toMatch(/Secure/);
  });

  it.each(['https://evil.example/', '//evil.example/en/', '/en/../../x', '/enx', 'javascript:1'])(
    'does not go on to %s',
    async (goOn) => {
      const answer = await enter({ token: reader, goOn });
      expect(answer.headers.get('location')).toMatch(/^\/en\//);
    },
  );

  it('takes no form from elsewhere, no long one, and nothing but forms to sign in and out', async () => {
    expect((await enter({ token: 'x'.repeat(50) })).status).toBe(401);
    expect((await enter({ token: reader }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await enter({ token: 'x'.repeat(100_000) })).status).toBe(413);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/en/hosts/web-1', '/api/v1/hosts', '/evidence/web-1/reading']) {
        const answer = await handle(
          new Request(`${site}${path}`, {
            method,
            headers: { authorization: `Bearer ${auditor}` },
          }),
        );
        expect(answer.status).toBe(404);
      }
    }
  });

  it('lets a token end, and a session with it', async () => {
    const { token, entry } = makeConsoleToken('Li Na', 'reader', '2026-11-30T12:00:00Z');
    let now = consoleNow;
    const by = createConsole({
      store,
      catalog: builtin,
      access: { tokens: [entry] },
      now: () => now,
    });
    expect((await get('/en/', token, { by })).status).toBe(200);
    now = new Date('2026-11-30T12:00:00Z');
    expect((await get('/en/', token, { by })).status).toBe(401);
  });

  it('believes a proxy that is trusted, and nobody else who says the same', async () => {
    const { handle: by } = await testConsole(store, {
      access: {
        proxy: {
          trusted: ['10.2.0.0/16', '::1'],
          user: 'x-user',
          groups: 'x-groups',
          auditors: ['grc'],
          readers: ['staff'],
        },
      },
    });
    const statusOf = async (
      address: string | undefined,
      user: string,
      groups: string,
      path = '/en/',
    ): Promise<number> => {
      const headers = { 'x-user': user, 'x-groups': groups };
      return (await get(path, undefined, { by, headers, ...(address && { address }) })).status;
    };
    expect(await statusOf('10.2.3.4', 'a@b', 'staff')).toBe(200);
    expect(await statusOf('::ffff:10.2.3.4', 'a@b', 'x, staff')).toBe(200);
    expect(await statusOf('::1', 'a@b', 'grc', '/en/evidence')).toBe(200);
    expect(await statusOf('10.2.3.4', 'a@b', 'staff', '/en/evidence')).toBe(403);
    expect(await statusOf('10.2.3.4', 'a@b', 'others')).toBe(401);
    expect(await statusOf('10.3.3.4', 'a@b', 'grc')).toBe(401);
    expect(await statusOf(undefined, 'a@b', 'grc')).toBe(401);
    expect(await statusOf('10.2.3.4', '', 'grc')).toBe(401);
    expect(await statusOf('10.2.3.4', 'evil@x, a@b', 'grc')).toBe(401);
  });

  it.each([
    ['nobody', {}],
    ['a token that is no hash', { tokens: [{ name: 'x', role: 'reader', hash: 'secret' }] }],
    ['a network that is none', { proxy: { trusted: ['10.0.0.0/99'] } }],
    ['a name for an address', { proxy: { trusted: ['proxy.example'] } }],
  ] as const)('refuses access for %s', (_, access) => {
    expect(() => createConsole({ store, catalog: builtin, access } as never)).toThrow(
      expect.objectContaining({ code: 'config-invalid' }),
    );
  });

  it('answers programs as its schema says', async () => {
    const api = (await (await get('/api/v1/openapi.json', reader)).json()) as {
      paths: Record<string, unknown>;
      components: { schemas: Record<string, object> };
    };
    const ajv = new Ajv2020({ strict: false });
    formats(ajv);
    const asked = {
      summary: '/api/v1/summary',
      days: '/api/v1/days?host=web-1',
      hosts: '/api/v1/hosts',
      host: '/api/v1/hosts/web-1',
      item: '/api/v1/items/workload-not-privileged',
      changes: '/api/v1/changes',
      missing: '/api/v1/missing',
    };
    expect(Object.keys(api.components.schemas)).toEqual(Object.keys(asked));
    for (const [name, path] of Object.entries(asked)) {
      const answer: unknown = await (await get(path, reader)).json();
      const isValid = ajv.compile(api.components.schemas[name] ?? false);
      expect([name, isValid(answer), isValid.errors]).toEqual([name, true, null]);
      expect(JSON.stringify(answer).length).toBeGreaterThan(60);
    }
  });

  it('counts for monitors', async () => {
    const metrics = await text('/metrics', reader);
    expect(metrics).toContain('plimsoll_hosts{condition="silent"} 1');
    expect(metrics).toContain(
      'plimsoll_control_hosts{control="workload-no-host-uts",status="fail"} 1',
    );
    expect(metrics).toContain('plimsoll_parked_readings 1');
    for (const line of metrics.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? -?[\d.]+)$/);
    }
  });

  it('shows waivers with their owner and their end', async () => {
    const waiver = {
      control: 'workload-not-privileged',
      scope: { name: 'shop-db' },
      reason: 'The driver loads a module.',
      owner: 'Wang Fang',
      approver: 'Chen Jing',
      from: '2026-11-01',
    };
    const { handle: by, reader: token } = await testConsole(store, {
      waivers: () => [
        { ...waiver, until: '2026-12-05' },
        { ...waiver, until: '2026-11-10', owner: '<i>Old</i>' },
        { ...waiver, until: '2027-12-31' },
      ],
      waiverLimits: { critical: 60 },
    });
    const page = await (await get('/en/waivers', token, { by })).text();
    expect(page).toMatch(/Expired[\s\S]*&lt;i&gt;Old[\s\S]*Ends soon[\s\S]*Too long/);
  });

  it('is mounted below a path', async () => {
    const { handle: by, reader: token } = await testConsole(store, { base: '/console' });
    const page = await (await get('/console/en/hosts/web-1', token, { by })).text();
    expect([...page.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, link]) => link)).toEqual(
      expect.not.arrayContaining([expect.not.stringMatching(/^\/console\//)]),
    );
    expect((await get('/en/', token, { by })).status).toBe(404);
  });

  it('says no more than that it failed when the store does', async () => {
    const troubles: unknown[] = [];
    const { handle: by, reader: token } = await testConsole(store, {
      store: { read: () => Promise.reject(new Error('secret place')) } as never,
      onTrouble: (error) => troubles.push(error),
    });
    const answer = await get('/zh/', token, { by });
    expect(answer.status).toBe(500);
    const page = await answer.text();
    expect(page).toContain('控制台无法响应');
    expect(page).not.toContain('secret place');
    expect((await get('/healthz', undefined, { by })).status).toBe(503);
    expect(troubles).toHaveLength(2);
  });
});
