import { z } from 'zod';
import { own } from '../say-issues.ts';

const label = z.string().min(1).max(200).optional();

/** Whose documents they are, as a configuration says it. */
export const brandingSchema = z.strictObject({
  /** Whose platform was assessed. */
  organisation: label,
  /** Who assessed it. */
  assessor: label,
  documentNumber: label,
  /** How confidential the document is. */
  classification: label,
  /** Colour of titles and links, `#0f4c5c`; it is made darker or lighter until it can be read. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, own('must be a colour such as #0f4c5c', '应为颜色，如 #0f4c5c'))
    .optional(),
  /** A PNG, JPEG or SVG, from the configuration's folder. */
  logo: z.string().min(1).optional(),
});

/** Whose documents they are. */
export type ConfigBranding = Readonly<z.output<typeof brandingSchema>>;
