import { text } from '../../core/text.ts';
import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import { nameSchema } from '../../core/fleet/statement.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { canonicalJson, sha256 } from '../../syntax/json/canonical-json.ts';
import type { FleetStore } from './open-fleet-store.ts';

/** Names and values that hosts are grouped by. */
export type Labels = Readonly<Record<string, string>>;

const labelsSchema = z.record(z.string(), z.string());

const genesis = '0'.repeat(64);
const dayMs = 86_400_000;

/** What a token allows. */
export interface TokenTerms {
  readonly labels: Labels;
  /** Hosts that may enrol with it. */
  readonly uses: number;
  /** Days from now until it ends. */
  readonly days: number;
}

/**
 * Makes a secret with which hosts enrol; the store has its hash alone.
 *
 * @throws PlimsollError `option-invalid` for a label that is no name
 */
export async function makeToken(
  store: FleetStore,
  { labels, uses, days }: TokenTerms,
  now: Date,
): Promise<string> {
  for (const word of Object.entries(labels).flat()) {
    if (!nameSchema.safeParse(word).success) {
      throw new PlimsollError(
        'option-invalid',
        text(
          `The label ${JSON.stringify(word)} is no name.`,
          `标签 ${JSON.stringify(word)} 不是名称。`,
        ),
        {
          hint: text(
            'Use letters, digits, - and _, at most 63: --label env=prod',
            '请用字母、数字、- 和 _，至多 63 个：--label env=prod',
          ),
        },
      );
    }
  }
  const secret = randomBytes(24).toString('base64url');
  const row = {
    hash: sha256(secret),
    labels: canonicalJson(labels),
    uses_left: uses,
    expires_at: new Date(now.getTime() + days * dayMs).toISOString(),
  };
  await store.write((db) => db.insertInto('fleet_token').values(row).execute());
  return secret;
}

/** A host that wishes to be one of the fleet. */
export interface Enrolment {
  readonly host: string;
  /** Ed25519, SPKI in DER, base64. */
  readonly key: string;
  readonly token: string;
}

/** Reads the public key of a host; `undefined` for what is none. */
export function hostKey(key: string): KeyObject | undefined {
  try {
    const read = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return read.asymmetricKeyType === 'ed25519' ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a host in. One that is there with the same key is there already.
 *
 * @throws PlimsollError `hub-refused` for a token that does not hold, a name that is taken, and what is no key
 */
export async function enrolHost(
  store: FleetStore,
  { host, key, token }: Enrolment,
  now: Date,
): Promise<Labels> {
  if (!nameSchema.safeParse(host).success) {
    throw refused('The name is none for a host', '该名称不能用作主机名');
  }
  if (!hostKey(key)) throw refused('The key is not one of Ed25519', '该密钥不是 Ed25519 密钥');
  const at = now.toISOString();
  return store.write(async (db) => {
    const terms = await db
      .selectFrom('fleet_token')
      .select(['labels', 'uses_left', 'expires_at'])
      .where('hash', '=', sha256(token))
      .executeTakeFirst();
    if (!terms || terms.expires_at <= at) {
      throw refused('The token does not hold, or holds no longer', '令牌无效或已失效');
    }
    const labels = labelsOf(terms.labels);
    const known = await db
      .selectFrom('fleet_host')
      .select('key')
      .where('id', '=', host)
      .executeTakeFirst();
    if (known?.key === key) return labels;
    if (known) throw refused(`There is a host ${host} already`, `已有主机 ${host}`);
    if (terms.uses_left < 1) throw refused('The token was used up', '令牌的次数已用完');
    await db
      .updateTable('fleet_token')
      .set({ uses_left: sql<number>`uses_left - 1` })
      .where('hash', '=', sha256(token))
      .execute();
    await db
      .insertInto('fleet_host')
      .values({
        id: host,
        key,
        labels: terms.labels,
        enrolled_at: at,
        retired_at: null,
        last_seq: 0,
        last_hash: genesis,
        last_root: '',
        last_head: '',
        last_origins: '',
        seen_at: null,
        collected_at: null,
        skew_ms: 0,
        tool: '',
        catalog: '',
        standing: '',
        judged_on: '',
        alarm: null,
        silent_since: null,
      })
      .execute();
    await db
      .insertInto('fleet_scope')
      .values(scopesOf(labels).map((scope) => ({ scope, host })))
      .execute();
    return labels;
  });
}

const refused = (en: string, zh: string): PlimsollError =>
  new PlimsollError('hub-refused', text(`${en}.`, `${zh}。`), {
    hint: text(
      'Make a token where the hub runs: plimsoll hub token',
      '请在中心生成令牌：plimsoll hub token',
    ),
  });

/** Labels as they are kept. */
export const labelsOf = (kept: string): Labels => labelsSchema.parse(parseJsonText(kept));

/** What a host with these labels counts for. */
export const scopesOf = (labels: Labels): readonly string[] => [
  '',
  ...Object.entries(labels).map(([name, value]) => `${name}=${value}`),
];
