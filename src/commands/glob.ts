const special = /[*?[{]/;

/** Whether a path is a pattern. Shells expand those that match; a quoted one, or one on Windows, comes to us. */
export function isGlob(path: string): boolean {
  return special.test(path);
}

/** The folder in which a pattern has to be looked for: `contracts/2024` of `contracts/2024/*.pdf`. */
export function baseOf(pattern: string): string {
  const parts = slashes(pattern).split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => special.test(part)),
  );
  return fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/**
 * A test for paths, and for the folders they lie in: `drafts`, `*.txt`, `contracts/**`. One without a slash is tried on
 * each name of the path, as .gitignore does.
 */
export function matcher(pattern: string): (path: string) => boolean {
  const glob = slashes(pattern).replace(/^\.\//, '').replace(/\/$/, '');
  const anchor = glob.includes('/') ? '^' : '(?:^|/)';
  const regex = new RegExp(`${anchor}${source(glob)}(?:/|$)`);
  return (path) => regex.test(slashes(path).replace(/^\.\//, ''));
}

function source(glob: string): string {
  let result = '';
  for (const [token] of glob.matchAll(/\*\*\/?|\*|\?|\[[^\]]+\]|\{[^{}]*\}|[^*?[{]|[[{]/g)) result += translate(token);
  return result;
}

function translate(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.length > 1 && token.startsWith('[')) return token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
  if (token.length > 1) return `(?:${token.slice(1, -1).split(',').map(source).join('|')})`;
  return token.replace(/[.+^$()|[\]\\{}]/, '\\$&');
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
