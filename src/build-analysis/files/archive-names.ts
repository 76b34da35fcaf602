import { basename } from '../../syntax/shell/base-name.ts';

/** What stands behind the name of a folder in that of an archive of it. */
const suffix = /\.(?:tar(?:\.\w+)?|t[bgx]z2?|tzst|zip|7z|cpio(?:\.\w+)?|deb|rpm|jar)$/i;

/** The name that an archive and the folder in it usually share; empty where it is called otherwise. */
export function stemOf(archive: string): string {
  const name = basename(archive);
  return suffix.test(name) ? name.replace(suffix, '') : '';
}

/**
 * Whether a folder is called as an archive, or by a part of that: `aws` of `awscliv2`, `linux-amd64` of `helm-v3-linux-amd64`;
 * or as GitHub calls that of a tag or a branch: `curl-8.1` of `v8.1`.
 */
export function areAlike(folder: string, stem: string): boolean {
  const tag = stem.replace(/^v(?=\d)/, '');
  if (folder.startsWith(`${stem}-`) || folder.endsWith(`-${tag}`)) return true;
  if (folder.length < 2 || !/^[\w.+-]+$/.test(folder)) return false;
  const at = stem.indexOf(folder);
  const next = stem[at + folder.length] ?? '';
  return at === 0
    ? folder.length > 2 || !/[A-Za-z]/.test(next)
    : at > 0 && /[-_.]/.test(stem[at - 1] ?? '') && /^[-_.]?$/.test(next);
}

/** Whether a program is what an archive is called after: `terraform` of `terraform_1.9_linux_amd64`. */
export const isNamesake = (program: string, stem: string): boolean =>
  stem.startsWith(program) && /^[-_.]?$/.test(stem.charAt(program.length));
