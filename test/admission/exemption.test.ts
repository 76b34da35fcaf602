import { expect, it } from 'vitest';
import { createAdmission, type AdmissionOptions } from '../../src/admission/create-admission.ts';
import { messageOf } from '../../src/admission/decision.ts';
import { exemptionSchema, type Exemption } from '../../src/admission/exemption.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const said = { reason: 'It builds images.', approver: 'carol', until: '2026-01-31' } as const;
const controls = ['workload-not-privileged'];
const deny = { severity: 'none', controls } as const;

const decide = (
  exemption: Exemption | undefined,
  {
    user = '',
    method = 'TLS',
    image = `app@${digest}`,
    body = undefined as string | undefined,
    at = '2026-01-31T23:00:00.000Z',
    ...options
  }: AdmissionOptions & {
    readonly user?: string;
    readonly method?: string;
    readonly image?: string;
    readonly body?: string;
    readonly at?: string;
  } = {},
) =>
  createAdmission({
    ...{ mode: 'enforce', deny, deadline: 60_000, now: () => new Date(at) },
    exemptions: () => (exemption ? [exemption] : []),
    ...options,
  }).decide({
    RequestMethod: 'POST',
    RequestUri: '/v1.45/containers/create?name=app',
    RequestBody: Buffer.from(
      body ?? JSON.stringify({ Image: image, HostConfig: { Privileged: true } }),
    ).toString('base64'),
    ...(user === '' ? {} : { User: user, UserAuthNMethod: method }),
  });

it('lets a user of a certificate through, and says by which exemption', async () => {
  const exemption = { ...said, controls, user: 'alice' };
  const decision = await decide(exemption, { user: 'alice' });
  expect(decision).toMatchObject({
    allowed: true,
    denials: [],
    user: 'alice',
    exempted: [{ control: 'workload-not-privileged', exemption }],
  });
  expect((await decide(exemption, { user: 'bob' })).allowed).toBe(false);
  expect((await decide(exemption)).allowed).toBe(false);
  // A name that no certificate bears is nobody's.
  const unproven = await decide(exemption, { user: 'alice', method: '' });
  expect([unproven.allowed, unproven.user]).toEqual([false, '']);
});

it('goes by the digest of an image, and by both where both are named', async () => {
  const exemption = { ...said, controls, imageDigest: digest };
  expect((await decide(exemption)).allowed).toBe(true);
  expect((await decide(exemption, { image: 'app:1' })).allowed).toBe(false);
  const both = { ...exemption, user: 'alice' };
  expect((await decide(both)).allowed).toBe(false);
  expect((await decide(both, { user: 'alice' })).allowed).toBe(true);
});

it('covers the controls that it names and nothing else', async () => {
  const other = { ...said, controls: ['workload-no-host-pid'], imageDigest: digest };
  expect((await decide(other)).allowed).toBe(false);
  const twice = `{"Image":"app@${digest}","Image":"app@${digest}"}`;
  const own = { ...said, controls, imageDigest: digest };
  expect((await decide(own, { body: twice })).denials.map(({ code }) => code)).toEqual([
    'ambiguous',
  ]);
});

it('ends with its day or its instant, and the refusal says so', async () => {
  const exemption = { ...said, controls, imageDigest: digest };
  const after = await decide(exemption, { at: '2026-02-01T00:00:00.000Z' });
  expect(after).toMatchObject({ allowed: false, denials: [{ lapsed: '2026-01-31' }] });
  expect(messageOf(after, 'en')).toContain('(its exemption ended 2026-01-31)');
  const instant = { ...exemption, until: '2026-01-31T22:59:59Z' };
  expect((await decide(instant)).allowed).toBe(false);
});

it('broken glass lets everything through', async () => {
  const exemption = { ...said, breakGlass: true } as const;
  expect((await decide(exemption)).exempted).toMatchObject([{ exemption }]);
  for (const body of ['', '{', '{"Image":"a","Image":"b"}']) {
    const decision = await decide(exemption, { body });
    expect([decision.allowed, decision.exempted.length]).toEqual([true, 1]);
  }
  const stuck = {
    snapshot: undefined as never,
    reader: { target: '', describe: () => new Promise<never>(() => {}) },
  };
  const late = await decide(exemption, { state: () => stuck, deadline: 5 });
  expect(late).toMatchObject({ allowed: true, exempted: [{ code: 'late' }] });
});

it('a refusal says where to ask', async () => {
  const decision = await decide(undefined);
  expect(messageOf(decision, 'en', 'security@example.com')).toMatch(
    /; to ask for an exemption: security@example\.com$/,
  );
  expect(messageOf(decision, 'zh', 'security@example.com')).toMatch(
    /；申请豁免：security@example\.com$/,
  );
});

it.each([
  ['of nobody and nothing', { controls }],
  ['of everything', { user: 'alice' }],
  ['by name', { controls, name: 'app' }],
  ['by label', { controls, imageDigest: digest, labels: { a: 'b' } }],
  ['of glass that is broken for one', { breakGlass: true, user: 'alice' }],
  ['by a tag', { controls, imageDigest: 'app:1' }],
  ['without an end', { controls, user: 'alice', until: undefined }],
  ['without a reason', { controls, user: 'alice', reason: '' }],
])('there is none %s', (_what, given) => {
  expect(exemptionSchema.safeParse({ ...said, ...given }).success).toBe(false);
  expect(exemptionSchema.safeParse({ ...said, controls, user: 'alice' }).success).toBe(true);
});
