/** A page of a hundred issues with their texts has well under a megabyte. */
export const largestBody = 20 * 1024 * 1024;

/** The body as text; null when it is larger than allowed. Rejects when the connection breaks. */
export async function readBody(response: Response, limit: number): Promise<string | null> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: ReadableStream<Uint8Array> = response.body;
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(piece.value);
  }
  return Buffer.concat(parts).toString('utf8');
}
