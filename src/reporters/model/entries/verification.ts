/** How anybody verifies the bundle that holds the evidence. */
export interface VerificationEntry {
  /** 64 hexadecimal digits; absent in a report that is in the bundle itself. */
  readonly bundleSha256?: string;
  readonly signed: boolean;
  /** The key by which it says to be signed; absent where it does not say. */
  readonly keyId?: string;
  /** The command of this tool. */
  readonly verify: string;
  /** The command without this tool; absent where nobody signed. */
  readonly cosign?: string;
}
