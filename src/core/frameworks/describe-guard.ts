import type { Guard } from './mapping.ts';

/** The conditions of a link as they are read: `max ≤ 4096`, `min ≥ 3; max ≤ 7`. */
export const describeGuard = (guard: Guard | readonly Guard[]): string =>
  [guard].flat().map(describe).join('; ');

function describe(guard: Guard): string {
  const { param } = guard;
  if ('equals' in guard) return `${param} = ${String(guard.equals)}`;
  if ('includes' in guard) return `${param} ⊇ ${guard.includes.join(', ')}`;
  if ('within' in guard) return `${param} ⊆ ${guard.within.join(', ') || '∅'}`;
  if ('bitsWithin' in guard) return `${param} ⊆ 0o${guard.bitsWithin.toString(8)}`;
  return 'atMost' in guard ? `${param} ≤ ${guard.atMost}` : `${param} ≥ ${guard.atLeast}`;
}
