import type { Guard } from './mapping.ts';

/** A guard as it is read: `max ≤ 4096`. */
export function describeGuard(guard: Guard): string {
  const { param } = guard;
  if ('equals' in guard) return `${param} = ${String(guard.equals)}`;
  if ('includes' in guard) return `${param} ⊇ ${guard.includes.join(', ')}`;
  if ('within' in guard) return `${param} ⊆ ${guard.within.join(', ')}`;
  if ('bitsWithin' in guard) return `${param} ⊆ 0o${guard.bitsWithin.toString(8)}`;
  return 'atMost' in guard ? `${param} ≤ ${guard.atMost}` : `${param} ≥ ${guard.atLeast}`;
}
