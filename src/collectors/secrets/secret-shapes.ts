import { commandShapes } from './command-passwords.ts';
import type { Shape } from './shape.ts';
import { administratorShapes } from './administrator-passwords.ts';
import { storeShapes } from './store-passwords.ts';

/** What is written in place of a secret: the same letter again and again. */
const masked = /([xX0*])\1{5}/;

/** How the keys of services begin that are made up for being recognised. */
const servicePrefix =
  /do[opr]_v1_|hf_|shp(?:at|ca|pa|ss)_|rubygems_|oy2|dapi|key-|-us\d|NRAK-|sntry[su]_|pul-|pat\w{14}\.|dt0c01\.|sq[apu]_|sbp_|bkua_|lsv2_|pnu_|shippo_|gls?[ac]_|lin_api_|PMAK-|PuTTY-User/;

const serviceToken = new RegExp(
  String.raw`(?<![\w-])(?:${[
    'do[opr]_v1_[0-9a-f]{64}',
    'hf_[A-Za-z]{34}',
    'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
    'rubygems_[0-9a-f]{48}',
    'oy2[a-z0-9]{43}',
    'dapi[0-9a-f]{32}',
    'key-[0-9a-f]{32}',
    String.raw`[0-9a-f]{32}-us\d{1,2}`,
    'NRAK-[A-Z0-9]{27}',
    'sntryu_[0-9a-f]{64}',
    'sntrys_[A-Za-z0-9_=+/]{40,400}',
    'pul-[0-9a-f]{40}',
    String.raw`pat[A-Za-z0-9]{14}\.[0-9a-f]{64}`,
    String.raw`dt0c01\.[A-Z0-9]{24}\.[A-Z0-9]{64}`,
    'sq[apu]_[0-9a-f]{40}',
    'sbp_[0-9a-f]{40}',
    'bkua_[0-9a-z]{40}',
    'lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}',
    'pnu_[A-Za-z0-9]{36}',
    'shippo_(?:live|test)_[0-9a-f]{40}',
    'glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}',
    'glc_[A-Za-z0-9+/=]{32,400}',
    'lin_api_[A-Za-z0-9]{40}',
    'PMAK-[0-9a-f]{24}-[0-9a-f]{34}',
    String.raw`PuTTY-User-Key-File-\d:`,
  ].join('|')})`,
  'g',
);

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
    pattern: /(?<![A-Za-z0-9_])(?:gh[opusr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/g,
    spared: masked,
  },
  {
    rule: 'gitlab-token',
    hint: /gl(?:pat|dt|rt|ptt|cbt|soat|oas|ft)-/,
    pattern: /(?<![\w-])gl(?:pat|dt|rt|ptt|cbt|soat|oas|ft)-[\w.-]{16,}/g,
    spared: masked,
  },
  {
    rule: 'slack-token',
    hint: /xox|xapp-/,
    // Each has a digit in it: what has none is a word that stands for one.
    pattern: /(?<![\w-])(?:xox[abeoprs]|xapp)-(?=[^\s\d]{0,40}\d)[\w-]{10,}/g,
    spared: masked,
  },
  {
    rule: 'slack-webhook',
    hint: /hooks\.slack\.com\//,
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/([\w/-]{10,})/g,
    spared: masked,
  },
  {
    rule: 'jwt',
    hint: /eyJ/,
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g,
  },
  { rule: 'google-api-key', hint: /AIza/, pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g },
  {
    rule: 'stripe-key',
    hint: /k_live_|k_test_/,
    pattern: /(?<![A-Za-z0-9_])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
    spared: masked,
  },
  {
    rule: 'npm-token',
    hint: /npm_/,
    pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{30,}/g,
    spared: masked,
  },
  { rule: 'docker-token', hint: /dckr_/, pattern: /(?<![\w-])dckr_(?:pat|oat)_[\w-]{20,}/g },
  {
    rule: 'model-api-key',
    hint: /sk-/,
    pattern: /(?<![\w-])sk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}/g,
    spared: masked,
  },
  {
    rule: 'swarm-key',
    hint: /SWMTKN-1-|SWMKEY-1-/,
    pattern: /(?<![\w-])SWM(?:TKN|KEY)-1-[\w+/=-]{16,}/g,
  },
  {
    rule: 'age-key',
    hint: /AGE-SECRET-KEY-1/,
    pattern: /(?<![\w-])AGE-SECRET-KEY-1[A-Z0-9]{40,}/g,
  },
  {
    rule: 'service-token',
    hint: servicePrefix,
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

/** All of them, in the order in which they are tried. */
export const shapes: readonly Shape[] = [
  ...tokens,
  ...commandShapes,
  ...storeShapes,
  ...administratorShapes,
];

/** Fits every text that any of the hints fits, so that most texts are looked at once for all shapes. */
export const anyHint = new RegExp(shapes.map(({ hint }) => hint.source).join('|'));
