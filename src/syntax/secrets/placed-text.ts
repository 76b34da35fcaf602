/** A text as a shell understands it, and where in what was written each of its characters stands. */
export interface Placed {
  readonly text: string;
  /** Where each character begins; -1 of what nobody wrote, as a space between two words that are printed. */
  readonly from: readonly number[];
  /** Behind each character. */
  readonly to: readonly number[];
}

/** A stretch of what was written. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A dollar sign that no shell puts anything in for, since it is quoted: that of a hash. */
export const dollar = '\uE024';

/** A text that stands as it is written. */
export function placedAt(text: string, offset = 0): Placed {
  const from: number[] = [];
  const to: number[] = [];
  for (let at = offset; at < offset + text.length; at += 1) {
    from.push(at);
    to.push(at + 1);
  }
  return { text, from, to };
}

/** Part of a text. */
export function partOf(whole: Placed, start: number, end = whole.text.length): Placed {
  const { text, from, to } = whole;
  if (start === 0 && end === text.length) return whole;
  return { text: text.slice(start, end), from: from.slice(start, end), to: to.slice(start, end) };
}

/** Texts behind one another. */
export function joined(parts: readonly Placed[], between = ''): Placed {
  const [text, from, to]: [string[], number[], number[]] = [[], [], []];
  for (const [nth, part] of parts.entries()) {
    if (nth > 0 && between !== '') {
      text.push(between);
      from.push(-1);
      to.push(-1);
    }
    text.push(part.text);
    for (const at of part.from) from.push(at);
    for (const at of part.to) to.push(at);
  }
  return { text: text.join(''), from, to };
}

/** The stretches of what was written that a text comes from: more than one where it was put together. */
export function stretchesOf({ from, to }: Placed, written: string): readonly Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (const [nth, start] of from.entries()) {
    const end = to[nth] ?? start;
    if (start < 0) continue;
    const last = found.at(-1);
    if (last?.end === start) {
      last.end = end;
      continue;
    }
    const between = last && start >= last.end ? written.slice(last.end, start) : undefined;
    if (last && between !== undefined && between.length < 8 && /^["'\\$\r\n]*$/.test(between)) {
      last.end = end;
    } else found.push({ start, end });
  }
  return found;
}
