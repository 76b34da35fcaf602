import { basename } from '../../syntax/shell/base-name.ts';

/** A file, an address or a folder says itself what it is. */
const place = /^(?:[./~]|[a-z+]+:\/\/)|\.(?:deb|rpm|apk|whl|gem|zip|tgz|tar(?:\.\w+)?)$/;

/** Whether a name is one of a file, an address or a folder. */
export const isPlace = (name: string): boolean => place.test(name);

/** What moves with every commit. */
const moving = /^(?:HEAD|main|master|trunk|develop|latest)?$/;

/** Repositories as pip takes them: `git+https://host/x.git@v1`. */
const pythonRepository = /\b(?:git|hg|svn|bzr)\+\w+:\/\/[^/]*(.*)/s;

/** Whether pip builds a package from a repository. */
export const isPythonRepository = (name: string): boolean => pythonRepository.test(name);

/** Whether what pip is to install is held by a version, by a revision, or by lying in a file. */
export function pythonPinned(name: string): boolean {
  // Behind a semicolon stands for which Python it is.
  const [asked = ''] = name.split(';', 1);
  const path = pythonRepository.exec(asked)?.[1];
  if (path !== undefined) return !moving.test(/^[^#]*@([^#]*)/.exec(path)?.[1] ?? '');
  return isPlace(asked) || asked.includes('/') || /[=<>~]|@(?!latest$)/.test(asked);
}

/** Repositories as npm takes them, by address, and by owner and name alone. */
const nodeRepository =
  /^(?:[^/]*@)?(?:git(?:\+\w+)?:\/\/|git@[\w.-]+:|(?:github|gitlab|bitbucket|gist):)|\.git(?:#|$)|^https?:\/\/(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/]+\/[^/#]+(?:#|$)/;
const ownerAndName = /^[\w-]+\/[\w.-]+(?:#|$)/;

/** What lies in a folder or in the project itself. */
const nodePlace = /^(?:[^/]*@)?(?:file|link|portal|workspace):/;

/** Whether what npm is to install is held by a version, by a revision, or by lying in a file. */
export function nodePinned(name: string): boolean {
  const atRevision = (): boolean => !moving.test(name.split('#', 2)[1] ?? '');
  if (nodeRepository.test(name)) return atRevision();
  if (isPlace(name) || nodePlace.test(name)) return true;
  return ownerAndName.test(name) ? atRevision() : /.@[v=]?[\d$]/.test(name);
}

/** Whether a module of Go is asked for by its version or a commit. */
export const goPinned = (name: string): boolean =>
  /^(?:v?[\d$]|[0-9a-f]{7,40}$)/.test(name.slice(name.lastIndexOf('@') + 1));

/** Whether an extension of PHP is asked for by its version, which stands behind a hyphen as `-beta` may, or lies in a file. */
export const peclPinned = (name: string): boolean =>
  /-[\d$]/.test(basename(name)) ||
  name.endsWith('.xml') ||
  (isPlace(name) && !name.startsWith('channel:'));
