import type { Pipeline } from './answers.ts';
import type { PackageManager } from './package-manager.ts';
import type { ScriptNames } from './package-json.ts';

/** The file of a pipeline that holds the project's controls to their types, their rules and their tests. */
export interface PipelineFile {
  readonly path: string;
  readonly text: string;
}

/** The file for a place where pipelines run; `undefined` for none. */
export function pipelineFile(
  pipeline: Pipeline,
  { installLocked, run, exec }: PackageManager,
  scripts: ScriptNames,
): PipelineFile | undefined {
  const steps = [
    installLocked,
    ...[scripts.check, scripts.lint, scripts.test].map((name) => `${run} ${name}`),
  ];
  const scan = `${exec} plimsoll scan .`;
  switch (pipeline) {
    case 'none':
      return undefined;
    case 'github':
      return {
        path: '.github/workflows/plimsoll.yml',
        text: `# yaml-language-server: $schema=https://json.schemastore.org/github-workflow.json
name: plimsoll
on: [push, pull_request]
permissions:
  contents: read
jobs:
  controls:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${steps.map((step) => `      - run: ${step}\n`).join('')}\
      # The Dockerfiles and Compose files of this repository, once there are any:
      # - run: ${scan}
`,
      };
    case 'gitlab':
      return {
        path: '.gitlab-ci.yml',
        text: `# yaml-language-server: $schema=https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json
plimsoll:
  image: node:22
  script:
${steps.map((step) => `    - ${step}\n`).join('')}\
    # The Dockerfiles and Compose files of this repository, once there are any:
    # - ${scan}
`,
      };
    case 'jenkins':
      return {
        path: 'Jenkinsfile',
        text: `pipeline {
  agent { docker { image 'node:22' } }
  stages {
    stage('Controls') {
      steps {
${steps.map((step) => `        sh '${step}'\n`).join('')}\
        // The Dockerfiles and Compose files of this repository, once there are any:
        // sh '${scan}'
      }
    }
  }
}
`,
      };
  }
}
