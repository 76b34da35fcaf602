import { text } from '../../core/text.ts';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { PlimsollError } from '../../core/errors.ts';
import { hashSchema } from '../../core/fleet/statement.ts';
import { readWith } from '../../core/read-with.ts';
import { sayProblems } from '../../core/say-issues.ts';

/** What a person may do: a reader sees where the fleet stands; an auditor may also download evidence. Nobody can change anything. */
export const consoleRoles = ['reader', 'auditor'] as const;

/** What somebody may look at: a reader pages and figures, an auditor the evidence too. */
export type ConsoleRole = (typeof consoleRoles)[number];

const tokenSchema = z.strictObject({
  /** Whose it is. */
  name: z.string().min(1).max(200),
  role: z.enum(consoleRoles),
  /** SHA-256 of the token, which has 256 random bits: there is nothing to guess from. */
  hash: hashSchema,
  /** When it ends, ISO 8601 UTC; absent means never. */
  until: z.iso.datetime().optional(),
});

/** A token as it is kept: nobody can sign in with what is written here. */
export type ConsoleToken = Readonly<z.output<typeof tokenSchema>>;

const header = z.string().regex(/^[a-z0-9-]+$/, 'is no name of a header in lower case');

const proxySchema = z.strictObject({
  /** Addresses and networks whose headers are believed: `127.0.0.1`, `10.2.0.0/16`. */
  trusted: z.array(z.string()).min(1),
  /** The header with the person's name. */
  user: header.default('x-forwarded-email'),
  /** The header with the person's groups, separated by commas. */
  groups: header.default('x-forwarded-groups'),
  /** Groups of auditors. */
  auditors: z.array(z.string()).default([]),
  /** Groups of readers; absent means everyone whom the proxy lets in. */
  readers: z.array(z.string()).optional(),
});

/** How a proxy says who somebody is. */
export type ConsoleProxy = Readonly<z.output<typeof proxySchema>>;

/** Who may look at a console: with a token of its own, and through a proxy that has signed people in. */
export const consoleAccessSchema = z
  .strictObject({
    tokens: z.array(tokenSchema).default([]),
    proxy: proxySchema.optional(),
  })
  .refine(({ tokens, proxy }) => tokens.length > 0 || proxy !== undefined, {
    message: 'names neither a token nor a proxy, so that nobody could look',
  });

/** Who may look at a console. */
export type ConsoleAccess = Readonly<z.input<typeof consoleAccessSchema>>;

/**
 * Reads who may look at a console.
 *
 * @throws PlimsollError `config-invalid`
 */
export function readConsoleAccess(access: unknown): z.output<typeof consoleAccessSchema> {
  const read = readWith(consoleAccessSchema, access);
  if (read.success) return read.data;
  const said = sayProblems(read.problems);
  throw new PlimsollError(
    'config-invalid',
    text(`Access to the console: ${said.en}`, `控制台的访问权限：${said.zh}`),
    {
      hint: text(
        'Make a token with makeConsoleToken, and keep its entry.',
        '请用 makeConsoleToken 生成令牌，并保存其条目。',
      ),
    },
  );
}

/** The hash by which a token is kept. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Makes a token: the secret is for its owner alone, the entry for who runs the console. */
export function makeConsoleToken(
  name: string,
  role: ConsoleRole,
  until?: string,
): { readonly token: string; readonly entry: ConsoleToken } {
  const token = randomBytes(32).toString('base64url');
  const entry = { name, role, hash: tokenHash(token) };
  return { token, entry: until === undefined ? entry : { ...entry, until } };
}

/**
 * Lets somebody look at a console; a token that the person had holds no longer.
 *
 * @param access who may look so far; `undefined` is nobody
 * @throws PlimsollError `config-invalid` for access that is not well formed, and for a name that is none
 */
export function addConsoleToken(
  access: unknown,
  name: string,
  role: ConsoleRole,
): { readonly token: string; readonly access: ConsoleAccess } {
  const before = access === undefined ? { tokens: [] } : readConsoleAccess(access);
  const { token, entry } = makeConsoleToken(name, role);
  const tokens = [...before.tokens.filter((each) => each.name !== name), entry];
  return { token, access: readConsoleAccess({ ...before, tokens }) };
}
