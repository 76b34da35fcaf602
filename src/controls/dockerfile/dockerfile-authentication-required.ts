import { all, ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile, type DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { hasServer, noOptionOpens, noServer, noVariableOpens } from '../blocks/authentication.ts';

type Variable = DockerfileFacts['variables'][number];

/** The variables that the image has in the end: of several ENV of one name the last. */
const inForce = (d: DockerfileFacts): readonly Variable[] => {
  const last = new Map<string, Variable>();
  for (const variable of d.variables) {
    const { instruction, final, trigger, name } = variable;
    if (instruction === 'ENV' && final && !trigger) last.set(name, variable);
  }
  return [...last.values()];
};

const commandOf = (d: DockerfileFacts): readonly string[] => d.command;

const bases = (d: DockerfileFacts): readonly string[] =>
  d.images.filter(({ use, final }) => use === 'base' && final).map(({ reference }) => reference);

export const dockerfileAuthenticationRequired = defineControl({
  id: 'dockerfile-authentication-required',
  subject: dockerfile,
  rating: ['breach', 'open'],
  title: {
    en: 'The build file does not switch authentication off',
    zh: 'Dockerfile 未关闭服务的身份鉴别',
  },
  failingTitle: {
    en: 'The build file switches authentication off',
    zh: 'Dockerfile 关闭了服务的身份鉴别',
  },
  rationale: {
    en: 'An ENV or a CMD that lets everybody into a server goes with the image wherever it is run, and nobody who runs it asked for that.',
    zh: 'ENV 或 CMD 中免身份鉴别的设置会随镜像到处生效，而运行者对此并不知情。',
  },
  remediation: {
    en: 'Take it out of ENV, CMD or ENTRYPOINT. What a test needs open belongs in the Compose file of the test; elsewhere the server gets its password from a secret.',
    zh: '从 ENV、CMD 或 ENTRYPOINT 中删除。仅测试需要的设置应写在测试用的 Compose 文件中；其他环境通过 Secret（敏感凭据）向服务提供口令。',
  },
  references: [
    'https://hub.docker.com/_/mysql',
    'https://hub.docker.com/_/postgres',
    'https://docs.docker.com/reference/dockerfile/#env',
  ],
  check: ifAny(
    hasServer(inForce, commandOf, bases),
    all(noVariableOpens(inForce, commandOf, bases), noOptionOpens(commandOf, bases, '/command')),
    noServer,
  ),
});
