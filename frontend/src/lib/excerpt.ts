export interface NumberedLine {
  number: number;
  text: string;
}

/** Lines shown before and behind the one in question. */
const AROUND = 2;

/** Longer lines say no more. */
const LONGEST = 400;

/** A few lines of a file around one of them; of a packed file as well, and no more of it than that takes. */
export async function excerpt(file: Blob, line: number): Promise<NumberedLine[]> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = magic[0] === 0x1f && magic[1] === 0x8b;
  const bytes = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  const lines: NumberedLine[] = [];
  let number = 1;
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const parts = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (parts.pop() ?? '');
      for (const part of parts) {
        if (number >= line - AROUND && number <= line + AROUND) {
          lines.push({ number, text: part.replace(/\r$/, '').slice(0, LONGEST) });
        }
        number++;
      }
      if (done || number > line + AROUND) return lines;
    }
  } finally {
    await reader.cancel();
  }
}
