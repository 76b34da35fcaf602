/** A shape that is a secret whatever it is called. */
export interface Shape {
  readonly rule: string;
  /** Fits every text that has the shape, at far less cost than the pattern. */
  readonly hint: RegExp;
  /**
   * It begins where a run of its characters does, so that it cannot be made to read a text more than once. The first
   * group, if any, is the secret.
   */
  readonly pattern: RegExp;
}

/** What stands behind a name: in quotes, run in place, or up to a space. */
export const valueForms = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'|\$\([^)]{0,200}\)`;

/** A password behind an option of a program that takes it there, in the same command. */
const passwordOf = (program: string, option: string): RegExp =>
  new RegExp(
    String.raw`(?:(?<![\w./-])|(?<=bin/))${program}(?=\s)[^|;&\n]{0,300}?\s${option}(${valueForms}|[^\s"']+)`,
    'g',
  );

/** All of them, in the order in which they are tried. */
export const shapes: readonly Shape[] = [
  {
    rule: 'pem-private-key',
    hint: /-----BEGIN /,
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}-----|$)/g,
  },
  {
    rule: 'aws-access-key-id',
    hint: /AKIA|ASIA/,
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  },
  {
    rule: 'github-token',
    hint: /gho_|ghp_|ghu_|ghs_|ghr_|github_pat_/,
    pattern: /(?<![A-Za-z0-9_])(?:gh[opusr]_[A-Za-z0-9]{30,}|github_pat_\w{30,})/g,
  },
  {
    rule: 'gitlab-token',
    hint: /glpat-|gldt-|glrt-|glptt-|glcbt-|glsoat-|glft-/,
    pattern: /(?<![\w-])gl(?:pat|dt|rt|ptt|cbt|soat|ft)-[\w.-]{16,}/g,
  },
  { rule: 'slack-token', hint: /xox/, pattern: /(?<![\w-])xox[abeoprs]-[\w-]{10,}/g },
  {
    rule: 'slack-webhook',
    hint: /hooks\.slack\.com\//,
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/([\w/-]{10,})/g,
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
  },
  { rule: 'npm-token', hint: /npm_/, pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{30,}/g },
  { rule: 'docker-token', hint: /dckr_/, pattern: /(?<![\w-])dckr_(?:pat|oat)_[\w-]{20,}/g },
  {
    rule: 'model-api-key',
    hint: /sk-/,
    pattern: /(?<![\w-])sk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}/g,
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
    rule: 'url-credentials',
    hint: /:\/\//,
    pattern: /:\/\/[^\s/"'<>:@]*:([^\s/"'<>]+)@/g,
  },
  {
    rule: 'authorization-header',
    hint: /[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]/,
    pattern:
      /(?<![a-z])authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:basic|bearer|token|digest|negotiate)\s{1,4})?([^\s"',;]+)/gi,
  },
  {
    rule: 'login-option',
    hint: /-u|--user|--proxy-user/,
    pattern: /(?<!\S)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']+:([^\s"']+)/g,
  },
  {
    rule: 'login-option',
    hint: /sshpass/,
    pattern: /(?<!\S)sshpass\s{1,4}-p\s{0,4}([^\s"']+|"[^"]*"|'[^']*')/g,
  },
  {
    rule: 'login-option',
    hint: /mysql|mariadb/,
    pattern: passwordOf('(?:mysql|mariadb)[a-z-]{0,16}', String.raw`-p(?!\d+:)`),
  },
  {
    rule: 'login-option',
    hint: /mongo/,
    pattern: passwordOf('mongo[a-z]{0,16}', String.raw`-p\s{1,4}`),
  },
  {
    rule: 'login-option',
    hint: /redis-cli/,
    pattern: passwordOf('redis-cli', String.raw`-a\s{1,4}`),
  },
  {
    rule: 'account-password',
    hint: /chpasswd/,
    pattern:
      /(?<![\w.-])(?:echo|printf)\s{1,4}(?:-\w{1,8}\s{1,4})?["']?[\w.-]{1,64}:([^\s"'|]{1,256})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?chpasswd/g,
  },
  {
    rule: 'account-password',
    hint: /chpasswd/,
    pattern: /(?<![\w.-])chpasswd\s{0,4}<<<\s{0,4}["']?[\w.-]{1,64}:([^\s"']{1,256})/g,
  },
];

/** Fits every text that any of the hints fits, so that most texts are looked at once for all shapes. */
export const anyHint = new RegExp(shapes.map(({ hint }) => hint.source).join('|'));
