import type { Check } from '../../core/controls/check.ts';
import { noneFails, type Select } from '../../core/controls/combinators.ts';
import { fail, failOnValues, failureAt, unknown } from '../../core/controls/verdict.ts';
import { mayTurnAuthenticationOff } from '../../knowledge/authentication-switches.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../core/text.ts';
import { understoodCommand } from './understood-command.ts';
import {
  openingOptions,
  startsServer,
} from '../../build-analysis/programs/authentication-options.ts';
import {
  engineCertificates,
  hangsOnCertificates,
} from '../../build-analysis/programs/engine-start.ts';

/** A variable whose value was looked at and dropped. */
type Variable = Pick<WorkloadFacts['environment'][number], 'name' | 'secret' | 'authenticationOff'>;

/** Variables that let a server do without a password, with the names of those that give it one nevertheless. */
const passwords: ReadonlyMap<string, RegExp> = new Map([
  ...[
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'MARIADB_ALLOW_EMPTY_PASSWORD',
    'MARIADB_ALLOW_EMPTY_ROOT_PASSWORD',
  ].map(
    (name) => [name, /^(?:MYSQL|MARIADB)_(?:RANDOM_)?ROOT_PASSWORD(?:_HASH)?(?:_FILE)?$/] as const,
  ),
  ['ARANGO_NO_AUTH', /^ARANGO_(?:RANDOM_)?ROOT_PASSWORD(?:_FILE)?$/] as const,
  ['ALLOW_ANONYMOUS_LOGIN', /^ZOO_SERVER_PASSWORDS(?:_FILE)?$/] as const,
  ['ALLOW_NONE_AUTHENTICATION', /^ETCD_ROOT_PASSWORD(?:_FILE)?$/] as const,
  // That of the server itself: of databases with users of their own that of root, and of what uses a database that for it.
  [
    'ALLOW_EMPTY_PASSWORD',
    /^(?:REDIS|VALKEY|KEYDB|CASSANDRA|RABBITMQ|MEMCACHED|POSTGRES|POSTGRESQL|POSTGRESQL_POSTGRES|(?:MYSQL|MARIADB|MONGODB|ETCD)(?:_MASTER)?_ROOT|\w+_DATABASE)_PASSWORD(?:_FILE)?$/,
  ] as const,
]);

/** Whether a variable gives a password: by its value, by naming a file, or by asking for one to be made up. */
const givesPassword = ({ name, secret }: Variable): boolean =>
  /_FILE$|_RANDOM_/.test(name) || secret;

const notTold = (name: string): Text =>
  text(
    `The release that read the variable ${name} did not examine its value`,
    `采集所用的版本未查看环境变量 ${name} 的取值含义`,
  );

/** Words that something is started with, or the references of its image. */
type Words<T> = (facts: T) => readonly string[];

/**
 * Whether no variable tells a server to let in anyone.
 *
 * @param select the variables that are in force, each once
 * @param words what it is started with; asked for only where a variable means this to some programs alone
 * @param images references of the image that is started
 */
export const noVariableOpens = <T, P>(
  select: Select<T, Variable, P>,
  words: Words<T>,
  images: Words<T>,
): Check<T, P> =>
  noneFails<
    T,
    { readonly variable: Variable; readonly all: readonly Variable[]; readonly of: T },
    P
  >(
    (facts, ctx) => {
      const all = select(facts, ctx);
      return all.map((variable) => ({ variable, all, of: facts }));
    },
    ({ variable, all, of }) => {
      const { name } = variable;
      // Clients have the same variable, and so what is started is looked at before its value.
      if (name === engineCertificates && !hangsOnCertificates(words(of), () => images(of))) {
        return true;
      }
      const { authenticationOff } = variable;
      if (!(authenticationOff ?? mayTurnAuthenticationOff(name))) return true;
      const password = passwords.get(name);
      if (password && all.some((other) => password.test(other.name) && givesPassword(other))) {
        return true;
      }
      if (authenticationOff === undefined) return unknown(notTold(name));
      return fail(
        text(
          `The variable ${name} makes the server let anyone in`,
          `环境变量 ${name} 使服务免身份鉴别即可访问`,
        ),
      );
    },
  );

/**
 * Whether no option of a command tells a server to let in anyone.
 *
 * @param images references of the image that is started
 * @param at JSON Pointer to the words in the facts, at which a failure is shown; absent where they are none of the facts
 */
export const noOptionOpens =
  <T, P>(words: Words<T>, images: Words<T>, at?: string): Check<T, P> =>
  (facts) => {
    const { open, perhaps } = openingOptions(words(facts), () => images(facts));
    if (open.length === 0 && perhaps.length > 0) {
      return unknown(
        text(
          `Started with ${perhaps.join(', ')}; whether its configuration file requires a password was not read`,
          `启动参数含 ${perhaps.join('、')}，而其配置文件是否要求口令未被读取`,
        ),
      );
    }
    if (open.length === 0) return understoodCommand(words(facts));
    const failure = failOnValues(open, (names) =>
      text(
        `Started with ${names.join(', ')}, which lets anyone in`,
        `启动参数 ${names.join('、')} 使服务免身份鉴别即可访问`,
      ),
    );
    return at === undefined ? failure : failureAt(at, failure);
  };

/** Said where no variable, command or image is of a server that this looks at. */
export const noServer: Text = text(
  'No known server is started whose authentication could be switched off',
  '未启动可识别的、可关闭身份鉴别的服务',
);

/**
 * Whether there is a server whose authentication could be switched off: through such a variable, the started program,
 * or the image.
 *
 * @param select the variables that are in force
 * @param images references of the image that is started
 */
export const hasServer =
  <T, P>(select: Select<T, Variable, P>, words: Words<T>, images: Words<T>): Check<T, P> =>
  (facts, ctx) =>
    select(facts, ctx).some(
      ({ name }) => name !== engineCertificates && mayTurnAuthenticationOff(name),
    ) || startsServer(words(facts), () => images(facts));
