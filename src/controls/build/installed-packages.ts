import { basename } from '../base-name.ts';
import { commandsOf } from '../shell/steps.ts';
import { withoutModule } from './python-module.ts';

/** How a manager installs, which options of it take a value, and how a version is written. */
interface Manager {
  readonly of: RegExp;
  readonly verb: RegExp;
  readonly valued: RegExp;
  readonly pinned: RegExp;
}

/** A version behind a name, and a release behind that; a number in the middle of a name is none. */
const rpmVersion = /-\d[\w.+~:^*]*(?:-\d[\w.+~^*]*)?$/;

const managers: readonly Manager[] = [
  {
    of: /^(?:apt|apt-get|aptitude)$/,
    verb: /^install$/,
    valued: /^-[otc]$|^--(?:option|target-release|default-release)$/,
    pinned: /=(?!\*$)/,
  },
  {
    of: /^apk$/,
    verb: /^add$/,
    valued: /^-[tXp]$|^--(?:virtual|repository|root|keys-dir|arch)$/,
    pinned: /[=<>~@]/,
  },
  { of: /^(?:yum|dnf|microdnf|tdnf)$/, verb: /^install$/, valued: /^-[ced]$/, pinned: rpmVersion },
  { of: /^zypper$/, verb: /^(?:install|in)$/, valued: /^-[rt]$/, pinned: /[=<>]|-\d[\w.+~:*]*$/ },
  {
    of: /^pip\d?(?:\.\d+)?$/,
    verb: /^install$/,
    valued:
      /^-[rcieft]$|^--(?:requirement|constraint|index-url|extra-index-url|editable|find-links|target|prefix|root|trusted-host|platform|progress-bar)$/,
    pinned: /[=!~<>]|@/,
  },
];

/** A file, an address or a folder says itself what it is. */
const place = /^(?:\.|\/|~|[a-z+]+:\/\/)|\.(?:deb|rpm|apk|whl|tgz|tar\.gz)$/;

/** What a script installs: without a version, and by a variable that nobody can look into. */
export function packagesOf(script: string): {
  readonly unpinned: readonly string[];
  readonly open: readonly string[];
} {
  const unpinned: string[] = [];
  const open: string[] = [];
  for (const words of commandsOf(script)) {
    for (const { name, pinned } of asked(words)) {
      if (place.test(name) || pinned) continue;
      (name.startsWith('$') ? open : unpinned).push(name);
    }
  }
  return { unpinned, open };
}

function asked(
  words: readonly string[],
): readonly { readonly name: string; readonly pinned: boolean }[] {
  const [first = '', ...rest] = withoutModule(words);
  const program = basename(first);
  if (program === 'npm') {
    const installs = rest.some((word) => /^(?:install|i|add)$/.test(word));
    if (!installs || !rest.some((word) => word === '-g' || word === '--global')) return [];
    return rest
      .filter((word) => !word.startsWith('-') && !/^(?:install|i|add)$/.test(word))
      .map((name) => ({ name, pinned: /.@[\d$]/.test(name) }));
  }
  const manager = managers.find(({ of }) => of.test(program));
  const at = manager ? rest.findIndex((word) => manager.verb.test(word)) : -1;
  if (!manager || at < 0) return [];
  return rest
    .slice(at + 1)
    .filter(
      (word, index, all) => !word.startsWith('-') && !manager.valued.test(all[index - 1] ?? ''),
    )
    .map((name) => ({ name, pinned: manager.pinned.test(name) }));
}
