import { anything } from './any-value.ts';
import { attachments } from './attachments.ts';
import { blockIo } from './block-io.ts';
import { build } from './build.ts';
import { dependsOn } from './depends-on.ts';
import { deploy } from './deploy.ts';
import { gpus } from './device-requests.ts';
import { devices } from './devices.ts';
import { envFiles } from './env-files.ts';
import { healthcheck } from './health-check.ts';
import { alone } from './form.ts';
import { hooks } from './hooks.ts';
import { hosts } from './hosts.ts';
import { labels } from './labels.ts';
import { logging } from './logging.ts';
import { fields, mapOf } from './maps.ts';
import { pairs } from './pairs.ts';
import { ports } from './ports.ts';
import { oneOrSet, set, texts } from './sets.ts';
import { flag, number, text, textOrNumber, whole } from './scalars.ts';
import { duration, size } from './sizes.ts';
import { mounted } from './stored-files.ts';
import { ulimit } from './ulimit.ts';
import { volumes } from './volumes.ts';
import { words } from './command-form.ts';

/** The fields of a service. */
export const serviceForm = fields({
  annotations: labels,
  attach: flag,
  blkio_config: blockIo,
  build,
  cap_add: set,
  cap_drop: set,
  cgroup: text,
  cgroup_parent: text,
  command: words,
  configs: mounted('/'),
  container_name: text,
  cpu_count: whole,
  cpu_percent: number,
  cpu_period: textOrNumber,
  cpu_quota: textOrNumber,
  cpu_rt_period: textOrNumber,
  cpu_rt_runtime: textOrNumber,
  cpu_shares: whole,
  cpus: alone(number),
  cpuset: textOrNumber,
  credential_spec: fields({ config: text, file: text, registry: text }),
  depends_on: dependsOn,
  deploy,
  develop: anything,
  device_cgroup_rules: texts,
  devices,
  dns: oneOrSet,
  dns_opt: set,
  dns_search: oneOrSet,
  domainname: text,
  entrypoint: words,
  env_file: envFiles,
  environment: pairs(),
  expose: set,
  extends: anything,
  external_links: set,
  extra_hosts: hosts,
  gpus,
  group_add: texts,
  healthcheck,
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  label_file: oneOrSet,
  labels,
  links: set,
  logging,
  mac_address: text,
  mem_limit: alone(size),
  mem_reservation: alone(size),
  mem_swappiness: whole,
  memswap_limit: alone(size),
  models: anything,
  network_mode: text,
  networks: attachments,
  oom_kill_disable: flag,
  oom_score_adj: whole,
  pid: text,
  pids_limit: alone(whole),
  platform: text,
  ports,
  post_start: hooks,
  pre_start: anything,
  pre_stop: hooks,
  privileged: flag,
  profiles: set,
  provider: anything,
  pull_policy: text,
  pull_refresh_after: text,
  read_only: flag,
  restart: text,
  runtime: text,
  scale: alone(whole),
  secrets: mounted('/run/secrets/'),
  security_opt: texts,
  shm_size: alone(size),
  stdin_open: flag,
  stop_grace_period: duration,
  stop_signal: text,
  storage_opt: mapOf(textOrNumber),
  sysctls: pairs(),
  tmpfs: oneOrSet,
  tty: flag,
  ulimits: mapOf(ulimit),
  use_api_socket: flag,
  user: text,
  userns_mode: text,
  uts: text,
  volumes,
  volumes_from: set,
  working_dir: text,
});
