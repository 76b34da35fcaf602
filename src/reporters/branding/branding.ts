/** Whose document it is. A colour is moved towards black or white until text in it can be read. */
export interface Branding {
  /** Whose platform was assessed. */
  readonly organisation?: string | undefined;
  /** Who assessed it. */
  readonly assessor?: string | undefined;
  readonly documentNumber?: string | undefined;
  /** How confidential the document is, in the words of its owner. */
  readonly classification?: string | undefined;
  /** Colour of titles and links, `#0f4c5c`. */
  readonly accent?: string | undefined;
  /** A picture as {@link readLogo} gives it: a `data:` address of PNG, JPEG or SVG. */
  readonly logo?: string | undefined;
}
