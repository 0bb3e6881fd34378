/** A number as Word prints it in the format it calls `decimal`, `lowerRoman`, `upperLetter` and so on. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'ordinal':
      return ordinal(value);
    case 'cardinalText':
      return capitalised(cardinal(value));
    case 'ordinalText':
      return capitalised(ordinalWord(value));
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'decimalEnclosedFullstop':
      return `${value}.`;
    case 'numberInDash':
      return `- ${value} -`;
    case 'hex':
      return value.toString(16).toUpperCase();
    case 'chicago':
      return ('*†‡§'[(value - 1) % 4] ?? '').repeat(Math.ceil(value / 4));
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(value);
  }
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  // Beyond this Word's own output is of no use, and a huge start value would make a huge string.
  if (value < 1 || value > 32_767) return String(value);
  let rest = value;
  let text = '';
  for (const [step, sign] of romanSteps) {
    text += sign.repeat(Math.floor(rest / step));
    rest %= step;
  }
  return text;
}

/** A to Z, then AA, BB, CC: not as in a spreadsheet. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tensWords = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function cardinal(value: number): string {
  if (value < 0 || value > 999) return String(value);
  if (value < 20) return ones[value] ?? '';
  if (value < 100) {
    const tens = tensWords[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? tens : `${tens}-${ones[value % 10]}`;
  }
  const rest = value % 100;
  return `${ones[Math.floor(value / 100)]} hundred${rest === 0 ? '' : ` ${cardinal(rest)}`}`;
}

const oddOrdinals: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function ordinalWord(value: number): string {
  return cardinal(value).replace(/[a-z]+$/, (last) => oddOrdinals[last] ?? `${last.replace(/y$/, 'ie')}th`);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
