import type { Check } from '../../../core/controls/check.ts';
import type { HostFacts } from '../../../core/subjects/host/host.ts';
import { text } from '../../../core/text.ts';
import { fail, type Verdict } from '../../../core/controls/verdict.ts';
import { z } from 'zod';
import { unfollowed, type HostFile, type PickFile } from './host-file.ts';

const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

/** A parameter that holds the permission bits which may be set; setuid, setgid and sticky are among them. */
export const modeBits = (allowed: number) =>
  z.number().int().min(0).max(0o7777).default(allowed).meta({ format: 'file-mode' });

/** Whether a file has no bit that `allowed` lacks: bit by bit, since 0o604 is not less than 0o640. */
export function staysWithin(file: HostFile, allowed: number): boolean | Verdict {
  if (file.type === 'symlink') return unfollowed(file.path);
  const { mode } = file;
  if ((mode & ~allowed) === 0) return true;
  return fail(
    text(
      `${file.path} has mode ${octal(mode)}, and ${octal(allowed)} is the most`,
      `${file.path} 的权限为 ${octal(mode)}，不应超过 ${octal(allowed)}`,
    ),
  );
}

/** Judges the mode of one file by the parameter `allowed`; that it exists is for `applies` to say. */
export const modeAllowed =
  (pick: PickFile): Check<HostFacts, { readonly allowed: number }> =>
  (h, { params }) => {
    const file = pick(h);
    return file === null || staysWithin(file, params.allowed);
  };
