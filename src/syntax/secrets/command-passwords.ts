import { valueForms, type Shape } from './secret-shape.ts';

/** A reference that runs a command may hold spaces. */
const run = String.raw`\\?\$\$?\([^)\n]{0,200}\)|\`[^\`\n]{0,200}\``;

/** What is echoed or printed into another command. */
const printed = String.raw`(?<![\w.-])(?:echo|printf)\s{1,4}(?:-\w{1,8}\s{1,4})?(?:["']%s(?:\\n)?["']\s{1,4})?`;

/** A password behind an option of a program that takes it there, in the same command. */
export const passwordOf = (program: string, option: string): RegExp =>
  new RegExp(
    String.raw`(?:(?<![\w./-])|(?<=bin/))${program}(?=\s)[^|;&\n]{0,300}?\s${option}(${valueForms}|[^\s"']+)`,
    'g',
  );

/** A password by its place behind the name of a program. */
export const passwordBehind = (words: string): RegExp =>
  new RegExp(
    String.raw`(?:(?<![\w./-])|(?<=bin/))${words}\s{1,4}(${valueForms}|[^\s"'|;&>-]\S*)`,
    'g',
  );

/** Programs in which a login has its password behind `-p`. */
const logins = String.raw`(?:docker|podman|nerdctl|skopeo|buildah|crane|helm|oras|az|twine|oc)\s[^|;&\n]{0,30}?(?:login|upload)`;

/** Accounts of programs, with a group of the same name. */
const accounts = 'www-data|nobody|daemon|nginx|node|apache|http|nonroot|appuser';

/** Passwords where programs, and the files that they read, expect them. */
export const commandShapes: readonly Shape[] = [
  {
    rule: 'authorization-header',
    hint: /[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]/,
    pattern: new RegExp(
      String.raw`(?:(?<![a-z])|(?<=-H))authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:basic|bearer|token|digest|negotiate)\s{1,4})?((?:${run}|[^\s"',;])+)`,
      'gi',
    ),
    // A scheme with nothing behind it, as an unset variable leaves it.
    spared: /[:=]\s{0,4}["']?(?:basic|bearer|token|digest|negotiate)$/i,
  },
  {
    rule: 'login-option',
    hint: /-u|--user|--proxy-user/,
    pattern: new RegExp(
      String.raw`(?<!\S)(?:-u|--user|--proxy-user)(?:\s{1,4}|=)["']?[^\s:"']*["']?:(?!//)["']?((?:${run}|[^\s"'])+)`,
      'g',
    ),
    // What a program runs as, by numbers or by names; and what socat opens, one way.
    spared: new RegExp(
      String.raw`[\s="'](?:\d+:\d+|(${accounts}):\1|(?:TCP|UDP|SCTP|OPENSSL|UNIX|VSOCK|EXEC|SYSTEM|OPEN|FILE|PIPE|PTY)[\w-]*:.*)[;,]?$`,
    ),
  },
  {
    rule: 'login-option',
    hint: /curl/,
    pattern: passwordOf(
      'curl',
      String.raw`-[A-Za-z]{0,8}[uU]\s{0,4}["']?[^\s:"']{0,200}["']?:(?!//)["']?`,
    ),
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
    hint: /mysqladmin/,
    pattern: passwordOf('mysqladmin', String.raw`password\s{1,4}`),
  },
  {
    rule: 'login-option',
    hint: /mongo/,
    pattern: passwordOf('mongo[a-z]{0,16}', String.raw`-p\s{1,4}`),
  },
  {
    rule: 'login-option',
    hint: /cqlsh|snowsql/,
    pattern: passwordOf('(?:cqlsh|snowsql)', String.raw`-p\s{1,4}`),
  },
  {
    rule: 'login-option',
    hint: /redis-cli/,
    pattern: passwordOf('redis-cli', String.raw`-a\s{1,4}`),
  },
  { rule: 'login-option', hint: /sqlcmd/, pattern: passwordOf('sqlcmd', String.raw`-P\s{0,4}`) },
  {
    rule: 'login-option',
    hint: /ldap/,
    pattern: passwordOf('ldap(?:search|add|modify|delete|passwd|whoami)', String.raw`-w\s{1,4}`),
  },
  {
    rule: 'login-option',
    hint: /login|upload/,
    pattern: passwordOf(logins, String.raw`-p\s{0,4}`),
  },
  {
    rule: 'login-option',
    hint: /--password-stdin/,
    pattern: new RegExp(
      String.raw`${printed}(${valueForms}|[^\s"'|;&]{1,256})(?=\s{0,4}\|[^|;&\n]{1,200}?\s--password-stdin)`,
      'g',
    ),
  },
  {
    rule: 'login-option',
    hint: /(?:vault|cargo)\s+login/,
    pattern: passwordBehind(String.raw`(?:vault|cargo)\s{1,4}login`),
  },
  {
    rule: 'login-option',
    hint: /(?:poetry|composer)\s/,
    pattern: passwordBehind(
      String.raw`(?:poetry|composer)\s{1,4}config\s{1,4}(?:--?[a-z]{1,20}\s{1,4}){0,3}(?:(?:pypi-token|(?:github|gitlab)-oauth|gitlab-token|bearer)\.[\w.-]{1,100}|http-basic\.[\w.-]{1,100}\s{1,4}[^\s;|&-][^\s;|&]{0,100})`,
    ),
  },
  {
    rule: 'login-option',
    hint: /pgpass/,
    pattern:
      /(?<![\w.*-])[\w.*-]{1,100}:(?:\d{1,5}|\*):[\w.*-]{1,100}:[\w.*-]{1,100}:([^\s"':]{1,200})(?=["']?\s{0,4}>{1,2}\s{0,4}\S{0,200}pgpass)/g,
  },
  {
    rule: 'login-option',
    hint: /mc\s+(?:alias|config)/,
    pattern: passwordBehind(
      String.raw`mc\s{1,4}(?:alias\s{1,4}set|config\s{1,4}host\s{1,4}add)(?:\s{1,4}[^\s;|&-][^\s;|&]{0,200}){3}`,
    ),
  },
  {
    rule: 'login-option',
    hint: /machine\s/,
    pattern: /(?:^|\s|\\n)login\s{1,4}[^\s\\]{1,100}(?:\s|\\n){1,4}password\s{1,4}([^\s"'\\]+)/g,
  },
  {
    rule: 'account-password',
    hint: /chpasswd/,
    pattern:
      /(?<![\w.-])(?:echo|printf)\s{1,4}(?:-\w{1,8}\s{1,4})?["']?[\w.-]{1,64}:([^\s"'|]{1,256})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?(?:\/(?:usr\/)?s?bin\/)?chpasswd/g,
  },
  {
    rule: 'account-password',
    hint: /chpasswd/,
    pattern: /(?<![\w.-])chpasswd\s{0,4}<<<\s{0,4}["']?[\w.-]{1,64}:([^\s"']{1,256})/g,
  },
  {
    rule: 'account-password',
    hint: /passwd/,
    pattern: new RegExp(
      String.raw`${printed}(${valueForms}|[^\s"'|;&)]{1,256})(?=[^|&\n]{0,80}\|\s{0,4}(?:sudo\s{1,4})?(?:(?:vnc|smb)?|openssl\s{1,4})passwd(?![\w.-]))`,
      'g',
    ),
  },
  {
    rule: 'account-password',
    hint: /openssl\s+passwd/,
    pattern: new RegExp(
      String.raw`openssl\s{1,4}passwd(?:\s{1,4}-(?:[156]|apr1|crypt|noverify|salt\s{1,4}[^\s-]\S{0,64})){0,5}\s{1,4}(${valueForms}|[^\s"'|;&>)-][^\s"'|;&)]{0,256})`,
      'g',
    ),
  },
  {
    rule: 'account-password',
    hint: /debconf/,
    pattern:
      /(?<![\w./+-])[\w.+-]{1,64}\/[\w./+-]{1,128}\s{1,4}password\s{1,4}([^\s"'|;&\\]{1,256})/g,
  },
  {
    rule: 'account-password',
    hint: /net1?(?:\.exe)?\s+user\s/,
    pattern: new RegExp(
      String.raw`(?<![\w.-])net1?(?:\.exe)?\s{1,4}user\s{1,4}(?:\/[a-z:]{1,40}\s{1,4}){0,3}(?:"[^"]{1,64}"|[^\s"'/]\S{0,64})\s{1,4}(${valueForms}|[^\s"'|;&/]\S{0,256})`,
      'g',
    ),
  },
  {
    rule: 'account-password',
    hint: /SecureString/i,
    pattern: new RegExp(
      String.raw`(?<![\w-])ConvertTo-SecureString\s{1,4}(?:-(?:AsPlainText|Force|String)\s{1,4}){0,3}(${valueForms}|[^\s"'|;&>()$-][^\s"'|;&()]{0,256})`,
      'gi',
    ),
  },
  {
    rule: 'account-password',
    hint: /user(?:add|mod)/,
    pattern: passwordOf('user(?:add|mod)', String.raw`-p\s{1,4}`),
  },
  {
    rule: 'account-password',
    hint: /htpasswd/,
    pattern: passwordBehind(
      String.raw`htpasswd(?:\s{1,4}-\w{0,8}b\w{0,8})(?:\s{1,4}[^\s;|&-][^\s;|&]{0,200}){1,2}`,
    ),
  },
  {
    rule: 'account-password',
    hint: /rabbitmqctl/,
    pattern: passwordBehind(
      String.raw`rabbitmqctl\s[^|;&\n]{0,60}?(?:add_user|change_password)\s{1,4}[^\s;|&]{1,100}`,
    ),
  },
  {
    rule: 'account-password',
    hint: /[Ii][Dd][Ee][Nn][Tt][Ii][Ff][Ii][Ee][Dd]\s|[Pp][Aa][Ss][Ss][Ww][Oo][Rr][Dd][\s(]+'/,
    pattern:
      /(?<![\w-])(?:identified\s{1,4}(?:with\s{1,4}\w{1,40}\s{1,4})?by(?:\s{1,4}password)?\s|password[\s(])\s{0,4}('[^'\n]{1,200}')/gi,
  },
  {
    rule: 'account-password',
    hint: /[Ii][Dd][Ee][Nn][Tt][Ii][Ff][Ii][Ee][Dd]\s/,
    pattern:
      /(?<![\w-])(?:create|alter)\s{1,4}user\s{1,4}[^\s;]{1,100}\s{1,4}identified\s{1,4}by\s{1,4}("[^"\n]{1,200}"|(?!values\b)\w[^\s;"']{0,200})/gi,
  },
  {
    rule: 'account-password',
    hint: /\.(?:auth|changeUserPassword)\(/,
    pattern:
      /\.(?:auth|changeUserPassword)\(\s{0,4}(?:"[^"\n]{0,100}"|'[^'\n]{0,100}')\s{0,4},\s{0,4}("[^"\n]{1,200}"|'[^'\n]{1,200}')/g,
  },
  {
    rule: 'setting-password',
    hint: /requirepass|masterauth/,
    pattern: new RegExp(
      String.raw`(?<![\w-])(?:requirepass|masterauth)\s{1,4}(${valueForms}|[^\s"']+)`,
      'g',
    ),
  },
  {
    rule: 'setting-password',
    hint: /(?:password|passwd|secret|token|apikey)>/i,
    pattern: /<[\w.-]{0,40}(?:password|passwd|secret|token|apikey)>([^<>\s]{1,200})<\//gi,
  },
];
