import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { parseJsonText } from './parse-json-text.ts';

/** A value as deflated JSON. */
export const deflateJson = (value: unknown): Uint8Array =>
  deflateRawSync(Buffer.from(JSON.stringify(value)));

/** A text, deflated. */
export const deflateText = (text: string): Uint8Array => deflateRawSync(Buffer.from(text));

/**
 * A text that was deflated.
 *
 * @param atMost bytes that come out of it
 * @throws Error where it is none, or more comes out
 */
export const inflateText = (bytes: Uint8Array, atMost: number): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(
    inflateRawSync(bytes, { maxOutputLength: atMost }),
  );

/**
 * The value of deflated JSON.
 *
 * @throws Error as `inflateText` does, and where it is no JSON
 */
export const inflateJson = (bytes: Uint8Array, atMost: number): unknown =>
  parseJsonText(inflateText(bytes, atMost));
