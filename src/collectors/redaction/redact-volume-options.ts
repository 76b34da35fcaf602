import { ruleFor, type Redactor } from './create-redactor.ts';

/** One option of a volume that looks like a secret; its value is not kept. */
export interface SecretOption {
  readonly option: string;
  readonly rule: string;
}

/** Options that name a file in which a password stands. */
const namesFile = /^(?:cred|credentials|secretfile)$/i;

/** What stands in the option `o`, one by one. Two commas are one in a password, as SMB has it. */
const mountOptions = (o: string): readonly string[] => o.split(/(?<!,),(?!,)/);

/** The options of a volume with a value, those of `o` one by one. */
const allOptions = (
  options: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] =>
  Object.entries(options).flatMap(([name, value]) =>
    name === 'o'
      ? mountOptions(value).flatMap((written) => {
          const at = written.indexOf('=');
          return at < 0 ? [] : [[written.slice(0, at).trim(), written.slice(at + 1)] as const];
        })
      : [[name, value] as const],
  );

/** The options of a volume, by its driver or for the mount that it is, that look like secrets. */
export const secretOptionsOf = (
  options: Readonly<Record<string, string>>,
): readonly SecretOption[] =>
  allOptions(options).flatMap(([option, value]) => {
    const rule = namesFile.test(option) ? undefined : ruleFor(option, value);
    return rule === undefined ? [] : [{ option, rule }];
  });

/** Options of a mount without their secrets: of all of them only the secret one is lost, and that to its end. */
export const redactMountOptions = (o: string, redactor: Redactor): string =>
  mountOptions(o)
    .map((written) => {
      const behind = written.indexOf('=') + 1;
      const [name, value] = [written.slice(0, behind - 1).trim(), written.slice(behind)];
      const kept =
        behind === 0 || namesFile.test(name)
          ? redactor.text(value).value
          : redactor.options({ [name]: value })[name];
      return `${written.slice(0, behind)}${kept}`;
    })
    .join(',');
