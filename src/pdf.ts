/**
 * The door to PDF. It needs the optional package `@myriaddreamin/typst-ts-node-compiler`, which is
 * loaded when a document is set.
 *
 * @packageDocumentation
 */
export { renderPdf } from './reporters/pdf/render-pdf.ts';
export { openTypesetters } from './reporters/pdf/open-typesetters.ts';
export type { Typesetters } from './reporters/pdf/open-typesetters.ts';
export type { PdfEvidence } from './reporters/pdf/render-pdf.ts';
