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
  { program: /^rpm(?:keys)?$/, asked: /^--checksig$|^-\w*K/ },
  { program: /^dpkg-sig$/, asked: /^--verify$|^-c$/ },
  { program: /^debsig-verify$/ },
];

/** Options of cosign that say by a pattern who may have signed, the key that says so alone, and what leaves part of the check out. */
const byPattern = /^--certificate-(?:identity|oidc-issuer)-regexp(?:=(.*))?$/s;
const byKey = /^--key(?:=|$)/;
const leavesOut = /^--insecure-ignore-\w+(?:=(?!false$)|$)/;

/** Whether a pattern, or one of several in it, leaves open whose name it is. */
const isOpen = (pattern: string): boolean =>
  pattern
    .split('|')
    .some((each) => !/[A-Za-z0-9$]{2}/.test(each.replaceAll(/\[[^\]]*\]|\\.|https?/g, '')));

/** Whether anyone may have signed what a program verifies with these words. */
function acceptsAnyone(name: string, words: readonly string[]): boolean {
  if (name !== 'cosign' || words.some((word) => byKey.test(word))) return false;
  return words.some((word, at) => {
    const found = byPattern.exec(word);
    return leavesOut.test(word) || (found !== null && isOpen(found[1] ?? words[at + 1] ?? ''));
  });
}

/** What of RPM takes a file without a signature for a good one. */
const ofRpm = /^(?:rpm|rpmkeys|dpkg-sig)$/;

/** Whether a program leaves out part of the check of a signature by a key, or passes what has none. */
export const leavesPartOut = (name: string, words: readonly string[]): boolean =>
  (name === 'cosign' && words.some((word) => leavesOut.test(word))) || ofRpm.test(name);

/** Whether a program verifies a signature with these words. */
export const verifiesSignature = (name: string, words: readonly string[]): boolean =>
  !acceptsAnyone(name, words) &&
  verifiers.some(
    ({ program, asked, first }) =>
      program.test(name) &&
      (asked === undefined || words.some((word) => asked.test(word))) &&
      (first === undefined || first.test(words.find((word) => !word.startsWith('-')) ?? '')),
  );
