import { basename } from '../../syntax/shell/base-name.ts';
import { startedCommands } from '../scripts/started-commands.ts';
import { hangsOnCertificates, openEngines } from './engine-start.ts';
import { parseImageName } from '../../syntax/image-reference/image-name.ts';

/** An option by which a server is made to let in anyone. */
interface OpeningOption {
  readonly name: string;
  /** Values that do so; without them it is a switch, which is on unless its value says otherwise. */
  readonly value?: RegExp;
  /** Programs and images that mean this by it; of an option without any nobody means anything else. */
  readonly of?: RegExp;
  /** A word that must stand among the others. */
  readonly beside?: RegExp;
  /** Whether other words keep strangers out after all. */
  readonly unless?: (words: readonly string[]) => boolean;
  /** A word that names a file in which a password may stand. */
  readonly file?: RegExp;
}

const on = /^(?:true|1|on|yes)$/i;
/** Nothing, also where the quotes around it came through. */
const nothing = /^(?:''|"")?$/;

/** Whether redis asks for a password. */
const hasRedisUsers = (words: readonly string[]): boolean =>
  words.some(
    (word, at) => /^--(?:requirepass|user)$/.test(word) && !nothing.test(words[at + 1] ?? ''),
  );

const notebookPassword =
  /^--(?:NotebookApp|ServerApp|PasswordIdentityProvider)\.(?:hashed_)?password=(?!(?:''|"")?$)/;

const hasNotebookPassword = (words: readonly string[]): boolean =>
  words.some((word) => notebookPassword.test(word));

const notebookToken = (owner: string): OpeningOption => ({
  name: `--${owner}.token`,
  value: nothing,
  unless: hasNotebookPassword,
});

const options: readonly OpeningOption[] = [
  { name: '--skip-grant-tables' },
  { name: '--api.insecure' },
  { name: '--noauth', of: /^(?:mongo|mongod|mongodb|filebrowser)$/ },
  { name: '--auth', value: /^none$/, of: /^code-server$/ },
  {
    name: '--without-connection-token',
    of: /^(?:openvscode-server|code|code-server|vscode-server)$/,
  },
  { name: '--unauthenticated', of: /^surreal(?:db)?$/ },
  { name: '--insecure', of: /^cockroach(?:\.sh)?$/, beside: /^start(?:-single-node)?$/ },
  // The images of Redis switch its protected mode off: a password that is empty is none.
  ...(
    [
      ['--protected-mode', /^no$/i],
      ['--requirepass', nothing],
    ] as const
  ).map(([name, value]): OpeningOption => ({
    name,
    value,
    of: /^(?:redis|valkey|keydb)(?:-server|-stack|-stack-server)?$/,
    unless: hasRedisUsers,
    file: /\.conf$|^--(?:aclfile|include)$/,
  })),
  ...['NotebookApp', 'ServerApp', 'IdentityProvider', 'LabApp'].map(notebookToken),
  { name: '-Expack.security.enabled', value: /^false$/ },
  { name: '-Eplugins.security.disabled', value: /^true$/ },
];

/**
 * Programs, and images by their last name, of servers that one of these options or a variable lets do without a password: where
 * none of them is started there is nothing whose authentication could be switched off.
 */
const servers = new RegExp(
  `^(?:${[
    'mysqld?|mysql-server|mariadbd?|percona(?:-server)?|postgres(?:ql)?|postgis|timescaledb|pgvector',
    'arangod(?:b)?|clickhouse(?:-server)?|influxd(?:b)?|neo4j|surreal(?:db)?|cockroach(?:db|\\.sh)?',
    'mongod?|mongodb(?:-[a-z-]+)?|mongo-express|cassandra|etcd|zookeeper|memcached|rabbitmq(?:-server)?',
    '(?:redis|valkey|keydb)(?:-server|-stack|-stack-server|-cluster|-sentinel)?',
    'elasticsearch|opensearch(?:-dashboards)?|emqx|hivemq[a-z0-9-]*|nacos(?:-server)?|mosquitto|eclipse-mosquitto',
    'traefik|grafana(?:-server|-oss|-enterprise)?|pgadmin4?|open-webui|filebrowser|airflow|apache-airflow',
    'code-server|openvscode-server|vscode-server|rstudio(?:-server)?|rserver|jupyter(?:-?lab|-?notebook|hub)?',
    '(?:base|minimal|scipy|datascience|tensorflow|pyspark|r|all-spark)-notebook',
    'standalone-(?:chrome|chromium|edge|firefox|all-browsers)|selenium[a-z-]*|dockerd(?:-entrypoint\\.sh)?',
  ].join('|')})$`,
);

/**
 * Whether a command, or the image that it is given to, is of a server whose authentication can be switched off.
 *
 * @param images asked for only where the words name none
 */
export const startsServer = (words: readonly string[], images: () => readonly string[]): boolean =>
  startedCommands(words).some((command) =>
    command.some((word) => {
      const [option = ''] = word.split('=', 1);
      const known = byName.get(option);
      return (known && !known.of) || servers.test(basename(word)) || openFile.test(basename(word));
    }),
  ) ||
  images().some((reference) => servers.test(basename(parseImageName(reference).repository))) ||
  hangsOnCertificates(words, images);

const byName = new Map(options.map((option) => [option.name, option]));

/** A file that the image of Mosquitto brings, which lets everybody in. */
const openFile = /^mosquitto-no-auth\.conf$/;

/** Options that let in anyone, as they are called, each once. */
export interface OpeningOptions {
  readonly open: readonly string[];
  /** Those that do so unless a file that the command names asks for a password. */
  readonly perhaps: readonly string[];
}

/**
 * The options among the words of a command that tell a server to let in anyone, never with a value that could be a
 * secret.
 *
 * @param images references of the image that is started; asked for only where an option means this of some programs alone,
 * and the words name none of those
 */
export const openingOptions = (
  words: readonly string[],
  images: () => readonly string[],
): OpeningOptions => {
  const imageNames = (): readonly string[] =>
    images().map((reference) => basename(parseImageName(reference).repository));
  const found = startedCommands(words).flatMap((command) => openingOptionsIn(command, imageNames));
  if (words.some(mayStartEngine)) found.push(...openEngines(words, images));
  const names = (certain: boolean): readonly string[] => [
    ...new Set(found.flatMap((one) => (one.certain === certain ? [one.name] : []))),
  ];
  return { open: names(true), perhaps: names(false) };
};

/** Whether a word may be of an engine that lets in anyone; most commands have none. */
const mayStartEngine = (word: string): boolean =>
  word.includes('dockerd') || word.startsWith('--tlsverify=');

const openingOptionsIn = (
  words: readonly string[],
  imageNames: () => readonly string[],
): readonly { readonly name: string; readonly certain: boolean }[] =>
  words.flatMap((word, at) => {
    if (openFile.test(basename(word))) return [{ name: basename(word), certain: true }];
    if (!word.startsWith('-')) return [];
    const equals = word.indexOf('=');
    const option = byName.get(equals < 0 ? word : word.slice(0, equals));
    if (option === undefined) return [];
    const given = equals < 0 ? undefined : word.slice(equals + 1);
    const { name, value, of, beside, unless, file } = option;
    const opens = value ? value.test(given ?? words[at + 1] ?? '-') : on.test(given ?? 'on');
    if (!opens || unless?.(words) === true) return [];
    if (beside && !words.some((each) => beside.test(each))) return [];
    if (of && !words.slice(0, at).some((each) => of.test(basename(each)))) {
      if (!imageNames().some((each) => of.test(each))) return [];
    }
    const certain = !(file && words.some((each) => file.test(each)));
    const spelled = value && !value.test('') ? `${name} ${given ?? words[at + 1] ?? ''}` : name;
    return [{ name: spelled, certain }];
  });
