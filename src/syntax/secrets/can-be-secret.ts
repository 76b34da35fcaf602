/**
 * What stands for a secret that is elsewhere: `$NAME`, `${NAME}`, `$env:NAME`, `$(command)` and what that is between
 * backticks, also with the mark that keeps it from being read once more, `\$` of a shell and `$$` of Compose.
 */
export const reference = String.raw`(?:\\?\$\$?(?:(?:[eE][nN][vV]:)?\w+|\{[^}]{0,200}\}|\([^)]{0,200}\){1,4})|\`[^\`]{0,200}\`)`;

/** What is no secret even under a secret's name: nothing, a switch, a reference, a place, a mask, an open bracket. */
const innocent = [
  /^["']{0,2}$/,
  /^(?:true|false|yes|no|on|off|null|none|nil|undefined|0|1|default|enabled|disabled)(?:\|(?:true|false|yes|no|on|off))*[,;\]})]*$/i,
  /^\$\{\w+:?[-+?]\$\{?\w+\}?\}$/,
  new RegExp(String.raw`^(?:${reference}|[-.:/@,;&|#]|\\[nrt])+$`),
  // A command that is read up to the quotes within it: "$(jq -r ".password" file)".
  /^\$\$?\([^)]*$/,
  // A command of PowerShell that gives the value: (Get-Content file).
  /^\([A-Z]\w*-[A-Z]\w*$/,
  // An object of .NET that PowerShell makes out of nothing: [Some.Type]::new().
  /^\[[\w.]+\]::\w+\(\);?$/,
  // What printf and a server fill in: an argument, a header, or what a rule of Apache found.
  /^%(?:[sq](?:\\[nrt])*|(?:\{[\w:-]+\}e?|\d)\]?)$/,
  /^(?:%\w+%|\{\{.*\}\}|<[^>]*>|\[[A-Z][A-Z_ ]*\]|__\w+__|@{1,2}[A-Z_]+@{1,2}|#\{[^}]*\}|[=~]+)$/s,
  /^(?:file:)?(?:\.{0,2}|~|\$\w+|\$\{\w+\})\/(?:[\w.@-]+\/)+[\w.@-]*$/,
  /^\/(?:app|config|data|etc|home|mnt|opt|root|run|secrets|srv|tmp|usr|var|vault)$/,
  /^(?:file:)?(?:[\w.@${}~-]+\/)*(?:[\w.@-]+\.(?:pem|key|crt|cer|der|asc|gpg|jks|jceks|keystore|kdbx|p8|p12|pfx|json|ya?ml|toml|ini|env|cfg|txt|conf|properties)|id_(?:rsa|dsa|ecdsa|ed25519)|\.(?:env|netrc|pgpass|htpasswd))$/i,
  // What a shell says where a variable that must be set is not.
  /^\$\{\w+:?\?[^}]*\}?$/,
  // What a person is to put in: YOUR_API_KEY, <token>, replace-me.
  /^(?:your|my)[-_ ](?:[a-z0-9]+[-_ ])*(?:here|goes[-_ ]here)$|^YOUR(?:_[A-Z0-9]+)+$|^(?:replace|insert|fill)[-_ ]?(?:me|this|here|with)(?:[-_ ][a-z0-9]+)*$|^(?:TODO|FIXME)$|^<[a-z][a-z_-]*$/i,
  /^[a-z][a-z0-9+.-]*:\/\/[^@]*$/i,
  // The cookie by which everybody who fetches Java accepts the licence of Oracle.
  /^(?:gpw_e24=[\w%.:/-]*;\s{0,4})?oraclelicense=[\w-]+;?$/,
  // Where openssl finds a password instead, or an empty one.
  /^(?:env:\w+|fd:\d+|stdin|pass:)$/,
  // Names of what a store of secrets holds, and what one has sealed.
  /^(?:arn:aws[\w-]*:|vault:|aws-ssm:|secretref:|ENC\[|\{cipher\})/,
  /^(?:os\.(?:environ|getenv)|process\.env|getenv|ENV\[)/,
  /^[*•xX.](?:[-_]?[*•xX.]){2,}$|^[*!_]+$/,
  /^\[redacted(?:\]| [0-9a-f]{16}\])?$/,
  /^[[{(\])}]+$/,
  // A version, as only packages have it: behind the second of ==, behind a number and a colon, or with a revision.
  /^(?:=v?\d+(?:\.\d+)*|\d{1,4}:\d+(?:\.\d+)+|\d+(?:\.\d+)+(?=[-+~]))(?:[-+~][a-z0-9.]+)*[;,]?$/,
];

/** Ways of telling who somebody is. */
const ways =
  /^(?:scram-sha-(?:1|256)|md5|htpasswd|basic|plain|login|simple|digest|bearer|token|oauth2?|oidc|saml|ldap|kerberos|gssapi|sasl|trust|peer|ident|need|want|required?|requested|optional|authelia|authentik|lax|strict|cert|certificate|anonymous|internal|mtls|tls)$/i;

/** Names under which such a way is given; a password may be any word. */
const tellsWay = /^(?!.*(?:pass|pwd|secret|key|token|cred)).*(?:auth|cookie)/i;

/** What stands behind a colon right after the name of a host, `auth:8080`, as far as that name could be one of a secret. */
export const isPortOf = (name: string, value: string): boolean =>
  tellsWay.test(name) && /^\d{2,5}(?:[/?,].*)?$/s.test(value);

/** What people call a secret that is kept elsewhere. */
const namesSecret = /^[a-z]+(?:[-_][a-z]+)*[-_](?:secret|key|token|password|credentials?)$/;

/** Whether a value under a secret's name can be a secret at all. */
export function canBeSecret(name: string, value: string): boolean {
  if (innocent.some((pattern) => pattern.test(value))) return false;
  if (tellsWay.test(name) && ways.test(value)) return false;
  // A shell's own PWD is a place, and a connection's Pwd a password.
  if (/^(?:old)?pwd$/i.test(name) && /^[/.~$]/.test(value)) return false;
  // Where an engine or a builder receives only the name: `--secret db-password`.
  if (name === 'secret' && namesSecret.test(value)) return false;
  // Where keytool finds the password instead: `-keypass:file name`.
  if (/(?:key|store)pass$/i.test(name) && /^(?:env|file)$/.test(value)) return false;
  if (/passwordm(?:in|ax)/i.test(name) && /^\d{1,3}$/.test(value)) return false;
  // A number of tokens is a limit, as language models have it; users may have their passwords behind a colon.
  if (/tokens$/i.test(name) && /^\d+$/.test(value)) return false;
  // How often a password is hashed.
  if (/salt$/i.test(name) && /^\d{1,3}$/.test(value)) return false;
  return !/users$/i.test(name) || value.split(',').some(hasPassword);
}

/** Whether one of several users has a password beside the name: `name:password`, with the name of a realm between them in a digest. */
function hasPassword(user: string): boolean {
  const password = /^[^:]*:(.*)$/s.exec(user.trim())?.[1];
  return password !== undefined && !innocent.some((pattern) => pattern.test(password));
}
