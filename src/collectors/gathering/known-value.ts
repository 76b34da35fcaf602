import { text } from '../../core/text.ts';
import { missing, type Missing } from './partial-facts.ts';

/** A value of a closed list, or a gap where an engine knows more than this release. */
export function known<const Values extends readonly string[]>(
  values: Values,
  written: string,
  what: string,
): Values[number] | Missing {
  const found = values.find((value) => value === written);
  if (found !== undefined) return found;
  const as = JSON.stringify(written);
  const detail = text(`${as} is no ${what} that is known`, `取值 ${as} 不在已知范围内（${what}）`);
  return missing({ reason: 'malformed', detail });
}
