import { type Lock, lockOf } from './lock-pdf.ts';

/** Text at a place on a page of 612 × 792 points, origin at the bottom left. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** What a test PDF is made of. */
export interface Made {
  readonly pages: readonly (readonly (Placed | string)[])[];
  /** Degrees by which every page is turned. */
  readonly rotate?: number;
  /** Annotation dictionaries for the first page. */
  readonly annotations?: readonly string[];
  /** Whether form fields are declared. */
  readonly form?: boolean;
  readonly lock?: Lock;
  /** Name of a file that is attached. */
  readonly attached?: string;
}

/** Makes a small PDF; a string among the pieces is put into the page's drawing as it stands. */
export function makePdf({ pages, rotate = 0, annotations = [], form = false, lock, attached }: Made): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const pageIds = pages.map((_, index) => 5 + index * 2);
  const firstNote = 5 + pages.length * 2;
  const noteIds = annotations.map((_, index) => firstNote + index);
  const refs = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');
  const fields = form ? `/AcroForm << /Fields [${refs(noteIds)}] >>` : '';
  const file = firstNote + annotations.length;
  const names = attached === undefined ? '' : `/Names << /EmbeddedFiles << /Names [(${attached}) ${file} 0 R] >> >>`;
  const locked = lock === undefined ? null : lockOf(lock);
  add(`<< /Type /Catalog /Pages 2 0 R ${fields} ${names} >>`);
  add(`<< /Type /Pages /Kids [${refs(pageIds)}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  pages.forEach((pieces, index) => {
    const notes = index === 0 && annotations.length > 0 ? `/Annots [${refs(noteIds)}]` : '';
    const fonts = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${rotate} ${fonts} /Contents ${6 + index * 2} 0 R ${notes} >>`,
    );
    const plain = pieces.map(draw).join('\n');
    const drawing = locked === null ? plain : locked.body(plain, 6 + index * 2);
    add(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
  });
  for (const annotation of annotations) add(`<< /Type /Annot ${annotation} >>`);
  if (attached !== undefined) {
    add(`<< /Type /Filespec /F (${attached}) /UF (${attached}) /EF << /F ${file + 1} 0 R >> >>`);
    add('<< /Type /EmbeddedFile /Length 4 >>\nstream\nText\nendstream');
  }
  return write(objects, locked?.trailer);
}

/** The PDF with an object changed by an update at its end, as editors save. */
export function updated(pdf: Uint8Array, object: number, change: (body: string) => string): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1');
  const body = new RegExp(`\\n${object} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(file)?.[1] ?? '';
  const before = /startxref\n(\d+)/.exec(file)?.[1] ?? '';
  const size = /\/Size (\d+)/.exec(file)?.[1] ?? '';
  const place = file.length;
  const added = `${object} 0 obj\n${change(body)}\nendobj\n`;
  const table = `xref\n${object} 1\n${String(place).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Prev ${before} >>\nstartxref\n${place + added.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + added + table + trailer, 'latin1'));
}

function draw(piece: Placed | string): string {
  if (typeof piece === 'string') return piece;
  const { x, y, text, size = 11, bold = false } = piece;
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

function write(objects: readonly string[], more = ''): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more} >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Lines of text one under another. */
export function linesAt(x: number, top: number, texts: readonly string[], rest: Partial<Placed> = {}): Placed[] {
  return texts.map((text, index) => ({ x, y: top - index * 14, text, ...rest }));
}
