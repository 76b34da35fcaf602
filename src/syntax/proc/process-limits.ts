/** A limit of a process: what holds until it is raised, and how far it may be raised; -1 is no limit. */
export interface ProcessLimit {
  /** As `ulimit` and engines call it, `nofile`. */
  readonly name: string;
  readonly soft: number;
  readonly hard: number;
}

/** The kernel's names of limits, by those that engines have for them. */
const kernelNames: Readonly<Record<string, string>> = {
  'Max cpu time': 'cpu',
  'Max file size': 'fsize',
  'Max data size': 'data',
  'Max stack size': 'stack',
  'Max core file size': 'core',
  'Max resident set': 'rss',
  'Max processes': 'nproc',
  'Max open files': 'nofile',
  'Max locked memory': 'memlock',
  'Max address space': 'as',
  'Max file locks': 'locks',
  'Max pending signals': 'sigpending',
  'Max msgqueue size': 'msgqueue',
  'Max nice priority': 'nice',
  'Max realtime priority': 'rtprio',
  'Max realtime timeout': 'rttime',
};

const line = /^(Max [a-z ]+?) {2,}(unlimited|\d+) +(unlimited|\d+)/gm;

/** Takes the text of /proc/PID/limits apart, in the order of the text. */
export const parseProcessLimits = (text: string): readonly ProcessLimit[] =>
  [...text.matchAll(line)].flatMap(([, title = '', soft = '', hard = '']) => {
    const name = kernelNames[title];
    return name === undefined ? [] : { name, soft: numberOf(soft), hard: numberOf(hard) };
  });

const numberOf = (text: string): number => (text === 'unlimited' ? -1 : Number(text));
