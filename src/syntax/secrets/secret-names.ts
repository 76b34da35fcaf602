/**
 * Says by its name whether a variable, label, option or flag holds a secret: by the words that it is made of, and by
 * the meaning of the last of them.
 */

/** Words that are a secret by themselves, also in the middle of a longer run: MYSQLPASSWORD, appsecret. */
const anywhere =
  /password|passwd|pword|passphrase|passwort|wachtwoord|contrase(?:n|_)a|secret|apikey|credential|密码|口令|密钥|秘钥|私钥|令牌|凭证|パスワード|пароль/;

/** Words of several letters that end as a password does: DBPW, MYPASS; those that mean something else do not count. */
const abbreviated =
  /(?:^|_)(?!(?:by|com|tres|sur|over|under|encom|im|ssh|kee|last|go)pass(?:_|$))[a-z0-9]*(?:pass|pw|pwd)(?:_|$)/;

/** Words that are one where they stand alone, and keys that are not public ones. */
const words =
  /(?:^|_)(?:[a-z]*tokens?|creds?|mima|kouling|miyao|senha|haslo|motdepasse|mot_de_passe|auth|authorization|bearer|cookie|requirepass|dsn|unseal|pat|psk)(?:_|$)|(?:^|_)(?:api|access|private|priv|prv|secret|signing|encryption|encrypt|enc|master|auth|account|(?:pre_?)?shared|session|storage|deploy|license|ssh|app|server|service|admin|root|unlock|join|jwt|hmac|cookie|write|read|git|stripe|sendgrid|openai|anthropic|mailgun|twilio|datadog|algolia|activation|signature|hash|rsa|tls|ssl|openssl|aes|crypto|cipher|nonce|logged_in)_?key(?:_|$)|(?:^|_)(?:api|access|private|secret|signing|encryption|encrypt|enc|master|auth|jwt|hmac|aes|crypto|cipher)_?keys(?:_|$)|_salt$|(?:^|_)salt_?keys?$/;

/** What the last word says when the whole only speaks about a secret: where it is, how long it lasts. */
const about =
  /(?:^|_)(?:fd|file|files|path|paths|dir|directory|url|uri|endpoint|host|port|name|names|arn|ref|id|ids|ttl|expiry|expires|expiration|expire|lifetime|timeout|interval|rotation|age|length|size|min|max|count|limit|days|hours|minutes|seconds|type|mode|method|format|algorithm|alg|policy|provider|backend|store|manager|namespace|scope|audience|issuer|realm|domain|header|prefix|suffix|enabled|disabled|enable|disable|required|require|allow|version|strength|pattern|regex|service|class|scheme|user|username|stdin|encryption|environment|samesite|refresh|roles?|providers|helper|command|hashers?|symbol|kwargs|rounds|iterations|attempts|retries|history|cost|retention|characters|chars?|bonus|requirements|field|encoder|algo)$/;

/** Words that say how people sign in as well as with what. */
const ofSigningIn = /(?:^|_)(?:auth|authorization|cookie)(?=_)/g;

/** What the last word says when nothing but such a word stands before it: AUTH_LDAP_BIND_DN, SSH_AUTH_SOCK. */
const aboutSigningIn =
  /(?:^|_)(?:adapter|addr|address|allowlist|api|backends|basedn|database|db|dn|domains|driver|filter|guard|headers|property|scopes|sock|socket|source|strategy|template|whitelist)$/;

/** The same in one word with what it speaks about: `--passwordfile`. */
const aboutIn = /(?:password|passwd|passphrase|secret|apikey|credential)s?(?:file|path|dir|name)$/;

/** Switches that do without, and keys that everybody may know. */
const harmless =
  /^nopasswd$|(?:^|_)(?:no|disabled?|without|skip)_(?:credentials|password|auth|token)$|(?:^|_)(?:public|gpg|pgp|git_config)_?key/;

/** Names of files, as the images of Kafka and a proxy of Telegram receive them for their keys. */
const namesFile = /(?:^|_)kafka_ssl_(?:key|keystore|truststore)_credentials$|^aes_pwd$/;

/** What people call a part of Traefik stands in the middle of its labels: `traefik.http.routers.auth.rule`. */
const calledInTraefik =
  /^(traefik\.(?:http|tcp|udp)\.(?:middlewares|routers|serverstransports|services))\.[^.]+(?=\.)/i;

/** What is built in for everybody to read, unless it says that nobody may: NEXT_PUBLIC_API_KEY. */
const forAll = /^(?!.*(?:passw|passphrase|secret|private)).*(?:^|_)public_/;

/** Who may sign in, each with a password, as Traefik receives it in one word: `basicauth.users`. */
const signsIn = /(?:^|_)(?:basic|digest)_?auth_users$/;

/**
 * One half of a pair that a cloud gives out together: where it is present, the key itself is too. In a signed address
 * the key is not included, and the half is spelled `AWSAccessKeyId`.
 */
const halfOfPair = /(?:^|_)access_key_id$/i;

/** Values that are called an id and give access to their holder, as in Vault. */
const keyCalledId = /secret_id$|(?:^|_)root_token_id$/;

/** What looks random and is known to everybody: what something is called by, and what shows that it is whole. */
const open = /(?:^|_)(?:ids?|uuid|guid|hash|digest|checksum|sum|(?:publishable|site|public)_key)$/;

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

/** Whether what stands under this name may well look random, being no secret. */
export const isKnownName = (name: string): boolean => {
  const normal = normalOf(name);
  return open.test(normal) || forAll.test(normal);
};

const normalOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9\p{Script=Han}\p{Script=Katakana}\p{Script=Cyrillic}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

function looksSecret(name: string): boolean {
  const normal = normalOf(name.replace(calledInTraefik, '$1'));
  // As a variable it is a program's for all that it hashes; what an option adds to one password is no secret.
  if (name === 'SALT' || keyCalledId.test(normal) || halfOfPair.test(name)) return true;
  if (signsIn.test(normal)) return true;
  if (harmless.test(normal) || forAll.test(normal) || namesFile.test(normal)) return false;
  // Of several there may be, each has a number, or that of a version: authProvider.1, API_KEY_V2.
  const last = normal.replace(/_v?\d+$/, '');
  if (about.test(last) || aboutIn.test(last)) return false;
  const held = aboutSigningIn.test(last) ? normal.replace(ofSigningIn, '') : normal;
  return anywhere.test(held) || abbreviated.test(held) || words.test(held);
}
