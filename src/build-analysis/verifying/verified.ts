import { openSslSums, comparesSums, summers } from '../../knowledge/verification/verifiers.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { withoutLaunchers } from '../../syntax/shell/launchers.ts';
import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** What a command verifies: these files, and all others where it may be one that nobody can tell. */
export interface Verified {
  /** As they are written. */
  readonly files: readonly string[];
  /** Whether unknown content names the files, such as a fetched list of checksums. */
  readonly open: boolean;
  /** Whether it is not known that this verifies them. */
  readonly unsure?: boolean;
  /** Instead of files, the folder of a repository that it holds to a commit or a signature. */
  readonly repository?: string;
}

/** Whatever there is. */
export const anything: Verified = { files: [], open: true };

/** What stands behind the name of a file in that of its signature. */
const signatureSuffix = /\.(?:asc|sig|sign|gpg|minisig|bundle|pem|crt)$/;

/** Files by the words that name them, and whether one of these words may stand for any file. */
export function among(words: readonly string[]): Verified {
  const named = words.filter((word) => word !== '-' && !/^--?[A-Za-z]/.test(word));
  return {
    files: named.flatMap((word) => {
      const file = word.replace(/^[*(]+|\)$/g, '');
      const signed = file.replace(signatureSuffix, '');
      return signed === file ? [file] : [file, signed];
    }),
    open: named.length === 0 || named.some((word) => /[$*?%]/.test(word)),
  };
}

/** The name of a command's program and what stands behind it. */
export const splitProgram = ({ words }: ShellCommand): readonly [string, readonly string[]] => {
  const [program = '', ...rest] = withoutLaunchers(words);
  return [basename(program), rest];
};

/** Whether a command writes the sum of a file. */
export const writesSum = (command: ShellCommand): boolean => {
  const [name, rest] = splitProgram(command);
  const isSummer = summers.test(name) || (name === 'openssl' && openSslSums.test(rest[0] ?? ''));
  return isSummer && !rest.some((word) => comparesSums.test(word));
};

/** The files whose sum a command writes. */
export function sumOf(command: ShellCommand): Verified {
  const [name, rest] = splitProgram(command);
  return among(
    rest.filter((word, at) => (name !== 'openssl' || at > 0) && !/^-a$/.test(rest[at - 1] ?? '')),
  );
}
