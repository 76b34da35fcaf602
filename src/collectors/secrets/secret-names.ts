/**
 * Tells by its name whether a variable, label, option or flag holds a secret: by the words that it is
 * made of, and by what the last of them says it is.
 */

/** Words that are a secret by themselves, also in the middle of a longer run: MYSQLPASSWORD, appsecret. */
const anywhere = /password|passwd|passphrase|passwort|secret|apikey|credential/;

/** Words that are one where they stand alone, and keys that are not public ones. */
const words =
  /(?:^|_)(?:pass|pwd|[a-z]*tokens?|creds?|auth|authorization|bearer|cookie|requirepass|dsn|unseal|pat)(?:_|$)|(?:^|_)(?:api|access|private|secret|signing|encryption|encrypt|master|auth|account|shared|session|storage|deploy|license|ssh|app|server|service|admin|root|unlock|join|jwt|hmac|cookie|write|read)_?key(?:_|$)/;

/** What the last word says when the whole only speaks about a secret: where it is, how long it lasts. */
const about =
  /(?:^|_)(?:file|files|path|paths|dir|directory|url|uri|endpoint|host|port|name|names|arn|ref|id|ids|ttl|expiry|expires|expiration|expire|lifetime|timeout|interval|rotation|age|length|size|min|max|count|limit|days|hours|minutes|seconds|type|mode|method|format|algorithm|alg|policy|provider|backend|store|manager|namespace|scope|audience|issuer|realm|domain|header|prefix|suffix|enabled|disabled|enable|disable|required|require|allow|version|strength|pattern|regex|service|class|scheme|user|username|stdin|encryption|environment)$/;

/** The working directory of a shell, switches that do without, and keys that everybody may know. */
const harmless =
  /^(?:(?:old)?pwd|nopasswd)$|(?:^|_)no_(?:credentials|password|auth|token)$|(?:^|_)(?:public|gpg|pgp)_?key/;

/** Names of variables and options are few, and come again and again; beyond so many all are looked at anew. */
const remembered = 4096;
const answers = new Map<string, boolean>();

/** Whether a value under this name is to be taken for a secret, if it looks like a value at all. */
export function isSecretName(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  if (answers.size >= remembered) answers.clear();
  const secret = looksSecret(name);
  answers.set(name, secret);
  return secret;
}

function looksSecret(name: string): boolean {
  const normal = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (normal.endsWith('secret_id')) return true;
  // Of several there may be, each has a number: authProvider.1.
  if (harmless.test(normal) || about.test(normal.replace(/_\d+$/, ''))) return false;
  return anywhere.test(normal) || words.test(normal);
}

/** What is no secret even under a secret's name: nothing, a switch, a reference, a place, a mask, an open bracket. */
const innocent = [
  /^$/,
  /^(?:true|false|yes|no|on|off|null|none|nil|undefined|0|1|default|enabled|disabled)(?:\|(?:true|false|yes|no|on|off))*[,;]?$/i,
  /^\$\{\w+:?[-+?]\$\{?\w+\}?\}$/,
  /^(?:\$\w+|\$\{[^}]*\}|\$\([^)]*\)|%\w+%|\{\{.*\}\}|<[^>]*>)$/s,
  /^(?:file:)?(?:\.{0,2}|~|\$\w+|\$\{\w+\})\/(?:[\w.@-]+\/)+[\w.@-]+$/,
  /^[a-z][a-z0-9+.-]*:\/\/[^@]*$/i,
  /^[*•xX.]{3,}$/,
  /^\[redacted\]$/,
  /^[[{(]+$/,
];

/** Whether a value under a secret's name can be a secret at all. */
export function canBeSecret(name: string, value: string): boolean {
  if (innocent.some((pattern) => pattern.test(value))) return false;
  // A number of tokens is a limit, as language models have it; users may have their passwords behind a colon.
  if (/tokens$/i.test(name) && /^\d+$/.test(value)) return false;
  return !(/users$/i.test(name) && !value.includes(':'));
}
