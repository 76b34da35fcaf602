import { Argument, Command } from 'commander';
import { shapeOf } from '../completion/command-shape.ts';
import { completionFor, shells, type Shell } from '../completion/shells.ts';

/** `plimsoll completion bash|zsh|fish` */
export const completionCommand = (all: () => Promise<readonly Command[]>): Command =>
  new Command('completion')
    .addArgument(new Argument('<shell>', 'the shell that you use').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  plimsoll completion bash > ~/.local/share/bash-completion/completions/plimsoll
  plimsoll completion zsh > ~/.zfunc/_plimsoll           with fpath+=(~/.zfunc) before compinit in ~/.zshrc
  plimsoll completion fish > ~/.config/fish/completions/plimsoll.fish`,
    )
    .action(async (shell: Shell) => {
      const shapes = (await all()).map(shapeOf);
      process.stdout.write(completionFor(shell, shapes));
    });
