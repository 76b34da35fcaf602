import { dockerfileNoLatestBase } from '../../../src/controls/dockerfile/dockerfile-no-latest-base.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoLatestBase, compliantDockerfile, {
  pass: written(
    'FROM a:lts',
    'ARG R\nFROM $R/a:1.2',
    'FROM a:latest-jdk17-amd64',
    'FROM a@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
  ),
  fail: written(
    'FROM a',
    'ARG R\nFROM $R/a',
    'ARG R\nARG I\nFROM $R/$I:latest',
    'FROM a:latest',
    'FROM a:latest-amd64',
    'FROM a:s390x-edge',
    'FROM debian:sid-slim',
    'FROM fedora:rawhide',
    'FROM docker:dind-rootless',
    'FROM php:cli',
    'FROM a:1\nCOPY --from=b:edge x y',
  ),
  unknown: written('ARG V\nFROM a:$V'),
});
