import { workloadCentralLogging } from '../../../src/controls/workload/workload-central-logging.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const compliant = {
  ...compliantWorkload,
  logging: { driver: 'syslog', options: { 'syslog-address': 'tcp+tls://logs.example.org:6514' } },
};
const logging = (driver: string, address?: string) => ({
  facts: {
    logging: { driver, options: { 'syslog-address': address } },
  },
});
const syslog = (address: string) => logging('syslog', address);
const to = (driver: string, options: Readonly<Record<string, string | undefined>> = {}) => ({
  facts: { logging: { driver, options: { 'syslog-address': undefined, ...options } } },
});
const plain = (driver: string) => to(driver);

describeControl(workloadCentralLogging, compliant, {
  pass: {
    'another driver that ships': to('gelf', { 'gelf-address': 'udp://logs.example.org:12201' }),
    'an address without a scheme': to('fluentd', { 'fluentd-address': 'logs.example.org:24224' }),
    'a URL with a path': to('splunk', { 'splunk-url': 'https://splunk.example.org:8088/x' }),
    'a plugin, by its address': to('loki', { 'loki-url': 'https://u@loki.example.org/push' }),
    'the log service of a cloud': plain('awslogs'),
    'by UDP, to an IPv6 address': logging('syslog', 'udp://[2001:db8::1]:514'),
    'a driver whose logs an agent ships': {
      ...plain('journald'),
      params: { local: ['json-file'] },
    },
    'the own syslog, which is known to forward': {
      ...syslog('unix:///dev/log'),
      params: { localSyslogSuffices: true },
    },
    'another host': syslog('udp://192.0.2.1:514'),
  },
  fail: {
    'a file': plain('json-file'),
    'its own file': plain('local'),
    nowhere: plain('none'),
  },
  unknown: {
    'the own syslog by its socket': syslog('unixgram:///dev/log'),
    'the own syslog over loopback': syslog('udp://127.0.0.1:514'),
    'the own syslog over loopback of IPv6': syslog('tcp://[::1]:514'),
    'the own syslog by its name': syslog('tcp://localhost:514'),
    'no address': syslog(''),
    'an agent on the host, where nothing else is said': plain('fluentd'),
    'an agent on the host by its socket': to('fluentd', {
      'fluentd-address': 'unix:///run/f.sock',
    }),
    'an agent on the host by its name': to('gelf', { 'gelf-address': 'udp://LOCALHOST:12201' }),
    'an agent on the host by any of its addresses': to('splunk', {
      'splunk-url': 'http://0.0.0.0:8088',
    }),
    'the log service of a cloud, given an agent instead': to('awslogs', {
      'awslogs-endpoint': 'http://127.0.0.1:4566',
    }),
    'a plugin that says nothing of where its logs go': plain('acme-logs'),
    'left to the engine that will run it': plain(''),
    'it was not read': { denied: ['/logging'] },
    'where syslog goes was not read': { denied: ['/logging/options'] },
  },
  says: {
    nowhere: 'The log driver none keeps no log at all',
    'a file': 'The log driver json-file keeps its log on the host',
  },
});
