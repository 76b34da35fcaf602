import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';

export const engineDefaultRuntime = defineControl({
  id: 'engine-default-runtime',
  subject: engine,
  // Anyone who puts a runtime there has root already, or made a mistake.
  rating: ['takeover', 'remote'],
  title: {
    en: 'Containers are run by known runtimes only',
    zh: '仅使用已知的容器运行时',
  },
  failingTitle: {
    en: 'Containers may run by an unknown runtime',
    zh: '使用了未知的容器运行时',
  },
  rationale: {
    en: 'A runtime is a program that runs as root on the host for each container, and sets up all that keeps it apart. One that was slipped in, or left over, decides what isolation is worth.',
    zh: '运行时是为每个容器以宿主机 root 身份执行的程序，隔离措施均由它建立。被替换或遗留的运行时足以让隔离形同虚设。',
  },
  remediation: {
    en: 'Remove what is not needed from "runtimes" and set "default-runtime": "runc" in /etc/docker/daemon.json, and restart. A runtime that was chosen on purpose (a sandbox, one for GPUs) goes into the parameters of this control.',
    zh: '在 /etc/docker/daemon.json 中从 "runtimes" 删除不需要的运行时，设置 "default-runtime": "runc"，然后重启。有意选用的运行时（沙箱、GPU 等）写入本控制项的参数。',
  },
  references: [
    'https://docs.docker.com/engine/daemon/alternative-runtimes/',
    'https://docs.docker.com/reference/cli/dockerd/',
  ],
  params: z.object({
    allowed: z.array(z.string()).default(['runc', 'io.containerd.runc.v2', 'crun']).meta({
      en: 'Runtimes that may be the default. These are what Docker and Podman come with.',
      zh: '允许作为默认的运行时。默认列出 Docker 与 Podman 自带的运行时。',
    }),
    allowedBeside: z
      .array(z.string())
      .default(['io.containerd.runtime.v1.linux', 'kata', 'krun', 'runj', 'runsc', 'youki'])
      .meta({
        en: 'Further runtimes that may be asked for. The defaults are those that Podman names whether or not they are installed, and an old name of the first.',
        zh: '允许按需选用的其他运行时。默认包括 Podman 无论是否安装都会列出的运行时，以及 runc 的旧名称。',
      }),
  }),
  check: all(
    (e, { params }) => {
      const name = e.runtimes.default;
      if (params.allowed.includes(name)) return true;
      return fail(text(`The default runtime is ${name}`, `默认运行时为 ${name}`));
    },
    (e, { params }) => {
      const strange = e.runtimes.available.filter(
        (name) => !params.allowed.includes(name) && !params.allowedBeside.includes(name),
      );
      if (strange.length === 0) return true;
      return fail(
        text(
          `Containers may ask for ${strange.join(', ')}`,
          `容器可选用运行时 ${strange.join('、')}`,
        ),
      );
    },
  ),
});
