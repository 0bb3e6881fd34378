/** Joins wrapped lines; a word cut at a line end is made whole, a compound keeps its hyphens. */
export function rejoin(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before === undefined || (/\d-$/.test(before) && /^\d/.test(line))) parts.push(line);
    else if (!isCut(before, line)) parts.push(' ', line);
    else {
      if (!/\p{L}-\p{L}+-$/u.test(before.slice(-40))) parts[parts.length - 1] = before.slice(0, -1);
      parts.push(line);
    }
  }
  return parts.join('');
}

function isCut(text: string, line: string): boolean {
  return /\p{L}[-\u2010\u00ad]$/u.test(text.slice(-2)) && /^\p{Ll}/u.test(line);
}
