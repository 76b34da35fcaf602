import type { ShellSettings } from './lowering.ts';

/** What the options of a shell, or of `set`, switch on or off. */
export function settingsIn(words: readonly string[], before?: ShellSettings): ShellSettings {
  const settings = { errexit: before?.errexit === true, pipefail: before?.pipefail === true };
  for (const [at, word] of words.entries()) {
    const [, sign, letters = ''] = /^([-+])(\w+)$/.exec(word) ?? [];
    if (sign === undefined) {
      // The value of an option, or one that is spelled out, as `--login`.
      if (/^[-+]\w*o$|^--(?:rcfile|init-file)$/.test(words[at - 1] ?? '')) continue;
      if (/^--\w/.test(word)) continue;
      break;
    }
    const isOn = sign === '-';
    if (letters.includes('e')) settings.errexit = isOn;
    if (!letters.endsWith('o')) continue;
    const name = words[at + 1];
    if (name === 'errexit' || name === 'pipefail') settings[name] = isOn;
  }
  return settings;
}

/** What a command sets for those behind it. */
export function takeSettings(settings: ShellSettings, [program, ...rest]: readonly string[]): void {
  if (program === 'set') Object.assign(settings, settingsIn(rest, settings));
}
