/** A shape that is a secret whatever it is called. */
export interface Shape {
  readonly rule: string;
  /** Fits every text that has the shape, at far less cost than the pattern. */
  readonly hint: RegExp;
  /**
   * It begins where a run of its characters does, so that it cannot be made to read a text more than once. The first
   * group, if any, is the secret.
   */
  readonly pattern: RegExp;
  /** Fits what has the shape and is none all the same. */
  readonly spared?: RegExp;
}

/** What stands behind a name: in quotes or run in place; what has neither goes up to a space. */
export const valueForms = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'|\\?\$\$?\([^)]{0,200}\)|\`[^\`]{0,200}\``;
