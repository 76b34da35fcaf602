import { inLanguage, type Text, type Wording } from './text.ts';

/** Everything that can go wrong, as a closed union: the part of an error that programs may rely on. */
export type ErrorCode =
  | 'archive-invalid'
  | 'archive-too-large'
  | 'assessment-invalid'
  | 'attestation-invalid'
  | 'baseline-invalid'
  | 'bundle-invalid'
  | 'cancelled'
  | 'catalog-duplicate-control'
  | 'catalog-unknown-control'
  | 'collector-failed'
  | 'collector-invalid'
  | 'compose-invalid'
  | 'config-invalid'
  | 'config-not-found'
  | 'config-untrusted'
  | 'carrier-missing'
  | 'control-invalid'
  | 'control-test-failed'
  | 'devcontainer-invalid'
  | 'dockerfile-invalid'
  | 'engine-denied'
  | 'engine-malformed'
  | 'engine-refused-method'
  | 'engine-timeout'
  | 'engine-tls'
  | 'engine-unreachable'
  | 'file-denied'
  | 'file-not-found'
  | 'file-unreadable'
  | 'fixture-invalid'
  | 'format-unknown'
  | 'framework-invalid'
  | 'framework-unknown'
  | 'git-failed'
  | 'hub-refused'
  | 'hub-unreachable'
  | 'key-invalid'
  | 'ledger-append-only'
  | 'ledger-busy'
  | 'ledger-denied'
  | 'ledger-driver-missing'
  | 'ledger-entry-unknown'
  | 'ledger-full'
  | 'ledger-invalid'
  | 'ledger-not-found'
  | 'ledger-unreachable'
  | 'locale-invalid'
  | 'locale-unknown'
  | 'mapping-invalid'
  | 'option-invalid'
  | 'parameters-invalid'
  | 'pdf-engine-missing'
  | 'pdf-font-missing'
  | 'pdf-render-failed'
  | 'registry-denied'
  | 'registry-invalid'
  | 'registry-unreachable'
  | 'report-unknown'
  | 'scan-aborted'
  | 'scan-report-invalid'
  | 'scanner-failed'
  | 'scanner-missing'
  | 'signer-failed'
  | 'snapshot-invalid'
  | 'source-unclear'
  | 'subject-invalid'
  | 'target-unknown'
  | 'timestamp-failed'
  | 'waiver-invalid';

/**
 * The one error that this package throws on purpose. Anything else that escapes is a defect.
 *
 * In this package each is written in both languages; what a program makes through the door may be one string.
 */
export class PlimsollError extends Error {
  override readonly name = 'PlimsollError';
  /** What happened, for programs. */
  readonly code: ErrorCode;
  /** What happened, in both languages where it was written in both; its message is the English of it. */
  readonly said: Wording;
  /** The next thing to do, as one sentence or one command, in English; empty when there is none. */
  readonly hint: string;
  /** The same in both languages, where it was written in both. */
  readonly hinted: Wording;

  constructor(code: ErrorCode, said: Text, options: { hint?: Text; cause?: unknown } = {}) {
    super(
      inLanguage(said, 'en'),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.said = said;
    this.hinted = options.hint ?? '';
    this.hint = inLanguage(this.hinted, 'en');
  }
}
