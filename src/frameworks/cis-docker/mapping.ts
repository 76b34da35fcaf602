import type { LinkRow } from '../link-row.ts';
import type { ItemId } from './requirements.ts';

/** A list of paths that leaves out what the host itself lives on says nothing of sensitive mounts. */
const hostSystem = {
  param: 'paths',
  includes: ['/boot', '/dev', '/etc', '/lib', '/proc', '/sys', '/usr'],
} as const;

/**
 * Which built-in controls show something of which items, for both editions: an item goes by its number
 * in 1.8.0. `full` where the control judges what the item asks for, `partial` where it judges a part of
 * it, `supporting` where it only helps whoever judges it.
 */
// prettier-ignore
export const links = [
  // 1 The host
  ['host-data-root-separate', '1.1.1', 'full', 'It follows the data root to the mount it lies on, which must be its own and of another file system than the one above.', '追溯数据根目录所在挂载点，须为其独用，且与上级不是同一文件系统。'],
  ['host-docker-group', '1.1.2', 'full', 'It holds every member of the docker group, and of whatever group the socket really has, to the list of approved accounts.', '将 docker 组及套接字实际所属组的全部成员逐一对照批准名单。'],
  ['host-audit-dockerd', '1.1.3', 'full', 'It looks for an audit watch on the program from which the engine really runs; where the loaded rules could not be read, the rule files stand in and the finding says so.', '核对审计规则是否监控引擎实际运行的程序文件；无法读取内核已加载规则时以规则文件为据，并在结果中注明。'],
  ['host-audit-data-root', '1.1.5', 'full', 'It looks for an audit watch on the data root that the engine really uses, wherever that is.', '按引擎实际使用的数据根目录核对审计规则，不限于默认路径。'],
  ['host-audit-docker-config', '1.1.6', 'full', 'It looks for an audit watch on /etc/docker that sees writes and changes of rights.', '核对是否有审计规则监控 /etc/docker 的写入与属性变更。'],
  ['host-audit-docker-config', '1.1.11', 'supporting', 'A watch on the directory covers daemon.json as well; when it fails, the finding names which of the two is not watched.', '监控目录即覆盖 daemon.json；判定不通过时，结果会指明目录与文件中哪一个未受监控。'],
  ['host-security-module', '1.2.1', 'supporting', 'A security module in force is one mark of a hardened host; the baseline of the whole system is judged by other tools.', '强制访问控制生效是宿主机加固的标志之一；整机基线需由其他工具核查。'],
  ['host-kernel-rebooted', '1.2.1', 'supporting', 'A host that runs its newest installed kernel has its kernel fixes in force; packages and services are not looked at.', '运行最新已安装内核说明内核补丁已生效；软件包与系统服务不在检查范围内。'],
  ['host-sudo-password', '1.2.1', 'supporting', 'How sudo guards the programs that speak to an engine is one rule of a hardened host among many.', 'sudo 对容器管理程序的约束只是宿主机加固要求中的一条。'],
  ['engine-version-supported', '1.2.2', 'partial', 'It shows that the release still gets fixes, by a table of a known date; whether it is the newest of its line is not looked up.', '按注明日期的维护版本表判断引擎是否仍受支持；不联网核对是否为该系列最新版本。'],

  // 2 Settings of the daemon
  ['engine-rootless', '2.1', 'full', 'The engine itself says whether it runs without root.', '由引擎自身报告是否以 rootless 模式运行。'],
  ['network-inter-container-traffic', '2.2', 'full', 'It reads the setting from the default bridge itself, not from a flag that may never have taken effect.', '直接读取默认网桥的实际设置，而非可能未生效的启动参数。'],
  ['engine-log-level', '2.3', 'full', 'It judges the level in force, debug mode included; a list that allows more than info gives no evidence.', '判断实际生效的日志级别（含调试模式）；允许名单若超出 info 则不作为证据。', { param: 'allowed', within: ['info'] }],
  ['engine-packet-filter', '2.4', 'full', 'It judges whether the engine may write packet filter rules, by the setting in force.', '按实际生效的设置判断引擎是否可写入包过滤规则。'],
  ['engine-no-insecure-registries', '2.5', 'full', 'It goes through the ranges, indexes and mirrors that the engine reaches without verification; loopback alone is excused.', '逐一核查引擎免校验访问的网段、仓库与镜像加速地址，仅豁免本机回环地址。'],
  ['host-registry-certificates-valid', '2.5', 'supporting', 'Verifying a registry is worth as much as the authority that it is verified by.', '对仓库的校验是否可靠，取决于所依据的 CA 证书。'],
  ['engine-storage-driver', '2.6', 'full', 'It judges the driver in use, and aufs must be among those it refuses.', '判断在用的存储驱动；拒绝名单须含 aufs 方作为证据。', { param: 'refused', includes: ['aufs'] }],
  ['engine-storage-driver', '2.7', 'full', 'It judges the driver in use, and devicemapper must be among those it refuses.', '判断在用的存储驱动；拒绝名单须含 devicemapper 方作为证据。', { param: 'refused', includes: ['devicemapper'] }],
  ['engine-tcp-mutual-tls', '2.8', 'full', 'It tries every TCP port on which the daemon listens, and each must turn away a client without a certificate.', '对守护进程监听的每个 TCP 端口实际试连，均须拒绝无证书的客户端。'],
  ['engine-tls-version', '2.8', 'supporting', 'It names each version of TLS that the API agrees to; a client certificate under a broken version protects little.', '逐一列出 API 接受的 TLS 版本；版本存在缺陷时，客户端证书的保护作用有限。'],
  ['engine-tls-ciphers', '2.8', 'supporting', 'It names each suite that the API agrees to, and what is weak about it.', '逐一列出 API 接受的加密套件及其弱点。'],
  ['engine-tls-key-strength', '2.8', 'supporting', 'It judges the keys and signatures of the certificates that the API shows.', '检查 API 所出示证书的密钥长度与签名算法。'],
  ['engine-tls-certificate-lifetime', '2.8', 'supporting', 'It judges when the certificates that the API shows begin and end.', '检查 API 所出示证书的生效与到期时间。'],
  ['engine-tls-certificate-trusted', '2.8', 'supporting', 'It judges whether clients can verify the certificate, without which they may speak to anybody.', '判断客户端能否校验服务端证书；不能校验则可能连接到冒充者。'],
  ['engine-tcp-address', '2.8', 'supporting', 'It tells at which addresses the API can be reached at all.', '说明 API 可从哪些地址访问。'],
  ['host-docker-client-key-mode', '2.8', 'supporting', 'Whoever can read the key of a client is let in by mutual TLS as that client.', '能读取客户端私钥者，即可通过双向 TLS 认证冒充该客户端。'],
  ['engine-default-ulimits', '2.9', 'full', 'It judges the default limits in force by the names that policy requires, open files among them.', '按策略要求的名称核对生效的默认 ulimit，其中须含打开文件数。', { param: 'required', includes: ['nofile'] }],
  ['engine-user-namespaces', '2.10', 'full', 'It passes when users are remapped, by the engine or because the whole engine is rootless.', '引擎启用用户重映射，或引擎整体以 rootless 模式运行，均视为符合。'],
  ['engine-default-cgroup', '2.11', 'full', 'It compares the cgroup parent in force with the expected one.', '将实际生效的 cgroup 父级与预期值比对。'],
  ['engine-storage-driver', '2.12', 'supporting', 'Where devicemapper is not in use there is no base size to change; where it is, the size itself is not read.', '未使用 devicemapper 时不存在基础容量问题；使用时则未读取其具体容量。'],
  ['engine-authorization-plugin', '2.13', 'full', 'It judges whether an authorization plugin is loaded, not only configured.', '判断授权插件是否已实际加载，而非仅写入配置。'],
  ['engine-central-logging', '2.14', 'partial', 'It shows that the default driver is not one that keeps logs on the host; that they arrive at a central server is not seen.', '说明默认日志驱动不是仅留存本机的类型；日志是否送达集中服务器未经验证。', { param: 'local', includes: ['json-file', 'local', 'none'] }],
  ['engine-no-new-privileges', '2.15', 'full', 'It judges the default that the daemon gives to new containers, as it is in force.', '判断守护进程对新建容器实际采用的默认值。'],
  ['engine-live-restore', '2.16', 'full', 'The engine itself says whether live restore is on; inside a Swarm, where it cannot be, the item does not apply.', '由引擎自身报告 live-restore 是否开启；Swarm 模式下不支持该功能，判为不适用。'],
  ['engine-userland-proxy-off', '2.17', 'full', 'It judges whether the daemon relays published ports by a process of its own, as it is in force.', '按实际生效的设置判断端口映射是否经由用户态代理转发。'],
  ['engine-seccomp-default', '2.18', 'partial', 'It shows that a default filter is on and is the built-in one or one named as reviewed; whether the profile fits the policy is for a person.', '说明默认 seccomp 过滤已启用，且为内置配置或已列入审查清单；是否契合策略须由人判断。'],
  ['engine-no-experimental', '2.19', 'full', 'The engine itself says whether experimental features are on.', '由引擎自身报告是否启用了实验特性。'],

  // 3 Files of the daemon
  ['host-docker-service-owner', '3.1', 'full', 'It reads owner and group of the unit file that systemd uses, and of its drop-ins.', '读取 systemd 所用 docker.service 单元文件及其附加配置的属主与属组。'],
  ['host-docker-service-mode', '3.2', 'full', 'It compares the permission bits of docker.service and its drop-ins bit by bit, not as a number.', '按位比对 docker.service 及其附加配置的权限，而非比较数值大小。', { param: 'allowed', bitsWithin: 0o644 }],
  ['host-docker-directory-owner', '3.5', 'full', 'It reads owner and group of /etc/docker.', '读取 /etc/docker 目录的属主与属组。'],
  ['host-docker-directory-mode', '3.6', 'full', 'It compares the permission bits of /etc/docker with what is allowed at most.', '将 /etc/docker 目录的权限位与允许上限比对。', { param: 'allowed', bitsWithin: 0o755 }],
  ['host-registry-certificates-mode', '3.8', 'full', 'It goes through every file below /etc/docker/certs.d, not only through those named *.crt.', '检查 /etc/docker/certs.d 下的全部文件，不限于 *.crt。', { param: 'allowed', bitsWithin: 0o444 }],
  ['host-tls-key-mode', '3.14', 'full', 'It compares the permission bits of the server key of the API, where there is one.', '比对 API 服务端私钥的权限位（私钥存在时）。', { param: 'allowed', bitsWithin: 0o400 }],
  ['host-engine-socket-owner', '3.15', 'full', 'It reads owner and group of the socket on which the engine really listens.', '读取引擎实际监听的套接字的属主与属组。'],
  ['host-engine-socket-mode', '3.16', 'full', 'It compares the permission bits of the socket on which the engine really listens.', '比对引擎实际监听的套接字的权限位。', { param: 'allowed', bitsWithin: 0o660 }],
  ['host-daemon-config-owner', '3.17', 'full', 'It reads owner and group of the configuration file of the daemon, if there is one.', '读取守护进程配置文件的属主与属组（文件存在时）。'],
  ['host-daemon-config-mode', '3.18', 'full', 'It compares the permission bits of the configuration file of the daemon, if there is one.', '比对守护进程配置文件的权限位（文件存在时）。', { param: 'allowed', bitsWithin: 0o644 }],
  ['host-containerd-socket-owner', '3.23', 'full', 'It reads owner and group of the containerd socket in use.', '读取在用的 containerd 套接字的属主与属组。'],
  ['host-containerd-socket-mode', '3.24', 'full', 'It compares the permission bits of the containerd socket in use.', '比对在用的 containerd 套接字的权限位。', { param: 'allowed', bitsWithin: 0o660 }],

  // 4 Images and build files
  ['workload-non-root-user', '4.1', 'full', 'For what runs it takes the user id from the kernel; root that a user namespace maps away is not root.', '对运行中的容器以内核报告的用户 ID 为准；经用户命名空间映射的 root 不视为宿主机 root。'],
  ['image-non-root-user', '4.1', 'supporting', 'It tells which images set a user of their own; which user a container really has is settled when it is started.', '指出哪些镜像自身声明了非 root 用户；容器实际用户以启动时为准。'],
  ['image-not-committed', '4.2', 'supporting', 'A committed image has no build to trace back to its base, so its origin cannot be trusted.', '提交得到的镜像没有可追溯到基础镜像的构建过程，来源无从确认。'],
  ['image-fresh', '4.4', 'partial', 'It shows that images are rebuilt within a quarter; whether they were scanned is not seen.', '说明镜像至少每季度重建；是否做过漏洞扫描不在检查范围内。', { param: 'maxDays', atMost: 90 }],
  ['image-health-check', '4.6', 'full', 'It reads whether the image declares a health check that is not switched off.', '读取镜像是否声明健康检查且未被关闭。'],
  ['image-update-with-install', '4.7', 'full', 'It reads each build step from the history of the image for a refresh that installs nothing.', '逐条检查镜像构建历史，查找只更新索引而不安装的步骤。'],
  ['image-copy-not-add', '4.9', 'full', 'It reads each build step from the history; only the unpacking of a base image by its first step is excused.', '逐条检查镜像构建历史；仅豁免基础镜像首个步骤解包根文件系统的 ADD。'],
  ['image-no-secrets', '4.10', 'partial', 'It finds what looks like a secret in environment, labels and build steps; files inside the layers are not opened.', '可发现环境变量、标签和构建步骤中的疑似机密；不打开各层中的文件。'],
  ['workload-no-secrets-in-environment', '4.10', 'supporting', 'A secret in the environment of a container is often one that its image set.', '容器环境变量中的机密往往正是由其镜像写入的。'],

  // 5 Containers at run time
  ['engine-swarm-unneeded', '5.1', 'full', 'It judges whether Swarm mode is on where nobody said that it is needed; where somebody did, a person must answer for it.', '判断未声明需要时 Swarm 模式是否启用；若已声明需要，则须由责任人说明理由。', { param: 'expected', equals: false }],
  ['workload-apparmor', '5.2', 'full', 'It reads the profile that is applied; on a kernel without AppArmor the item does not apply.', '读取实际应用的 AppArmor 配置；内核未启用 AppArmor 时判为不适用。'],
  ['host-security-module', '5.2', 'supporting', 'It tells whether the host has a security module in force at all.', '说明宿主机是否有任何强制访问控制模块生效。'],
  ['workload-selinux', '5.3', 'full', 'It reads the label of the process, and types that confine nothing do not count; without SELinux the item does not apply.', '读取进程的 SELinux 标签，不起约束作用的类型不算；未启用 SELinux 时判为不适用。', { param: 'unconfinedTypes', includes: ['spc_t', 'unconfined_t'] }],
  ['workload-capabilities', '5.4', 'full', 'It holds what the container and, while it runs, its first process may do to the list of capabilities that are needed.', '将容器配置及（运行时）首进程实际持有的权能与所需清单比对。'],
  ['workload-not-privileged', '5.5', 'full', 'The engine itself says whether the container is privileged.', '由引擎自身报告容器是否为特权容器。'],
  ['workload-no-sensitive-mounts', '5.6', 'full', 'It follows each mount to the host path that is really exposed, parents of a listed path included.', '追踪每个挂载实际暴露的宿主机路径，敏感路径的上级目录同样计入。', hostSystem],
  ['volume-no-sensitive-path', '5.6', 'supporting', 'It looks through named volumes for host paths and disks that lie ready to be mounted, whether or not a container mounts them now.', '检查命名卷是否绑定了可供挂载的宿主机路径或磁盘，无论当前是否有容器挂载。'],
  ['workload-no-remote-shell', '5.7', 'full', 'It goes through the programs that run in the container for SSH and other remote shells; what runs under a changed name is not told.', '检查容器内运行的程序是否包含 SSH 等远程登录服务；改名运行的程序无法识别。', { param: 'programs', includes: ['sshd', 'dropbear'] }],
  ['workload-no-privileged-ports', '5.8', 'full', 'It judges every published port, IPv6 included; a threshold below 1024 gives no evidence.', '检查每个映射端口（含 IPv6）；阈值低于 1024 时不作为证据。', { param: 'threshold', atLeast: 1024 }],
  ['workload-ports-bound-to-interface', '5.9', 'supporting', 'Its evidence lists every published port with its address; which of them are needed is for a person.', '其证据列出每个映射端口及其地址；哪些端口为必需须由人确认。'],
  ['workload-no-host-network', '5.10', 'full', 'It follows container: chains to their end, so that joining a container on the host network counts.', '沿 container: 引用链追溯到底，加入使用宿主机网络的容器同样计入。'],
  ['workload-memory-limit', '5.11', 'full', 'It reads the hard limit in force; zero means none.', '读取实际生效的内存硬上限；0 表示未设置。'],
  ['workload-engine-memory-killer', '5.11', 'supporting', 'A container that the kernel may not kill must have a limit, or the host runs out of memory instead.', '禁用 OOM 终止的容器若无内存上限，耗尽的将是宿主机内存。'],
  ['workload-cpu-limit', '5.12', 'full', 'It takes a quota, a set of processors or a weight, and knows that 0 and 1024 mean unset.', '配额、绑核或权重均可；0 与 1024 视为未设置。'],
  ['workload-read-only-root', '5.13', 'full', 'The engine itself says whether the root filesystem is read-only.', '由引擎自身报告根文件系统是否只读。'],
  ['workload-system-files-unchanged', '5.13', 'supporting', 'System files that changed since the start show a root filesystem that was written to.', '系统文件在启动后发生变化，说明根文件系统已被写入。'],
  ['workload-ports-bound-to-interface', '5.14', 'full', 'It judges the address of every published port; all interfaces, of IPv4 or IPv6, do not pass.', '检查每个映射端口的监听地址；IPv4 或 IPv6 的全部网卡地址均不通过。'],
  ['workload-restart-bounded', '5.15', 'full', 'It judges policy and number of tries; more than five give no evidence. A Swarm service restarts by other rules.', '判断重启策略与次数；上限超过 5 次不作为证据。Swarm 服务另有重启规则，判为不适用。', { param: 'maxRetries', atMost: 5 }],
  ['workload-no-host-pid', '5.16', 'full', 'It judges whose process space the container ends up in, through whatever containers it joins.', '判断容器最终所处的 PID 命名空间，经由其他容器间接共享同样计入。'],
  ['workload-no-host-ipc', '5.17', 'full', 'It judges whose IPC namespace the container ends up in, through whatever containers it joins.', '判断容器最终所处的 IPC 命名空间，经由其他容器间接共享同样计入。'],
  ['workload-no-host-devices', '5.18', 'full', 'It judges devices that are passed through, rules that open them and requests to drivers, but for those on the list of exceptions.', '检查透传的设备、放行设备的 cgroup 规则及通过驱动申请的设备，列入例外清单者除外。'],
  ['engine-default-ulimits', '5.19', 'supporting', 'It tells the default that a container of its own limits departs from.', '给出默认 ulimit，可据此判断容器自身设置偏离了什么。'],
  ['workload-no-shared-propagation', '5.20', 'full', 'It reads the propagation of every mount.', '读取每个挂载的传播模式。'],
  ['workload-no-host-uts', '5.21', 'full', 'It judges whose UTS namespace the container ends up in.', '判断容器最终所处的 UTS 命名空间。'],
  ['workload-seccomp', '5.22', 'full', 'It judges the profile, a profile that allows everything as well, and for what runs the mode that the kernel tells.', '判断 seccomp 配置（放行全部调用的自定义配置同样不通过），运行中的容器并以内核报告为准。'],
  ['workload-default-cgroup', '5.25', 'full', 'It judges the cgroup parent that the container was given.', '判断容器所属的 cgroup 父级。'],
  ['workload-no-new-privileges', '5.26', 'full', 'For what runs the kernel tells whether its first process can gain privileges, for the rest the engine does.', '运行中的容器以内核报告的 NoNewPrivs 为准，其余以引擎配置为准。'],
  ['workload-health-check', '5.27', 'full', 'It judges the check in force, whether the container or its image brought it.', '判断实际生效的健康检查，无论来自容器还是镜像。'],
  ['workload-image-pinned', '5.28', 'partial', 'It shows that the image is pinned by its digest; whether it is up to date is not looked up.', '说明镜像以摘要固定；是否为最新版本未联网核对。'],
  ['image-fresh', '5.28', 'supporting', 'An image that was built lately is more likely to be up to date.', '近期构建的镜像更可能处于最新状态。', { param: 'maxDays', atMost: 90 }],
  ['workload-pids-limit', '5.29', 'full', 'It reads the limit in force; one as large as the default process table of the kernel bounds nothing.', '读取实际生效的进程数上限；上限若大到内核默认进程表的规模则不作为证据。', { param: 'max', atMost: 32767 }],
  ['workload-no-default-bridge', '5.30', 'full', 'It reads the networks that the container is attached to.', '读取容器所连接的网络。'],
  ['workload-no-host-user-namespace', '5.31', 'full', 'It judges whether the container opted out of the mapping; where the engine maps no users the item does not apply.', '判断容器是否退出用户映射；引擎未启用映射时判为不适用。'],
  ['workload-no-engine-socket', '5.32', 'full', 'It looks for the sockets of engine and containerd behind every mount, parents and other spellings included.', '检查每个挂载背后是否为引擎或 containerd 套接字，含其上级目录及不同写法。', { param: 'sockets', includes: ['/run/docker.sock'] }],

  // 6 Operations
  ['image-in-use', '6.1', 'full', 'It names each image that no container uses.', '逐一指出没有容器使用的镜像。'],
  ['engine-stopped-containers', '6.2', 'full', 'It counts the stopped containers; a limit over 25 is no cleaning up.', '统计已停止的容器；上限超过 25 个不能算作已清理。', { param: 'max', atMost: 25 }],

  // 7 Swarm
  ['swarm-manager-count', '7.1', 'full', 'It judges whether the managers are odd in number, enough to lose one where there are nodes for it, at most seven, and all reachable.', '判断管理节点是否为奇数、在节点足够时可容忍一台失效、不超过七个且均可达。', { param: 'max', atMost: 7 }],
  ['swarm-node-managers-only-manage', '7.1', 'supporting', 'A manager that also runs services is one that their load or compromise can take down.', '兼跑业务的管理节点会因负载或被攻陷而失效，影响容错能力。'],
  ['swarm-control-port-tls', '7.2', 'supporting', 'It tells at which address the manager serves other nodes, and that it does so over TLS with certificates of the Swarm.', '说明管理节点在哪个地址为其他节点服务，且使用集群证书的 TLS。'],
  ['network-overlay-encrypted', '7.3', 'full', 'It reads from every overlay network whether traffic between hosts is encrypted.', '逐一读取覆盖网络是否对跨主机流量加密。'],
  ['workload-no-secrets-in-environment', '7.4', 'supporting', 'A secret in the environment is one that the store of the Swarm does not keep; containers outside the Swarm are among those judged.', '环境变量中的机密即未纳入 Swarm 机密存储者；其判定范围也包含 Swarm 之外的容器。'],
  ['secret-rotated', '7.4', 'supporting', 'Its evidence lists the secrets that the store does keep, and when they were made.', '其证据列出 Swarm 机密存储中的机密及其创建时间。'],
  ['swarm-autolock', '7.5', 'full', 'The Swarm itself says whether its managers lock.', '由 Swarm 自身报告管理节点是否启用自动锁定。'],
  ['swarm-autolock', '7.6', 'supporting', 'Only where managers lock is there a key to rotate; when it was last rotated is nowhere recorded.', '只有启用自动锁定才存在需要轮换的解锁密钥；上次轮换时间无处可查。'],
  ['swarm-node-certificate-lifetime', '7.7', 'full', 'It judges how long a certificate of a node is good for; more than 90 days, the default, give no evidence.', '判断节点证书的有效期；上限超过默认的 90 天不作为证据。', { param: 'maxDays', atMost: 90 }],
  ['swarm-root-certificate-lifetime', '7.8', 'partial', 'It shows that the root certificate does not end soon and that no rotation is stuck; when it was last rotated is not told.', '说明根证书未临近到期且没有停滞的轮换；上次轮换时间未知。'],
] as const satisfies readonly LinkRow<ItemId>[];
