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
 * What each control shows of each facet. A difference `breaks` where an assessor would report it as a finding by
 * itself, and breaks `nothing` where it matters only together with other facts; then a pass is context.
 */
// oxfmt-ignore
const reasons = [
  { control: 'workload-privileges-as-intended', breaks: 'breaks',
    baseline: ['A container whose rights differ from its reviewed file is outside the baseline.', '容器的实际权限与评审过的文件不同，即偏离基线。'],
    change: ['Rights that were changed by hand bypassed every review and approval of the file.', '手工更改的权限绕过了对文件的评审与审批。'],
    detection: ['Rights given to a container by hand since its deployment are found, at the time of a scan.', '采集时可发现部署后手工赋予容器的权限。'] },
  { control: 'workload-image-as-intended', breaks: 'breaks',
    baseline: ['The running image is the one that the file names, not another one under the same service.', '运行的即文件所写镜像，而非同一服务名下的其他镜像。'],
    change: ['An image replaced by hand bypassed the change that would have named it in the file.', '手工替换的镜像绕过了本应写入文件的变更。'],
    detection: ['A service that runs another image than its file names is found, at the time of a scan.', '采集时可发现被换成其他镜像的服务。'] },
  { control: 'workload-exposure-as-intended', breaks: 'breaks',
    baseline: ['The ports and networks in use are those of the reviewed file.', '实际开放的端口与接入的网络即评审过的文件所列。'],
    change: ['A port opened or a network joined by hand is an unapproved change.', '手工开放的端口或接入的网络属于未经批准的变更。'],
    detection: ['Ports and networks opened outside the file are found, at the time of a scan.', '采集时可发现文件之外新开的入口。'] },
  { control: 'workload-mounts-as-intended', breaks: 'breaks',
    baseline: ['Containers see only the host paths and data that the file gives them.', '容器可见的宿主机路径与数据即文件所列。'],
    change: ['A directory mounted by hand is a change that left no trace in the file.', '手工挂载的目录属于未在文件中留痕的变更。'],
    detection: ['Host paths exposed to a container outside its file are found, at the time of a scan.', '采集时可发现文件之外暴露给容器的宿主机路径。'] },
  { control: 'workload-limits-as-intended', breaks: 'nothing',
    baseline: ['The limits in force are those that the file sets, not later ones from docker update.', '生效的资源限制即文件所设，而非事后 docker update 所改。'],
    change: ['A limit raised by hand is a change that the next deployment silently reverts.', '手工放宽的限制属于会被下次部署悄然还原的变更。'],
    detection: ['Limits and restart policies that differ from the file are found, at the time of a scan.', '采集时可发现与文件不同的资源限制与重启策略。'] },
  { control: 'workload-settings-as-intended', breaks: 'nothing',
    baseline: ['Commands, variables and logging match the file; values are compared only where they look like secrets.', '启动命令、环境变量与日志同文件一致；变量的值仅在疑似密钥时比对。'],
    change: ['A command or a variable that differs shows a start that no change record describes.', '命令或变量不符，说明存在变更记录之外的启动。'],
    detection: ['Commands, variables and log settings that differ from the file are found, at the time of a scan.', '采集时可发现与文件不同的命令、变量与日志设置。'] },
  { control: 'workload-deployed-as-intended', breaks: 'weakens',
    baseline: ['Exactly the services of the file run: none is missing, and none is added.', '文件中的服务清单即实际运行内容，无缺失亦无多余。'],
    change: ['A container that no file describes was started without a reviewable change.', '文件未描述的容器是未经变更流程放入的。'],
    detection: ['Missing services and containers that no file describes are found, at the time of a scan.', '采集时可发现缺失的服务与文件未列的容器。'] },
  { control: 'network-as-intended', breaks: 'weakens',
    baseline: ['Networks of a project are internal and encrypted as its file defines.', '项目网络的内部与加密属性与文件一致。'],
    change: ['A network that differs from the file shows a change that was not carried out.', '与文件不符的网络说明变更未落实。'],
    detection: ['Networks that are open although the file closes them are found, at the time of a scan.', '采集时可发现文件要求封闭而实际开放的网络。'] },
  { control: 'volume-as-intended', breaks: 'weakens',
    baseline: ['Volumes of a project are on the storage that its file names.', '项目的卷位于文件所写的存储之上。'],
    change: ['A volume that differs from the file was created outside any change to the file.', '与文件不符的卷是在变更流程之外创建的。'],
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
