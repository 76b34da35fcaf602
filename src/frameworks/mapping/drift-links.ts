import type { Breaks, Shows } from '../../core/frameworks/mapping.ts';
import type { BuiltinControlId } from './control-id.ts';

/**
 * What a standard asks that a comparison of what runs with its Compose file gives evidence for: a baseline that is in
 * force, changes that go through a procedure, changes that are detected.
 */
export type DriftFacet = 'baseline' | 'change' | 'detection';

/** The facets by the requirement that each stands for in one standard, and what a pass can show of it at most. */
export type DriftPlaces<Requirement extends string> = Readonly<
  Partial<Record<DriftFacet, readonly [requirement: Requirement, shows: Exclude<Shows, 'all'>]>>
>;

/**
 * What each control shows of each facet. A difference `breaks` where it is a finding of an assessor by itself, and
 * breaks `nothing` where it matters only together with more; then a pass is context.
 */
// oxfmt-ignore
const reasons = [
  { control: 'workload-privileges-as-intended', breaks: 'breaks',
    baseline: ['A container that runs with other rights than its reviewed file gives it is outside of the baseline.', '容器的实际权限与评审过的文件不同，即偏离基线。'],
    change: ['Rights that were changed by hand went past every review and approval of the file.', '手工更改的权限绕过了对文件的评审与审批。'],
    detection: ['Rights that a container was given by hand since its deployment are found, at the time of a scan.', '采集时可发现部署后手工赋予容器的权限。'] },
  { control: 'workload-image-as-intended', breaks: 'breaks',
    baseline: ['What runs is the image that the file names, and not another under the same service.', '运行的即文件所写镜像，而非同一服务名下的其他镜像。'],
    change: ['An image that was put in place by hand went past the change that would have named it in the file.', '手工替换的镜像绕过了本应写入文件的变更。'],
    detection: ['A service that was given another image than its file names is found, at the time of a scan.', '采集时可发现被换成其他镜像的服务。'] },
  { control: 'workload-exposure-as-intended', breaks: 'breaks',
    baseline: ['The ports and networks that are in use are those of the file that was reviewed.', '实际开放的端口与接入的网络即评审过的文件所列。'],
    change: ['A port that was opened or a network that was joined by hand is a change that nobody approved.', '手工开放的端口或接入的网络属于未经批准的变更。'],
    detection: ['Ways in that were opened beside the file are found, at the time of a scan.', '采集时可发现文件之外新开的入口。'] },
  { control: 'workload-mounts-as-intended', breaks: 'breaks',
    baseline: ['Containers see those parts of the host and of the data that the file gives them.', '容器可见的宿主机路径与数据即文件所列。'],
    change: ['A directory that was mounted by hand is a change that left no trace in the file.', '手工挂载的目录属于未在文件中留痕的变更。'],
    detection: ['Paths of the host that were handed to a container beside its file are found, at the time of a scan.', '采集时可发现文件之外暴露给容器的宿主机路径。'] },
  { control: 'workload-limits-as-intended', breaks: 'nothing',
    baseline: ['Limits in force are those that the file sets, and not what was set by docker update.', '生效的资源限制即文件所设，而非事后 docker update 所改。'],
    change: ['A limit that was lifted by hand is a change that the next deployment silently takes back.', '手工放宽的限制属于会被下次部署悄然还原的变更。'],
    detection: ['Limits and restart policies that differ from the file are found, at the time of a scan.', '采集时可发现与文件不同的资源限制与重启策略。'] },
  { control: 'workload-settings-as-intended', breaks: 'nothing',
    baseline: ['Commands, variables and logging are those of the file; values are compared only where they look like secrets.', '启动命令、环境变量与日志同文件一致；变量的值仅在疑似密钥时比对。'],
    change: ['A command or a variable that differs shows a start that no record of a change describes.', '命令或变量不符，说明存在变更记录之外的启动。'],
    detection: ['Commands, variables and log settings that differ from the file are found, at the time of a scan.', '采集时可发现与文件不同的命令、变量与日志设置。'] },
  { control: 'workload-deployed-as-intended', breaks: 'weakens',
    baseline: ['The services of the file are what runs: none is missing, and nothing is beside them.', '文件中的服务清单即实际运行内容，无缺失亦无多余。'],
    change: ['A container that no file describes was put there without a change that anybody could review.', '文件未描述的容器是未经变更流程放入的。'],
    detection: ['Services that are missing and containers that no file knows are found, at the time of a scan.', '采集时可发现缺失的服务与文件未列的容器。'] },
  { control: 'network-as-intended', breaks: 'weakens',
    baseline: ['Networks of a project are internal and encrypted as its file says.', '项目网络的内部与加密属性与文件一致。'],
    change: ['A network that is not as the file says shows a change that was not carried out.', '与文件不符的网络说明变更未落实。'],
    detection: ['Networks that are open where the file closes them are found, at the time of a scan.', '采集时可发现文件要求封闭而实际开放的网络。'] },
  { control: 'volume-as-intended', breaks: 'weakens',
    baseline: ['Volumes of a project lie where its file says, on the storage that it names.', '项目的卷位于文件所写的存储之上。'],
    change: ['A volume that is not as the file says was made outside of any change to it.', '与文件不符的卷是在变更流程之外创建的。'],
    detection: ['Volumes that lead elsewhere than the file says are found, at the time of a scan.', '采集时可发现指向与文件不符的卷。'] },
] as const satisfies readonly (Readonly<Record<DriftFacet, readonly [en: string, zh: string]>> & {
  readonly control: BuiltinControlId;
  readonly breaks: Breaks;
})[];

/** One link, as tables of links write it. */
type Row<Requirement extends string> = readonly [
  control: BuiltinControlId,
  requirement: Requirement,
  shows: Shows,
  breaks: Breaks,
  en: string,
  zh: string,
];

/** The links of all controls that compare what runs with its Compose file, for one standard. */
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
