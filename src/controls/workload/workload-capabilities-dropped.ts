import { z } from 'zod';
import { all, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import {
  firstHoldsOnly,
  othersHoldOnly,
  withinCapabilities,
} from '../blocks/workload/capabilities.ts';

export const workloadCapabilitiesDropped = defineControl({
  id: 'workload-capabilities-dropped',
  subject: workload,
  // What is left by default leads nowhere alone.
  rating: ['breach', 'remote'],
  title: {
    en: 'The container drops all capabilities but those it was shown to need',
    zh: '容器已去除全部权能，仅保留确需的权能',
  },
  failingTitle: {
    en: 'The container keeps capabilities that it was not shown to need',
    zh: '容器保留了未证明确需的权能',
  },
  rationale: {
    en: 'Of the fourteen capabilities that the engine gives by default, a service needs none or one. The rest lets anyone who takes it over forge packets, make device files, and act as any user of the container.',
    zh: '引擎默认授予十四项权能，而一般服务至多需要其中一项。其余权能会让入侵者得以伪造报文、创建设备文件，并以容器内任意用户的身份行事。',
  },
  remediation: {
    en: 'Start it with --cap-drop ALL and add by name what fails without: --cap-add NET_BIND_SERVICE; in Compose cap_drop: [ALL] and cap_add: [NET_BIND_SERVICE]. Name what is added in the parameters of this control.',
    zh: '启动时加 --cap-drop ALL，再按名添加缺之不可的权能：--cap-add NET_BIND_SERVICE；Compose 中写 cap_drop: [ALL] 与 cap_add: [NET_BIND_SERVICE]，并将所添加的权能写入本控制项的参数。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  ],
  params: z.object({
    allowed: z
      .array(z.string().regex(/^[A-Z][A-Z_]*$/, 'must be in upper case'))
      .default(['NET_BIND_SERVICE'])
      .meta({
        en: 'Capabilities that may be kept, in upper case, with or without CAP_. The default is the one that lets a service listen on a port below 1024.',
        zh: '允许保留的权能，大写，可带或不带 CAP_ 前缀。默认仅允许监听 1024 以下端口所需的一项。',
      }),
  }),
  // Judged by what it holds in the end: all dropped one by one are as good as dropped by ALL.
  check: all(
    (w, { params }) =>
      withinCapabilities(w.capabilities.effective, params.allowed, text('Keeps', '仍保留权能')),
    // Where the kernel is not seen, what it was made with decides.
    orElse(
      firstHoldsOnly(({ allowed }) => allowed),
      () => true,
    ),
    // What came in from outside was given others.
    othersHoldOnly(({ allowed }) => allowed),
  ),
});
