/** Whom Windows means by everybody, and by everybody who is logged in, by name or number. */
const all = String.raw`(?:Everyone|(?:BUILTIN\\{1,2})?Users|Authenticated Users|\*S-1-1-0|\*S-1-5-11|\*S-1-5-32-545)`;

/** Rights to write, one letter in simple rights and a list in parentheses, behind how they are inherited. */
const mayWrite = String.raw`(?:\((?:OI|CI|IO|NP|I)\)){0,5}(?:\((?:[A-Z]{1,4},){0,20})?(?:F|M|W|WD|GW|GA)\b`;

const toAll = new RegExp(String.raw`[\s"']${all}["']?:["']?${mayWrite}`, 'i');

/** What stands behind each option that grants, up to one that takes away. */
const granted = (command: string): readonly string[] =>
  command
    .split(/\s\/grant(?::r)?(?=\s)/i)
    .slice(1)
    .map((behind) => behind.replace(/\s\/(?:deny|remove)\b.*$/is, ''));

/** Whether a script gives everybody the right to write: `icacls C:\\x /grant Everyone:(OI)(CI)F`. */
export const grantsEverybody = (script: string): boolean =>
  /\bicacls\b/i.test(script) &&
  script
    .split(/[&|;\n]/)
    .some(
      (command) =>
        /\bicacls\b/i.test(command) && granted(command).some((behind) => toAll.test(behind)),
    );
