import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { builtHere } from '../blocks/workload/built-here.ts';

/** What takes a build out of its confines; devices have names behind a point. */
const beyond = /^(?:security\.insecure|network\.host|device(?:=.*)?)$/;

export const workloadBuildConfined = defineControl({
  id: 'workload-build-confined',
  subject: workload,
  // Some capabilities alone are enough to leave; those that are usually added are not.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The image build asks for no extra rights',
    zh: '镜像构建未请求额外权限',
  },
  failingTitle: {
    en: 'The image build asks for more rights than a build needs',
    zh: '镜像构建请求了额外权限',
  },
  rationale: {
    en: 'A privileged build runs what it fetches as root of the builder, and on the network of the host it reaches what only the host may. Who can change a package that is fetched can then change the host.',
    zh: '特权构建会以构建主机 root 身份运行所下载的内容；使用宿主机网络时，还能访问仅宿主机可达的服务。谁能篡改下载的软件包，谁就能控制构建主机。',
  },
  remediation: {
    en: 'Take privileged, entitlements and network: host out of build:, and do what needs them outside of the build.',
    zh: '从 build: 中去掉 privileged、entitlements 与 network: host，需要它们的操作放到构建之外。',
  },
  references: [
    'https://docs.docker.com/reference/compose-file/build/#privileged',
    'https://docs.docker.com/reference/compose-file/build/#entitlements',
  ],
  applies: builtHere,
  check: all(
    (w) =>
      w.build?.privileged !== true || fail(text('The build is privileged', '镜像以特权方式构建')),
    (w) =>
      w.build?.network !== 'host' ||
      fail(text('The build is on the network of the host', '镜像构建使用宿主机网络')),
    noneFails(
      (w) => w.build?.entitlements ?? [],
      (right) =>
        !beyond.test(right) ||
        fail(text(`The build requests ${right}`, `镜像构建请求了 ${right} 权限`)),
    ),
  ),
});
