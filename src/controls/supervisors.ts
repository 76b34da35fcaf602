/** Programs made to run several services, by the name of their executable. */
export const supervisors: readonly string[] = [
  'circusd',
  'god',
  'init',
  'monit',
  'openrc-init',
  'runit',
  'runsv',
  'runsvdir',
  's6-supervise',
  's6-svscan',
  'supervise',
  'supervisord',
  'svscan',
  'systemd',
];
