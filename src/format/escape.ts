// What a contract says is data in every format: these are the only ways into each of them.

import { commandless, printable } from './paint.ts';

/** Text or an attribute's value in XML and HTML. */
export function xml(text: string): string {
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Words in a line of Markdown: no markup, no HTML, no link, no mention of a person or an issue. */
export function markdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^\s*[#+-]/, '\\$&')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/@|:(?=\/\/)|\bwww(?=\.)|[#!$%~&](?=\d)/gi, '$&<!-- -->');
}

/** The message of a workflow command of GitHub Actions. */
export function commandData(text: string): string {
  return text.split('\n').map(commandLine).join('%0A');
}

/** A property of a workflow command of GitHub Actions. */
export function commandProperty(text: string): string {
  return commandLine(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function commandLine(text: string): string {
  return logLine(text).replaceAll('%', '%25');
}

/** A line of a log. */
export function logLine(text: string): string {
  return commandless(printable(text)).trimStart();
}

/** A cell of a spreadsheet, which must not be taken for a formula. */
export function cell(text: string): string {
  const words = printable(text);
  return /^\s*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20]/.test(words) ? `'${words}` : words;
}

/** JSON whose bytes hold no control of a terminal, though its strings are what the contract says. */
export function jsonText(value: unknown, indent = 0): string {
  const unseen = /[\u007F-\u009F\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu;
  return JSON.stringify(value, null, indent).replace(unseen, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** A path as a reference: relative where it is, with slashes, percent-encoded. */
export function uri(path: string): string {
  const slashed = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const encoded = slashed.split('/').map(segment).join('/');
  const drive = /^([A-Za-z])%3A\//.exec(encoded);
  if (drive !== null) return `file:///${drive[1]}:/${encoded.slice(drive[0].length)}`;
  return encoded.startsWith('/') ? `file://${encoded.startsWith('//') ? encoded.slice(1) : encoded}` : encoded;
}

function segment(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD'));
}
