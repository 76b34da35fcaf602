import { z } from 'zod';
import { sha256 } from '../../../syntax/json/canonical-json.ts';
import { makeNkey, nkeyId, signWithNkey, type Nkey } from './nkey.ts';
import { subjects } from './subjects.ts';

/** With what a hub speaks to its NATS servers, and lets agents in; its private keys stay in the hub's folder. */
export const natsAccountsSchema = z.object({
  tenant: z.string(),
  operatorJwt: z.string(),
  systemId: z.string(),
  systemJwt: z.string(),
  accountId: z.string(),
  accountJwt: z.string(),
  /** Signs agents in; whatever it signs has the rights of an agent, and no others. */
  agentKey: z.string(),
  /** As whom the hub itself connects. */
  hubKey: z.string(),
  hubJwt: z.string(),
});

/** With what a hub speaks to its NATS servers, and lets agents in. */
export type NatsAccounts = Readonly<z.output<typeof natsAccountsSchema>>;

const unlimited = { subs: -1, data: -1, payload: -1 };

/** Makes the accounts of an organisation: what agents may do is said by the account, and no server is changed for a new host. */
export function makeNatsAccounts(tenant: string, now: Date): NatsAccounts {
  const [operator, system, account] = [
    makeNkey('operator'),
    makeNkey('account'),
    makeNkey('account'),
  ];
  const [agents, hub] = [makeNkey('account'), makeNkey('user')];
  const say = (by: Nkey, of: string, name: string, nats: object): string =>
    signClaims(by, { sub: of, name, iat: seconds(now), nats });
  const limits = {
    ...unlimited,
    imports: -1,
    exports: -1,
    wildcards: true,
    conn: -1,
    leaf: -1,
    mem_storage: -1,
    disk_storage: -1,
    streams: -1,
    consumer: -1,
  };
  const own = subjects(tenant, '{{name()}}');
  const scope = {
    kind: 'user_scope',
    key: agents.id,
    role: 'agent',
    template: {
      ...unlimited,
      pub: { allow: [own.reading] },
      sub: { allow: [own.words, `${own.inbox}.>`] },
    },
  };
  return {
    tenant,
    operatorJwt: say(operator, operator.id, 'plimsoll', {
      type: 'operator',
      version: 2,
      system_account: system.id,
    }),
    systemId: system.id,
    systemJwt: say(operator, system.id, 'system', {
      type: 'account',
      version: 2,
      limits: { ...limits, mem_storage: 0, disk_storage: 0, streams: 0, consumer: 0 },
    }),
    accountId: account.id,
    accountJwt: say(operator, account.id, tenant, {
      type: 'account',
      version: 2,
      limits,
      signing_keys: [scope],
    }),
    agentKey: agents.pem,
    hubKey: hub.pem,
    hubJwt: say(account, hub.id, 'hub', {
      ...unlimited,
      type: 'user',
      version: 2,
      pub: {},
      sub: {},
    }),
  };
}

/** What the configuration of each server includes. */
export const natsConfiguration = (accounts: NatsAccounts): string =>
  `operator: ${accounts.operatorJwt}
system_account: ${accounts.systemId}
resolver: MEMORY
resolver_preload: {
  ${accounts.systemId}: ${accounts.systemJwt}
  ${accounts.accountId}: ${accounts.accountJwt}
}
`;

/** Lets a host in by its key: its rights follow from its name. */
export function admitHost(accounts: NatsAccounts, host: string, key: string, now: Date): string {
  const by = { id: nkeyId('account', accounts.agentKey), pem: accounts.agentKey };
  return signClaims(by, {
    sub: key,
    name: host,
    iat: seconds(now),
    // Of a key with a scope nothing may be said of rights here.
    nats: { type: 'user', version: 2, issuer_account: accounts.accountId, pub: {}, sub: {} },
  });
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @see https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/jwt */
function signClaims(by: Nkey, claims: object): string {
  const named = { ...claims, iss: by.id };
  const body = encode({ ...named, jti: sha256(JSON.stringify(named)) });
  const signed = `${encode({ typ: 'JWT', alg: 'ed25519-nkey' })}.${body}`;
  return `${signed}.${signWithNkey(by.pem, Buffer.from(signed))}`;
}
