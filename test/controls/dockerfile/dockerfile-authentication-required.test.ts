import { dockerfileAuthenticationRequired } from '../../../src/controls/dockerfile/dockerfile-authentication-required.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

const server = { ...compliantDockerfile, command: ['redis-server'] };

describeControl(dockerfileAuthenticationRequired, server, {
  pass: written(
    'FROM redis:8\nCMD ["redis-server","--requirepass","","--user","app on >abc ~* +@all"]',
    'FROM mysql:8\nENV MYSQL_ALLOW_EMPTY_PASSWORD=',
    'FROM mysql:8\nARG MYSQL_ALLOW_EMPTY_PASSWORD=yes',
    'FROM mysql:8\nENV MYSQL_ALLOW_EMPTY_PASSWORD=yes MYSQL_RANDOM_ROOT_PASSWORD=1',
    'FROM bitnami/redis:7\nENV ALLOW_EMPTY_PASSWORD=yes REDIS_PASSWORD=w8Xkq2Lp9Tz4',
    'FROM neo4j:5\nENV NEO4J_AUTH=none\nENV NEO4J_AUTH=',
    'FROM neo4j:5 AS data\nENV NEO4J_AUTH=none\nRUN load\nFROM neo4j:5\nCOPY --from=data /data /data',
    'FROM neo4j:5\nONBUILD ENV NEO4J_AUTH=none',
    'FROM redis:7\nCMD ["redis-server", "--protected-mode", "yes"]',
    'FROM redis:7\nCMD ["--protected-mode", "no"]\nCMD ["redis-server"]',
    'FROM docker:28-dind\nENV DOCKER_TLS_CERTDIR=/tls',
  ),
  notApplicable: written(
    'FROM docker:28-cli\nENV DOCKER_TLS_CERTDIR=',
    'FROM debian:13\nCMD ["web", "--auth=none"]',
    'FROM codercom/code-server:4 AS ide\nFROM debian:13\nCMD ["web", "--auth=none"]',
  ),
  fail: written(
    'FROM redis:8\nCMD ["redis-server","--requirepass",""]',
    'FROM valkey/valkey:9\nCMD valkey-server --requirepass ""',
    'FROM mysql:8\nENV MYSQL_ALLOW_EMPTY_PASSWORD=yes',
    'FROM mysql:8\nENV MYSQL_ALLOW_EMPTY_PASSWORD=no',
    'FROM bitnami/redis:7\nARG EMPTY=yes\nENV ALLOW_EMPTY_PASSWORD=$EMPTY',
    'FROM neo4j:5 AS base\nENV NEO4J_AUTH none\nFROM base\nRUN load',
    'FROM elasticsearch:8\nENV xpack.security.enabled=false discovery.type=single-node',
    'FROM redis:7\nCMD redis-server --protected-mode no',
    'FROM mongo:7\nENTRYPOINT ["mongod"]\nCMD ["--noauth"]',
    'FROM codercom/code-server:4\nCMD ["--auth", "none"]',
    'FROM docker:28-dind\nENV DOCKER_TLS_CERTDIR=',
    'FROM docker:28-dind\nENV DOCKER_TLS_CERTDIR=\nCMD ["--tls=false"]',
    'FROM debian:13\nCMD dockerd -H tcp://0.0.0.0:2375',
    'FROM jupyter/base-notebook\nCMD ["start-notebook.sh", "--NotebookApp.token=\'\'"]',
  ),
  unknown: written(
    'FROM mysql:8\nARG EMPTY\nENV MYSQL_ALLOW_EMPTY_PASSWORD=$EMPTY',
    'ARG BASE\nFROM $BASE\nCMD ["--auth", "none"]',
  ),
  says: {
    'FROM neo4j:5 AS base\nENV NEO4J_AUTH none\nFROM base\nRUN load':
      'The variable NEO4J_AUTH makes the server let anyone in',
  },
});
