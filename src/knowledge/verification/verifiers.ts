/** Programs that compute the sums of files, or compare them. */
export const summers =
  /^g?(?:(?:sha(?:1|224|256|384|512|3)?|md5|b2|b3|blake[23])(?:sum)?|shasum|rhash|cksum)$/;

/** Options with which they compare. */
export const comparesSums = /^--check$|^-[A-Zabd-z]*c[A-Za-z]*$/;

/** Subcommands of openssl that compute sums. */
export const openSslSums = /^(?:dgst|sha\d+|md5|blake2\w+)$/;

/** Options with which a program tells about itself and does nothing else. */
export const tellsOfItself = /^--(?:help|version|warranty|dump-options)$/;

/** A program that verifies signatures, and what has it do so. */
interface Verifier {
  readonly program: RegExp;
  /** One of its words; it always does where absent. */
  readonly asked?: RegExp;
  /** Its first word that is no option. */
  readonly first?: RegExp;
}

const verifiers: readonly Verifier[] = [
  { program: /^gpg2?$/, asked: /^--verify(?:-files)?$/ },
  { program: /^gpgv2?$|^sqv$/ },
  { program: /^cosign$/, first: /^verify-blob/ },
  { program: /^(?:slsa-verifier|sq|rsign|sigstore|apksigner)$/, first: /^verify(?:-\w+)*$/ },
  { program: /^gh$/, first: /^(?:attestation|release|at)$/, asked: /^verify(?:-asset)?$/ },
  {
    program: /^openssl$/,
    first: /^(?:dgst|cms|smime|pkeyutl|rsautl|ts)$/,
    asked: /^-(?:pr)?verify$/,
  },
  { program: /^(?:minisign|signify|signify-openbsd)$/, asked: /^-\w*V/ },
  { program: /^jarsigner$/, asked: /^-verify$/ },
  { program: /^ssh-keygen$/, asked: /^verify$/ },
];

/** Whether a program verifies a signature with these words. */
export const verifiesSignature = (name: string, words: readonly string[]): boolean =>
  verifiers.some(
    ({ program, asked, first }) =>
      program.test(name) &&
      (asked === undefined || words.some((word) => asked.test(word))) &&
      (first === undefined || first.test(words.find((word) => !word.startsWith('-')) ?? '')),
  );
