const names =
  /^(?:\.env(?:\..+)?|id_(?:rsa|dsa|ecdsa|ed25519)|\.npmrc|\.pypirc|\.netrc|_netrc|\.git-credentials|\.dockercfg|\.htpasswd|\.pgpass|kubeconfig|credentials\.json|service-account\.json|secrets?\.(?:ya?ml|json|env|txt)|(?:.+[-_.])?(?:priv(?:ate)?(?:[-_.]?key)?|key)\.pem|.+\.(?:key|p12|pfx|jks|keystore|ppk|kdbx|tfstate|ovpn))$/i;

const places =
  /(?:^|\/)(?:\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.ssh(?:\/[^/]+)?|\.gnupg)$/;

/** Files that are made to be read by everybody. */
const known = /\.pub$|^\.env\.(?:example|sample|template|dist|defaults?)$|^(?:known_hosts)$/i;

/** Words in the names of keys that everybody may have, by which packages are verified. */
const publicWords = /gpg|pub|apt|rpm|repo|release|archive/i;

const isPublicKey = (name: string): boolean => /\.key$/i.test(name) && publicWords.test(name);

/** Whether a file's path says that there is a secret in it: a private key, a store of passwords. */
export function isSecretFile(path: string): boolean {
  const clean = path.replace(/\/+$/, '');
  const name = clean.slice(clean.lastIndexOf('/') + 1);
  return !known.test(name) && !isPublicKey(name) && (names.test(name) || places.test(clean));
}
