import { hostSudoLogged } from '../../../src/controls/host/host-sudo-logged.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const sudo = (change: object) => ({ facts: { sudo: change } });

describeControl(
  hostSudoLogged,
  { ...compliantHost, sudo: { ...compliantHost.sudo, logFile: '' } },
  {
    pass: {
      'by file alone': sudo({ syslogDisabled: true, logFile: '/var/log/sudo.log' }),
      'by file, though syslog was not read': {
        ...sudo({ logFile: '/var/log/sudo.log' }),
        denied: ['/sudo/syslogDisabled'],
      },
      'by the record of the output alone': sudo({ syslogDisabled: true, outputLogged: true }),
    },
    // Any one place will do, whatever the others are.
    beside: ['/sudo/syslogDisabled', '/sudo/logFile'],
    fail: {
      nowhere: sudo({ syslogDisabled: true }),
      'not what is allowed': sudo({ allowedUnlogged: true }),
    },
    notApplicable: { 'no rules': sudo({ rules: [] }) },
    unknown: {
      'the rules were not read': { denied: ['/sudo'] },
      'the settings were not read': { denied: ['/sudo/allowedUnlogged'] },
    },
  },
);
