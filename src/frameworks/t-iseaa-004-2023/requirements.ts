import { requirementsFrom } from '../requirements/requirement-row.ts';

/**
 * Every requirement of T/ISEAA 004-2023 at level 3, under titles of our own, and the chapters of the other
 * levels. Only the numbers of the chapters are the standard’s: those below are built from level, class,
 * control point and letter.
 */
// oxfmt-ignore
export const tIseaa0042023Requirements = requirementsFrom([
  ['6', null, 'technical', 'verified', 'Level 1 requirements (items not found)', '第一级安全要求（条目未取得）', '1'],
  ['7', null, 'technical', 'verified', 'Level 2 requirements (items not found)', '第二级安全要求（条目未取得）', '2'],
  ['8', null, 'technical', 'verified', 'Level 3 requirements', '第三级安全要求', '3'],
  ['L3.CE', '8', 'technical', 'unverified', 'Computing environment (container)', '安全计算环境', '3'],
  ['L3.CE.身份鉴别', 'L3.CE', 'technical', 'unverified', 'Identity authentication', '身份鉴别', '3'],
  ['L3.CE.身份鉴别 a)', 'L3.CE.身份鉴别', 'technical', 'unverified', 'Authenticate platform access over secure protocol', '管理平台访问鉴别且用安全协议', '3'],
  ['L3.CE.身份鉴别 b)', 'L3.CE.身份鉴别', 'technical', 'unverified', 'Authenticate registry access over secure protocol', '镜像仓库访问鉴别且用安全协议', '3'],
  ['L3.CE.身份鉴别 c)', 'L3.CE.身份鉴别', 'technical', 'unverified', 'Authenticate container instance access securely', '容器实例访问鉴别且用安全协议', '3'],
  ['L3.CE.访问控制', 'L3.CE', 'technical', 'unverified', 'Access control', '访问控制', '3'],
  ['L3.CE.访问控制 a)', 'L3.CE.访问控制', 'technical', 'unverified', 'Role-based control of platform resources', '管理平台按角色控制资源', '3'],
  ['L3.CE.访问控制 b)', 'L3.CE.访问控制', 'technical', 'unverified', 'Fine-grained project-level registry rights', '镜像仓库项目级权限', '3'],
  ['L3.CE.访问控制 c)', 'L3.CE.访问控制', 'technical', 'unverified', 'Network access control between containers, host, others', '容器与宿主机间网络访问控制', '3'],
  ['L3.CE.访问控制 d)', 'L3.CE.访问控制', 'technical', 'unverified', 'Rights follow migrated container', '迁移时权限同步随行', '3'],
  ['L3.CE.访问控制 e)', 'L3.CE.访问控制', 'technical', 'unverified', 'Limit container access to host resources and kernel calls', '限制容器访问宿主资源与内核调用', '3'],
  ['L3.CE.安全审计', 'L3.CE', 'technical', 'unverified', 'Security audit', '安全审计', '3'],
  ['L3.CE.安全审计 a)', 'L3.CE.安全审计', 'technical', 'unverified', 'Audit image push and pull with source address', '审计镜像上传下载并记来源', '3'],
  ['L3.CE.安全审计 b)', 'L3.CE.安全审计', 'technical', 'unverified', 'Audit platform resource create, update, delete', '审计平台资源创建更新销毁', '3'],
  ['L3.CE.安全审计 c)', 'L3.CE.安全审计', 'technical', 'unverified', 'Audit container process, file, network events', '审计容器进程文件网络事件', '3'],
  ['L3.CE.安全审计 d)', 'L3.CE.安全审计', 'technical', 'unverified', 'Retain audit data for lawful period', '审计数据依法留存备份', '3'],
  ['L3.CE.入侵防范', 'L3.CE', 'technical', 'unverified', 'Intrusion prevention', '入侵防范', '3'],
  ['L3.CE.入侵防范 a)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Safe minimal base images, alarm otherwise', '使用安全精简基础镜像并告警', '3'],
  ['L3.CE.入侵防范 b)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Fix critical, high and medium image flaws', '修复镜像超危高危中危漏洞', '3'],
  ['L3.CE.入侵防范 c)', 'L3.CE.入侵防范', 'technical', 'unverified', 'No secrets in images or environment variables', '镜像与环境变量不含敏感凭据', '3'],
  ['L3.CE.入侵防范 d)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Scan images at build or deploy, alarm', '创建部署时扫描镜像并告警', '3'],
  ['L3.CE.入侵防范 e)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Prune stale risky images from registry', '清理长期未用的风险镜像', '3'],
  ['L3.CE.入侵防范 f)', 'L3.CE.入侵防范', 'technical', 'unverified', 'No privileged user or mode for business containers', '业务容器禁用特权用户与模式', '3'],
  ['L3.CE.入侵防范 g)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Detect attacks on platform and containers', '监测平台与容器攻击并告警', '3'],
  ['L3.CE.入侵防范 h)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Detect abnormal cluster traffic', '监测集群异常流量并告警', '3'],
  ['L3.CE.入侵防范 i)', 'L3.CE.入侵防范', 'technical', 'unverified', 'Isolate or stop compromised containers', '处置失陷容器如关闭隔离', '3'],
  ['L3.CE.恶意代码防范', 'L3.CE', 'technical', 'unverified', 'Malicious code prevention', '恶意代码防范', '3'],
  ['L3.CE.恶意代码防范 a)', 'L3.CE.恶意代码防范', 'technical', 'unverified', 'Detect malware in images, block from registry', '识别镜像恶意代码并阻止入库', '3'],
  ['L3.CE.恶意代码防范 b)', 'L3.CE.恶意代码防范', 'technical', 'unverified', 'Detect malware transfer and spread at runtime', '监测运行时恶意代码传播', '3'],
  ['L3.CE.容器镜像保护', 'L3.CE', 'technical', 'unverified', 'Image protection', '容器镜像保护', '3'],
  ['L3.CE.容器镜像保护 a)', 'L3.CE.容器镜像保护', 'technical', 'unverified', 'Sign images and verify integrity', '镜像签名与完整性校验', '3'],
  ['L3.CE.容器镜像保护 b)', 'L3.CE.容器镜像保护', 'technical', 'unverified', 'Build files set non-root user, alarm otherwise', '构建文件指定非最高权限用户', '3'],
  ['L3.CE.容器镜像保护 c)', 'L3.CE.容器镜像保护', 'technical', 'unverified', 'Protect sensitive image content by cryptography', '密码等手段保护镜像敏感资源', '3'],
  ['L3.MC', '8', 'technical', 'unverified', 'Security management centre (container)', '安全管理中心', '3'],
  ['L3.MC.集中管控', 'L3.MC', 'technical', 'unverified', 'Central control', '集中管控', '3'],
  ['L3.MC.集中管控 a)', 'L3.MC.集中管控', 'technical', 'unverified', 'Unified orchestration with self-healing and scaling', '统一编排调度与自愈伸缩', '3'],
  ['L3.MC.集中管控 b)', 'L3.MC.集中管控', 'technical', 'unverified', 'Central registry management with synchronisation', '镜像仓库集中管理与同步', '3'],
  ['L3.MC.集中管控 c)', 'L3.MC.集中管控', 'technical', 'unverified', 'Separate management and business traffic', '管理与业务平面流量分离', '3'],
  ['L3.MC.集中管控 d)', 'L3.MC.集中管控', 'technical', 'unverified', 'Central monitoring of container resource metrics', '集中监控容器性能指标', '3'],
  ['L3.MB', '8', 'organisational', 'unverified', 'Construction management (container)', '安全建设管理', '3'],
  ['L3.MB.供应链管理', 'L3.MB', 'organisational', 'unverified', 'Supply chain', '供应链管理', '3'],
  ['L3.MB.供应链管理 a)', 'L3.MB.供应链管理', 'organisational', 'unverified', 'Container platform supplier chosen by the rules', '按规定选择容器技术供应商', '3'],
  ['L3.MB.供应链管理 b)', 'L3.MB.供应链管理', 'technical', 'unverified', 'Pass on supply-chain incidents and threats', '传达供应链安全信息', '3'],
  ['L3.MB.供应链管理 c)', 'L3.MB.供应链管理', 'technical', 'unverified', 'Pass on supplier changes, fix serious flaws', '传达重要变更并修复高危漏洞', '3'],
  ['9', null, 'technical', 'verified', 'Level 4 requirements (items not found)', '第四级安全要求（条目未取得）', '4'],
  ['10', null, 'technical', 'verified', 'Level 5 requirements (items not found)', '第五级安全要求（条目未取得）', '5'],]);

/** The number of any requirement, as far as there is one: below the chapters it is built by us. */
export type TIseaa0042023Id = (typeof tIseaa0042023Requirements)[number]['id'];
