import systemPath from 'node:path';
import type { Collector } from '../../core/snapshot/collector.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { DockerLike } from './docker-like.ts';
import { text, type Text } from '../../core/text.ts';
import { parseRegistryAddress } from './registry-address.ts';
import { slashed, type PathRules } from '../../syntax/paths/system-paths.ts';

/** One target as a person names it, recognised but not yet reached. */
export type TargetSpec =
  | { readonly kind: 'engine'; readonly address: string | undefined }
  | DockerTarget
  | { readonly kind: 'host'; readonly root: string }
  | { readonly kind: 'compose'; readonly files: readonly string[] }
  | { readonly kind: 'archive' | 'devcontainer' | 'scanner' | 'falco'; readonly path: string }
  | {
      readonly kind: 'dockerfile';
      readonly path: string;
      /** Links to it in its folder that have the name of a build file, or are named as one. */
      readonly also?: readonly string[];
    }
  | { readonly kind: 'registry'; readonly address: string }
  | { readonly kind: 'clair'; readonly url: string }
  | { readonly kind: 'own'; readonly collector: Collector }
  | UnreadTarget
  | { readonly kind: 'path'; readonly path: string };

/** What was found in a folder and could not be read, so that what it would have held is a gap. */
export interface UnreadTarget {
  readonly kind: 'unread';
  /** What it would have been by its name; a folder could have held anything. */
  readonly as: 'compose' | 'dockerfile' | 'devcontainer' | 'folder';
  readonly path: string;
  /** Why it could not be read. */
  readonly error: PlimsollError;
}

/** An engine that is asked through a client that a program has: a `Dockerode`, or what has a modem like its own. */
export interface DockerTarget {
  readonly kind: 'engine';
  readonly address?: never;
  readonly docker: DockerLike;
  /** How the target is called; by the client's socket when absent, or `engine`. */
  readonly name?: string;
}

/** A target that is read for itself, and not for the images of others. */
export type OwnTarget = Exclude<TargetSpec, { readonly kind: 'clair' }>;

/** The spellings that {@link parseTarget} knows, with what each means; for `list targets`. */
export const targetForms = [
  {
    form: 'unix:///var/run/docker.sock',
    meaning: { en: 'an engine at a socket', zh: '经套接字访问的容器引擎' },
  },
  {
    form: 'tcp://HOST:2376',
    meaning: {
      en: 'an engine over TLS (DOCKER_CERT_PATH)',
      zh: '经 TLS 访问的容器引擎（DOCKER_CERT_PATH）',
    },
  },
  {
    form: 'npipe:////./pipe/NAME',
    meaning: {
      en: 'an engine at a named pipe of Windows',
      zh: '经 Windows 命名管道访问的容器引擎',
    },
  },
  {
    form: 'ssh://USER@HOST',
    meaning: { en: 'an engine through ssh', zh: '经 SSH 访问的容器引擎' },
  },
  {
    form: 'context:NAME',
    meaning: { en: 'a context of the docker command line', zh: 'Docker 命令行的上下文' },
  },
  {
    form: 'alpine:3.20',
    meaning: {
      en: 'an image or a container of the local engine by its name (scan alone)',
      zh: '本地引擎中的镜像或容器，按名称（仅限 scan）',
    },
  },
  {
    form: 'container:NAME',
    meaning: {
      en: 'a container of the local engine alone, also where an image has that name; image:NAME likewise (scan alone)',
      zh: '仅指本地引擎中的容器（镜像重名时使用）；镜像写 image:NAME（仅限 scan）',
    },
  },
  {
    form: 'registry:HOST/APP:TAG',
    meaning: {
      en: 'an image in a registry, read as it would be pulled; scan alone takes its name without registry: as well',
      zh: '镜像仓库中的镜像，按拉取的方式读取；scan 也接受不带 registry: 的名称',
    },
  },
  {
    form: 'registry:https://HOST',
    meaning: {
      en: 'a registry itself: how it is reached, and what it gives without an account',
      zh: '镜像仓库本身：如何访问，以及不带账户能得到什么',
    },
  },
  { form: 'host:/', meaning: { en: 'this host, by its files', zh: '本机（读取其文件）' } },
  {
    form: 'host:/ROOT',
    meaning: { en: 'a host whose files are mounted at ROOT', zh: '文件挂载在 ROOT 下的宿主机' },
  },
  {
    form: 'image.tar',
    meaning: {
      en: 'an archive of images: docker save, or an OCI layout (a tar or a folder)',
      zh: '镜像归档：docker save 的输出，或 OCI layout（tar 或目录）',
    },
  },
  {
    form: 'compose.yaml',
    meaning: { en: 'a Compose file, by its content', zh: 'Compose 文件（按内容识别）' },
  },
  {
    form: 'compose:FILE[,FILE]',
    meaning: {
      en: 'Compose files, later ones laid over earlier ones, or the folder of a project',
      zh: '多个 Compose 文件（后者覆盖前者），或项目所在目录',
    },
  },
  {
    form: 'path/to/Dockerfile',
    meaning: { en: 'a Dockerfile, by its content', zh: 'Dockerfile（按内容识别）' },
  },
  {
    form: 'devcontainer.json',
    meaning: {
      en: 'a dev container, by the name of its file, with the Dockerfile or Compose project that it names',
      zh: '开发容器（按文件名识别），及其指明的 Dockerfile 或 Compose 项目',
    },
  },
  {
    form: '.',
    meaning: {
      en: 'a folder: the Dockerfiles, Compose files and dev containers below it, less what git ignores',
      zh: '目录：其下的 Dockerfile、Compose 文件与开发容器（不含 git 忽略的文件）',
    },
  },
  {
    form: 'scan.json',
    meaning: {
      en: 'a report of a scanner (Clair, Trivy, Grype, SARIF), a bill of materials, or a VEX document',
      zh: '扫描器报告（Clair、Trivy、Grype、SARIF）、软件物料清单或 VEX 文档',
    },
  },
  {
    form: 'clair:https://HOST',
    meaning: {
      en: 'a Clair server, asked for its report of each image of the other targets (CLAIR_TOKEN)',
      zh: 'Clair 服务器：按摘要获取其他目标中各镜像的报告（CLAIR_TOKEN）',
    },
  },
  {
    form: 'falco:FILE',
    meaning: {
      en: 'alerts of Falco as JSON, a line each, read for the containers of the other targets',
      zh: 'Falco 的 JSON 告警（每行一条），对应其他目标中的容器',
    },
  },
  {
    form: 'NAME:…',
    meaning: {
      en: 'a collector of your own, by its id in the configuration',
      zh: '自定义采集器（按配置中的 id）',
    },
  },
  {
    form: 'snapshot.json',
    meaning: { en: 'a saved snapshot, or a bundle', zh: '已保存的快照，或证据包' },
  },
] as const;

/** A pipe as Windows itself names it. */
const pipe = /^[\\/]{2}\.[\\/]pipe[\\/]/i;

/**
 * Recognises a target by its spelling. Anything without a known prefix is a path, to be recognised by
 * its content; on Windows a path has `/` between its names from here on, and a pipe is an engine's.
 *
 * @throws PlimsollError `target-unknown`
 */
export const parseTarget = (spelling: string): TargetSpec => parseTargetOf(systemPath, spelling);

/**
 * The same by the paths of a system.
 *
 * @throws PlimsollError `target-unknown`
 */
export function parseTargetOf(rules: Pick<PathRules, 'sep'>, spelling: string): TargetSpec {
  // One letter is a drive of Windows, and what follows a path.
  const scheme = /^([a-z][a-z0-9+.-]+):/.exec(spelling)?.[1];
  switch (scheme) {
    case 'unix':
    case 'tcp':
    case 'npipe':
    case 'ssh':
    case 'context':
      return { kind: 'engine', address: spelling };
    case 'host': {
      const root = spelling.slice('host:'.length);
      if (root.startsWith('/')) return { kind: 'host', root };
      throw unknownTarget(
        spelling,
        text('a host is named by an absolute path: host:/', '宿主机用绝对路径指明：host:/'),
      );
    }
    case 'compose': {
      const files = spelling.slice('compose:'.length).split(',');
      if (files.every((file) => file !== '')) {
        return { kind: 'compose', files: files.map((file) => slashed(file, rules)) };
      }
      throw unknownTarget(
        spelling,
        text(
          'a Compose project is named by its files: compose:compose.yaml',
          'Compose 项目用其文件指明：compose:compose.yaml',
        ),
      );
    }
    case 'registry': {
      const address = spelling.slice('registry:'.length);
      if (parseRegistryAddress(address)) return { kind: 'registry', address };
      throw unknownTarget(
        withoutSecret(spelling),
        text(
          'a registry is named by its host, and an image of one with it: registry:registry.example/app:1.2',
          '镜像仓库用其主机名指明，其中的镜像连同主机名指明：registry:registry.example/app:1.2',
        ),
      );
    }
    case 'falco': {
      const path = spelling.slice('falco:'.length);
      if (path !== '') return { kind: 'falco', path: slashed(path, rules) };
      throw unknownTarget(
        spelling,
        text(
          'alerts of Falco are named by their file: falco:/var/log/falco.json',
          'Falco 告警用其文件指明：falco:/var/log/falco.json',
        ),
      );
    }
    case 'clair':
      return { kind: 'clair', url: clairUrl(spelling) };
    case undefined:
      if (rules.sep !== '/' && pipe.test(spelling)) {
        return { kind: 'engine', address: `npipe://${slashed(spelling, rules)}` };
      }
      if (spelling !== '') return { kind: 'path', path: slashed(spelling, rules) };
      throw unknownTarget(spelling, text('it is empty', '内容为空'));
    default:
      throw unknownTarget(
        spelling,
        text(`no target begins with ${scheme}:`, `没有目标以 ${scheme}: 开头`),
      );
  }
}

/**
 * What is scanned when nothing is named: the engine that the docker command line would talk to, and this
 * host with it unless that engine is reached over a network.
 */
export function defaultTargets(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): readonly TargetSpec[] {
  const engine: TargetSpec = { kind: 'engine', address: undefined };
  const elsewhere =
    env['DOCKER_CONTEXT'] !== undefined ||
    (env['DOCKER_HOST'] !== undefined && !env['DOCKER_HOST'].startsWith('unix:'));
  return platform !== 'linux' || elsewhere ? [engine] : [engine, { kind: 'host', root: '/' }];
}

/** What stands before an `@` may be an account, and nothing of that is repeated. */
const withoutSecret = (spelling: string): string => spelling.replace(/\/\/[^/]*@/, '//');

/** The address of a Clair server, without a slash at its end. */
function clairUrl(spelling: string): string {
  const written = spelling.slice('clair:'.length);
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw unknownTarget(
      spelling,
      text(
        'a Clair server is named by its address: clair:https://HOST',
        'Clair 服务器用其地址指明：clair:https://HOST',
      ),
    );
  }
  if (url.username !== '' || url.password !== '') {
    // The spelling is not repeated, since it holds a secret.
    throw unknownTarget(
      'clair:',
      text(
        'a token goes into CLAIR_TOKEN, and nothing of it into the address',
        '令牌放入 CLAIR_TOKEN，不写入地址',
      ),
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw unknownTarget(
      spelling,
      text(
        'the address of a Clair server has neither a query nor a fragment',
        'Clair 服务器的地址不含查询或片段',
      ),
    );
  }
  return url.href.replace(/\/+$/, '');
}

const unknownTarget = (spelling: string, why: Text): PlimsollError =>
  new PlimsollError(
    'target-unknown',
    text(
      `The target ${JSON.stringify(spelling)} is not known: ${why.en}.`,
      `目标 ${JSON.stringify(spelling)} 无法识别：${why.zh}。`,
    ),
    {
      hint: text(
        'See what can be named with: plimsoll list targets',
        '查看可以指明什么：plimsoll list targets',
      ),
    },
  );
