import { subcommands, withVersions, type Manager } from './package-manager.ts';
import { isPlace, nodePinned } from './pinned-sources.ts';

/** What a program takes for an extension of itself lies in a folder, or in a file that names its version. */
const isFile = (name: string): boolean =>
  /^[./~]|\d[\w.-]*\.(?:tgz|tar\.gz|zip|vsix|jar)$/.test(name);

const versioned = (name: string): boolean => isFile(name) || /[:@](?!latest)v?\d/.test(name);

/** Programs that install what extends them. */
export const managersOfPlugins: readonly Manager[] = [
  {
    of: ['ansible-galaxy'],
    installs: subcommands('install', 'collection install', 'role install'),
    pinned: (name) => isPlace(name) || /[:,](?!latest).*\d/.test(name),
  },
  {
    of: ['helm'],
    installs: subcommands('plugin install', 'plugin add', 'pull', 'fetch'),
    pinned: isFile,
    version: { names: ['version'], bare: 'exact' },
    asks: (names) => names.slice(0, 1),
  },
  {
    of: ['gh'],
    installs: subcommands('extension install', 'extensions install', 'ext install'),
    pinned: isFile,
    holds: /^--pin(?:=|$)/,
  },
  {
    of: ['wp'],
    installs: subcommands('plugin install', 'theme install'),
    pinned: isFile,
    version: { names: ['version'], bare: 'exact' },
  },
  { of: ['jenkins-plugin-cli'], pinned: versioned },
  {
    of: ['grafana-cli'],
    installs: subcommands('plugins install'),
    pinned: versioned,
    asks: withVersions,
  },
  {
    of: ['logstash-plugin', 'elasticsearch-plugin', 'opensearch-plugin', 'kibana-plugin'],
    installs: subcommands('install'),
    pinned: versioned,
    version: { names: ['version'], bare: 'exact' },
    // A plugin without an address is of the version of the program itself.
    asks: (names, _, program) => (program === 'logstash-plugin' ? names : []),
  },
  {
    of: ['code', 'code-server', 'codium'],
    when: (words) => words.some((word) => word.startsWith('--install-extension')),
    pinned: (name) => isFile(name) || nodePinned(name),
  },
];
