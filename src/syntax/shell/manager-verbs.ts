import { basename } from './base-name.ts';

/** Programs that do what their subcommand says: they install, fetch, run or remove. */
export const managerNames =
  'apt|apt-get|apt-fast|nala|aptitude|apk|dnf[45]?|microdnf|tdnf|yum|zypper|opkg|snap|brew|' +
  'pip[\\d.]*|pipx|uv|poetry|conda|mamba|micromamba|npm|pnpm|yarn|bun|gem|bundle|cargo|composer|go';

const managers = new RegExp(`^(?:xx-)?(?:${managerNames})$`);

/** What may be such a subcommand behind an option, whose value another word would be. */
const verb =
  /^(?:add|audit|auto(?:clean|remove)|build|build-dep|cache|check|ci|clean|clippy|config|create|dedupe|del|deploy|dist-upgrade|dlx|download|env|exec|export|fetch|full-upgrade|generate|get|i|in|info|init|install|link|list|lock|makecache|mod|outdated|pack|prune|publish|purge|rebuild|refresh|reinstall|remove|rm|run|search|set|show|start|store|sync|test|tool|up|update|upgrade|vendor|vet|workspaces?)$/;

/** A word of a command. */
interface Word {
  readonly text: string;
  /** Whether what it comes to is known only when it is run. */
  readonly open: boolean;
}

/**
 * The place of the word that may be the subcommand of a package manager, and which only the run knows; `undefined` where the
 * subcommand is there, or the command is of no package manager.
 */
export function verbPlace(words: readonly Word[], at: number): number | undefined {
  const isModule =
    /^python[\d.]*$/.test(basename(words[at]?.text ?? '')) && words[at + 1]?.text === '-m';
  const from = isModule ? at + 2 : at;
  if (!managers.test(basename(words[from]?.text ?? ''))) return undefined;
  let unknown: number | undefined;
  for (let place = from + 1; place < words.length; place += 1) {
    const { text = '', open = false } = words[place] ?? {};
    const isValue = place > from + 1 && words[place - 1]?.text.startsWith('-') === true;
    if (open && text.startsWith('$')) unknown ??= place;
    else if (text.startsWith('-')) continue;
    // Behind a variable that holds options the subcommand stands by itself.
    else if (verb.test(text) || (!isValue && unknown === undefined)) return undefined;
  }
  return unknown;
}
