import { inFolders } from './cache-places.ts';
import { cacheVerb, doesAnything, has, starts, type PackageCache } from './package-cache.ts';

/** The caches of programs that build a project, and fetch what it asks for meanwhile. */
export const cachesOfBuilders: readonly PackageCache[] = [
  {
    name: 'maven',
    of: ['mvn', 'mvnw', 'mvnd', 'lein', 'clojure', 'clj'],
    fills: [],
    filledBy: doesAnything,
    without: /^(?:-o|--offline)$/,
    place: inFolders('~/.m2/repository', '~/.m2/wrapper'),
    folderOptions: ['maven.repo.local'],
  },
  {
    name: 'gradle',
    of: ['gradle', 'gradlew'],
    fills: [],
    filledBy: doesAnything,
    without: /^--offline$/,
    place: inFolders('~/.gradle/caches', '~/.gradle/wrapper'),
    folderOptions: ['gradle-user-home', 'g'],
    folderVariables: ['GRADLE_USER_HOME'],
  },
  {
    name: 'sbt',
    of: ['sbt', 'sbtn', 'mill', 'scala-cli'],
    fills: [],
    filledBy: doesAnything,
    place: inFolders('~/.cache/coursier', '~/.coursier', '~/.ivy2/cache', '~/.sbt/boot'),
    folderOptions: ['sbt.coursier.home', 'sbt.ivy.home', 'ivy.home', 'cache'],
    folderVariables: ['COURSIER_CACHE', 'XDG_CACHE_HOME'],
  },
  {
    name: 'nuget',
    of: ['dotnet', 'nuget'],
    fills: [
      ...['restore', 'build', 'publish', 'run', 'test', 'pack', 'install', 'update'],
      ...['add package', 'package add', 'tool install', 'tool restore', 'tool update'],
      ...['workload install', 'workload restore', 'new install'],
    ],
    without: /^--no-(?:restore|build|http-cache)$/,
    place: inFolders('~/.nuget/packages', '~/.local/share/NuGet'),
    folderOptions: ['packages', 'PackagesDirectory'],
    folderVariables: ['NUGET_PACKAGES'],
    clears: (words) => words.includes('locals') && words.some((word) => /^--?clear$/.test(word)),
  },
  {
    name: 'cargo',
    of: ['cargo'],
    fills: [
      ...['build', 'b', 'install', 'fetch', 'test', 't', 'run', 'r', 'check', 'c', 'chef cook'],
      ...['bench', 'clippy', 'doc', 'd', 'update', 'binstall', 'vendor', 'nextest run'],
    ],
    without: /^--offline$/,
    place: inFolders(
      ...['~/.cargo/registry', '~/.cargo/git'],
      ...['/usr/local/cargo/registry', '/usr/local/cargo/git'],
    ),
    folderVariables: ['CARGO_HOME'],
    clears: (words) => words.includes('cache') && !words.includes('install'),
  },
  {
    name: 'go',
    of: ['go'],
    fills: [
      ...['build', 'install', 'get', 'run', 'test', 'vet', 'generate'],
      ...['mod download', 'mod tidy', 'mod vendor'],
    ],
    place: inFolders('~/.cache/go-build', '~/go/pkg', '/go', '/go/pkg'),
    folderVariables: ['GOCACHE', 'GOMODCACHE', 'GOPATH'],
    clears: (words) =>
      words.includes('clean') && words.some((word) => /^--?(?:mod)?cache$/.test(word)),
  },
  {
    name: 'stack',
    of: ['stack'],
    fills: ['build', 'install', 'setup', 'update', 'test', 'exec', 'unpack'],
    place: inFolders('~/.stack/pantry', '~/.stack/programs', '~/.stack/snapshots'),
    folderOptions: ['stack-root'],
    folderVariables: ['STACK_ROOT'],
  },
  {
    name: 'cabal',
    of: ['cabal'],
    fills: ['update', 'install', 'build', 'v2-build', 'v2-install', 'fetch', 'get', 'run', 'test'],
    without: /^--offline$/,
    place: inFolders('~/.cabal/packages', '~/.cache/cabal/packages'),
    folderVariables: ['CABAL_DIR'],
  },
  {
    name: 'hex',
    of: ['mix', 'rebar3', 'gleam'],
    fills: ['deps download'],
    filledBy: (words) =>
      starts('rebar3', words)
        ? doesAnything(words)
        : words.some((word) => /^deps\.(?:get|update),?$/.test(word)),
    place: inFolders('~/.hex/packages', '~/.hex/cache.ets', '~/.cache/rebar3'),
    folderVariables: ['HEX_HOME', 'REBAR_CACHE_DIR'],
  },
  {
    name: 'swift',
    of: ['swift'],
    fills: ['build', 'run', 'test', 'package resolve', 'package update'],
    without: /^--disable-dependency-cache$/,
    place: inFolders('~/.cache/org.swift.swiftpm'),
    folderOptions: ['cache-path'],
    clears: has('purge-cache'),
  },
  {
    name: 'conan',
    of: ['conan'],
    fills: ['install', 'create', 'download', 'graph build-order'],
    place: inFolders('~/.conan2/p', '~/.conan/data'),
    folderVariables: ['CONAN_HOME', 'CONAN_USER_HOME'],
    clears: (words) => has('remove')(words) || cacheVerb(words, /^clean$/),
  },
  {
    name: 'vcpkg',
    of: ['vcpkg'],
    fills: ['install', 'upgrade', 'export'],
    without: /^--clean-(?:downloads-)?after-build$/,
    place: inFolders('~/.cache/vcpkg', '/vcpkg', '/opt/vcpkg'),
    folderVariables: ['VCPKG_DOWNLOADS', 'VCPKG_ROOT', 'VCPKG_DEFAULT_BINARY_CACHE'],
  },
];
