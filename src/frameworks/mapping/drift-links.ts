import type { Breaks, Shows } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from './control-id.ts';

/**
 * The requirements for which a comparison of running containers with their Compose file is evidence: a baseline in
 * force, changes that follow a procedure, changes that are detected.
 */
export type DriftFacet = 'baseline' | 'change' | 'detection';

/** For one standard: the requirement of each facet, and the most that a pass can show of it. */
export type DriftPlaces<Requirement extends string> = Readonly<
  Partial<Record<DriftFacet, readonly [requirement: Requirement, shows: Exclude<Shows, 'all'>]>>
>;

/**
 * What each control shows of each facet. A difference `weakens`, since it is a sign: the file may be the older of the
 * two. It breaks `nothing` where it matters only together with other facts; then a pass is context.
 */
// oxfmt-ignore
const reasons = [
  { control: 'workload-privileges-as-intended', breaks: 'weakens',
    baseline: ['A container whose rights differ from its file is outside the baseline; whether the file was reviewed is not checked.', '容器的实际权限与文件不同，即偏离基线；文件是否经评审未予检查。'],
    change: ['Rights that differ from the file point to a change outside of it.', '权限与文件不符，说明可能有未经文件的变更。'],
    detection: ['Rights of a container that its file does not give are found, at the time of a scan.', '采集时可发现文件未赋予容器的权限。'] },
  { control: 'workload-image-as-intended', breaks: 'weakens',
    baseline: ['The running image is the one that the file names, not another one under the same service.', '运行的即文件所写镜像，而非同一服务名下的其他镜像。'],
    change: ['An image that differs from the file points to a replacement that no change of the file names.', '镜像与文件不符，说明可能有未写入文件的替换。'],
    detection: ['A service that runs another image than its file names is found, at the time of a scan.', '采集时可发现被换成其他镜像的服务。'] },
  { control: 'workload-exposure-as-intended', breaks: 'weakens',
    baseline: ['The ports and networks in use are those of the file; whether it was reviewed is not checked.', '实际开放的端口与接入的网络即文件所列；文件是否经评审未予检查。'],
    change: ['A port or a network that the file does not name points to a change that was not approved with it.', '文件未列的端口或网络，说明可能有未随文件批准的变更。'],
    detection: ['Ports and networks opened outside the file are found, at the time of a scan.', '采集时可发现文件之外新开的入口。'] },
  { control: 'workload-mounts-as-intended', breaks: 'weakens',
    baseline: ['Containers see only the host paths and data that the file gives them.', '容器可见的宿主机路径与数据即文件所列。'],
    change: ['A mount that the file does not name points to a change that left no trace in it.', '文件未列的挂载，说明可能有未在文件中留痕的变更。'],
    detection: ['Host paths exposed to a container outside its file are found, at the time of a scan.', '采集时可发现文件之外暴露给容器的宿主机路径。'] },
  { control: 'workload-limits-as-intended', breaks: 'nothing',
    baseline: ['The limits in force are those that the file sets, not later ones from docker update.', '生效的资源限制即文件所设，而非事后 docker update 所改。'],
    change: ['A limit that differs from the file is a change that the next deployment reverts.', '与文件不符的限制会被下次部署还原。'],
    detection: ['Limits and restart policies that differ from the file are found, at the time of a scan.', '采集时可发现与文件不同的资源限制与重启策略。'] },
  { control: 'workload-settings-as-intended', breaks: 'nothing',
    baseline: ['Commands, names of variables and logging match the file; values are compared only where they look like secrets.', '启动命令、环境变量名与日志同文件一致；变量的值仅在疑似密钥时比对。'],
    change: ['A command or a variable that differs points to a start that the file does not describe.', '命令或变量不符，说明启动方式可能不同于文件。'],
    detection: ['Commands, names of variables and log settings that differ from the file are found, at the time of a scan; values only where they look like secrets.', '采集时可发现与文件不同的命令、变量名与日志设置；值仅在疑似密钥时比对。'] },
  { control: 'workload-deployed-as-intended', breaks: 'weakens',
    baseline: ['Each service of the file has its copies, and no other container has the label of its project; whether they run is not checked.', '文件中各服务的副本齐全，带该项目标签的容器无一多余；是否在运行未予检查。'],
    change: ['A container that no file describes left nothing that a review could have seen.', '文件未描述的容器没有可供评审的内容。'],
    detection: ['Missing services and containers that no file describes are found, at the time of a scan.', '采集时可发现缺失的服务与文件未列的容器。'] },
  { control: 'network-as-intended', breaks: 'weakens',
    baseline: ['Networks of a project are internal and encrypted as its file defines.', '项目网络的内部与加密属性与文件一致。'],
    change: ['A network that differs from the file points to a change that was not carried out.', '与文件不符的网络说明变更可能未落实。'],
    detection: ['Networks that are open although the file closes them are found, at the time of a scan.', '采集时可发现文件要求封闭而实际开放的网络。'] },
  { control: 'volume-as-intended', breaks: 'weakens',
    baseline: ['Volumes of a project are on the storage that its file names.', '项目的卷位于文件所写的存储之上。'],
    change: ['A volume that differs from the file points to one that was created without it.', '与文件不符的卷可能是在文件之外创建的。'],
    detection: ['Volumes that point elsewhere than the file defines are found, at the time of a scan.', '采集时可发现指向与文件不符的卷。'] },
] as const satisfies readonly (Readonly<Record<DriftFacet, readonly [en: string, zh: string]>> & {
  readonly control: BuiltinControlId;
  readonly breaks: Breaks;
})[];

/** One row of a table of links. */
type Row<Requirement extends string> = readonly [
  control: BuiltinControlId,
  requirement: Requirement,
  shows: Shows,
  breaks: Breaks,
  en: string,
  zh: string,
];

/** The links of all controls that compare running containers with their Compose file, for one standard. */
export const driftLinks = <const Requirement extends string>(
  places: DriftPlaces<Requirement>,
): readonly Row<Requirement>[] =>
  reasons.flatMap((reason) =>
    facets.flatMap((facet) => {
      const place = places[facet];
      if (!place) return [];
      const [requirement, most] = place;
      const [en, zh] = reason[facet];
      const shows = reason.breaks === 'nothing' ? 'context' : most;
      const breaks = shows === 'context' ? 'nothing' : reason.breaks;
      return [[reason.control, requirement, shows, breaks, en, zh] as const];
    }),
  );

const facets = ['baseline', 'change', 'detection'] as const satisfies readonly DriftFacet[];
