import { resolve } from 'node:path';
import type { PlimsollConfig } from '../../core/config/config.ts';
import { isPostgresUrl } from '../../evidence/ledger/location.ts';
import { isFrameworkFile } from './framework-file.ts';

/**
 * A configuration whose files are named in full, so that they are the same wherever it is extended. Targets stay
 * as they are: they are understood from the working folder.
 */
export function withFullPaths(config: PlimsollConfig, folder: string): PlimsollConfig {
  const full = (path: string): string => resolve(folder, path);
  const { frameworks, waivers, attestations, ledger, branding, malware, imageKeys } = config;
  return {
    ...config,
    ...(frameworks && {
      frameworks: frameworks.map((each) =>
        typeof each === 'string' && isFrameworkFile(each) ? full(each) : each,
      ),
    }),
    ...(waivers && {
      waivers: waivers.map((each) => (typeof each === 'string' ? full(each) : each)),
    }),
    ...(attestations && {
      attestations: attestations.map((each) => {
        if (typeof each === 'string') return full(each);
        if (each.files === undefined) return each;
        return { ...each, files: each.files.map((file) => ({ ...file, path: full(file.path) })) };
      }),
    }),
    ...(malware && {
      malware: malware.map((via) =>
        via.startsWith('yara:') ? `yara:${full(via.slice('yara:'.length))}` : via,
      ),
    }),
    ...(imageKeys && { imageKeys: imageKeys.map(full) }),
    ...(ledger !== undefined && { ledger: isPostgresUrl(ledger) ? ledger : full(ledger) }),
    ...(branding?.logo !== undefined && { branding: { ...branding, logo: full(branding.logo) } }),
  };
}
