import { basename } from '../../syntax/shell/base-name.ts';
import { pinsVersion } from './version-constraints.ts';

/** A file, an address or a folder says itself what it is. */
const place = /^(?:[./~]|[a-z+]+:\/\/)|\.(?:deb|rpm|apk|whl|gem|zip|tgz|tar(?:\.\w+)?)$/;

/** What moves with every commit. */
const moving =
  /^(?:HEAD|main|master|trunk|dev|devel|develop|development|edge|next|nightly|latest|refs\/heads\/.*)?$/;

/** What a host of repositories packs for a branch: `https://github.com/x/y/archive/main.zip`. */
const packed =
  /^https?:\/\/[^/]+\/.*\/(?:archive|zipball|tarball|zip|tar\.gz|raw)\/(.+?)(?:\.(?:zip|tar\.gz|tgz|tar\.bz2))?$/;

const isMoving = (address: string): boolean => {
  const revision = packed.exec(address)?.[1];
  return revision !== undefined && moving.test(revision);
};

/** Whether a name is one of a file, an address or a folder, and not of what moves with every commit. */
export const isPlace = (name: string): boolean => place.test(name) && !isMoving(name);

/** Repositories as pip takes them: `git+https://host/x.git@v1`; Poetry has the revision behind another sign. */
const pythonRepository = /\b(?:git|hg|svn|bzr)\+\w+:\/\/[^/]*(.*)/s;

/** Whether pip builds a package from a repository. */
export const isPythonRepository = (name: string): boolean => pythonRepository.test(name);

/** What of a name is none of its version: itself, and which parts of it are wanted. */
const pythonName = /^[\w.-]+(?:\[[^\]]*\])?\s*/;

/** Whether what pip is to install is held by a version, by a revision, or by lying in a file. */
export function pythonPinned(name: string): boolean {
  // Behind a semicolon stands for which Python it is.
  const [asked = ''] = name.split(';', 1);
  const path = pythonRepository.exec(asked)?.[1];
  if (path !== undefined) {
    const [, at, behind] =
      /^[^#@]*(?:@([^#]*))?(?:#(?!egg=|subdirectory=)([^&]*))?/.exec(path) ?? [];
    return !moving.test(at ?? behind ?? '');
  }
  const [, address] = /@\s*([a-z]+:\/\/.*)$/s.exec(asked) ?? [];
  if (address !== undefined) return !isMoving(address.trim());
  if (place.test(asked)) return !isMoving(asked);
  if (/^[^=<>~!@^]*\//.test(asked)) return true;
  const version = asked.replace(pythonName, '').replace(/^[@(]/, '').replace(/\)$/, '');
  return version !== '' && pinsVersion(version, 'exact');
}

/** Repositories as npm takes them, by address, and by owner and name alone. */
const nodeRepository =
  /^(?:[^/]*@)?(?:git(?:\+\w+)?:\/\/|git@[\w.-]+:|(?:github|gitlab|bitbucket|gist):)|\.git(?:#|$)|^https?:\/\/(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/]+\/[^/#]+(?:#|$)/;
const ownerAndName = /^[\w-]+\/[\w.-]+(?:#|$)/;

/** What lies in a folder or in the project itself. */
const nodePlace = /^(?:[^/]*@)?(?:file|link|portal|workspace):/;

/** Whether what npm is to install is held by a version, by a revision, or by lying in a file. */
export function nodePinned(name: string): boolean {
  if (nodeRepository.test(name) || ownerAndName.test(name)) {
    const revision = /#(.*)$/s.exec(name)?.[1] ?? '';
    const [, range] = /^semver:(.*)$/s.exec(revision) ?? [];
    return range === undefined ? !moving.test(revision) : pinsVersion(range, 'prefix');
  }
  if (place.test(name)) return !isMoving(name);
  if (nodePlace.test(name)) return true;
  const at = name.lastIndexOf('@');
  return at > 0 && pinsVersion(name.slice(at + 1), 'prefix');
}

/** Whether a module of Go is asked for by its version or a commit. */
export function goPinned(name: string): boolean {
  const version = name.slice(name.lastIndexOf('@') + 1);
  return /^[0-9a-f]{7,40}$/.test(version) || pinsVersion(version, 'prefix');
}

/** What Deno fetches code by: packages of its registries, and addresses. */
const denoPackage = /^(?:npm|jsr):\/?/;
const denoHost = /^https?:\/\/(?:deno\.land|esm\.sh|unpkg\.com|cdn\.jsdelivr\.net)\//;
const ofRepository =
  /^https?:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/((?:refs\/heads\/)?[^/]+)/;

/** Whether Deno fetches something. */
export const isDenoSource = (word: string): boolean =>
  denoPackage.test(word) || /^https?:\/\//.test(word);

/** Whether what Deno fetches is held by a version, where what it comes from has any. */
export function denoPinned(name: string): boolean {
  if (denoPackage.test(name)) {
    // Behind the package may stand which of its files is meant.
    const parts = name.replace(denoPackage, '').split('/');
    return nodePinned(parts.slice(0, parts[0]?.startsWith('@') === true ? 2 : 1).join('/'));
  }
  if (denoHost.test(name)) {
    return Array.from(name.matchAll(/@([^/@]+)/g)).some(([, version = '']) =>
      pinsVersion(version, 'prefix'),
    );
  }
  const revision = ofRepository.exec(name)?.[1];
  return revision === undefined ? !isMoving(name) : !moving.test(revision);
}

/** Whether an extension of PHP is asked for by its version, which stands behind a hyphen as `-beta` may, or lies in a file. */
export const peclPinned = (name: string): boolean =>
  /-[\d$]/.test(basename(name)) ||
  name.endsWith('.xml') ||
  (isPlace(name) && !name.startsWith('channel:'));

/** Whether what Composer is to install is held by a version or a commit. */
export const composerPinned = (name: string): boolean => {
  const at = name.search(/[:=\s]/);
  const version = at < 1 ? '' : name.slice(at + 1).trimStart();
  return /^dev-[^#]+#[0-9a-f]{7,}$/.test(version) || pinsVersion(version, 'exact');
};

/** A version behind a name, and a release behind that; a number in the middle of a name is none. */
const rpmVersion = /-((?:\d|\$[\w{(])[\w.+~:^*${}()]*)(?:-(?:\d|\$[\w{(])[\w.+~^*${}()]*)?$/;
/** The stream of a module: `nodejs:22`. */
const rpmStream = /^[^:(]+:[^:]/;

/** Whether a package of RPM is asked for by its version, or by the stream of a module. */
export const rpmPinned = (name: string): boolean => {
  if (isPlace(name) || rpmStream.test(name)) return true;
  const [, version] = /[<>]/.test(name) ? [] : (rpmVersion.exec(name) ?? []);
  return version !== undefined && pinsVersion(version, 'exact');
};

/** Whether apk is asked for a version; one that stands behind a tilde is that which an installed one begins with. */
export function apkPinned(name: string): boolean {
  if (isPlace(name)) return true;
  const [, sign = '', version = ''] = /^[^=<>~@]+(?:@\w+)?([=<>~]*)([^@]*)/.exec(name) ?? [];
  if (sign === '' || /[<>]/.test(sign)) return false;
  return pinsVersion(version, sign.includes('~') ? 'prefix' : 'exact');
}

/** Whether apt is asked for a version, behind the name or in brackets; a release of the system is none. */
export function aptPinned(name: string): boolean {
  const at = name.search(/[=(]/);
  const rest = at < 1 ? '' : name.slice(at + 1).trim();
  const version = name[at] === '(' ? (/^([^)]*)\)$/.exec(rest)?.[1] ?? '').trim() : rest;
  return isPlace(name) || pinsVersion(version, 'exact');
}

/** Whether Conda is asked for a version: behind one sign, what begins with it; behind two, it alone. */
export function condaPinned(name: string): boolean {
  if (isPlace(name)) return true;
  const [, sign = '', version = ''] = /^[\w.:[\]/-]+?\s*([=<>~!]+)\s*([^=]*)/.exec(name) ?? [];
  return sign === '='
    ? pinsVersion(version, 'prefix')
    : sign !== '' && pinsVersion(sign + version, 'exact');
}

/** Whether what Nix is to have lies in a folder, or in a tree of packages of one commit. */
export const nixPinned = (name: string): boolean =>
  /^[./]/.test(name) || /[/=][0-9a-f]{40}\b/.test(name);

/** Whether a package of R lies in a file, or is a tag or a commit of a repository: `owner/name@v1.2`. */
export const rPinned = (name: string): boolean => {
  const revision = /^[\w.-]+\/[\w.-]+@(.+)$/.exec(name)?.[1];
  return revision === undefined ? isPlace(name) : !moving.test(revision);
};
