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
}

/** Makes a small PDF; a string among the pieces is put into the page's drawing as it stands. */
export function makePdf({ pages, rotate = 0, annotations = [], form = false }: Made): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const pageIds = pages.map((_, index) => 5 + index * 2);
  const firstNote = 5 + pages.length * 2;
  const noteIds = annotations.map((_, index) => firstNote + index);
  const refs = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R ${form ? `/AcroForm << /Fields [${refs(noteIds)}] >>` : ''} >>`);
  add(`<< /Type /Pages /Kids [${refs(pageIds)}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  pages.forEach((pieces, index) => {
    const notes = index === 0 && annotations.length > 0 ? `/Annots [${refs(noteIds)}]` : '';
    const fonts = '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${rotate} ${fonts} /Contents ${6 + index * 2} 0 R ${notes} >>`,
    );
    const drawing = pieces.map(draw).join('\n');
    add(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
  });
  for (const annotation of annotations) add(`<< /Type /Annot ${annotation} >>`);
  return write(objects);
}

function draw(piece: Placed | string): string {
  if (typeof piece === 'string') return piece;
  const { x, y, text, size = 11, bold = false } = piece;
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

function write(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Lines of text one under another. */
export function linesAt(x: number, top: number, texts: readonly string[], rest: Partial<Placed> = {}): Placed[] {
  return texts.map((text, index) => ({ x, y: top - index * 14, text, ...rest }));
}
