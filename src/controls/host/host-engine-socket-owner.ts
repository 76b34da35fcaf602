import { z } from 'zod';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail, type Verdict } from '../../core/controls/verdict.ts';
import { isRoots } from '../blocks/host/file-owner.ts';
import { hasFile, type HostFile } from '../blocks/host/host-file.ts';

const socket = (h: HostFacts) => h.files.engineSocket;

/** A rootless engine's socket lies in the directory of the user that it runs as. */
function isOwners(file: HostFile, h: HostFacts, allowed: readonly string[]): boolean | Verdict {
  const [, user] = /^\/run\/user\/(\d+)\//.exec(file.path) ?? [];
  const { uid, gid, group } = file;
  if (user === undefined) {
    // To the kernel a group is its number, and the first name that has it may be another.
    const isAllowed =
      group !== null &&
      !allowed.includes(group) &&
      h.groups.some((one) => one.gid === gid && allowed.includes(one.name));
    return isRoots(file, isAllowed ? [group] : allowed);
  }
  return (
    uid === Number(user) ||
    fail(text(`${file.path} belongs to user ${uid}`, `${file.path} 属于用户 ${uid}`))
  );
}

export const hostEngineSocketOwner = defineControl({
  id: 'host-engine-socket-owner',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The engine’s socket belongs to root and the engine’s group',
    zh: '引擎套接字的属主和属组正确',
  },
  failingTitle: {
    en: 'The engine’s socket has the wrong owner or group',
    zh: '引擎套接字的属主或属组不正确',
  },
  rationale: {
    en: 'The owner of the socket decides who may use it, and using it is being root. An ordinary account that owns it, or a wide group, is a second root that nobody meant to make.',
    zh: '套接字的属主决定谁能使用它，而能使用就等于 root。若属于普通账户或成员众多的组，等于凭空多出一个 root。',
  },
  remediation: {
    en: 'Set SocketUser=root and SocketGroup=docker in docker.socket (or "group": "docker" in daemon.json) and restart: systemctl daemon-reload && systemctl restart docker.socket docker.service.',
    zh: '在 docker.socket 中设置 SocketUser=root、SocketGroup=docker（或在 daemon.json 中设置 "group": "docker"），然后重启：systemctl daemon-reload && systemctl restart docker.socket docker.service。',
  },
  references: [
    'https://docs.docker.com/engine/security/',
    'https://man7.org/linux/man-pages/man5/systemd.socket.5.html',
  ],
  params: z.object({
    groups: z.array(z.string()).default(['docker']).meta({
      en: 'Groups that the socket may belong to, beside root’s own.',
      zh: '除 root 组外，套接字可以归属的组。',
    }),
  }),
  applies: hasFile(socket, text('socket of an engine', '引擎套接字')),
  check: all(
    (h, { params }) => {
      const file = socket(h);
      return file === null || isOwners(file, h, params.groups);
    },
    noneFails(
      (h) => (h.files.otherEngineSockets ?? []).map((file) => ({ file, h })),
      ({ file, h }, { params }) => isOwners(file, h, params.groups),
    ),
  ),
});
