/** A line of sudo.conf that has sudo load a plugin. */
export interface SudoPlugin {
  readonly symbol: string;
  /** Path of the shared object; without a folder it lies in that of sudo's plugins. */
  readonly path: string;
  readonly options: readonly string[];
  /** Where the line begins, counted from 1. */
  readonly line: number;
}

/** What sudo.conf says of where rules come from. */
export interface SudoConf {
  readonly plugins: readonly SudoPlugin[];
  /** Another folder for plugins, where one is set. */
  readonly pluginFolder?: { readonly path: string; readonly line: number };
}

/**
 * Reads the text of sudo.conf. sudo passes over lines that it does not know, and so does this.
 *
 * @see https://www.sudo.ws/docs/man/sudo.conf.man/
 */
export function parseSudoConf(text: string): SudoConf {
  const plugins: SudoPlugin[] = [];
  let pluginFolder: SudoConf['pluginFolder'];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let whole = lines[at] ?? '';
    while (/\\\r?$/.test(whole) && at + 1 < lines.length) {
      at += 1;
      whole = `${whole.replace(/\\\r?$/, '')}${lines[at]?.trimStart() ?? ''}`;
    }
    const [keyword = '', ...words] = whole.replace(/#.*$/s, '').trim().split(/\s+/);
    const [first = '', second = '', ...rest] = words;
    if (/^plugin$/i.test(keyword)) {
      plugins.push({ symbol: first, path: second, options: rest, line });
    }
    if (/^path$/i.test(keyword) && first === 'plugin_dir') pluginFolder = { path: second, line };
  }
  return { plugins, ...(pluginFolder ? { pluginFolder } : {}) };
}
