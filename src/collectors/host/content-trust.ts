import { parseGoBoolean } from '../../syntax/go-boolean.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';

/** One place that sets DOCKER_CONTENT_TRUST for anyone who logs in. */
export interface TrustSetting {
  readonly file: string;
  readonly line: number;
  /** Whether it is switched on: by anything but an empty value and those that are false. */
  readonly enabled: boolean;
}

/** Files that every login reads, in the order in which it does; of a folder, those that shells read. */
const files = [
  '/etc/environment',
  '/etc/security/pam_env.conf',
  '/etc/profile',
  '/etc/bash.bashrc',
];
const folder = '/etc/profile.d';

/**
 * Reads where the host switches content trust on or off for all its users. What a user sets for himself, or a
 * client elsewhere, is not among it.
 *
 * @see https://docs.docker.com/engine/security/trust/
 */
export function readContentTrust(root: string): Promise<Reading<readonly TrustSetting[]>> {
  return attempt('/etc/environment', async () => {
    const entries = (await listFolder(root, folder)).map(({ name }) => `${folder}/${name}`);
    const paths = [...files, ...entries.filter((path) => path.endsWith('.sh'))];
    const found = paths.map(async (path) =>
      parseTrustSettings(await readIfThere(root, path), path),
    );
    return (await Promise.all(found)).flat();
  });
}

/** Reads assignments as shells, /etc/environment and pam_env write them; a comment sets nothing. */
export function parseTrustSettings(text: string, file: string): readonly TrustSetting[] {
  return text.split('\n').flatMap((line, at) => {
    const [, assigned, given] =
      /^\s*(?:export\s+|declare\s+-x\s+)?DOCKER_CONTENT_TRUST(?:=(\S*)|\s+(?:DEFAULT|OVERRIDE)=(\S*))/.exec(
        line,
      ) ?? [];
    const value = assigned ?? given;
    if (value === undefined) return [];
    const plain = value.replaceAll(/["';]/g, '');
    return [{ file, line: at + 1, enabled: plain !== '' && parseGoBoolean(plain) !== false }];
  });
}

async function readIfThere(root: string, path: string): Promise<string> {
  try {
    return await readText(root, path);
  } catch (error) {
    if (absent(error)) return '';
    throw error;
  }
}
