/** How a program installs what no repository of its own vouches for. */
export interface UncheckedInstaller {
  readonly of: readonly string[];
  /** What stands before the names: subcommands, in the order of the command; none where absent. */
  readonly verbs?: RegExp;
  /** One of its words with which it installs, where no subcommand says so. */
  readonly asked?: RegExp;
  /** Words with which it installs nothing. */
  readonly not?: RegExp;
  /** Names that are files; all of them where absent. */
  readonly file?: RegExp;
  /** Names that are addresses or repositories. */
  readonly remote?: RegExp;
  /** What in such a name holds it to one content. */
  readonly held?: RegExp;
  /** Options whose value is one more name. */
  readonly options?: readonly string[];
  /** Options whose value is a list of names, in a file or at an address. */
  readonly lists?: readonly string[];
  /** Options whose value is a folder in which it looks for what is named. */
  readonly folders?: readonly string[];
  /** Options whose value is a repository. */
  readonly repositories?: readonly string[];
  /** Options whose value is the commit that all is held to. */
  readonly commits?: readonly string[];
  /** Subcommands behind which the first name alone is installed, and the others are for it; any where `true`. */
  readonly firstOnly?: RegExp | true;
  /** A word with which it installs what lies below a folder that is named. */
  readonly deep?: RegExp;
  /** Words with which it checks all that it installs. */
  readonly checked?: RegExp;
  /** Words without which it checks it. */
  readonly unchecked?: RegExp;
  /** Whether one dash stands before its long options, too. */
  readonly oneDash?: true;
}

const address = /^(?:https?|ftp):\/\//i;
const named = (text: string): readonly string[] => text.split(' ');

/** A whole commit, or a variable that nobody knows the value of and that may hold one. */
const commit = String.raw`(?:[0-9a-f]{40}|[0-9a-f]{64}|[^\s#&]*\$[^\s#&]*)`;

/** A path, and not the name of a package. */
const pathLike = String.raw`^(?:\.{0,2}\/|~|[A-Za-z]:|\$\{?\w+\}?\/)`;
const path = (endings: string): RegExp => new RegExp(String.raw`${pathLike}|\.(?:${endings})$`);

const python: Omit<UncheckedInstaller, 'of'> = {
  file: /\.(?:whl|egg|zip|tgz|tar(?:\.\w+)?)(?:\[[^\]]*\])?$|^file:/,
  remote: /^(?:[\w.-]+(?:\[[^\]]*\])?\s*@\s*)?(?:(?:https?|ftp):\/\/|(?:git|hg|svn|bzr)\+)/i,
  held: new RegExp(
    String.raw`[#&](?:sha(?:256|384|512))=[0-9a-f]{64,}|[#&]sha\d+=[^&]*\$|^[^#]*\+\w+:\/\/[^#]*\/[^#]*@${commit}(?:#|$)`,
  ),
  options: ['e', 'editable', 'spec', 'from', 'with'],
  lists: ['r', 'requirement', 'requirements'],
  folders: ['f', 'find-links'],
  firstOnly: /run$/,
  checked: /^--require-hashes$/,
};

const node: Omit<UncheckedInstaller, 'of'> = {
  file: /^(?:[^/]*@)?file:|\.(?:tgz|tar\.gz)$/,
  remote:
    /^(?:@?[^@/]+(?:\/[^@/]+)?@)?(?:(?:https?|ftp|git|ssh|git\+\w+):\/\/|git@[\w.-]+:|(?:github|gitlab|bitbucket|gist):)|^[\w-]+\/[\w.-]+(?:#|$)/i,
  held: new RegExp(String.raw`#${commit}$`),
  options: ['p', 'package'],
  firstOnly: /^(?:exec|x|dlx|create|init)$/,
};

const never = /(?!)/;

/** What Nix takes from elsewhere than its own registry of flakes. */
const flake = {
  remote:
    /^(?:(?:[\w-]+=)?(?:github|gitlab|sourcehut|git\+\w+|hg\+\w+|(?:tarball|file)\+https?|https?|git):)/,
  held: new RegExp(
    String.raw`^\w+:[^/?#]+\/[^/?#]+\/${commit}(?:[?#]|$)|[?&](?:rev=${commit}|narHash=)|\/archive\/${commit}\.`,
  ),
} as const;

/** The value of a switch of RPM with which it refuses what has no signature. */
const rpmLevel = /_pkgverify_level\s+(?:all|signature)/;

/** What checks no signature of a file that it is given, or of an address, with these words. */
export const uncheckedInstallers: readonly UncheckedInstaller[] = [
  {
    of: ['dpkg'],
    asked: /^-[a-zR]{0,8}i[a-zR]{0,8}$|^--(?:install|unpack)$/,
    not: /^--(?:no-act|dry-run|simulate|print-architecture)$/,
    deep: /^-[a-z]*R|^--recursive$/,
  },
  { of: ['gdebi', 'gdebi-core', 'gdebi-gtk'] },
  {
    of: named('apt apt-get aptitude'),
    verbs: /^(?:install|reinstall|upgrade|full-upgrade|dist-upgrade|satisfy)$/,
    not: /^-[a-zA-Z]*s|^--(?:simulate|dry-run|download-only|print-uris)$/,
    file: path('deb'),
  },
  {
    of: ['rpm'],
    asked: /^-[a-zA-Z]{0,8}[iUF][a-zA-Z]{0,8}$|^--(?:install|upgrade|freshen|reinstall)$/,
    not: /^-[a-zA-Z]*[qVKe]|^--(?:query|verify|checksig|erase|import|test|eval|initdb|rebuilddb)$/,
    remote: address,
    checked: rpmLevel,
  },
  {
    of: named('yum dnf dnf5 microdnf tdnf'),
    verbs: /^(?:install|in|localinstall|localupdate|reinstall|upgrade|update|up|downgrade)$/,
    not: /^--downloadonly$/,
    file: path('rpm'),
    remote: address,
    checked: /localpkg_gpgcheck=(?:1|true|yes|on)$/i,
  },
  {
    of: ['zypper'],
    verbs: /^(?:install|in)$/,
    file: path('rpm'),
    remote: address,
    unchecked: /^--(?:no-gpg-checks|allow-unsigned-rpm)$/,
  },
  {
    of: ['apk'],
    verbs: /^add$/,
    file: path('apk'),
    remote: address,
    unchecked: /^--allow-untrusted$/,
  },
  {
    of: named('pacman yay paru'),
    asked: /^-[a-zA-Z]{0,8}U[a-zA-Z]{0,8}$|^--upgrade$/,
    file: /^(?!https?:)/,
  },
  { of: ['opkg'], verbs: /^install$/, file: path('ipk'), remote: address },
  { of: ['snap'], verbs: /^install$/, file: /\.snap$/, unchecked: /^--dangerous$/ },
  { of: ['flatpak'], verbs: /^install$/, file: /\.flatpak$/ },
  { of: ['alien'], asked: /^-[a-z]{0,8}i[a-z]{0,8}$|^--install$/ },
  { of: ['R'], verbs: /^CMD INSTALL$/ },
  {
    of: ['msiexec', 'msiexec.exe'],
    asked: /^[-/](?:i|package)$/i,
    file: /\.msi$/i,
    remote: address,
  },
  { of: named('pip pipenv'), verbs: /^(?:install|wheel)$/, ...python },
  { of: ['pipx'], verbs: /^(?:install|inject|run)$/, ...python },
  { of: named('poetry pdm'), verbs: /^(?:add|self add)$/, ...python },
  { of: ['uv'], verbs: /^(?:add|pip install|tool install|tool run|run)$/, ...python },
  { of: ['uvx'], ...python, firstOnly: true },
  { of: ['easy_install'], ...python },
  {
    of: named('npm pnpm bun yarn'),
    verbs:
      /^(?:install|i|add|a|in|ins|inst|insta|instal|isnt|isnta|isntal|isntall|global add|exec|x|dlx|create|init|install-test|it)$/,
    ...node,
  },
  { of: named('npx bunx pnpx'), ...node, firstOnly: true },
  {
    of: ['go'],
    verbs: /^(?:install|get|run)$/,
    file: never,
    firstOnly: /^run$/,
    remote: /@(?!v?\d|latest$|upgrade$|patch$|none$|[0-9a-f]{7,40}$|.*\$)/,
  },
  {
    of: ['cargo'],
    verbs: /^(?:install|add)$/,
    remote: never,
    file: never,
    repositories: ['git'],
    commits: ['rev'],
  },
  {
    of: ['bundle'],
    verbs: /^add$/,
    remote: never,
    file: never,
    repositories: ['git', 'github'],
    commits: ['ref'],
  },
  {
    of: ['gem'],
    verbs: /^(?:install|i|specific_install)$/,
    file: path('gem'),
    remote: /^(?:https?|ftp|git|ssh):\/\/|^git@|^[\w-]+\/[\w.-]+$/,
    options: ['l', 'location'],
    commits: ['r', 'ref'],
  },
  { of: named('pecl pear'), verbs: /^install$/, file: path('tgz|tar'), remote: address },
  { of: ['luarocks'], verbs: /^install$/, file: path('rock|rockspec'), remote: address },
  {
    of: named('cpanm cpan cpm'),
    file: path('tar\\.gz|tgz|zip'),
    remote: /^(?:https?|ftp|git|git\+\w+):\/\//i,
    held: new RegExp(String.raw`@${commit}$`),
  },
  {
    of: named('conda mamba micromamba'),
    verbs: /^(?:install|create)$/,
    file: path('conda|tar\\.bz2'),
    remote: address,
    held: /#(?:sha256:)?[0-9a-f]{32,}$/,
  },
  {
    of: ['helm'],
    verbs: /^plugin (?:install|add)$/,
    file: /\.tgz$/,
    remote: address,
    commits: ['version'],
  },
  {
    of: ['gh'],
    verbs: /^(?:extension|extensions|ext) install$/,
    file: never,
    remote: /^[\w-]+\/[\w.-]+$|^https?:/,
    commits: ['pin'],
  },
  {
    of: ['ansible-galaxy'],
    verbs: /^(?:install|collection install|role install)$/,
    file: path('tar\\.gz'),
    remote: /^(?:git\+|https?:|git@)/,
    held: new RegExp(`,${commit}$`),
  },
  { of: ['wp'], verbs: /^(?:plugin|theme) install$/, file: /\.zip$/, remote: address },
  {
    of: named('logstash-plugin elasticsearch-plugin opensearch-plugin kibana-plugin'),
    verbs: /^install$/,
    file: /^file:|\.zip$/,
    remote: address,
  },
  {
    of: named('code code-server codium'),
    file: /\.vsix$/,
    remote: address,
    options: ['install-extension'],
  },
  {
    of: ['mix'],
    verbs: /^(?:(?:archive|escript)\.install(?: git(?:hub)?)?|local\.rebar(?: rebar3?)?)$/,
    file: /\.ez$/,
    remote: /^(?:https?|git|ssh):\/\/|^git@|^[\w-]+\/[\w.-]+$/,
    commits: ['ref'],
    checked: /^--sha512(?:=|$)/,
  },
  {
    of: ['nix'],
    verbs:
      /^(?:profile (?:install|add)|run|build|shell|develop|bundle|env shell|flake (?:new|init)|copy)$/,
    file: never,
    ...flake,
    options: ['f', 'file', 't', 'template'],
  },
  { of: named('nix-env nix-shell nix-build'), file: never, ...flake, options: ['f', 'file', 'I'] },
  {
    of: named('terraform tofu'),
    verbs: /^init$/,
    oneDash: true,
    file: never,
    remote: /^(?:git|hg|s3|gcs)::|^(?:https?|git|ssh):\/\/|^git@|^(?:github\.com|bitbucket\.org)\//,
    held: new RegExp(String.raw`[?&]ref=${commit}(?:&|$)`),
    options: ['from-module'],
  },
  {
    of: ['jenkins-plugin-cli'],
    file: never,
    remote: /:https?:\/\//,
    options: ['p', 'plugins'],
  },
  {
    of: named('gradle gradlew'),
    file: never,
    remote: never,
    repositories: ['gradle-distribution-url'],
    checked: /^--gradle-distribution-sha256-sum(?:=|$)/,
  },
  {
    of: ['deno'],
    verbs: /^(?:run|install|i|serve|test|bench|compile|cache|add|x)$/,
    file: never,
    remote: address,
    firstOnly: /^(?:run|serve|compile|x)$/,
    checked: /^--(?:lock|frozen)(?:=|$)/,
  },
  { of: ['brew'], verbs: /^(?:install|reinstall|tap)$/, file: never, remote: address },
  {
    of: ['opam'],
    verbs: /^(?:pin(?: add)?|install)$/,
    file: never,
    remote: /^(?:git\+|https?:|git:|git@)/,
    held: new RegExp(`#${commit}$`),
  },
  {
    of: named('dart flutter'),
    verbs: /^pub global activate$/,
    file: never,
    remote: /^(?:https?|git|ssh):\/\/|^git@/,
    commits: ['git-ref'],
  },
  {
    of: named('nimble raco haxelib shards'),
    verbs: /^(?:install|pkg install|git)$/,
    file: never,
    remote: /^(?:git\+)?(?:https?|git|ssh):\/\/|^git@/,
    held: new RegExp(`[@#]#?${commit}$`),
  },
  {
    of: named('asdf mise'),
    verbs: /^plugins? (?:add|install)$/,
    file: never,
    remote: /^(?:https?|git|ssh):\/\/|^git@/,
  },
  {
    of: ['ansible-pull'],
    file: never,
    remote: never,
    repositories: ['U', 'url'],
    commits: ['C', 'checkout'],
  },
  {
    of: named('cookiecutter copier cruft'),
    file: never,
    remote: /^(?:https?|git|ssh|git\+\w+):\/\/|^git@|^(?:gh|gl|bb):/,
    commits: ['checkout', 'c', 'vcs-ref', 'r'],
  },
  {
    of: ['installGithub.r'],
    file: never,
    remote: /^[\w-]+\/[\w.-]+/,
    held: new RegExp(`@${commit}$`),
  },
];

/** A setting with which dnf and yum check files as they check what is in a repository. */
export const checksFiles = /\blocalpkg_gpgcheck\s*=\s*(?:1|true|yes|on)\b/i;

/** The programs for which it is. */
export const readsThatSetting = /^(?:yum|dnf5?|microdnf|tdnf)$/;
