import type { Container } from '../../harness/containers.ts';

/** Published ports by address, number and state. */
export const ports: readonly Container[] = [
  {
    name: 'port-none',
    expect: {
      'workload-ports-bound-to-interface': 'not-applicable',
      'workload-no-privileged-ports': 'pass',
    },
  },
  {
    name: 'port-exposed-alone',
    options: '--expose=80',
    state: 'running',
    expect: {
      'workload-ports-bound-to-interface': 'not-applicable',
      'workload-no-privileged-ports': 'pass',
    },
  },
  {
    name: 'port-everywhere',
    options: '--publish=8080:80',
    state: 'running',
    expect: {
      'workload-ports-bound-to-interface': ['fail', '0.0.0.0:8080'],
      'workload-no-privileged-ports': 'pass',
    },
  },
  {
    name: 'port-everywhere-created',
    options: '--publish=8081:80',
    expect: { 'workload-ports-bound-to-interface': 'fail' },
  },
  {
    name: 'port-everywhere-by-address',
    options: '--publish=0.0.0.0:8082:80',
    expect: { 'workload-ports-bound-to-interface': 'fail' },
  },
  {
    name: 'port-everywhere-v6',
    options: '--publish=[::]:8083:80',
    expect: { 'workload-ports-bound-to-interface': 'fail' },
  },
  {
    name: 'port-everywhere-v6-written-out',
    options: '--publish=[0:0:0:0:0:0:0:0]:8084:80',
    expect: { 'workload-ports-bound-to-interface': 'fail' },
  },
  {
    name: 'port-loopback',
    options: '--publish=127.0.0.1:8085:80',
    state: 'running',
    expect: { 'workload-ports-bound-to-interface': 'pass' },
  },
  {
    name: 'port-loopback-v6',
    options: '--publish=[::1]:8086:80',
    expect: { 'workload-ports-bound-to-interface': 'pass' },
  },
  {
    name: 'port-one-good-one-bad',
    options: '--publish=127.0.0.1:8087:80 --publish=8088:81/udp',
    state: 'running',
    expect: { 'workload-ports-bound-to-interface': ['fail', '8088'] },
  },
  {
    name: 'port-random',
    options: '--publish=80',
    state: 'running',
    expect: { 'workload-ports-bound-to-interface': 'fail', 'workload-no-privileged-ports': 'pass' },
  },
  {
    name: 'port-random-stopped',
    options: '--publish=80',
    state: 'stopped',
    expect: { 'workload-ports-bound-to-interface': 'fail' },
  },
  {
    name: 'port-all-exposed',
    options: '--publish-all --expose=80',
    state: 'running',
    expect: { 'workload-ports-bound-to-interface': 'fail' },
  },
  {
    name: 'port-all-exposed-created',
    options: '--publish-all --expose=80',
    expect: { 'workload-ports-bound-to-interface': 'fail', 'workload-no-privileged-ports': 'pass' },
  },
  {
    name: 'port-all-of-nothing',
    options: '--publish-all',
    expect: { 'workload-ports-bound-to-interface': 'not-applicable' },
  },
  {
    name: 'port-without-a-network',
    options: '--network=none --publish=8090:80',
    expect: { 'workload-ports-bound-to-interface': 'not-applicable' },
  },
  {
    name: 'port-low',
    options: '--publish=127.0.0.1:443:8443',
    state: 'running',
    expect: {
      'workload-no-privileged-ports': ['fail', '443'],
      'workload-ports-bound-to-interface': 'pass',
    },
  },
  {
    name: 'port-last-low',
    options: '--publish=127.0.0.1:1023:80',
    expect: { 'workload-no-privileged-ports': 'fail' },
  },
  {
    name: 'port-first-high',
    options: '--publish=127.0.0.1:1024:80',
    expect: { 'workload-no-privileged-ports': 'pass' },
  },
  {
    name: 'port-low-inside-alone',
    options: '--publish=127.0.0.1:8089:22',
    expect: { 'workload-no-privileged-ports': 'pass' },
  },
];
