import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { exit, failLevels } from '../exit-code.ts';
import { formatters } from '../format/index.ts';
import { didYouMean } from '../load/suggest.ts';
import { packOf } from './pack.ts';
import { print, type Streams } from './streams.ts';

/** A command as a shell sees it. */
interface Entry {
  readonly name: string;
  readonly about: string;
  readonly options: readonly Flag[];
  /** Words that it takes first: its own commands, or what its argument can be. */
  readonly words: readonly string[];
  /** What its second argument can be. */
  readonly second: readonly string[];
}

interface Flag {
  readonly long: string;
  readonly short: string;
  readonly about: string;
  /** Whether a value follows it. */
  readonly takes: boolean;
}

interface Spec {
  readonly root: Entry;
  readonly commands: readonly Entry[];
  /** Commands of commands, each with the name of both. */
  readonly inner: readonly Entry[];
  /** Option → what it can be. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** `dpa-lint completion SHELL`: a script that completes commands, options, formats, levels and rules. */
export async function runCompletion(shell: string, program: Command, streams: Streams): Promise<number> {
  const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  const known = Object.keys(shells);
  if (write === undefined) {
    throw new UsageError(`completion ${shell}: choose one of ${known.join(', ')}${didYouMean(shell, known)}`);
  }
  await print(streams.stdout, write(await specOf(program)));
  return exit.fine;
}

async function specOf(program: Command): Promise<Spec> {
  const pack = await packOf({});
  const rules = pack.rules.map(({ id }) => id.slice(id.indexOf('/') + 1));
  const first: Readonly<Record<string, readonly string[]>> = { explain: rules, completion: Object.keys(shells) };
  const entry = (command: Command): Entry => ({
    name: command.name(),
    about: command.description(),
    options: command.options.map(({ long, short, description, required }) => ({
      long: long ?? '',
      short: short ?? '',
      about: description,
      takes: required,
    })),
    words: first[command.name()] ?? command.commands.map((inner) => inner.name()),
    second: command.name() === 'waive' ? rules : [],
  });
  const inner = (command: Command): Entry[] =>
    command.commands.map((one) => ({ ...entry(one), name: `${command.name()} ${one.name()}` }));
  return {
    root: entry(program),
    commands: program.commands.map(entry),
    inner: program.commands.flatMap(inner),
    values: {
      '--format': Object.keys(formatters),
      '-f': Object.keys(formatters),
      '--fail-on': failLevels,
      '--profile': pack.profiles,
      '--revisions': ['accepted', 'original'],
      '--ocr': ['auto', 'off', 'force'],
      '--rule': rules,
      '--skip': rules,
      '--notice-named': rules,
      '--exempt': Object.keys(pack.exemption),
    },
  };
}

const flagsOf = ({ options }: Entry) => [...options.map(({ long }) => long), '--help'].join(' ');

function bash({ root, commands, inner, values }: Spec): string {
  return `# dpa-lint completion for bash: source <(dpa-lint completion bash)
_dpa_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} first='' second='' flags='${flagsOf(root)}'
  case "$prev" in
${Object.entries(values)
  .map(([option, known]) => `    ${option}) COMPREPLY=($(compgen -W '${known.join(' ')}' -- "$cur")); return ;;`)
  .join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map((entry) => `    ${entry.name}) first='${entry.words.join(' ')}' second='${entry.second.join(' ')}' flags='${flagsOf(entry)}' ;;`).join('\n')}
  esac
  case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${inner.map((entry) => `    '${entry.name}') flags='${flagsOf(entry)}' ;;`).join('\n')}
  esac
  if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W '${root.words.join(' ')}' -- "$cur"))
  elif [[ $COMP_CWORD -eq 2 ]]; then COMPREPLY=($(compgen -W "$first" -- "$cur"))
  elif [[ $COMP_CWORD -eq 3 ]]; then COMPREPLY=($(compgen -W "$second" -- "$cur"))
  fi
}
complete -o default -F _dpa_lint dpa-lint
`;
}

function zsh({ root, commands, inner, values }: Spec): string {
  return `#compdef dpa-lint
# dpa-lint completion for zsh: source <(dpa-lint completion zsh)
_dpa_lint() {
  case "\${words[CURRENT-1]}" in
${Object.entries(values)
  .map(([option, known]) => `    ${option}) compadd -- ${known.join(' ')}; return ;;`)
  .join('\n')}
  esac
  local -a first second flags
  case "\${words[2]}" in
${commands.map((entry) => `    ${entry.name}) first=(${entry.words.join(' ')}); second=(${entry.second.join(' ')}); flags=(${flagsOf(entry)}) ;;`).join('\n')}
    *) flags=(${flagsOf(root)}) ;;
  esac
  case "\${words[2]} \${words[3]}" in
${inner.map((entry) => `    '${entry.name}') flags=(${flagsOf(entry)}) ;;`).join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then compadd -- $flags; return; fi
  (( CURRENT == 2 )) && compadd -- ${root.words.join(' ')}
  (( CURRENT == 3 )) && compadd -- $first
  (( CURRENT == 4 )) && compadd -- $second
  _files
}
compdef _dpa_lint dpa-lint
`;
}

function fish({ root, commands, inner, values }: Spec): string {
  const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const seen = (words: string) => `__fish_seen_subcommand_from ${words}`;
  const within = (name: string) => name.split(' ').map(seen).join('; and ');
  const offer = (when: string, words: readonly string[]) =>
    words.length === 0 ? [] : [`complete -c dpa-lint -n ${quote(when)} -a ${quote(words.join(' '))}`];
  const options = (entry: Entry, when: string) =>
    entry.options.map(({ long, short, about, takes }) => {
      const known = values[long];
      const value = known === undefined ? (takes ? ' -r' : '') : ` -x -a ${quote(known.join(' '))}`;
      return `complete -c dpa-lint -n ${quote(when)}${short === '' ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}${value} -d ${quote(about)}`;
    });
  const lines = [
    ...options(root, `not ${seen(root.words.join(' '))}`),
    ...commands.flatMap((entry) => [
      `complete -c dpa-lint -n __fish_use_subcommand -a ${entry.name} -d ${quote(entry.about)}`,
      ...options(entry, within(entry.name)),
      ...offer(`${within(entry.name)}; and not ${seen(entry.words.join(' '))}`, entry.words),
      ...offer(`${within(entry.name)}; and test (count (commandline -opc)) -eq 3`, entry.second),
    ]),
    ...inner.flatMap((entry) => options(entry, within(entry.name))),
  ];
  return `# dpa-lint completion for fish\n${lines.join('\n')}\n`;
}

const shells: Readonly<Record<string, (spec: Spec) => string>> = { bash, zsh, fish };
