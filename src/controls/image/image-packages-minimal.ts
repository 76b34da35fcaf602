import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

export const imagePackagesMinimal = defineControl({
  id: 'image-packages-minimal',
  subject: image,
  rating: ['weakness', 'open'],
  title: {
    en: 'No tools are installed that only a builder or an intruder needs',
    zh: '镜像未安装仅构建或入侵才用得到的软件包',
  },
  failingTitle: {
    en: 'The image has tools that only a builder or an intruder needs',
    zh: '镜像安装了仅构建或入侵才用得到的软件包',
  },
  rationale: {
    en: 'A compiler, a port scanner or a packet sniffer serves no service, but saves an intruder the trouble of bringing one. Each package is also one more that has to be patched.',
    zh: '编译器、端口扫描器、抓包工具对业务没有用处，却省去了入侵者自带工具的麻烦；每多一个软件包，也就多一个需要打补丁的对象。',
  },
  remediation: {
    en: 'Build in a stage of its own and copy only the result: FROM debian:13-slim, COPY --from=build /out/app /app; install with apt-get install --no-install-recommends.',
    zh: '在独立阶段构建，只复制结果：FROM debian:13-slim，COPY --from=build /out/app /app；安装时使用 apt-get install --no-install-recommends。',
  },
  references: [
    'https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages',
    'https://docs.docker.com/build/building/multi-stage/',
  ],
  params: z.object({
    unwanted: z
      .array(z.string())
      .default([
        'build-base',
        'build-essential',
        'clang',
        'dropbear',
        'ftp',
        'g++',
        'gcc',
        'gcc-c++',
        'gdb',
        'make',
        'ncat',
        'netcat',
        'netcat-openbsd',
        'netcat-traditional',
        'nmap',
        'nmap-ncat',
        'openssh',
        'openssh-server',
        'rsh-client',
        'socat',
        'strace',
        'sudo',
        'tcpdump',
        'telnet',
        'telnet-server',
        'telnetd',
        'tshark',
        'wireshark-cli',
      ])
      .meta({
        en: 'Names of packages, as dpkg, apk and RPM know them, that a service does not need: compilers, debuggers, remote shells, and tools that look around in a network.',
        zh: '业务不需要的软件包，按 dpkg、apk、RPM 的包名列出：编译器、调试器、远程登录服务以及网络探测工具。',
      }),
  }),
  applies: (i) =>
    i.files.packages.manager !== null ||
    notApplicable(
      text(
        'There is no package database of dpkg, apk or RPM',
        '镜像没有 dpkg、apk 或 RPM 软件包数据库',
      ),
    ),
  check: (i, { params }) => {
    const installed = new Set(i.files.packages.installed);
    const found = params.unwanted.filter((name) => installed.has(name));
    if (found.length === 0) return true;
    return fail(text(`Contains ${found.join(', ')}`, `已安装 ${found.join('、')}`));
  },
});
