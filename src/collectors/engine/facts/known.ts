import { missing, type Missing } from '../../partly.ts';

/** A value of a closed list, or a gap where an engine knows more than this release. */
export function known<const Values extends readonly string[]>(
  values: Values,
  written: string,
  what: string,
): Values[number] | Missing {
  const found = values.find((value) => value === written);
  return (
    found ??
    missing({
      reason: 'malformed',
      detail: `${JSON.stringify(written)} is no ${what} that is known`,
    })
  );
}
