/** A file's bytes as text, by its byte order mark or, without one, by what the bytes themselves can be. */

export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return unmarked;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Latin letters in UTF-16 have every other byte 0; text in any other encoding has none. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, 1000);
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? "even" : "odd"] += 1;
  });
  const most = sample.length * 0.3;
  if (zeros.odd > most && zeros.even === 0) return "utf-16le";
  if (zeros.even > most && zeros.odd === 0) return "utf-16be";
  return undefined;
}
