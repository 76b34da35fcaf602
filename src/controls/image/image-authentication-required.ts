import { all, ifAny } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { hasServer, noOptionOpens, noServer, noVariableOpens } from '../blocks/authentication.ts';

const commandOf = (i: ImageFacts): readonly string[] => i.command;

const referencesOf = (i: ImageFacts): readonly string[] => i.references;

export const imageAuthenticationRequired = defineControl({
  id: 'image-authentication-required',
  subject: image,
  rating: ['breach', 'open'],
  title: {
    en: 'The image does not switch authentication off',
    zh: '镜像未关闭服务的身份鉴别',
  },
  failingTitle: {
    en: 'The image switches authentication off',
    zh: '镜像关闭了服务的身份鉴别',
  },
  rationale: {
    en: 'What an image sets is in force in every container that says nothing else: each of them lets in anyone who reaches its port, and nothing in the way it is started shows it.',
    zh: '镜像中的设置对未另行指定的每个容器生效：每个容器都会放行任何能触及其端口的访问者，而从启动方式上看不出来。',
  },
  remediation: {
    en: 'Take the variable or the option out of the Dockerfile and build anew. What a test needs open belongs in the file that starts the test.',
    zh: '从 Dockerfile 中删除该环境变量或启动参数并重新构建；仅测试需要的设置应写在启动测试的文件中。',
  },
  references: [
    'https://hub.docker.com/_/mysql',
    'https://hub.docker.com/_/postgres',
    'https://docs.docker.com/reference/dockerfile/#env',
  ],
  check: ifAny(
    hasServer((i) => i.environment, commandOf, referencesOf),
    all(
      noVariableOpens((i) => i.environment, commandOf, referencesOf),
      noOptionOpens(commandOf, referencesOf),
    ),
    noServer,
  ),
});
