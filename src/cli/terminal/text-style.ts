import type { TextStyle } from '../../report.ts';
import { paint } from './paint.ts';

/** The colours of a summary on a stream. */
export function textStyle(stream: NodeJS.WriteStream): TextStyle {
  const { red, yellow, green, bold, dim } = paint(stream);
  const tones = { bad: red, doubt: yellow, conditional: yellow, good: green, plain: dim };
  const severities = { critical: red, high: red, medium: yellow, low: dim };
  return {
    tone: (tone, text) => tones[tone](text),
    severity: (severity, text) => severities[severity](text),
    bold,
    dim,
  };
}
