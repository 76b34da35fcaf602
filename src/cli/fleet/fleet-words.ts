import { text } from '../../index.ts';

/** What the commands of a fleet say. */
export const fleetWords = {
  hubAt: text('Hub at', '中心地址'),
  consoleAt: text('Console at', '控制台地址'),
  signIn: text('sign in with the token', '登录令牌：'),
  localHost: text('The local engine is the host', '本机引擎对应的主机：'),
  stop: text('Ctrl-C ends it', '按 Ctrl-C 结束'),
  enrolled: text('enrolled as', '已登记为'),
  host: text('HOST', '主机'),
  condition: text('CONDITION', '状态'),
  heard: text('HEARD', '最近上报'),
  readings: text('READINGS', '读取次数'),
  labels: text('LABELS', '标签'),
  noHosts: text(
    'No host has enrolled. Make a token with: plimsoll hub token',
    '尚无主机登记。生成令牌：plimsoll hub token',
  ),
  nothingParked: text('Nothing was put aside.', '没有被搁置的读取。'),
  whole: text('Everything is as it was written.', '全部内容与写入时一致。'),
  waiting: text('readings wait for their receipt', '次读取等待入库回执'),
  lastReceipt: text('last receipt', '最近回执'),
  never: text('never', '从未'),
  conditions: {
    heard: text('heard', '正常上报'),
    silent: text('silent: unknown', '失联：状态未知'),
    'never-heard': text('never heard', '从未上报'),
    retired: text('retired', '已退役'),
    alarm: text('ALARM: another host has its key', '告警：另一主机持有其密钥'),
  },
} as const;
