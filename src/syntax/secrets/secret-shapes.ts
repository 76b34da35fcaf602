import { groupBy } from '../group-by.ts';
import { commandShapes } from './command-passwords.ts';
import type { Shape } from './secret-shape.ts';
import { administratorShapes } from './administrator-passwords.ts';
import { serviceHint, serviceToken } from './service-tokens.ts';
import { storeShapes } from './store-passwords.ts';

/** What is written in place of a secret: the same letter again and again. */
const masked = /([xX0*])\1{5}/;

/** Secrets that are known by themselves, wherever they stand. */
const tokens: readonly Shape[] = [
  {
    rule: 'pem-private-key',
    hint: /-----BEGIN /,
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
  },
  {
    rule: 'aws-access-key-id',
    hint: /A(?:KI|SI|BI|CC)A/,
    pattern: /(?<![A-Za-z0-9])A(?:KI|SI|BI|CC)A[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    spared: masked,
  },
  {
    rule: 'github-token',
    hint: /gho_|ghp_|ghu_|ghs_|ghr_|github_pat_/,
    pattern: /(?<![A-Za-z0-9])(?:gh[opusr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/g,
    spared: masked,
  },
  {
    rule: 'gitlab-token',
    hint: /gl(?:pat|dt|rt|rtr|ptt|cbt|soat|oas|ft|agent|imt|ffct)-/,
    pattern: /(?<![A-Za-z0-9])gl(?:pat|dt|rt|rtr|ptt|cbt|soat|oas|ft|agent|imt|ffct)-[\w.-]{16,}/g,
    spared: masked,
  },
  {
    rule: 'slack-token',
    hint: /xox|xapp-/,
    // Each has a digit in it: what has none is a word that stands for one.
    pattern: /(?<![A-Za-z0-9])(?:xox[a-eoprs]|xapp)-(?=[^\s\d]{0,40}\d)[\w-]{10,}/g,
    spared: masked,
  },
  {
    rule: 'webhook',
    hint: /hooks\.slack|webhook|\/hook\//,
    pattern:
      /(?:hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/\d{1,24}\/|\.webhook\.office\.com\/webhookb2\/|(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/v2\/hook\/|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=)([\w@/-]{10,})/g,
    spared: masked,
  },
  {
    rule: 'jwt',
    hint: /eyJ/,
    pattern: /(?:(?<![\w-])eyJ[\w-]{8,}|(?<=[_-])eyJ[\w-]{8,200})\.[\w-]{8,}\.[\w-]{8,}/g,
  },
  {
    rule: 'google-api-key',
    hint: /AIza/,
    pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}(?![A-Za-z0-9])/g,
  },
  {
    rule: 'stripe-key',
    hint: /k_live_|k_test_/,
    pattern: /(?<![A-Za-z0-9])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
    spared: masked,
  },
  {
    rule: 'npm-token',
    hint: /npm_/,
    pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,}/g,
    spared: masked,
  },
  { rule: 'docker-token', hint: /dckr_/, pattern: /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[\w-]{20,}/g },
  {
    rule: 'model-api-key',
    hint: /sk-/,
    pattern: /(?<![\w-])sk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}/g,
    spared: masked,
  },
  {
    rule: 'swarm-key',
    hint: /SWMTKN-1-|SWMKEY-1-/,
    pattern: /(?<![A-Za-z0-9])SWM(?:TKN|KEY)-1-[\w+/=-]{16,}/g,
  },
  {
    rule: 'age-key',
    hint: /AGE-SECRET-KEY-1/,
    pattern: /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{40,}/g,
  },
  {
    rule: 'service-token',
    hint: serviceHint,
    pattern: serviceToken,
    spared: masked,
  },
  {
    // As crypt, htpasswd and most servers store one, its dollars doubled where Compose reads it: to be guessed at leisure.
    rule: 'password-hash',
    hint: /\$(?:2[abxy]|apr1|[156y]|argon2[di]d?)\$/,
    pattern: new RegExp(
      String.raw`(?<!\$)\$\$?(?:${[
        String.raw`2[abxy]\$\$?\d\d\$\$?[./A-Za-z0-9]{53}`,
        String.raw`(?:apr1|1|5|6)\$\$?(?:rounds=\d{1,9}\$\$?)?[./A-Za-z0-9]{1,16}\$\$?[./A-Za-z0-9]{22,86}`,
        String.raw`y\$\$?[./A-Za-z0-9]{1,8}\$\$?[./A-Za-z0-9]{1,86}\$\$?[./A-Za-z0-9]{43}`,
        String.raw`argon2[di]d?\$\$?v=\d{1,3}\$\$?[\w=,]{1,64}\$\$?[A-Za-z0-9+/]{8,64}\$\$?[A-Za-z0-9+/]{16,128}`,
      ].join('|')})(?![./A-Za-z0-9])`,
      'g',
    ),
    spared: masked,
  },
  {
    rule: 'url-credentials',
    hint: /:\/\//,
    // Beside a token from a variable, GitHub takes a word that everybody knows for the password.
    pattern: /:\/\/(?!\$[^\s/:@]*:x-oauth-basic@)[^\s/"'<>:@]*:([^\s/"'<>]+)@/g,
  },
  {
    // A share, as the device of a volume names it.
    rule: 'url-credentials',
    hint: /(?:^|[\s"'=])\/\/[^\s/:]+:[^\s/]+@/,
    pattern: /(?<![^\s"'=])\/\/[^\s/"'<>:@]+:([^\s/"'<>]+)@/g,
  },
  {
    rule: 'url-credentials',
    hint: /:\/\/[0-9a-f]{40}/,
    pattern: /:\/\/([0-9a-f]{40})(?::x-oauth-basic)?@/g,
  },
];

/** Shapes that a text is looked through for, in the order in which they are tried. */
export interface Shapes {
  readonly all: readonly Shape[];
  /** Whether the hint of any of them fits a text, so that most texts are looked at once for all of them. */
  readonly mayFit: (text: string) => boolean;
}

/** Hints with the same flags are one expression. */
function together(all: readonly Shape[]): Shapes {
  const hints = Array.from(
    groupBy(all, ({ hint }) => hint.flags),
    ([flags, alike]) => new RegExp(alike.map(({ hint }) => hint.source).join('|'), flags),
  );
  return { all, mayFit: (text) => hints.some((hint) => hint.test(text)) };
}

/** All that there are. */
export const shapes = together([
  ...tokens,
  ...commandShapes,
  ...storeShapes,
  ...administratorShapes,
]);

/** Rules that need a name, an option or chance to tell a secret; what is left is one wherever it stands. */
export const needContext: ReadonlySet<string> = new Set([
  'secret-name',
  'random-looking',
  'login-option',
  'account-password',
  'setting-password',
  'store-password',
]);

/** Those that are secrets wherever they stand. */
export const forms = together(shapes.all.filter(({ rule }) => !needContext.has(rule)));
