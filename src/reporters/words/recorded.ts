import type { Language } from '../../core/text.ts';

/** How a sentence that snapshots keep in English is said in another language; `$1` is what stands in its brackets. */
type Sentences = readonly (readonly [recorded: RegExp, said: string])[];

const ways: Sentences = [
  [/^a Unix socket$/, 'Unix 套接字'],
  [/^ssh$/, 'SSH'],
  [/^TCP in the clear$/, '明文 TCP'],
  [/^TCP with TLS$/, 'TCP（TLS）'],
  [/^TCP with mutual TLS$/, 'TCP（双向 TLS）'],
  [/^TCP with TLS, the server unverified$/, 'TCP（TLS，未核验服务端）'],
  [/^TCP with mutual TLS, the server unverified$/, 'TCP（双向 TLS，未核验服务端）'],
];

const accesses: Sentences = [
  [
    /^as (\S+) \((-?\d+)\) over ([^;]+); only GET requests were sent; whether others would have been accepted was not tried$/,
    '以 $1（$2）身份经 $3 访问；仅发送 GET 请求，未尝试其他请求是否会被接受',
  ],
  [
    /^files below (.+), opened for reading only, as user (\S+)$/,
    '$1 之下的文件，以只读方式打开，用户 $2',
  ],
  [/^opened for reading only, as user (\S+)$/, '以只读方式打开，用户 $1'],
  [
    /^the file and the names of the files around it, opened for reading only$/,
    '该文件及其所在目录的文件名，以只读方式打开',
  ],
  [
    /^files, read as the user who runs plimsoll; no engine was asked$/,
    '以运行 plimsoll 的用户读取文件，未访问任何引擎',
  ],
  [/^read as a file$/, '以文件方式读取'],
  [/^GET without a token$/, 'GET 请求，未使用令牌'],
  [/^GET with a token$/, 'GET 请求，使用令牌'],
  [/^run as a program$/, '作为程序运行'],
];

const publishers: Sentences = [
  [
    /^State Administration for Market Regulation, Standardization Administration of China$/,
    '国家市场监督管理总局、国家标准化管理委员会',
  ],
  [
    /^General Administration of Quality Supervision, Inspection and Quarantine, Standardization Administration of China$/,
    '国家质量监督检验检疫总局、国家标准化管理委员会',
  ],
  [/^People’s Bank of China$/, '中国人民银行'],
  [/^Information Security Evaluation Alliance \(ISEAA\)$/, '网络安全等级保护测评联盟（ISEAA）'],
];

const say = (sentences: Sentences, text: string): string => {
  const found = sentences.find(([recorded]) => recorded.test(text));
  return found ? text.replace(found[0], found[1]) : text;
};

/** What snapshots and standards keep in English, in the language of a report; a sentence nobody knows stays as it is. */
export const recordedWords = {
  en: { access: (text: string): string => text, publisher: (text: string): string => text },
  zh: {
    access: (text: string): string =>
      say(accesses, text).replace(/(?<=身份经 )(.+)(?= 访问；)/, (way) => say(ways, way)),
    publisher: (text: string): string => say(publishers, text),
  },
} as const satisfies Record<
  Language,
  Readonly<Record<'access' | 'publisher', (text: string) => string>>
>;
