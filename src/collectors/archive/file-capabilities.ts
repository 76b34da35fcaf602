import { rootCapabilities } from '../../knowledge/root-capabilities.ts';

/** Bytes of the revisions that kernels know. */
const lengths: Readonly<Record<number, number>> = { 1: 12, 2: 20, 3: 24 };

/**
 * The capabilities as good as root that a file permits a program, by its extended attribute: all of them where it has a
 * form that no kernel is known to write. What is only inheritable it permits nobody.
 *
 * @param attribute one character for each byte
 * @see https://man7.org/linux/man-pages/man7/capabilities.7.html
 */
export function rootCapabilitiesOf(attribute: string): readonly string[] {
  const bytes = Buffer.from(attribute, 'latin1');
  const isKnown = bytes.length >= 8 && lengths[bytes[3] ?? 0] === bytes.length;
  if (!isKnown) return [...rootCapabilities.keys()];
  const permitted = bytes.readUInt32LE(4);
  return [...rootCapabilities].flatMap(([name, bit]) =>
    ((permitted >>> bit) & 1) === 1 ? [name] : [],
  );
}
