import { expect, it } from 'vitest';
import { workloadPrivilegesAsIntended } from '../../../src/controls/workload/workload-privileges-as-intended.ts';
import { declaredAs, deployedWorkload, projectOf, serviceOf } from '../../fixtures/declared.ts';
import { judge, subjectOf } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';

const own = { mode: 'private', chain: [], resolved: 'private' } as const;
const ofHost = { mode: 'host', chain: [], resolved: 'host' } as const;
const joining = (chain: readonly string[]) => ({ mode: 'container', chain, resolved: 'private' });
const security = (facts: object) => ({ facts: { security: facts } });
const device = { hostPath: '/dev/sda', containerPath: '/dev/sda', permissions: 'rwm' } as const;
const card = { driver: '', capabilities: ['gpu'] } as const;
const unconfined = { mode: 'unconfined', allowsAll: true } as const;

const privileged = {
  facts: { privileged: true, security: { seccomp: unconfined, systemPathsUnconfined: true } },
};

/** A container that another one joins. */
const proxy = (project: string, service: string) =>
  subjectOf('workload', { ...deployedWorkload, compose: { project, service } }, { id: 'proxy-1' });

describeControl(workloadPrivilegesAsIntended, deployedWorkload, {
  around: declaredAs(),
  unnoticed: {
    '/image/reference': 'It finds the image where its id is not known',
    '/security/seccomp/allowsAll': 'It follows from the mode, which is compared',
    '/security/seccomp/allowedDangerous': 'It follows from the mode, which is compared',
    'workload /security/seccomp/allowsAll': 'It follows from the mode, which is compared',
    'workload /security/seccomp/allowedDangerous': 'It follows from the mode, which is compared',
  },
  pass: {
    'devices that the file names': {
      facts: { devices: [device], deviceRequests: [card] },
      others: declaredAs({ facts: { devices: [device], deviceRequests: [card] } }),
    },
    'the runtime that is the default of its engine': {
      facts: { runtime: 'runc' },
      others: declaredAs({}, { runtimes: { default: 'runc', available: ['runc'] } }),
    },
    'the runtime that the file names, whatever its engine takes': {
      facts: { runtime: 'runsc' },
      others: declaredAs({ facts: { runtime: 'runsc' } }, { runtimes: { default: 'runc' } }),
    },
    'privileged by its file': {
      ...privileged,
      others: declaredAs(privileged),
    },
    'privileged, without the labels that the engine then switches off': {
      facts: { privileged: true, security: { selinux: { disabled: true } } },
      others: declaredAs({ facts: { privileged: true } }),
    },
    'capabilities in another order': {
      facts: { capabilities: { added: ['NET_RAW', 'CHOWN'] } },
      others: declaredAs({ facts: { capabilities: { added: ['CHOWN', 'NET_RAW'] } } }),
    },
    'the user of its image, where the file names none': {
      others: declaredAs({ gaps: ['/user'] }),
    },
    'the engine gives no new privileges, where the file is silent': {
      others: declaredAs({ facts: { security: { noNewPrivileges: false } } }),
    },
    'the engine has no seccomp': {
      ...security({ seccomp: unconfined }),
      others: declaredAs({}, { security: { seccomp: '' } }),
    },
    'the engine has no AppArmor': {
      ...security({ apparmor: { profile: '' } }),
      others: declaredAs({}, { security: { apparmor: false } }),
    },
    'the engine’s own AppArmor profile': {
      others: declaredAs({ gaps: ['/security/apparmor/profile'] }),
    },
    'the engine’s user and cgroup namespaces': {
      facts: { namespaces: { user: own, cgroup: own } },
      others: declaredAs(
        { gaps: ['/namespaces/user', '/namespaces/cgroup'] },
        { containerDefaults: { cgroupNamespace: true } },
      ),
    },
    'an engine that maps users': {
      facts: { namespaces: { user: own } },
      others: declaredAs({ gaps: ['/namespaces/user'] }, { rootless: false, userNamespaces: true }),
    },
    'the engine shares IPC by default': {
      facts: { namespaces: { ipc: { ...own, mode: 'shareable' } } },
      others: declaredAs({}, { containerDefaults: { ipcMode: 'shareable' } }),
    },
    'the container of the service that it joins': {
      facts: { namespaces: { pid: joining(['proxy-1']) } },
      others: [
        ...declaredAs({ facts: { namespaces: { pid: joining(['proxy']) } } }),
        proxy('shop', 'proxy'),
      ],
    },
    'a container that no file describes, as the file says': {
      facts: { namespaces: { pid: joining(['proxy-1']) } },
      others: declaredAs({ gaps: ['/namespaces/pid'] }),
    },
    'what is left out on purpose': {
      facts: { privileged: true, groups: ['0'] },
      params: { ignore: ['privileged', 'groups'] },
    },
    'a Swarm service of a file that asks for what no Swarm has': {
      facts: { origin: 'swarm-service' },
      others: declaredAs({ facts: { privileged: true, namespaces: { pid: ofHost } } }),
    },
  },
  fail: {
    privileged: { facts: { privileged: true } },
    'no longer privileged': { others: declaredAs({ facts: { privileged: true } }) },
    'a capability more': { facts: { capabilities: { added: ['SYS_ADMIN'] } } },
    'a capability not dropped': { facts: { capabilities: { dropped: [] } } },
    'another user': { facts: { user: { configured: 'root' } } },
    'another user than that of its image': {
      facts: { user: { configured: '0' } },
      others: declaredAs({ gaps: ['/user'] }),
    },
    'a further group': { facts: { groups: ['docker'] } },
    'new privileges may be gained': security({ noNewPrivileges: false }),
    'no seccomp': security({ seccomp: unconfined }),
    'another seccomp profile': {
      ...security({ seccomp: { mode: 'custom', allowsAll: true, allowedDangerous: ['mount'] } }),
      others: declaredAs({
        facts: {
          security: { seccomp: { mode: 'custom', allowsAll: false, allowedDangerous: [] } },
        },
      }),
    },
    'no AppArmor': security({ apparmor: { profile: 'unconfined', unconfined: true } }),
    'an AppArmor profile that nobody asked for': {
      ...security({ apparmor: { profile: 'mine' } }),
      others: declaredAs({ gaps: ['/security/apparmor/profile'] }),
    },
    'no SELinux labels': security({ selinux: { disabled: true } }),
    'system paths laid open': security({ systemPathsUnconfined: true }),
    'a root that can be written': { facts: { readOnlyRootFilesystem: false } },
    'another runtime': {
      facts: { runtime: 'runc' },
      others: declaredAs({ facts: { runtime: 'runsc' } }),
    },
    'another runtime than that of its engine': {
      facts: { runtime: 'sysbox-runc' },
      others: declaredAs({}, { runtimes: { default: 'runc', available: ['runc'] } }),
    },
    'a parameter of the kernel': {
      facts: { sysctls: { 'net.ipv4.ip_unprivileged_port_start': '0' } },
    },
    'a parameter of the kernel that is another': {
      facts: { sysctls: { 'net.core.somaxconn': '65535' } },
      others: declaredAs({ facts: { sysctls: { 'net.core.somaxconn': '1024' } } }),
    },
    'a device': { facts: { devices: [device] } },
    'a rule for devices': { facts: { deviceRules: ['a *:* rwm'] } },
    'a graphics card': { facts: { deviceRequests: [card] } },
    'processes of the host': { facts: { namespaces: { pid: ofHost } } },
    'the network of the host': { facts: { namespaces: { network: ofHost } } },
    'users of the host': {
      facts: { namespaces: { user: ofHost } },
      others: declaredAs({ gaps: ['/namespaces/user'] }),
    },
    'IPC that others may join': { facts: { namespaces: { ipc: { ...own, mode: 'shareable' } } } },
    'another container joined': {
      facts: { namespaces: { pid: joining(['proxy-1']) } },
      others: [
        ...declaredAs({ facts: { namespaces: { pid: joining(['proxy']) } } }),
        proxy('other', 'proxy'),
      ],
    },
    'a Swarm service with a capability more': {
      facts: { origin: 'swarm-service', capabilities: { added: ['SYS_ADMIN'] } },
    },
  },
  notApplicable: {
    'no file among the targets': { others: [] },
    'the file of another project': { facts: { compose: { project: 'other', service: 'web' } } },
    'a service that is not on': { others: [projectOf('web')] },
    'made by hand': { facts: { compose: null } },
    'the intention itself': { facts: { origin: 'compose-service' } },
  },
  unknown: {
    'the runtime is not told': { others: declaredAs({ facts: { runtime: 'runsc' } }) },
    'the engine whose runtime is the default was not read': {
      facts: { runtime: 'runc' },
      others: declaredAs().filter(({ kind }) => kind !== 'engine'),
    },
    'the image that decides was not read': {
      others: declaredAs({ gaps: ['/user'] }).filter(({ kind }) => kind !== 'image'),
      facts: { image: { id: `sha256:${'9'.repeat(64)}` } },
    },
  },
});

it('is as one of two files of equal projects says, though the other was not read', () => {
  const other = { facts: { user: { configured: '7' } } };
  const facts = { ...deployedWorkload, user: { ...deployedWorkload.user, configured: '7' } };
  const others = [...declaredAs(), serviceOf(other, 'second')];
  expect(judge(workloadPrivilegesAsIntended, facts, { others }).status).toBe('pass');
});

it('is unknown where the engine’s own ways were not read and the file leaves it to them', () => {
  const others = declaredAs({ gaps: ['/namespaces/cgroup'] }, { containerDefaults: undefined });
  expect(judge(workloadPrivilegesAsIntended, deployedWorkload, { others }).status).toBe('unknown');
});
