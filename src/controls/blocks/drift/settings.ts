import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text, type Text } from '../../../core/text.ts';
import type { Verdict } from '../../../core/controls/verdict.ts';
import { engineOf, imageOf, isOneOff, unreadEngine, unreadImage } from './pair.ts';
import { compareLists, differs, type Part, saidOr } from './part.ts';

/** Labels that tools write beside those of the file. */
const written = /^(?:com\.docker\.(?:compose|stack|swarm)\.|desktop\.docker\.io\/)/;

const otherValue = (name: string): Text => text(`${name} of another value`, `${name}（值不同）`);

type Classified = WorkloadFacts['environment'][number];

/** A label as text, so that equal ones are equal; of a secret its fingerprint stands for the value. */
function labelsOf({ labels, secretLabels }: WorkloadFacts): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(labels),
    ...secretLabels.map(({ name, fingerprint }) => [name, `secret ${fingerprint}`] as const),
  ]);
}

const labels: Part = {
  name: 'labels',
  agree: (pair, ctx) => {
    const [is, should] = [labelsOf(pair.running), labelsOf(pair.intended)];
    const more = [...is.keys()].filter((name) => !should.has(name) && !written.test(name));
    // A stack has labels of the service as well, which no container has.
    const added = pair.running.origin === 'container' ? more : [];
    const image = added.length > 0 ? imageOf(pair, ctx) : undefined;
    const other = [...should].filter(([name, held]) => is.get(name) !== held);
    if (added.length > 0 && !image && other.length === 0) return unreadImage;
    const given = image && Object.keys(image.labels);
    return compareLists(
      text('labels', '标签'),
      [
        ...added.filter((name) => given?.includes(name) === false),
        ...other.flatMap(([name]) => (is.has(name) ? [otherValue(name)] : [])),
      ],
      other.flatMap(([name]) => (is.has(name) ? [] : [name])),
    );
  },
};

/** Values are never kept; of a secret one the fingerprint is, and that a value looks like a secret at all. */
const sameValue = (one: Classified | undefined, other: Classified): boolean =>
  one?.secret === other.secret && one.fingerprint === other.fingerprint;

const environment: Part = {
  name: 'environment',
  agree: (pair, ctx) => {
    const [is, should] = [pair.running.environment, pair.intended.environment];
    const more = is.filter(({ name }) => !should.some((each) => each.name === name));
    const image = more.length > 0 ? imageOf(pair, ctx) : undefined;
    const other = should.filter((wanted) => {
      const found = is.find(({ name }) => name === wanted.name);
      return !sameValue(found, wanted);
    });
    if (more.length > 0 && !image && other.length === 0) return unreadImage;
    const given = image?.environment;
    const isSet = (name: string): boolean => is.some((each) => each.name === name);
    return compareLists(
      text('environment variables', '环境变量'),
      [
        ...more
          .filter(({ name }) => given?.some((each) => each.name === name) === false)
          .map(({ name }) => name),
        ...other.flatMap(({ name }) => (isSet(name) ? [otherValue(name)] : [])),
      ],
      other.flatMap(({ name }) => (isSet(name) ? [] : [name])),
    );
  },
};

const commandLabel = text('command', '启动命令');
const inWords = (words: readonly string[]): string => words.join(' ');

/** A file may give all of the command, its arguments alone, or leave both to the image. */
const command: Part = {
  name: 'command',
  agree: saidOr(
    (w) => w.command,
    ({ running, intended }) => {
      const [is, should] = [inWords(running.command), inWords(intended.command)];
      return is === should || isOneOff(running) || differs(commandLabel, is, should);
    },
    (pair, ctx): boolean | Verdict => {
      const is = pair.running.command;
      const given = pair.intended.givenArguments;
      const image = imageOf(pair, ctx)?.command;
      if (!image) return unreadImage;
      if (given === undefined) {
        const same = inWords(is) === inWords(image) || isOneOff(pair.running);
        return same || differs(commandLabel, inWords(is), inWords(image));
      }
      const program = is.slice(0, Math.max(0, is.length - given.length));
      const ends = inWords(is.slice(program.length)) === inWords(given);
      // Its entrypoint is what the image's command begins with.
      const begins = program.every((word, at) => image[at] === word);
      if ((ends && begins) || isOneOff(pair.running)) return true;
      return differs(commandLabel, inWords(is), `… ${inWords(given)}`);
    },
  ),
};

const healthLabel = text('health check', '健康检查');

type Health = Pick<WorkloadFacts['healthCheck'], 'state' | 'test' | 'intervalSeconds'>;

function sameHealth(is: Health, should: Health): true | Verdict {
  if (is.state !== should.state) return differs(healthLabel, is.state, should.state);
  if (inWords(is.test) !== inWords(should.test)) {
    return differs(healthLabel, inWords(is.test), inWords(should.test));
  }
  const [every, wanted] = [is.intervalSeconds, should.intervalSeconds];
  if (wanted === null || every === wanted) return true;
  return differs(healthLabel, seconds(every ?? defaultInterval), seconds(wanted));
}

/** Seconds between checks where nobody says. */
const defaultInterval = 30;

const seconds = (count: number): Text => text(`every ${count} s`, `每 ${count} 秒`);

const healthCheck: Part = {
  name: 'healthCheck',
  agree: saidOr(
    (w) => w.healthCheck.state,
    ({ running, intended }) => sameHealth(running.healthCheck, intended.healthCheck),
    (pair, ctx) => {
      const given = imageOf(pair, ctx)?.healthCheck;
      return given ? sameHealth(pair.running.healthCheck, given) : unreadImage;
    },
  ),
};

const driverLabel = text('log driver', '日志驱动');

const logDriver: Part = {
  name: 'logging',
  agree: saidOr(
    (w) => w.logging.driver,
    ({ running, intended }) =>
      running.logging.driver === intended.logging.driver ||
      differs(driverLabel, running.logging.driver, intended.logging.driver),
    ({ running }, ctx) => {
      const given = engineOf(ctx)?.logDriver.effective;
      const { driver } = running.logging;
      if (given === undefined) return unreadEngine;
      return driver === given || differs(driverLabel, driver, given);
    },
  ),
};

/** The engine adds options of its own to those of a file, so that only these are held to it. */
const logOptions: Part = {
  name: 'logging',
  agree: ({ running, intended }) => {
    const is = running.logging.options;
    const other = Object.entries(intended.logging.options).filter(
      ([name, held]) => is[name] !== held,
    );
    return compareLists(
      text('log options', '日志选项'),
      other.flatMap(([name]) => (is[name] === undefined ? [] : [`${name}=${is[name]}`])),
      other.map(([name, held]) => `${name}=${held}`),
    );
  },
};

/** What it is started with and how it is looked after. */
export const settingParts: readonly Part[] = [
  command,
  environment,
  healthCheck,
  logDriver,
  logOptions,
  labels,
];
