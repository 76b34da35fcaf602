const keyKind = '(?:rsa|dsa|ecdsa|ed25519)';

/** Names of files in which programs and people keep keys and passwords. */
const names = new RegExp(
  `^(?:${[
    String.raw`\.env(?:\..+)?`,
    // Keys
    String.raw`id_${keyKind}(?:[-_.][\w.-]+)?|ssh_host_${keyKind}_key`,
    String.raw`(?:.+[-_.])?(?:priv(?:ate)?(?:[-_.]?key)?|key)\.pem`,
    String.raw`.+\.(?:key|p12|pfx|jks|keystore|ppk|kdbx|tfstate|ovpn)`,
    // Logins of programs
    String.raw`\.(?:npmrc|pypirc|netrc|git-credentials|dockercfg|htpasswd|pgpass|my\.cnf)|_netrc`,
    String.raw`\.(?:boto|s3cfg|passwd-s3fs|vault-token|vault_pass)|rclone\.conf|kubeconfig`,
    // Accounts of clouds
    String.raw`credentials\.json|application_default_credentials\.json|client_secrets?(?:_.+)?\.json`,
    String.raw`service[-_]?account(?:[-_]?key)?\.json|[\w.-]{0,100}firebase-adminsdk[\w.-]{0,100}\.json`,
    // What says so itself
    String.raw`secrets?\.(?:ya?ml|json|env|txt)`,
    String.raw`(?:(?:admin|db|mysql|postgres|redis|root|user|vault)[-_.])?password\.txt`,
  ].join('|')})$`,
  'i',
);

/** Folders of programs that keep secrets in them, and the files by which they do; of some it is any file. */
const places =
  /(?:^|\/)(?:\.aws(?:\/credentials)?|\.docker(?:\/config\.json)?|\.kube(?:\/config)?|\.(?:ssh|gnupg)(?:\/[^/]+)?)$/;

/** Such a folder itself. */
const secretFolder = /(?:^|\/)\.(?:aws|docker|kube|ssh|gnupg)$/;

/** Files that are made to be read by everybody. */
const known =
  /\.pub$|^id_\w+[-_.](?:example|sample|template)$|^\.env\.(?:example|sample|template|dist|defaults?)$|^(?:known_hosts|authorized_keys2?)$/i;

/** What stands beside the keys in their folders, and is no secret. */
const beside = /(?:^|\/)(?:\.ssh\/config|\.gnupg\/(?:pubring\.[^/]+|[^/]+\.conf))$/;

/** Words in the names of keys that everybody may have, by which packages are verified. */
const publicWords =
  /(?:^|[-_.])(?:(?:gpg|pgp|pub(?:lic)?|apt|rpm|repo(?:md|s|sitory)?)(?:[-_]?keys?)?|keyring)[-_.]|^(?:release|archive|nginx_signing)\./i;

const isPublicKey = (name: string): boolean =>
  /\.key$/i.test(name) && publicWords.test(name) && !/priv|secret/i.test(name);

/** A file that only shows how another is to be written. */
const forShow = /(?:^|[-_.])(?:example|sample|template|dist|defaults?)(?:[-_.]|$)/i;

/** Keys in the folders that package managers verify by. */
const verifying = /\/(?:keyrings|trusted\.gpg\.d|rpm-gpg)\/[^/]+\.key$/;

/**
 * Patterns that are written for files with a secret in them: a key by how its name begins, or any that ends as keys alone do. Of
 * `*.pem` most are keys or come with them.
 */
const likeSecrets = new RegExp(
  String.raw`^(?:\.env[*?[].*|\.env\.[^*?[]*[*?[].*|id_${keyKind}[*?[].*|id_\*|\.(?:npmrc|pypirc|netrc|pgpass|htpasswd)[*?[].*|.*[*?\]]\.?(?:pem|key|p12|pfx|jks|keystore|ppk|kdbx|tfstate|ovpn)\*?)$`,
  'i',
);

const withoutEnd = (path: string): string => {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether everybody may have a file of such a name. */
function isPublic(path: string): boolean {
  const name = nameOf(path);
  return known.test(name) || isPublicKey(name) || beside.test(path);
}

/** Whether a file's path says that there is a secret in it: a private key, a store of passwords. */
export function isSecretFile(path: string): boolean {
  const clean = withoutEnd(path);
  if (/[*?[]/.test(nameOf(clean))) {
    return likeSecrets.test(nameOf(clean)) && !isPublic(clean.replaceAll(/[*?[\]]/g, ''));
  }
  return !isPublic(clean) && (names.test(nameOf(clean)) || places.test(clean));
}

/**
 * Whether a file that is none by its own name becomes one that holds secrets by where it is copied to.
 *
 * @param destination a folder where it ends with a slash or is one that programs keep secrets in; otherwise a file
 */
export function becomesSecretFile(source: string, destination: string): boolean {
  const clean = withoutEnd(source);
  const name = nameOf(clean);
  // The text of a heredoc stands in the file, and is looked at itself.
  if (name.startsWith('<<') || isPublic(clean) || forShow.test(name)) return false;
  const folder = withoutEnd(destination);
  const target =
    folder !== destination || secretFolder.test(folder) ? `${folder}/${name}` : destination;
  return isSecretFile(target) && !verifying.test(target) && !isSecretFile(clean);
}
