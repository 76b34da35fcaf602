/** One setting of a module of PAM; a switch has an empty word. Lines are counted from 1. */
export interface PamSetting {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/**
 * Reads faillock.conf, pwquality.conf and pwhistory.conf, which have one form: a name, and behind blanks or an equal sign
 * its word; `#` begins a comment wherever it stands.
 *
 * @see https://man7.org/linux/man-pages/man5/faillock.conf.5.html
 */
export const parsePamSettings = (text: string): readonly PamSetting[] =>
  text.split('\n').flatMap((physical, at) => {
    const bare = physical.replace(/#.*/, '').trim();
    if (bare === '') return [];
    const [, name = '', value = ''] = /^([^\s=]*)\s*=?\s*(.*)$/s.exec(bare) ?? [];
    return [{ name: name.toLowerCase(), value, line: at + 1 }];
  });

/** Settings among the words of a line of a service: `deny=5`. */
export const settingsAmong = (words: readonly string[], line: number): readonly PamSetting[] =>
  words.map((word) => {
    const [name = '', ...rest] = word.replaceAll(/^\[|\]$/g, '').split('=');
    return { name: name.trim().toLowerCase(), value: rest.join('=').trim(), line };
  });
