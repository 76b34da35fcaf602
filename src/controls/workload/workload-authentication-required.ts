import { all, ifAny, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { hasServer, noOptionOpens, noServer, noVariableOpens } from '../blocks/authentication.ts';
import { isDescribedByFile } from '../blocks/workload/described-by-file.ts';

const commandOf = (w: WorkloadFacts): readonly string[] => w.command;

/** Of a Compose file often the arguments alone are known; what its image starts by itself, the image says. */
const givenTo = (w: WorkloadFacts): readonly string[] =>
  isDescribedByFile(w) ? (w.givenArguments ?? []) : w.command;

const images = (w: WorkloadFacts): readonly string[] => [w.image.reference];

export const workloadAuthenticationRequired = defineControl({
  id: 'workload-authentication-required',
  subject: workload,
  rating: ['breach', 'open'],
  title: {
    en: 'The server in the container requires authentication',
    zh: '容器中的服务未关闭身份鉴别',
  },
  failingTitle: {
    en: 'The server in the container accepts clients without authentication',
    zh: '容器中的服务已关闭身份鉴别',
  },
  rationale: {
    en: 'A database, console or broker that runs without passwords belongs to anyone who reaches its port: every other container of its network, and everybody where the port is published. So does an engine in a container that asks for no certificate. Nobody has to break anything.',
    zh: '数据库、管理控制台或消息中间件一旦被设为免口令，凡能触及其端口者即可完全控制：同一网络中的其他容器均可访问，端口对外发布时则任何人都可访问，无需任何攻击手段。容器内不校验客户端证书的 Docker 引擎同样如此。',
  },
  remediation: {
    en: 'Take the variable or the option out, and give the server a password from a secret: *_PASSWORD_FILE of most images, secrets: in Compose. Change what was stored meanwhile if others could reach it, and let clients log in with accounts of their own. Docker in Docker keeps TLS where DOCKER_TLS_CERTDIR is left as its image has it; its clients mount /certs/client and use port 2376.',
    zh: '删除该环境变量或启动参数，并通过 Secret（敏感凭据）为服务设置口令（多数镜像支持“变量名_FILE”形式，Compose 中用 secrets:）。此前若可被他人访问，应核查期间的数据；客户端应使用各自的账户登录。Docker in Docker 保留镜像默认的 DOCKER_TLS_CERTDIR 即启用 TLS，客户端挂载 /certs/client 并连接 2376 端口。',
  },
  references: [
    'https://hub.docker.com/_/docker',
    'https://hub.docker.com/_/mysql',
    'https://hub.docker.com/_/postgres',
    'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
  ],
  check: ifAny(
    orElse(
      hasServer((w) => w.environment, commandOf, images),
      hasServer((w) => w.environment, givenTo, images),
    ),
    all(
      orElse(
        noVariableOpens((w) => w.environment, commandOf, images),
        noVariableOpens((w) => w.environment, givenTo, images),
      ),
      orElse(
        noOptionOpens(commandOf, images, '/command'),
        noOptionOpens(givenTo, images, '/givenArguments'),
      ),
    ),
    noServer,
  ),
});
