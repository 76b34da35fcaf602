import { dockerfileBasePinned } from '../../../src/controls/dockerfile/dockerfile-base-pinned.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileBasePinned, compliantDockerfile, {
  pass: written(
    'FROM a:1.2\nUSER x',
    'ARG R\nFROM $R/a:1.2',
    'FROM a@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'ARG V=3\nFROM a:$V',
    'ARG I=a:3\nFROM $I',
    'FROM a:${V:-3}',
    'FROM a:3\nCOPY --from=scratch x y',
    'FROM a:3-amd64',
    'FROM a:jdk17_x86_64',
    'FROM debian:bookworm-slim',
    'FROM mirror.x/library/ubuntu:noble',
    'FROM buildpack-deps:jammy-curl',
    'FROM a:1 AS b\nFROM b\nCOPY --from=b x y\nCOPY --from=0 x y',
  ),
  notApplicable: written('FROM scratch'),
  fail: written(
    'FROM a',
    'ARG R\nFROM $R/a',
    'ARG R\nARG I\nFROM $R/$I:latest',
    'FROM a:lts',
    'ARG V=latest\nFROM a:$V',
    'ARG I=a\nFROM $I',
    'ARG V\nFROM a:${V:-latest}',
    'FROM a:bookworm',
    'FROM debian:oldstable-slim',
    'FROM ubuntu:devel',
    'FROM x/y:amd64',
    'FROM a:stable-arm64v8',
    'FROM a:x86_64',
    'FROM a:1\nCOPY --from=busybox x y',
    'FROM a:1 AS b\nFROM debian',
    'FROM a:1\nRUN --mount=type=bind,from=tools,target=/t x',
  ),
  unknown: written(
    'ARG V\nFROM a:$V',
    'ARG I\nFROM $I',
    'FROM a:$V\nUSER x',
    // No builder takes these for an image.
    'FROM a:',
    'FROM a:1\nCOPY --from=b: x y',
  ),
});
