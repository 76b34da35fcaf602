import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Text } from '../../core/text.ts';
import type { DocumentOptions } from '../documents/document-options.ts';
import type { PdfOptions } from '../options/report-options.ts';

/** Everything that any format may receive. */
export type RenderOptions = DocumentOptions & PdfOptions;

/** A text or bytes, in one piece or in several; only one piece need be held at a time. */
export type Rendering = string | Uint8Array | Iterable<string> | AsyncIterable<Uint8Array>;

/** Writes an assessment in one format. */
export type Renderer = (assessment: Assessment, options: RenderOptions) => Promise<Rendering>;

/** A document that a rendering refers to by its name, and that stands beside it. */
export interface Companion {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** One way to write an assessment down. */
export interface Format {
  readonly id: string;
  readonly title: Text;
  /** Without its dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether it is about one framework in one language; else it holds the whole assessment. */
  readonly perFramework: boolean;
  /** Loads what writes it; nothing of it is loaded before. */
  readonly load: () => Promise<Renderer>;
  /** What its renderings refer to and no publisher keeps; absent where they stand alone. */
  readonly companions?: (
    assessment: Assessment,
    options: RenderOptions,
  ) => Promise<readonly Companion[]>;
}

/** Formats with their ids as a type, and nothing else of each: written out, the types of all would be half of the declarations. */
export const formatsOf = <const Id extends string>(
  formats: readonly (Format & { readonly id: Id })[],
): readonly (Format & { readonly id: Id })[] => formats;
