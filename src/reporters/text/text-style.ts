import type { Severity } from '../../core/controls/severity.ts';
import type { Tone } from '../model/entries/count.ts';

/** How a text is coloured; each function gets finished text and gives it back with or without colour. */
export interface TextStyle {
  /** By how something stands. */
  readonly tone: (tone: Tone, text: string) => string;
  /** By how bad a failure is. */
  readonly severity: (severity: Severity, text: string) => string;
  /** What is to be found first. */
  readonly bold: (text: string) => string;
  /** What may be passed over. */
  readonly dim: (text: string) => string;
}
