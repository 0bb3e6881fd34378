/**
 * Reads with pdf.js, which leaves promises of its own unattended where a file is damaged: Node would end the whole
 * program for one of them, though the reading itself goes on or is refused with a sentence. What strays from elsewhere
 * ends it as ever.
 */
export async function attendingStrays<T>(read: () => Promise<T>): Promise<T> {
  if (readers === 0) process.on('unhandledRejection', onlyPdfJs);
  readers++;
  try {
    return await read();
  } finally {
    // Node tells of them after the turn in which they were left.
    await new Promise((resolve) => setImmediate(resolve));
    readers--;
    if (readers === 0) process.off('unhandledRejection', onlyPdfJs);
  }
}

let readers = 0;

function onlyPdfJs(error: unknown): void {
  if (!(error instanceof Error && error.stack?.includes('pdfjs-dist'))) throw error;
}
