import { canBeSecret } from './can-be-secret.ts';
import { isSecretName } from './secret-names.ts';
import { lineAt, type FoundSecret } from './private-keys.ts';

interface Rule {
  readonly rule: string;
  /** Matched against the path, without a slash before it. */
  readonly path: RegExp;
  /** The first group is the secret. */
  readonly secret: RegExp;
}

/**
 * Files in which programs keep what they log in with, and how it stands there. Each by its own form: a file of such
 * a name without a secret in it is none.
 */
const rules: readonly Rule[] = [
  {
    rule: 'aws-credentials',
    path: /(?:^|\/)\.aws\/(?:credentials|config)$/,
    secret: /^[ \t]*aws_secret_access_key[ \t]*=[ \t]*([A-Za-z0-9+/]{30,})[ \t\r]*$/gim,
  },
  {
    rule: 'npm-credentials',
    path: /(?:^|\/)(?:\.npmrc|etc\/npmrc)$/,
    secret: /^[^#;\n]{0,300}:?_(?:authToken|auth|password)[ \t]*=[ \t]*["']?([^\s"'$]{8,})/gm,
  },
  {
    rule: 'registry-credentials',
    path: /(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|\.dockerconfigjson|containers\/auth\.json)$/,
    secret: /"(?:auth|identitytoken|registrytoken|password)"\s{0,9}:\s{0,9}"([^"\s]{6,})"/g,
  },
  {
    rule: 'git-credentials',
    path: /(?:^|\/)(?:\.git-credentials|\.config\/git\/credentials|\.git\/config|\.gitconfig)$/,
    secret: /https?:\/\/[^\s/:@]{0,200}:([^\s/@]{4,300})@/g,
  },
  {
    rule: 'netrc',
    path: /(?:^|\/)[._]netrc$/,
    secret: /(?:^|\s)password[ \t\n]{1,9}(\S{4,})/g,
  },
  {
    rule: 'pypi-credentials',
    path: /(?:^|\/)\.pypirc$/,
    secret: /^[ \t]*password[ \t]*[=:][ \t]*(\S{4,})/gm,
  },
  {
    rule: 'kubeconfig',
    path: /(?:^|\/)(?:\.kube\/config|kubeconfig|[^/]+\.kubeconfig|etc\/kubernetes\/[^/]+\.conf)$/,
    secret: /^[ \t-]*(?:client-key-data|token|password):[ \t]*["']?([^\s"']{8,})/gm,
  },
  {
    rule: 'service-account-token',
    path: /(?:^|\/)(?:\.vault-token|serviceaccount\/token)$/,
    secret: /^([\w.-]{16,})\s*$/g,
  },
  {
    rule: 'database-credentials',
    path: /(?:^|\/)\.pgpass$/,
    secret: /^(?!#)[^\s:]*:[^\s:]*:[^\n:]*:[^\n:]*:([^\s:]{3,})/gm,
  },
  {
    rule: 'database-credentials',
    path: /(?:^|\/)(?:\.my\.cnf|\.mylogin\.cnf)$/,
    secret: /^[ \t]*password[ \t]*=[ \t]*["']?([^\s"']{3,})/gm,
  },
  {
    rule: 'password-hash',
    path: /^(?:etc\/shadow-?)$/,
    secret: /^[^:\n]{1,64}:(\$[\w]{1,8}\$[^:\n]{8,}|[A-Za-z0-9./]{13}):/gm,
  },
];

const dotenv = /(?:^|\/)\.env(?:\.[\w-]{1,40})?$/;
const forShow = /\.(?:example|sample|template|tpl|dist|defaults?|schema|test)$/;
const variable =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]{0,100})[ \t]*=[ \t]*["']?([^\n"']{8,}?)["']?[ \t\r]*$/gm;

/** Words that stand where a reader is to put a secret. */
const placeholder =
  /^(?:\$|<|\{|%|your|my|change|replace|example|placeholder|insert|dummy|todo|x{3,}|\*{3,}|\.{3,})|EXAMPLE(?:KEY)?$/i;

const rulesFor = (path: string): readonly Rule[] => rules.filter((each) => each.path.test(path));

/** By which rules a file of that path is searched; none for most. */
export const credentialRules = (path: string): readonly string[] => [
  ...rulesFor(path).map(({ rule }) => rule),
  ...(dotenv.test(path) && !forShow.test(path) ? ['environment-file'] : []),
];

/** Whether a file is one in which a credential may stand. */
export const mayHoldCredentials = (path: string): boolean => credentialRules(path).length > 0;

/** Finds credentials in a file whose path says that it may hold some. */
export function findCredentials(path: string, content: Buffer): readonly FoundSecret[] {
  const text = content.toString('latin1');
  const found = rulesFor(path).flatMap(({ rule, secret }) =>
    [...text.matchAll(secret)].map(({ index, 0: whole, 1: value = '' }) => ({
      rule,
      line: lineAt(text, index + whole.length - value.length),
      value,
    })),
  );
  if (dotenv.test(path) && !forShow.test(path)) {
    for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(variable)) {
      if (!isSecretName(name) || !canBeSecret(name, value)) continue;
      found.push({ rule: 'environment-file', line: lineAt(text, index + whole.length), value });
    }
  }
  return found.filter(({ value }) => !placeholder.test(value)).slice(0, secretsOfOne);
}

/** More secrets of one file say no more. */
const secretsOfOne = 20;
