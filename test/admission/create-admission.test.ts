import { expect, it } from 'vitest';
import { createAdmission, type AdmissionOptions } from '../../src/admission/create-admission.ts';
import { messageOf } from '../../src/admission/decision.ts';

/** A machine under load judges late, which is no matter here. */
const deadline = 60_000;

const decide = (
  body: unknown,
  options: AdmissionOptions = {},
  { method = 'POST', uri = '/v1.45/containers/create?name=app' } = {},
) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return createAdmission({ mode: 'enforce', deadline, ...options }).decide({
    RequestMethod: method,
    RequestUri: uri,
    RequestBody: Buffer.from(text).toString('base64'),
  });
};

const privileged = { Image: 'app:1', HostConfig: { Privileged: true } };

it('refuses what fails, and names the control and what to do', async () => {
  const decision = await decide(privileged);
  expect(decision).toMatchObject({
    allowed: false,
    judged: true,
    engineRead: false,
    path: '/containers/create',
    workload: { name: 'app', image: 'app:1' },
  });
  const found = decision.denials.find(({ control }) => control === 'workload-not-privileged');
  expect(found).toMatchObject({ code: 'control', severity: 'critical' });
  expect(messageOf(decision, 'en')).toMatch(/privileged.* \(workload-not-privileged\): /);
  expect(messageOf(decision, 'zh')).toContain('（workload-not-privileged）');
});

it('observes unless it is asked to enforce', async () => {
  const decision = await decide(privileged, { mode: 'observe' });
  expect(decision.allowed).toBe(true);
  expect(decision.denials.map(({ control }) => control)).toContain('workload-not-privileged');
});

it.each([
  ['{"Image":"app:1","hostconfig":{"Privileged":true}}', 'ambiguous'],
  ['{"Image":"app:1","Ho\u017ftConfig":{}}', 'ambiguous'],
  ['{"Image":"app:1","Image":"app:2"}', 'ambiguous'],
  ['{"Image":"app:1"} {}', 'ambiguous'],
  ['', 'no-body'],
  ['{', 'unreadable'],
  ['{"HostConfig":{"Privileged":"yes"}}', 'unreadable'],
])('refuses %s as %s', async (body, code) => {
  const enforced = await decide(body, { deny: { severity: 'none' } });
  expect(enforced.allowed).toBe(false);
  expect(enforced.denials.map((each) => each.code)).toEqual([code]);
  expect((await decide(body, { mode: 'observe' })).allowed).toBe(true);
});

it.each([
  '/containers/create',
  '/v1.45/containers/create?name=x',
  '/v1.45/containers/%63reate',
  '/v1.45//containers/./create',
  'http://docker/v1.45/containers/create',
])('finds the request at %s', async (uri) => {
  const decision = await decide(privileged, {}, { uri });
  expect([decision.allowed, decision.path]).toEqual([false, '/containers/create']);
});

it.each([
  ['GET', '/v1.45/containers/json'],
  ['POST', '/v1.45/containers/x/start'],
  ['POST', '/v1.45/services/x/logs'],
  ['GET', '/v1.45/containers/x/exec'],
  ['POST', '/v1.45/exec/x/start'],
  ['GET', '/v1.45/plugins'],
])('lets %s %s through', async (method, uri) => {
  const decision = await decide('', {}, { method, uri });
  expect(decision).toMatchObject({ allowed: true, judged: false, denials: [] });
});

it.each([
  ['POST', '/v1.45/plugins/pull?remote=x'],
  ['POST', '/plugins/a/b:1/enable'],
  ['DELETE', '/v1.45/plugins/x'],
])('refuses %s %s', async (method, uri) => {
  const decision = await decide('', {}, { method, uri });
  expect(decision.denials.map(({ code }) => code)).toEqual(['plugin-write']);
  expect(decision.allowed).toBe(false);
});

const service = (spec: object, task: object = {}) => ({
  Name: 'web',
  TaskTemplate: { ContainerSpec: { Image: 'app:1', ...spec }, ...task },
});
const mounted = service({
  Mounts: [{ Type: 'bind', Source: '/var/run/docker.sock', Target: '/s' }],
});

it.each([
  ['/containers/x/exec', { Cmd: ['sh'], Privileged: true }, 'workload-no-privileged-exec'],
  ['/containers/x/exec', { Cmd: ['sh'], User: 'root' }, 'workload-no-root-exec'],
  ['/services/create', mounted, 'workload-no-engine-socket'],
  ['/v1.45/services/web/update?version=3', mounted, 'workload-no-engine-socket'],
])('judges what POST %s asks for, of what is not known as well', async (uri, body, control) => {
  const deny = { severity: 'none', controls: [control] } as const;
  const decision = await decide(body, { deny }, { uri });
  expect(decision.denials.map((each) => each.control)).toEqual([control]);
  expect((await decide(body, { deny, mode: 'observe' }, { uri })).allowed).toBe(true);
});

it.each([
  ['/containers/x/exec', { Cmd: ['sh'], User: '1000' }],
  ['/containers/x/update', { Memory: 1_000_000 }],
  ['/services/create', service({})],
])('lets a harmless request through: %s %j', async (uri, body) => {
  const controls = [
    'workload-no-privileged-exec',
    'workload-no-root-exec',
    'workload-memory-limit',
  ];
  const decision = await decide(body, { deny: { severity: 'critical', controls } }, { uri });
  const refusing = decision.denials.filter(({ control }) => control !== 'workload-memory-limit');
  expect([refusing, decision.judged]).toEqual([[], true]);
});

it.each([
  ['/containers/x/exec', '{"Cmd":["sh"],"privileged":true}'],
  ['/containers/x/exec', '{"Cmd":["sh"],"User":"1000","User":"0"}'],
  ['/containers/x/update', '{"memory":1}'],
  ['/services/create', '{"TaskTemplate":{"containerSpec":{"Image":"a"}}}'],
  ['/services/x/update', '{"TaskTemplate":{"ContainerSpec":{"Image":"a","mounts":[]}}}'],
])('refuses ambiguous keys of %s: %s', async (uri, body) => {
  const decision = await decide(body, { deny: { severity: 'none' } }, { uri });
  expect(decision.denials.map(({ code }) => code)).toEqual(['ambiguous']);
});

it.each([
  { TaskTemplate: { Runtime: 'plugin', PluginSpec: { Name: 'x', Remote: 'x' } } },
  { TaskTemplate: { PluginSpec: {} } },
])('a service that runs a plugin is a plugin: %j', async (body) => {
  const decision = await decide(body, {}, { uri: '/services/create' });
  expect(decision.denials.map(({ code }) => code)).toEqual(['plugin-write']);
});

it('a service that goes back to what it was is not described by the request', async () => {
  const uri = '/services/web/update?version=3&rollback=previous';
  const decision = await decide(service({}), {}, { uri });
  expect(decision.denials.map(({ code }) => code)).toEqual(['unreadable']);
});

it('refuses by the severity and the controls that it is given', async () => {
  expect((await decide(privileged, { deny: { severity: 'none' } })).allowed).toBe(true);
  const one = await decide(privileged, {
    deny: { severity: 'none', controls: ['workload-not-privileged'] },
  });
  expect(one.denials.map(({ control }) => control)).toEqual(['workload-not-privileged']);
  const [high, all] = await Promise.all([
    decide(privileged, { deny: { severity: 'high' } }),
    decide(privileged, { deny: { severity: 'low' } }),
  ]);
  expect(all.denials.length).toBeGreaterThan(high.denials.length);
});

it('lets through what a control cannot say, unless that is refused as well', async () => {
  const harmless = { Image: 'app:1' };
  const controls = ['workload-non-root-user'];
  const allowed = await decide(harmless, { deny: { severity: 'none', controls } });
  expect([allowed.allowed, allowed.others.unknown.includes('workload-non-root-user')]).toEqual([
    true,
    true,
  ]);
  const denied = await decide(harmless, {
    deny: { severity: 'none', controls },
    unknown: 'deny',
  });
  expect(denied.denials).toMatchObject([{ code: 'unknown', control: 'workload-non-root-user' }]);
});

it('goes by waivers', async () => {
  const waiver = {
    control: 'workload-not-privileged',
    scope: { target: 'engine' },
    reason: 'It builds images.',
    owner: 'a',
    approver: 'b',
    from: '2026-01-01',
    until: '2026-02-01',
  } as const;
  const deny = { severity: 'none', controls: ['workload-not-privileged'] } as const;
  const on = (day: string) =>
    decide(privileged, { deny, waivers: [waiver], now: () => new Date(day) });
  expect(await on('2026-01-15T00:00:00Z')).toMatchObject({
    allowed: true,
    others: { waived: ['workload-not-privileged'] },
  });
  expect((await on('2026-03-01T00:00:00Z')).allowed).toBe(false);
});

it.each([
  { name: 'app' },
  { labels: { team: 'build' } },
  { compose: { project: 'shop', service: 'app' } },
])('no name and no label lets a container pass: %j', async (scope) => {
  const waiver = {
    ...{ control: 'workload-not-privileged', scope, reason: 'It builds images.' },
    ...{ owner: 'a', approver: 'b', from: '2026-01-01', until: '2026-02-01' },
  };
  const labels = {
    team: 'build',
    'com.docker.compose.project': 'shop',
    'com.docker.compose.service': 'app',
  };
  const request = { ...privileged, Labels: labels };
  const now = () => new Date('2026-01-15T00:00:00Z');
  expect((await decide(request, { waivers: [waiver], now })).allowed).toBe(false);
});

it('refuses what takes too long, and lets it through where it observes', async () => {
  const stuck = {
    snapshot: undefined as never,
    reader: { target: '', describe: () => new Promise<never>(() => {}) },
  };
  const options = { state: () => stuck, deadline: 5 };
  const decision = await decide(privileged, options);
  expect([decision.allowed, decision.denials.map(({ code }) => code)]).toEqual([false, ['late']]);
  expect((await decide(privileged, { ...options, mode: 'observe' })).allowed).toBe(true);
});

it('refuses what is no question of an engine', async () => {
  const decision = await createAdmission({ mode: 'enforce', deadline }).decide({} as never);
  expect(decision).toMatchObject({ allowed: false, denials: [{ code: 'unreadable' }] });
});
