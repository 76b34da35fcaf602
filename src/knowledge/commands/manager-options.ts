/** Options of a program that take the next word as their value. */
interface Valued {
  /** Those of one letter, which may stand behind others: `-yt bookworm`. */
  readonly letters: string;
  /** The others, without dashes. */
  readonly names: ReadonlySet<string>;
  /** Those of them whose value names a package, as they are written. */
  readonly packages: ReadonlySet<string>;
}

const listOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

const valued = (letters: string, names: string, packages = ''): Valued => ({
  letters,
  names: listOf(names),
  packages: listOf(packages),
});

const apt = valued(
  'otcaPS',
  `build-profiles comment config-file default-release host-architecture option planner snapshot solver
  target-release with-source`,
);

const redHat = valued(
  'xcdeR',
  `advisories advisory bz bzs color comment config cve cves debuglevel destdir disableexcludepkgs disableexcludes
  disableincludes disableplugin disablerepo downloaddir enableplugin enablerepo errorlevel exclude excludepkgs
  forcearch from-repo installroot randomwait releasever repo repofrompath repoid rpmverbosity sec-severity
  secseverity setopt setvar`,
);

const python = valued(
  'rcieftbpPCw',
  `abi allow-insecure-host backend build-constraint build-constraints build-option cache-dir cert client-cert color
  config-file config-setting config-settings config-settings-package constraint constraints default-index
  default-timeout directory editable env-file excludes exclude-newer exclude-newer-package exists-action extra extra-index-url
  fetch-python find-links fork-strategy from global-option group implementation index index-strategy index-url install-option
  keyring-provider link-mode log no-binary no-binary-package no-build-isolation-package no-build-package
  no-sources-package only-binary override overrides pip-args platform prefix preinstall prerelease progress-bar
  preview-features project proxy python python-downloads python-platform python-preference python-version refresh-package reinstall-package report requirement
  requirements resolution resume-retries retries root root-user-action spec src suffix target timeout torch-backend
  trusted-host upgrade-package upgrade-strategy use-deprecated use-feature with with-editable with-requirements`,
  '--spec --with --from -w',
);

const ofNode = `allow-build allow-directory allow-file allow-git allow-remote allow-scripts arch audit-level auth-type before ca cache
  cache-dir cache-folder cache-max cache-min cafile cert child-concurrency cidr config-dir cpu cwd depth dir dist-url env-file expect-result-count fetch-min-speed-ki-bps fetch-retries
  fetch-retry-factor fetch-retry-maxtimeout fetch-retry-mintimeout fetch-timeout fetch-warn-timeout-ms filter filter-prod git global-bin-dir
  global-dir global-folder global-pnpmfile globalconfig heading hoist-pattern https-proxy include install-strategy key libc link-folder
  local-address location lockfile-dir loglevel logs-dir logs-max lockfile-version maxsockets min-release-age
  min-release-age-exclude minimum-release-age minimum-release-age-exclude modules-dir modules-folder mutex network-concurrency network-timeout node-gyp
  node-linker node-options node-version noproxy npm-path omit only os otp package package-import-method peers-suffix-max-length pnpmfile preferred-cache-folder prefix proxy
  public-hoist-pattern python reg registry reporter resolution-mode save-prefix scope script-shell shell state-dir store-dir tag target trust-policy trust-policy-exclude
  trust-policy-ignore-after umask use-node-version user-agent userconfig virtual-store-dir
  virtual-store-dir-max-length workspace workspace-concurrency`;
const node = valued('CFLmwp', ofNode, '-p --package');
/** Runners of npm are handed a script behind -c. */
const nodeRunner = valued('CFLmwpc', `call ${ofNode}`, '-p --package');

const ofConda =
  'channel file name platform prefix relative-prefix repodata-fn revision root-prefix solver subdir';
const conda = valued('cnp', ofConda);
const mamba = valued('cfnpr', ofConda);

const pear = valued('dDRP', 'configureoptions installroot packagingroot');

const maven = valued(
  'DflPsTbt',
  `activate-profiles builder color define file fail-strategy global-settings log-file projects resume-from settings
  threads toolchains`,
);
const gradle = valued(
  'bcDgIpPx',
  `build-file exclude-task gradle-user-home include-build init-script max-workers project-cache-dir project-dir
  project-prop settings-file system-prop`,
);

const programs: ReadonlyMap<string, Valued> = new Map([
  ['apt', apt],
  ['apt-get', apt],
  ['aptitude', apt],
  [
    'apk',
    valued(
      'tXp',
      `arch cache-dir cache-max-age keys-dir progress-fd repositories-file repository repository-config root timeout
      virtual wait`,
    ),
  ],
  ['yum', redHat],
  ['dnf', redHat],
  ['dnf5', redHat],
  ['microdnf', redHat],
  ['tdnf', redHat],
  [
    'zypper',
    // -C and -D take a folder before the subcommand, and no value behind it, where they are far more usual.
    valued(
      'rtpcsR',
      `cache-dir config download from installroot pkg-cache-dir plus-content plus-repo raw-cache-dir releasever repo
      reposd-dir root solv-cache-dir solver-focus table-style type userdata`,
    ),
  ],
  [
    'pacman',
    valued(
      'br',
      `arch ask assume-installed cachedir color config dbpath gpgdir hookdir ignore ignoregroup logfile overwrite
      print-format root sysroot`,
    ),
  ],
  ['pip', python],
  ['pipx', python],
  ['uv', python],
  ['uvx', python],
  [
    'pipenv',
    valued('rcei', 'categories editable extra-pip-args index pypi-mirror python requirements'),
  ],
  ['easy_install', valued('dfiHs', 'allow-hosts find-links index-url install-dir script-dir')],
  ['poetry', valued('GECP', 'directory extras group markers platform project python source')],
  ['corepack', valued('', 'install-directory output')],
  ['pdm', valued('GpLe', 'config editable group lockfile project venv')],
  ['npm', nodeRunner],
  ['pnpm', node],
  ['yarn', node],
  ['bun', node],
  ...['npx', 'pnpx', 'bunx'].map((program) => [program, nodeRunner] as const),
  ['deno', valued('cLn', 'cert config import-map lock name output root location log-level seed')],
  [
    'gem',
    valued(
      'vinPspB',
      `bindir build-root bulk-threshold config-file document http-proxy install-dir platform source trust-policy
      version without`,
    ),
  ],
  [
    'bundle',
    valued(
      'vgr',
      'binstubs branch git github gemfile group jobs path ref require source version with without',
    ),
  ],
  ['pecl', pear],
  ['pear', pear],
  ['conda', conda],
  ['mamba', mamba],
  ['micromamba', mamba],
  [
    'cargo',
    valued(
      'FjZC',
      `bin branch color config example features git index jobs message-format path profile registry rev root tag target
      target-dir vers version`,
    ),
  ],
  ['composer', valued('d', 'apcu-autoloader-prefix ignore-platform-req working-dir')],
  [
    'dotnet',
    valued(
      'avfs',
      `add-source arch configfile configuration framework output packages runtime package-directory project source tool-manifest tool-path verbosity
      version`,
    ),
  ],
  [
    'choco',
    valued(
      's',
      `cache-location checksum checksum-type download-checksum execution-timeout install-arguments package-parameters
      params password source user version`,
    ),
  ],
  ['nuget', valued('', 'ConfigFile OutputDirectory PackagesDirectory Source Version')],
  ['mvn', maven],
  ['mvnw', maven],
  ['mvnd', maven],
  ['gradle', gradle],
  ['gradlew', gradle],
  ['brew', valued('', 'appdir cc language')],
  ['snap', valued('', 'channel cohort name revision')],
  ['nix', valued('fI', 'expr extra-experimental-features file option priority profile')],
  ['nix-env', valued('fpI', 'arg argstr file from-profile option profile')],
  ['nix-shell', valued('fI', 'arg argstr command keep option run')],
  ['emerge', valued('j', 'backtrack config-root exclude jobs load-average root')],
  ['xbps-install', valued('CcrR', 'cachedir config repository rootdir')],
  [
    'rpm',
    valued(
      'DEr',
      'dbpath define eval excludepath pipe prefix predefine rcfile relocate root undefine',
    ),
  ],
  ['opkg', valued('odf', 'conf dest offline-root')],
  [
    'helm',
    valued('d', 'ca-file cert-file destination keyring password repo untardir username version'),
  ],
  ['wp', valued('', 'context path url user version')],
  [
    'jenkins-plugin-cli',
    valued('dfw', 'jenkins-version list plugin-download-directory plugin-file war', '--plugins -p'),
  ],
  ['logstash-plugin', valued('', 'version')],
  ['grafana-cli', valued('', 'config homepath pluginUrl pluginsDir repo')],
  ['install2.r', valued('hlnr', 'deps libloc ncpus repos')],
  ['installGithub.r', valued('dr', 'deps repos')],
  ...['code', 'code-server', 'codium'].map(
    (program) =>
      [program, valued('', 'extensions-dir user-data-dir', '--install-extension')] as const,
  ),
  ['cpan', valued('jMI', '')],
  ['cpm', valued('Lw', 'local-lib-contained mirror resolver workers')],
  ['cpanm', valued('lL', 'local-lib local-lib-contained mirror')],
  ['luarocks', valued('', 'branch dev lua-dir lua-version only-server server timeout tree')],
  [
    'cabal',
    valued(
      'jwz',
      'constraint installdir install-method overwrite-policy project-file store-dir with-compiler',
    ),
  ],
  ['opam', valued('j', 'jobs root switch repos')],
  [
    'ansible-galaxy',
    valued(
      'prsc',
      'api-key collections-path requirements-file role-file roles-path server timeout token',
    ),
  ],
  [
    'go',
    valued(
      '',
      `C asmflags buildmode compiler covermode coverpkg gccgoflags gcflags installsuffix ldflags mod modfile overlay p
      pgo pkgdir tags toolexec`,
    ),
  ],
]);

const none = valued('', '');

/** Whether an option takes the next word as its value, and does not bring the value itself. */
function takesIn({ letters, names }: Valued, option: string): boolean {
  if (names.has(option.replace(/^--?/, ''))) return true;
  if (option.startsWith('--')) return false;
  for (let at = 1; at < option.length; at += 1) {
    if (letters.includes(option.charAt(at))) return at === option.length - 1;
  }
  return false;
}

/** The options of a package manager that take a value; none of any other program. */
export const optionsOf = (program: string): Valued => programs.get(program) ?? none;

/** Whether the value of an option of a package manager names a package. */
export const namesPackage = (program: string, option: string): boolean =>
  optionsOf(program).packages.has(option);

/** Whether an option of a package manager takes the next word as its value; `undefined` of any other program. */
export function takesNext(program: string, option: string): boolean | undefined {
  const options = programs.get(program);
  return options && takesIn(options, option);
}

/**
 * What a command names, by the words behind its program: they without options and the values of options.
 *
 * @example operandsOf('dnf', ['-y', '--setopt', 'best=0', 'install', 'curl']) // install, curl
 */
export function operandsOf(program: string, words: readonly string[]): readonly string[] {
  const options = optionsOf(program);
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') return operands.concat(words.slice(at + 1));
    if (!word.startsWith('-')) {
      if (word !== '') operands.push(word);
    } else if (takesIn(options, word)) at += 1;
  }
  return operands;
}
