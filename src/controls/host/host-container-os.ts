import { z } from 'zod';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, pass } from '../../core/controls/verdict.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostContainerOs = defineControl({
  id: 'host-container-os',
  subject: host,
  rating: ['weakness', 'open'],
  title: {
    en: 'The host runs a system made for containers only',
    zh: '宿主机运行容器专用操作系统',
  },
  failingTitle: {
    en: 'The host runs a general-purpose system',
    zh: '宿主机运行通用操作系统',
  },
  rationale: {
    en: 'A system that holds little but an engine, is mounted read-only and is replaced as a whole has less to attack and nothing to drift. Controls on changes to its programs and on kernel packages do not apply to it, and say so.',
    zh: '容器专用操作系统几乎只包含引擎，系统只读挂载、整体更新，攻击面小且不会偏离基线。针对程序文件改动和内核软件包的控制项对其不适用，结果中会注明。',
  },
  remediation: {
    en: 'For new hosts choose Flatcar, Fedora CoreOS, Bottlerocket, openSUSE MicroOS, Photon or the like. Where a general system is policy, harden it and tailor this control out with that reason.',
    zh: '新建主机可选用 Flatcar、Fedora CoreOS、Bottlerocket、openSUSE MicroOS、Photon 等。若制度规定使用通用操作系统，应加固并以此为由裁剪本控制项。',
  },
  references: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://www.freedesktop.org/software/systemd/man/latest/os-release.html',
  ],
  params: z.object({
    alsoAccepted: z.array(z.string()).default([]).meta({
      en: 'Further systems to count, by the ID of their os-release, such as an image of one’s own.',
      zh: '另行认可的系统，按 os-release 中的 ID 填写，例如自制镜像。',
    }),
  }),
  check: (h, { params }) => {
    const { containerOs, name, id } = h.os;
    if (containerOs || params.alsoAccepted.includes(id)) return pass(text(name, name));
    return fail(text(`${name} is a general-purpose system`, `${name} 是通用操作系统`));
  },
});
